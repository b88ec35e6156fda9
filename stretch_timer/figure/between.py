"""From one key pose to another, through those in between."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate, pairwise
from math import dist
from typing import TYPE_CHECKING

from stretch_timer.figure.passage import Passage
from stretch_timer.figure.solve import solution

if TYPE_CHECKING:
    from stretch_timer.figure.body import Body, Point
    from stretch_timer.figure.pose import Figure, Pose

PASSING = 0.4
"""How fast a pose on the way is passed, of the average speed: slowly enough that the corner is not seen."""
SHORTEST = 0.05
"""The least share of a movement that one of its parts gets, of an even share."""


class Movement:
    """From one key pose of a figure to another.

    Between start and end, in either direction, it passes through the figure's `via`; each part lasts in proportion to
    how far the body moves in it.
    """

    def __init__(self, figure: Figure, a: Pose, b: Pose) -> None:
        self._poses = _way(figure, a, b)
        solutions = [solution(figure, pose) for pose in self._poses]
        self._parts = [Passage(one, other, figure.strapped) for one, other in pairwise(solutions)]
        lengths = [_length(part) for part in self._parts]
        even = SHORTEST * sum(lengths) / len(lengths) or 1.0
        ends = list(accumulate(max(even, length) for length in lengths))
        self._ends = [end / ends[-1] for end in ends]

    def at(self, e: float, breath: float = 0.0) -> Body:
        """The figure at eased phase *e*, 0 to 1."""
        if e <= 0.0:
            return replace(self._parts[0].a, breath=breath)
        if e >= 1.0:
            return replace(self._parts[-1].b, breath=breath)
        i, within = self._part(e)
        return self._parts[i].at(within, breath)

    def place(self, e: float) -> tuple[Pose, Pose, float]:
        """The key poses around *e*, above 0 and below 1, and how far it is from the one to the other."""
        i, within = self._part(e)
        return self._poses[i], self._poses[i + 1], within

    def _part(self, e: float) -> tuple[int, float]:
        i = bisect_right(self._ends, e)
        begins = self._ends[i - 1] if i else 0.0
        return i, self._slowed((e - begins) / (self._ends[i] - begins), i)

    def _slowed(self, x: float, part: int) -> float:
        """Slower towards the poses in between, which would be sharp corners at full speed."""
        begin = 1.0 if part == 0 else PASSING
        end = 1.0 if part == len(self._parts) - 1 else PASSING
        return begin * x * (1.0 - x) ** 2 + x * x * (3.0 - 2.0 * x) - end * x * x * (1.0 - x)


def _way(figure: Figure, a: Pose, b: Pose) -> tuple[Pose, ...]:
    if (a, b) == (figure.start, figure.end):
        return (a, *figure.via, b)
    if (a, b) == (figure.end, figure.start):
        return (a, *reversed(figure.via), b)
    return (a, b)


def _length(part: Passage) -> float:
    """How far the body moves: the sum over its key points."""
    return sum(dist(p, q) for p, q in zip(_key_points(part.a), _key_points(part.b), strict=True))


def _key_points(body: Body) -> tuple[Point, ...]:
    legs = (body.leg_near, body.leg_far)
    arms = (body.arm_near, body.arm_far)
    return (
        body.hip,
        body.c7,
        body.atlas,
        *(point for leg in legs for point in (leg.knee, leg.ankle)),
        *(point for arm in arms for point in (arm.elbow, arm.wrist)),
    )
