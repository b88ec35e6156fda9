"""Two bones that reach for a point, bending the natural way."""

from __future__ import annotations

from math import acos, atan2, degrees, exp, hypot
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stretch_timer.figure.body import Point

ELBOW = 1.0
KNEE = -1.0
FOLDED_GAP = 0.2
"""The two ends come no nearer to each other than this, beyond the difference of the lengths."""
STRETCHED = 0.9995
"""They go no further apart than this share of both lengths: exactly straight, the bend would jump."""
SOFT = 0.7
"""An arm begins to straighten more slowly this far before it is straight."""


class Bend(NamedTuple):
    """World angle of the first bone, and how far the second is bent against it."""

    first: float
    bend: float


def bend(origin: Point, target: Point, lengths: tuple[float, float], joint: float, soft: float = 0.0) -> Bend:
    """How two bones from *origin* get to *target*, or as near as they can.

    Args:
        origin: The fixed end.
        target: Where the free end is to be.
        lengths: Of the first and the second bone.
        joint: `ELBOW` or `KNEE`: which way it bends.
        soft: Units before full length from which straightening slows down, missing a far target by as much at most.
    """
    upper, lower = lengths
    dx, dy = target[0] - origin[0], target[1] - origin[1]
    d = _softened(hypot(dx, dy), upper + lower, soft)
    d = min(max(d, abs(upper - lower) + FOLDED_GAP), STRETCHED * (upper + lower))
    at_origin = acos(_unit((upper * upper + d * d - lower * lower) / (2 * upper * d)))
    between = acos(_unit((upper * upper + lower * lower - d * d) / (2 * upper * lower)))
    return Bend(degrees(atan2(dx, -dy) - joint * at_origin), 180.0 - degrees(between))


def _softened(d: float, length: float, soft: float) -> float:
    begins = length - soft
    if not soft or d <= begins:
        return d
    return begins + soft * (1.0 - exp((begins - d) / soft))


def _unit(cosine: float) -> float:
    return min(1.0, max(-1.0, cosine))
