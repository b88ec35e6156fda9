"""The trunk: a curve from the pelvis to the seventh neck vertebra, never a chain of straight bones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, radians, sin
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import smoothstep
from stretch_timer.figure.body import Point, Station
from stretch_timer.figure.pose import SpinePose
from stretch_timer.figure.proportions import BELOW_HIP, NECK
from stretch_timer.figure.tables import TORSO

if TYPE_CHECKING:
    from collections.abc import Sequence

STATIONS = tuple(row[0] for row in TORSO)
"""Units of arc above the hip at which the curve is known; the first is below the hip, the second is the hip."""
HIP_INDEX = 1
CONTOUR_SHARE = 0.75
"""Of the natural curve, as much shows on the outline."""
NECK_TILT = 20.0
"""The neck leans this far in front of the chest."""
NECK_SHARE = 0.75
"""Of the neck's bending, as much is between chest and atlas; the head has the rest."""


def _natural(s: float) -> float:
    """Heading of a relaxed upright spine: hollow at the waist, rounded at the chest."""
    return -7 * smoothstep(3, 12, s) + 10 * smoothstep(13, 26, s) + 9 * smoothstep(25, 31.5, s)


def _shares(s: float) -> tuple[float, float]:
    """How much of the lumbar and of the thoracic flexion has happened *s* above the hip."""
    return smoothstep(5, 18, s), smoothstep(15, 31, s)


# Length of each step, the natural heading in radians, and what of both flexions has happened.
_STEPS = tuple(
    (b - a, radians(_natural((a + b) / 2)), *_shares((a + b) / 2)) for a, b in pairwise(STATIONS[HIP_INDEX:])
)
_NORMALS = tuple((radians(CONTOUR_SHARE * _natural(s)), *_shares(s)) for s in STATIONS)


@dataclass(frozen=True, slots=True)
class Spine:
    """The trunk's curve with its hip somewhere.

    Attributes:
        points: On the curve, one for each of `STATIONS`.
        normals: The outline's front normal there.
    """

    bends: SpinePose
    points: list[Point]
    normals: list[Point]

    @property
    def hip(self) -> Point:
        """The hip joint."""
        return self.points[HIP_INDEX]

    @property
    def chest(self) -> float:
        """World angle of the trunk's upper end."""
        return self.bends.lean + self.bends.lumbar + self.bends.thorax

    @property
    def neck(self) -> float:
        """World angle of the neck."""
        return self.chest + NECK_TILT + NECK_SHARE * self.bends.neck

    @property
    def head(self) -> float:
        """World angle of the head."""
        return self.chest + self.bends.neck + self.bends.head

    @property
    def c7(self) -> Point:
        """The seventh neck vertebra."""
        return self.points[-1]

    @property
    def atlas(self) -> Point:
        """Where the head sits on the neck."""
        x, y = self.points[-1]
        a = radians(self.neck)
        return x + NECK * sin(a), y + NECK * cos(a)

    def at(self, s: float, front: float = 0.0) -> Point:
        """The point *s* above the hip along the curve and *front* units in front of it."""
        i, t = _segment(s)
        p, q, n = self.points[i], self.points[i + 1], self.normals[i]
        return p[0] + (q[0] - p[0]) * t + n[0] * front, p[1] + (q[1] - p[1]) * t + n[1] * front

    def moved_to(self, hip: Point) -> Spine:
        """The same curve with its hip at *hip*, which must be at the origin now."""
        x, y = hip
        return Spine(self.bends, [(px + x, py + y) for px, py in self.points], self.normals)

    def stations(self) -> tuple[Station, ...]:
        """As part of a `Body`."""
        return tuple(map(Station, STATIONS, self.points, self.normals))


def spine(bends: SpinePose) -> Spine:
    """The curve with its hip at the origin."""
    lean, lumbar, thorax = radians(bends.lean), radians(bends.lumbar), radians(bends.thorax)
    points = [(-BELOW_HIP * sin(lean), -BELOW_HIP * cos(lean)), (0.0, 0.0)]
    x = y = 0.0
    for ds, natural, lumbar_share, thorax_share in _STEPS:
        a = lean + natural + lumbar * lumbar_share + thorax * thorax_share
        x += ds * sin(a)
        y += ds * cos(a)
        points.append((x, y))
    normals = []
    for natural, lumbar_share, thorax_share in _NORMALS:
        a = lean + natural + lumbar * lumbar_share + thorax * thorax_share
        normals.append((cos(a), -sin(a)))
    return Spine(bends, points, normals)


def point_beside(stations: Sequence[Station], s: float, front: float = 0.0) -> Point:
    """The point *s* above the hip along a body's spine and *front* units in front of it."""
    i, t = _segment(s)
    p, q, n = stations[i].at, stations[i + 1].at, stations[i].n
    return p[0] + (q[0] - p[0]) * t + n[0] * front, p[1] + (q[1] - p[1]) * t + n[1] * front


@lru_cache(maxsize=256)
def _segment(s: float) -> tuple[int, float]:
    """Between which two stations *s* is, as the first one's index, and where between them."""
    i = next((i for i, end in enumerate(STATIONS[HIP_INDEX + 1 : -1], HIP_INDEX) if s <= end), len(STATIONS) - 2)
    return i, (s - STATIONS[i]) / (STATIONS[i + 1] - STATIONS[i])
