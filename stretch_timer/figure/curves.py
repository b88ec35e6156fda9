"""Curves: points in, outlines of cubic segments out. Plain numbers; what paints them is elsewhere.

World units (percent of the body's height), y up. Every tangent follows the chord from the point before to the point
after, divided by the way along both chords: short and long stretches meet without the bulges of uniform splines.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stretch_timer.figure.body import Point

Cubic = tuple[float, float, float, float, float, float]
"""Two control points and an end point; it starts where the one before ended."""
NOTHING = 1e-6
"""Instead of a length of zero, which nothing can be divided by."""


class Outline(NamedTuple):
    """One run of cubic segments; filled, it is closed by a straight line."""

    start: Point
    cubics: Sequence[Cubic]

    @property
    def knots(self) -> tuple[Point, ...]:
        """The points it passes through."""
        return (self.start, *((cubic[4], cubic[5]) for cubic in self.cubics))


def distance(a: Sequence[float], b: Sequence[float]) -> float:
    """Units between two points."""
    return hypot(b[0] - a[0], b[1] - a[1])


def through(points: Sequence[Sequence[float]]) -> list[Cubic]:
    """An open curve through *points*, starting at the first."""
    x0, y0, x1, y1 = points[0][0], points[0][1], points[1][0], points[1][1]
    length = hypot(x1 - x0, y1 - y0) or NOTHING
    mx, my = (x1 - x0) / length, (y1 - y0) / length
    cubics: list[Cubic] = []
    for point in points[2:]:
        x2, y2 = point[0], point[1]
        following = hypot(x2 - x1, y2 - y1) or NOTHING
        chords = length + following
        nx, ny = (x2 - x0) / chords, (y2 - y0) / chords
        third = length / 3.0
        cubics.append((x0 + mx * third, y0 + my * third, x1 - nx * third, y1 - ny * third, x1, y1))
        x0, y0, x1, y1, mx, my, length = x1, y1, x2, y2, nx, ny, following
    third = length / 3.0
    nx, ny = (x1 - x0) / length, (y1 - y0) / length
    cubics.append((x0 + mx * third, y0 + my * third, x1 - nx * third, y1 - ny * third, x1, y1))
    return cubics


def straight(a: Sequence[float], b: Sequence[float]) -> Cubic:
    """A straight line as a cubic."""
    dx, dy = (b[0] - a[0]) / 3.0, (b[1] - a[1]) / 3.0
    return a[0] + dx, a[1] + dy, b[0] - dx, b[1] - dy, b[0], b[1]


def bow(a: Sequence[float], control: Sequence[float], b: Sequence[float]) -> Cubic:
    """A quadratic curve from *a* to *b* pulled towards *control*, as a cubic."""
    cx, cy = control[0] * 2.0, control[1] * 2.0
    return (a[0] + cx) / 3.0, (a[1] + cy) / 3.0, (b[0] + cx) / 3.0, (b[1] + cy) / 3.0, b[0], b[1]


def open_curve(points: Sequence[Sequence[float]]) -> Outline:
    """An open curve through *points*."""
    return Outline((points[0][0], points[0][1]), through(points))


def closed_curve(points: Sequence[Sequence[float]]) -> Outline:
    """A closed curve through *points*, as smooth at the first as anywhere else."""
    around = [points[-1], *points, points[0], points[1]]
    cubics = through(around)[1:-1]
    return Outline((points[0][0], points[0][1]), tuple(cubics))


def blended(a: Sequence[Cubic], b: Sequence[Cubic], t: float) -> list[Cubic]:
    """The curve *t* of the way from *a* to *b*, of as many segments each: cheaper than one through its points."""
    u = 1.0 - t
    return [
        (a0 * u + b0 * t, a1 * u + b1 * t, a2 * u + b2 * t, a3 * u + b3 * t, a4 * u + b4 * t, a5 * u + b5 * t)
        for (a0, a1, a2, a3, a4, a5), (b0, b1, b2, b3, b4, b5) in zip(a, b, strict=True)
    ]
