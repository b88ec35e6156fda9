"""Where in the world the things are that hands are put on."""

from __future__ import annotations

from math import hypot
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from stretch_timer.figure.angles import along, mixed
from stretch_timer.figure.kinematics import foot_point
from stretch_timer.figure.pose import Place
from stretch_timer.figure.proportions import SHANK, THIGH

if TYPE_CHECKING:
    from stretch_timer.figure.body import Leg, Point
    from stretch_timer.figure.contacts import Beside
    from stretch_timer.figure.pose import Depth, Target

FOOT_PARTS = MappingProxyType(
    {
        "toes": (10.2, -1.6),
        "ball": (7.0, -4.3),
        "sole": (5.6, -4.6),
        "ankle": (1.2, 1.5),
        "heel": (-3.4, -2.6),
        "instep": (4.6, -0.2),
    }
)
"""From the ankle, x to the toes, y up."""
THIGH_DEPTHS = MappingProxyType({"front": 5.4, "back": -5.0, "": 0.0})
SHIN_DEPTHS = MappingProxyType({"front": 3.2, "back": -3.6, "": 3.2})
"""Bone to where the palm is; a shin is held in front unless it says otherwise, a thigh at the side."""
KNEE_DEPTH = 3.2
BELLY_DEPTH = 6.9
HIP_S, HIP_DEPTH = 5.0, 2.0
COLLAR_S, COLLAR_DEPTH = 24.0, 7.5
PLACES_ON_LEGS = frozenset({Place.FOOT, Place.SHIN, Place.THIGH, Place.KNEE})
"""Of these there are two."""


class Things(NamedTuple):
    """What there is to be held: the body itself.

    Attributes:
        beside: Finds points beside the spine.
        far: The far leg as it is drawn.
        strapped: The foot a band goes round.
    """

    beside: Beside
    near: Leg
    far: Leg
    strapped: Depth

    def leg(self, which: Depth) -> Leg:
        """One of the two legs."""
        return self.near if which == "near" else self.far


def point(target: Target, hand: Depth, things: Things) -> Point:
    """Where the palm of the *hand* goes that is put on *target*."""
    match target.place:
        case Place.POINT:
            return target.point
        case Place.BELLY:
            return things.beside(target.along, BELLY_DEPTH)
        case Place.HIP:
            return things.beside(HIP_S, HIP_DEPTH)
        case Place.BAND:
            return _on_band(things.beside, things.leg(target.depth or things.strapped), target.along)
        case _:
            return _on_leg(target, things.leg(target.depth or hand))


def _on_leg(target: Target, leg: Leg) -> Point:
    match target.place:
        case Place.FOOT:
            return foot_point(leg, FOOT_PARTS[target.detail])
        case Place.THIGH:
            bone = along(leg.hip, leg.d1, THIGH * leg.thigh_scale * target.along)
            return along(bone, leg.n1, THIGH_DEPTHS[target.detail])
        case Place.SHIN:
            bone = along(leg.knee, leg.d2, SHANK * leg.shank_scale * target.along)
            return along(bone, leg.n2, SHIN_DEPTHS[target.detail])
        case _:
            return along(leg.knee, leg.n1, KNEE_DEPTH)


def _on_band(beside: Beside, leg: Leg, distance: float) -> Point:
    """On the line from the collar bone to the sole."""
    collar, sole = beside(COLLAR_S, COLLAR_DEPTH), foot_point(leg, FOOT_PARTS["sole"])
    length = hypot(sole[0] - collar[0], sole[1] - collar[1])
    return mixed(collar, sole, distance / length) if length else collar
