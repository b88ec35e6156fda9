"""Areas: the outlines of simple things, and lines as areas, because filling costs less than stroking.

World units, y up. Areas that are painted as one must all run anticlockwise: then they join where they overlap.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import lerp
from stretch_timer.figure.curves import NOTHING, Outline, bow, straight, through

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stretch_timer.figure.body import Point
    from stretch_timer.figure.curves import Cubic


def polygon(points: Sequence[Sequence[float]]) -> Outline:
    """Straight lines through *points* and back to the first."""
    ends = [*points[1:], points[0]]
    return Outline((points[0][0], points[0][1]), tuple(map(straight, points, ends)))


def polyline(points: Sequence[Sequence[float]]) -> Outline:
    """Straight lines through *points*."""
    return Outline((points[0][0], points[0][1]), tuple(map(straight, points[:-1], points[1:])))


def lens(outer: Sequence[Sequence[float]], inner: Sequence[Sequence[float]]) -> Outline:
    """The area between two open curves that run the same way."""
    back = inner[::-1]
    return Outline(
        (outer[0][0], outer[0][1]),
        (*through(outer), straight(outer[-1], back[0]), *through(back), straight(back[-1], outer[0])),
    )


def ellipse(centre: Point, rx: float, ry: float) -> Outline:
    """An ellipse with its axes along x and y."""
    x, y = centre
    kx, ky = rx * 0.5523, ry * 0.5523
    return Outline(
        (x + rx, y),
        (
            (x + rx, y + ky, x + kx, y + ry, x, y + ry),
            (x - kx, y + ry, x - rx, y + ky, x - rx, y),
            (x - rx, y - ky, x - kx, y - ry, x, y - ry),
            (x + kx, y - ry, x + rx, y - ky, x + rx, y),
        ),
    )


def rounded_box(low: Point, high: Point, radius: float) -> Outline:
    """A rectangle from *low* (left, below) to *high* (right, above) with round corners."""
    (x0, y0), (x1, y1), r = low, high, radius
    corners = ((x1, y0), (x1, y1), (x0, y1), (x0, y0))
    starts = ((x1 - r, y0), (x1, y1 - r), (x0 + r, y1), (x0, y0 + r))
    ends = ((x1, y0 + r), (x1 - r, y1), (x0, y1 - r), (x0 + r, y0))
    cubics: list[Cubic] = []
    at = ends[-1]
    for start, corner, end in zip(starts, corners, ends, strict=True):
        cubics += [straight(at, start), bow(start, corner, end)]
        at = end
    return Outline(ends[-1], tuple(cubics))


def stripe(points: Sequence[Sequence[float]], width: float, taper: float = 1.0) -> Outline:
    """A thin line as an area: cheaper to fill than a line is to stroke.

    Args:
        points: What it follows, at least two.
        width: Units across at the middle.
        taper: Width at both ends, of the whole; 0 ends in points.
    """
    last = len(points) - 1
    left, right = [], []
    for i, at in enumerate(points):
        a, b = points[max(0, i - 1)], points[min(last, i + 1)]
        length = math.dist(a[:2], b[:2]) or NOTHING
        half = width / 2.0 * lerp(taper, 1.0, math.sin(math.pi * i / last))
        nx, ny = (b[1] - a[1]) / length * half, (a[0] - b[0]) / length * half
        left.append((at[0] + nx, at[1] + ny))
        right.append((at[0] - nx, at[1] - ny))
    return lens(left, right)


def bow_points(a: Point, control: Point, b: Point, count: int = 5) -> list[Point]:
    """*count* points along a quadratic curve."""
    points = []
    for i in range(count):
        t = i / (count - 1)
        u = 1.0 - t
        points.append(
            (
                u * u * a[0] + 2.0 * u * t * control[0] + t * t * b[0],
                u * u * a[1] + 2.0 * u * t * control[1] + t * t * b[1],
            ),
        )
    return points


def signed_area(outline: Outline) -> float:
    """Square units inside *outline*'s corners, negative if it runs clockwise."""
    knots = outline.knots
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(knots, (*knots[1:], knots[0]), strict=True)) / 2.0


def reversed_outline(outline: Outline) -> Outline:
    """*outline* run the other way."""
    starts = outline.knots
    cubics = tuple(
        (c[2], c[3], c[0], c[1], start[0], start[1])
        for start, c in zip(reversed(starts[:-1]), reversed(outline.cubics), strict=True)
    )
    return Outline(starts[-1], cubics)


def anticlockwise(outline: Outline) -> Outline:
    """*outline* run anticlockwise: areas that run the same way join where they overlap instead of cutting holes."""
    return outline if signed_area(outline) >= 0 else reversed_outline(outline)


def bowed_band(ends: tuple[Point, Point, Point], shift: Point) -> Outline:
    """The area a quadratic curve (start, control, end) covers when it is moved by *shift*."""
    moved = [(x + shift[0], y + shift[1]) for x, y in ends]
    a, control, b = ends
    return Outline(
        a, (bow(a, control, b), straight(b, moved[2]), bow(moved[2], moved[1], moved[0]), straight(moved[0], a))
    )


def capsule(a: Point, b: Point, width: float) -> Outline:
    """A straight strip from *a* to *b* with round ends."""
    length = math.dist(a, b) or NOTHING
    dx, dy = (b[0] - a[0]) / length * width / 2.0, (b[1] - a[1]) / length * width / 2.0
    nx, ny = -dy, dx
    k = 4.0 / 3.0
    a_left, a_right = (a[0] + nx, a[1] + ny), (a[0] - nx, a[1] - ny)
    b_left, b_right = (b[0] + nx, b[1] + ny), (b[0] - nx, b[1] - ny)

    def end(p: Point, q: Point, sign: float) -> Cubic:
        ex, ey = dx * k * sign, dy * k * sign
        return p[0] + ex, p[1] + ey, q[0] + ex, q[1] + ey, q[0], q[1]

    return Outline(
        a_right,
        (straight(a_right, b_right), end(b_right, b_left, 1.0), straight(b_left, a_left), end(a_left, a_right, -1.0)),
    )
