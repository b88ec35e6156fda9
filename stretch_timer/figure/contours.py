"""Contours: one side of a body part, its points tagged with how far along the part they are.

A point carries (x, y, tag, bone x, bone y). The tag of a limb is 0 to 1 along its first bone and 1 to 2 along its
second; a trunk's is units of spine above the hip. The bone point is the foot of the perpendicular on the bone: shade
and muscle zones reach from the contour towards it.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from stretch_timer.figure.angles import lerp
from stretch_timer.figure.curves import NOTHING, Outline, through

Mark = tuple[float, float, float, float, float]
Contour = Sequence[Mark]

_tag = itemgetter(2)

TAPER = 0.12
"""How much of a shade's length it takes to come and to go."""
FEW = 3
"""Fewer points than this make no area worth painting."""


def cut(contour: Contour, low: float, high: float) -> list[Mark]:
    """The part of *contour*, whose tags grow, from tag *low* to tag *high*; its ends are interpolated."""
    first, last = bisect_left(contour, low, key=_tag), bisect_right(contour, high, key=_tag)
    kept = list(contour[first:last])
    if 0 < first < len(contour) and contour[first][2] > low:
        kept.insert(0, _at(contour[first - 1], contour[first], low))
    if 0 < last < len(contour) and contour[last - 1][2] < high:
        kept.append(_at(contour[last - 1], contour[last], high))
    return kept


def _at(a: Mark, b: Mark, tag: float) -> Mark:
    t = (tag - a[2]) / (b[2] - a[2])
    return lerp(a[0], b[0], t), lerp(a[1], b[1], t), tag, lerp(a[3], b[3], t), lerp(a[4], b[4], t)


def ways(contour: Sequence[Sequence[float]]) -> list[float]:
    """For each point, the units walked along *contour* to reach it."""
    walked = [0.0]
    for a, b in pairwise(contour):
        walked.append(walked[-1] + math.hypot(b[0] - a[0], b[1] - a[1]))
    return walked


def shade(contour: Contour, depth: float) -> Outline | None:
    """A crescent from *contour* to *depth* of the way to the bone, thin at both ends."""
    if len(contour) < FEW:
        return None
    walked = ways(contour)
    whole = walked[-1] or NOTHING
    inner = []
    for mark, way in zip(contour, walked, strict=True):
        x = way / whole
        d = depth * min(1.0, x / TAPER) * min(1.0, (1.0 - x) / TAPER)
        inner.append((lerp(mark[0], mark[3], d), lerp(mark[1], mark[4], d)))
    return Outline(contour[0][:2], (*through(contour), *through(inner[::-1])))
