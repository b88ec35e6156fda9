"""The body's measures: bones, contacts, and how far each joint bends. Percent of the body's height, degrees."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stretch_timer.figure.body import Point

THIGH = 24.5
SHANK = 24.3
UPPER_ARM = 16.8
FOREARM = 14.2
HAND = 9.2
"""Wrist to finger tips."""
PALM = 4.6
"""Wrist to the middle of the palm."""
PALM_THICKNESS = 1.2
"""Of a palm flat on something, at the wrist."""
NECK = 5.4
"""Seventh neck vertebra to atlas."""
BELOW_HIP = 2.0
"""How far the spine's curve is continued below the hip joint."""

SHOULDER_S = 27.6
"""Where on the spine the shoulder joint is, in units of arc above the hip."""
SHOULDER_FRONT = 0.2
SHOULDER_RISE = 2.4
"""How far the shoulder blade lifts the joint with the arm overhead."""

SEAT = 26.5
"""Height of a chair's seat."""
LEVELS = MappingProxyType({"floor": 0.0, "seat": SEAT})
"""Heights that have a name."""

HEEL: Point = (-2.2, -2.05)
"""Centre of the heel's contact circle in foot axes: from the ankle, x to the toes, y up."""
HEEL_RADIUS = 2.05
BALL: Point = (6.9, -2.9)
BALL_RADIUS = 1.2
KNEE_RADIUS = 3.75
BUTTOCK_RADIUS = 7.4
BACK_HIP_RADIUS = 7.7
"""The hip's contact circle lying on the back."""
BACK_S = 23.0
SHOULDER_BLADE_S = 26.0
BACK_DEPTH = 6.2
"""Spine to the skin of the back, at both."""
ELBOW_RADIUS = 2.2
ELBOW_CLEARANCE = 2.6
"""Height of an elbow that lies on the floor."""
HEAD_OUTLINE: tuple[Point, ...] = (
    (5.75, 6.2),
    (6.85, 2.0),
    (4.5, -2.35),
    (-3.0, 0.4),
    (-4.4, 2.6),
    (-4.9, 5.2),
    (-4.3, 7.9),
    (-2.4, 9.9),
    (0.4, 10.7),
    (4.3, 8.9),
)
"""Points of the head without hair, from the atlas, x to the face, y to the top."""


class Range(NamedTuple):
    """From least to most, both included."""

    least: float
    most: float

    def __contains__(self, value: object) -> bool:
        # Written so that NaN is outside.
        return isinstance(value, (int, float)) and self.least <= value <= self.most

    def __str__(self) -> str:
        return f"{self.least:g} to {self.most:g}"


JOINTS = MappingProxyType(
    {
        # Extending a kneeling leg, and the top of the foot on the floor, go a little further than one moves alone.
        "hip": Range(-35, 150),
        "knee": Range(0, 160),
        "ankle": Range(-65, 35),
        "toe": Range(-30, 70),
        "shoulder": Range(-60, 190),
        "elbow": Range(0, 150),
        "wrist": Range(-90, 90),
        "lumbar": Range(-40, 50),
        "thorax": Range(-20, 60),
        "neck": Range(-50, 60),
        "head": Range(-40, 40),
    }
)
"""How far each joint bends, in degrees."""
LEAN = Range(-180, 180)
"""The trunk in the world, in degrees."""
TURN = Range(-360, 360)
"""Any direction in the world, in degrees."""
SCALE = Range(0.2, 1)
"""How short a bone can look that points out of the picture."""
REACHABLE = Range(-300, 300)
"""Coordinates of anything a body or the picture has to do with."""
