"""Feet and shoes: fixed outlines round the ankle joint, x to the toes, y up, sole at about -4.1."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from stretch_timer.figure.areas import anticlockwise, bow_points, stripe
from stretch_timer.figure.curves import Outline, closed_curve, straight, through

if TYPE_CHECKING:
    from stretch_timer.figure.body import Leg, Point

TOE_HINGE: Point = (7.0, -3.6)
TOE_STEP = 2.0
"""Degrees: toes are bent in steps of this, so that few outlines are ever made."""

_BARE: tuple[Point, ...] = (
    (-2.85, -0.5), (-3.9, -1.4), (-4.35, -2.6), (-3.9, -3.6), (-2.7, -4.1), (-1.0, -4.05), (1.0, -3.7), (3.2, -3.45),
    (5.2, -3.85), (7.0, -4.1), (8.8, -4.1), (10.3, -4.05), (11.0, -3.55), (10.75, -3.0), (9.7, -2.5), (8.0, -2.05),
    (6.0, -1.35), (4.0, -0.35),
)  # fmt: skip
"""From behind the ankle round the heel, along the sole and back over the instep: the shank closes it."""
_SHOE: tuple[Point, ...] = (
    (2.5, 2.6), (2.7, 1.5), (3.6, 0.5), (5.2, -0.5), (7.2, -1.2), (9.4, -1.75), (11.0, -2.6), (11.6, -3.6),
    (11.0, -4.2), (7.0, -4.3), (2.0, -4.3), (-3.0, -4.3), (-4.4, -4.1), (-4.8, -2.6), (-4.3, -0.8), (-3.2, 0.6),
    (-2.7, 1.8), (-2.6, 2.6), (-1.2, 2.2), (1.0, 2.2),
)  # fmt: skip
_SOLE_TOP: tuple[Point, ...] = (
    (-4.75, -3.2), (-4.0, -3.35), (0.0, -3.2), (4.0, -3.2), (7.5, -3.45), (10.4, -3.3), (11.6, -3.2),
)  # fmt: skip
_SOLE_GROUND: tuple[Point, ...] = (
    (11.75, -3.8), (11.4, -4.55), (10.2, -4.85), (7.0, -4.9), (3.8, -4.8), (2.0, -4.75), (0.0, -4.85), (-3.2, -4.9),
    (-4.6, -4.6), (-4.95, -3.8),
)  # fmt: skip


def _bent(point: Point, degrees: float) -> Point:
    """*point* with the toes bent up."""
    x, y = point[0] - TOE_HINGE[0], point[1] - TOE_HINGE[1]
    if x <= 0.1 or not degrees:  # noqa: PLR2004 (behind the hinge: the ball stays)
        return point
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return TOE_HINGE[0] + x * c - y * s, TOE_HINGE[1] + x * s + y * c


@lru_cache(maxsize=64)
def _toe_line(steps: int) -> Outline:
    return anticlockwise(stripe([_bent(p, steps * TOE_STEP) for p in ((8.95, -3.55), (9.6, -3.4), (10.25, -3.4))], 0.4))


def bare_foot(leg: Leg) -> list[Point]:
    """The outline of a bare foot below the ankle, anticlockwise from the Achilles tendon, in the world."""
    (cx, cy), (x, y) = _axis(leg.foot_pitch), leg.ankle
    length = leg.foot_scale
    foot = [_bent(point, leg.toe) for point in _BARE] if leg.toe else _BARE
    return [(x + px * length * cx - py * cy, y + px * length * cy + py * cx) for px, py in foot]


def _axis(degrees: float) -> Point:
    return math.cos(math.radians(degrees)), math.sin(math.radians(degrees))


def toe_line(toe: float) -> Outline:
    """The line under the big toe."""
    return _toe_line(round(toe / TOE_STEP))


def _sole() -> Outline:
    top, ground = _SOLE_TOP, _SOLE_GROUND
    cubics = (*through(top), straight(top[-1], ground[0]), *through(ground), straight(ground[-1], top[0]))
    return Outline(top[0], cubics)


def _lace(x: float) -> Outline:
    down = x - 4.3
    a, b = (x, 0.15 - down * 0.42), (x - 0.9, -1.15 - down * 0.3)
    return anticlockwise(stripe((a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b), 0.55, 0.8))


ANKLE_BONE = anticlockwise(stripe(bow_points((-1.15, -0.75), (-0.45, 0.75), (0.45, -0.55)), 0.45, 0.3))
SHOE = anticlockwise(closed_curve(_SHOE))
SOLE = anticlockwise(_sole())
LACES = tuple(_lace(x) for x in (4.3, 5.6, 6.9))
COLLAR = anticlockwise(stripe([(2.62, 2.05), (1.0, 1.75), (-1.2, 1.75), (-2.7, 2.1)], 0.5, 0.8))
"""The shoe's upper edge, a little darker."""
