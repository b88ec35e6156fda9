"""The form of a leg: its contours from the pelvis to the ankle. What is worn on it is elsewhere."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import along
from stretch_timer.figure.body import Leg, Point
from stretch_timer.figure.builds import Girth
from stretch_timer.figure.contours import Contour, cut
from stretch_timer.figure.limbs import bent_limb, bone_between
from stretch_timer.figure.shapes import HERE, Placement
from stretch_timer.figure.tables import FAR, SHANK

if TYPE_CHECKING:
    from stretch_timer.figure.contours import Mark

KNEE_KNOB = 0.35
MOST_FLEXION = 150.0
BUTTOCK = 8.0
"""Radius of the buttock round the hip joint."""
FAR_BUTTOCK = 5.8
"""The far one is smaller, so that it does not show behind the near one."""
FOLDS_BACK = -12.0
"""Degrees of hip flexion below which the buttock folds over the pelvis."""


class Trunk:
    """The pelvis as a leg sees it: its joint, the way up the trunk and the way to the front."""

    def __init__(self, hip: Point, lean: float) -> None:
        angle = math.radians(lean)
        self.hip = hip
        self.up: Point = (math.sin(angle), math.cos(angle))
        self.front: Point = (math.cos(angle), -math.sin(angle))

    def at(self, up: float, front: float) -> Point:
        """The point *up* units up the trunk and *front* units in front of it."""
        return along(along(self.hip, self.up, up), self.front, front)


@dataclass(frozen=True, slots=True)
class LegForm:
    """One leg's contours.

    Attributes:
        flexion: The hip's, between 0 and what a hip can do.
        front: Thigh and shank in front, tags 0 to 2.
        back: The same behind.
        arc: From the back of the pelvis round to the back of the thigh, tags -1 to 0.
        seat: Pelvis below the tee, buttock, back of the thigh and calf in one.
        crease: The fold behind the knee.
        shift: Where the whole is painted.
    """

    leg: Leg
    trunk: Trunk
    girth: Girth
    far: bool
    flexion: float
    front: Contour
    back: Contour
    arc: Contour
    seat: Contour
    crease: tuple[Point, Point] | None
    shift: Placement

    @property
    def foot(self) -> Placement:
        """Where a template in foot axes goes."""
        x, y = self.leg.ankle
        return Placement(x + self.shift.x, y + self.shift.y, self.leg.foot_pitch, self.leg.foot_scale)


def leg_form(leg: Leg, lean: float, girth: Girth, *, far: bool) -> LegForm:
    """The contours of one leg of a body that leans *lean* degrees."""
    thigh, shank = bone_between(leg.hip, leg.knee, girth.thigh), bone_between(leg.knee, leg.ankle, SHANK)
    limb = bent_limb(thigh, shank, opens_back=True, knob=KNEE_KNOB)
    trunk = Trunk(leg.hip, lean)
    flexion = max(0.0, min(MOST_FLEXION, leg.hip_flexion))
    arc = _arc(leg, trunk, flexion, (FAR_BUTTOCK if far else BUTTOCK) * girth.hips)
    pelvis: list[Mark] = []
    if not far and leg.hip_flexion > FOLDS_BACK:
        pelvis = [(*trunk.at(s, -7.9 * girth.hips), -1.2 - 0.1 * s, *trunk.at(s, 0.0)) for s in (3.3, 1.3)]
    seat = [*pelvis, *arc, *cut(limb.back, 0.22 if far else 0.12, 3.0)]
    shift = Placement(*FAR) if far else HERE
    return LegForm(leg, trunk, girth, far, flexion, limb.front, limb.back, arc, seat, limb.crease, shift)


def _arc(leg: Leg, trunk: Trunk, flexion: float, radius: float) -> list[Mark]:
    start = math.atan2(-trunk.front[1], -trunk.front[0])
    if leg.hip_flexion < 0:
        start += math.radians(leg.hip_flexion * 0.25)
    count = 1 + int(flexion // 26)
    x, y = leg.hip
    marks: list[Mark] = []
    for i in range(count):
        q = i / count
        angle = start + math.radians(flexion * q)
        r = radius - 0.3 * q + 0.6 * math.sin(math.pi * q) * min(1.0, flexion / 60)
        marks.append((x + r * math.cos(angle), y + r * math.sin(angle), -1 + q, x, y))
    return marks
