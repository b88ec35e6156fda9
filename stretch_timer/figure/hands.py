"""Hands: fixed outlines round the wrist, x along the fingers, y to the thumb's side."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from stretch_timer.figure.areas import anticlockwise, stripe
from stretch_timer.figure.body import HandShape
from stretch_timer.figure.curves import Outline, closed_curve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stretch_timer.figure.body import Arm, Point

CURL_STEP = 2.0
"""Degrees: fingers are bent in steps of this, so that few outlines are ever made."""
KNUCKLES = 3.0
"""Units from the wrist at which fingers start to bend."""
FINGERS = 6.2
"""Units of finger that bend."""

_PALM: tuple[Point, ...] = (
    (-1.2, 1.3), (0.6, 1.5), (2.2, 1.8), (3.9, 1.85), (6.0, 1.72), (7.6, 1.5), (8.25, 1.15), (8.0, 0.78), (7.75, 0.68),
    (8.6, 0.6), (9.15, 0.22), (8.75, -0.15), (8.2, -0.22), (8.65, -0.45), (8.7, -0.85), (8.1, -1.05), (7.35, -0.98),
    (7.6, -1.25), (7.35, -1.6), (6.5, -1.8), (4.9, -1.95), (3.2, -1.95), (1.6, -1.75), (0.4, -1.5), (-1.2, -1.25),
)  # fmt: skip
_THUMB: tuple[Point, ...] = (
    (0.2, 0.9), (1.2, 1.95), (2.7, 2.8), (4.2, 3.15), (5.1, 2.95), (5.3, 2.5), (4.7, 2.1), (3.6, 1.75), (2.8, 1.1),
    (1.6, 0.4),
)  # fmt: skip
_FINGER_LINES: tuple[tuple[Point, ...], ...] = (
    ((4.9, 0.8), (6.2, 0.77), (7.8, 0.68)),
    ((4.6, -0.05), (6.4, -0.12), (8.25, -0.22)),
    ((4.6, -0.9), (6.0, -0.95), (7.4, -0.98)),
)
_THUMB_LINE: tuple[Point, ...] = ((1.7, 1.75), (2.8, 1.75), (3.8, 1.82))
_FIST: tuple[Point, ...] = (
    (-1.2, 1.25), (0.6, 1.55), (2.6, 2.15), (4.6, 2.05), (5.75, 1.1), (5.9, -0.3), (5.3, -1.6), (3.8, -2.15),
    (1.8, -1.95), (0.3, -1.5), (-1.2, -1.25),
)  # fmt: skip
_FIST_THUMB: tuple[Point, ...] = (
    (1.4, 1.6), (2.8, 1.7), (4.3, 1.0), (4.9, 0.1), (4.3, -0.5), (3.4, -0.2), (2.4, 0.5), (1.4, 0.8),
)  # fmt: skip
_FIST_LINES: tuple[tuple[Point, ...], ...] = (
    ((5.5, -0.35), (4.8, -0.5), (4.1, -0.55)),
    ((5.35, -1.2), (4.6, -1.25), (3.8, -1.2)),
)
_ON_FLOOR: tuple[Point, ...] = (
    (-1.5, 1.6), (0.6, 1.75), (2.6, 1.1), (5.0, 0.35), (7.6, -0.1), (9.0, -0.55), (9.1, -1.1), (8.0, -1.25),
    (4.0, -1.25), (0.4, -1.25), (-1.3, -1.1), (-1.9, 0.2),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HandOutlines:
    """A hand.

    Attributes:
        skin: Palm and, where it is seen beside it, the thumb.
        over: What lies on the palm and is painted darker, as a thumb round a band.
        lines: Between the fingers.
    """

    skin: tuple[Outline, ...]
    over: tuple[Outline, ...]
    lines: tuple[Outline, ...]


def hand_outlines(arm: Arm) -> HandOutlines:
    """The hand of *arm*, in hand axes."""
    match arm.shape:
        case HandShape.GRIP:
            return GRIP
        case HandShape.FLAT:
            return FLAT
        case _:
            return _open_hand(round(arm.curl / CURL_STEP))


@lru_cache(maxsize=64)
def _open_hand(steps: int) -> HandOutlines:
    curl = steps * CURL_STEP
    palm, thumb = _area(_curled(_PALM, curl)), _area(_curled(_THUMB, curl * 0.8))
    lines = tuple(_line(_curled(line, curl)) for line in (*_FINGER_LINES, _THUMB_LINE))
    return HandOutlines((palm, thumb), (), lines)


def _curled(points: Sequence[Point], degrees: float) -> list[Point]:
    """*points* beyond the knuckles bent along an arc."""
    if not degrees:
        return list(points)
    radius = FINGERS / math.radians(degrees)
    bent = []
    for x, y in points:
        a = max(0.0, (x - KNUCKLES) / radius)
        bent.append((KNUCKLES + (radius - y) * math.sin(a), radius - (radius - y) * math.cos(a)) if a else (x, y))
    return bent


def _area(points: Sequence[Point]) -> Outline:
    return anticlockwise(closed_curve(points))


def _line(points: Sequence[Point]) -> Outline:
    return anticlockwise(stripe(points, 0.34, 0.3))


GRIP = HandOutlines((_area(_FIST),), (_area(_FIST_THUMB),), tuple(map(_line, _FIST_LINES)))
FLAT = HandOutlines((_area(_ON_FLOOR),), (), ())
