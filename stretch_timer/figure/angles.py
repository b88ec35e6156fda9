"""The little mathematics of the figure: mixing, directions, turning. Angles are degrees."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stretch_timer.figure.body import Point

FULL_TURN = 360.0


def smoothstep(a: float, b: float, x: float) -> float:
    """0 up to *a*, 1 from *b* on, smooth between."""
    x = min(1.0, max(0.0, (x - a) / (b - a)))
    return x * x * (3.0 - 2.0 * x)


def lerp(a: float, b: float, t: float) -> float:
    """From *a* to *b*."""
    return a + (b - a) * t


def mixed(a: Point, b: Point, t: float) -> Point:
    """From point *a* to point *b*."""
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def limb(angle: float) -> Point:
    """Unit vector along a limb: 0 down, 90 to the right, 180 up."""
    a = radians(angle)
    return sin(a), -cos(a)


def normal(d: Point) -> Point:
    """Unit vector on the front of a limb along *d*."""
    return -d[1], d[0]


def turned(p: Point, angle: float) -> Point:
    """*p* turned counter-clockwise about the origin."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return c * p[0] - s * p[1], s * p[0] + c * p[1]


def along(p: Point, d: Point, distance: float) -> Point:
    """The point *distance* from *p* in direction *d*."""
    return p[0] + d[0] * distance, p[1] + d[1] * distance


def wrapped(angle: float, least: float) -> float:
    """The same direction, from *least* up to a full turn above it."""
    return (angle - least) % FULL_TURN + least


def nearest_turn(angle: float, to: float) -> float:
    """The same direction, whole turns away, as near to *to* as possible."""
    return angle + FULL_TURN * round((to - angle) / FULL_TURN)
