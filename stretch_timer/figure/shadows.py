"""Contact shadows: where a body is near the floor, the floor is darker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.figure.kinematics import foot_point
from stretch_timer.figure.proportions import HEEL
from stretch_timer.figure.shapes import Shadow
from stretch_timer.figure.spine import point_beside
from stretch_timer.figure.tables import FAR

if TYPE_CHECKING:
    from stretch_timer.figure.body import Arm, Body, Leg, Point

TOE: Point = (10.6, -3.0)
REACH = 11.0
"""Units above the floor at which a shadow is gone."""
FAINTEST = 0.06
MERGED = 15.0
"""Shadows closer than this many units are one."""
BORDER = 4.5
"""Units a shadow is wider than what casts it, on either side."""
THICKNESS = 2.5
HEIGHT = 0.2

_Ball = tuple[float, float, float]


def contact_shadows(body: Body) -> list[Shadow]:
    """One soft ellipse for each group of parts near the floor."""
    cast = sorted(
        (x - r * 1.1, x + r * 1.1, weight)
        for x, y, r in _balls(body)
        if (weight := min(1.0, max(0.0, 1.0 - (y - r) / REACH))) > FAINTEST
    )
    groups: list[tuple[float, float, float]] = []
    for low, high, weight in cast:
        if groups and low - groups[-1][1] < MERGED:
            before = groups.pop()
            groups.append((before[0], max(before[1], high), max(before[2], weight)))
        else:
            groups.append((low, high, weight))
    return [
        Shadow(((low + high) / 2 + 1.0, HEIGHT), (high - low) / 2 + BORDER, THICKNESS, weight)
        for low, high, weight in groups
    ]


def _balls(body: Body) -> list[_Ball]:
    """Middle and radius of everything that can cast a shadow."""
    balls = [
        *_limbs(body.leg_near, body.arm_near, 0.0),
        *_limbs(body.leg_far, body.arm_far, FAR[0]),
        (*body.atlas, 5.5),
    ]
    return balls + [(*point_beside(body.stations, s), 6.25) for s in (12.0, 22.0, 28.0)]


def _limbs(leg: Leg, arm: Arm, shift: float) -> list[_Ball]:
    joints = (
        (foot_point(leg, HEEL), 2.2),
        (foot_point(leg, TOE), 1.6),
        (leg.knee, 4.0),
        (leg.hip, 8.0),
        (arm.wrist, 2.0),
        (arm.elbow, 2.5),
    )
    return [(x + shift, y, r) for (x, y), r in joints]
