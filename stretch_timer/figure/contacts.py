"""Where the body touches the world, and where it is for that."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from stretch_timer.figure.body import Point
from stretch_timer.figure.kinematics import foot_point
from stretch_timer.figure.legs import free_leg
from stretch_timer.figure.pose import Pin
from stretch_timer.figure.proportions import (
    BACK_DEPTH,
    BACK_HIP_RADIUS,
    BACK_S,
    BALL,
    BALL_RADIUS,
    BUTTOCK_RADIUS,
    HEEL,
    HEEL_RADIUS,
    KNEE_RADIUS,
    SHOULDER_BLADE_S,
)

if TYPE_CHECKING:
    from stretch_timer.figure.body import Leg
    from stretch_timer.figure.pose import Depth, LegPose, Root
    from stretch_timer.figure.spine import Spine

Beside = Callable[[float, float], Point]
"""Units of arc above the hip, units in front of the spine -> the point there."""

ORIGIN = (0.0, 0.0)
FEET: MappingProxyType[Pin, tuple[Depth, ...]] = MappingProxyType(
    {Pin.FEET: ("near", "far"), Pin.FOOT_NEAR: ("near",), Pin.FOOT_FAR: ("far",)}
)
KNEES: MappingProxyType[Pin, tuple[Depth, ...]] = MappingProxyType(
    {Pin.KNEES: ("near", "far"), Pin.KNEE_NEAR: ("near",), Pin.KNEE_FAR: ("far",)}
)
PINNED_LEGS: MappingProxyType[Pin, tuple[Depth, ...]] = MappingProxyType({**FEET, **KNEES})
"""The legs a figure stands or kneels on that is pinned by them."""


class Circle(NamedTuple):
    """A round part of the body that rests on things."""

    x: float
    y: float
    radius: float = 0.0

    @property
    def bottom(self) -> float:
        """Height of its lowest point."""
        return self.y - self.radius


def foot_circles(leg: Leg) -> tuple[Circle, ...]:
    """Heel and ball of a foot."""
    return Circle(*foot_point(leg, HEEL), HEEL_RADIUS), Circle(*foot_point(leg, BALL), BALL_RADIUS)


def knee_circle(leg: Leg) -> Circle:
    """The knee one kneels on."""
    return Circle(*leg.knee, KNEE_RADIUS)


def leg_circles(pin: Pin, leg: Leg) -> tuple[Circle, ...]:
    """What *pin* stands for on one of its legs."""
    return foot_circles(leg) if pin in FEET else (knee_circle(leg),)


def trunk_circles(pin: Pin, beside: Beside) -> tuple[Circle, ...]:
    """What *pin* stands for on the trunk."""
    hip = beside(0.0, 0.0)
    match pin:
        case Pin.BUTTOCKS:
            return (Circle(*hip, BUTTOCK_RADIUS),)
        case Pin.BACK:
            return Circle(*hip, BACK_HIP_RADIUS), Circle(*beside(BACK_S, -BACK_DEPTH))
        case Pin.SHOULDERS:
            return (Circle(*beside(SHOULDER_BLADE_S, -BACK_DEPTH)),)
        case _:
            return (Circle(*hip),)


def hip_for(root: Root, curve: Spine, near: LegPose, far: LegPose) -> Point:
    """Where the hip must be for *root* to hold; *curve* has its hip at the origin."""
    if root.pin in PINNED_LEGS:
        poses = [near if depth == "near" else far for depth in PINNED_LEGS[root.pin]]
        legs = [free_leg(ORIGIN, curve.bends.lean, pose) for pose in poses]
        contacts = [circle for leg in legs for circle in leg_circles(root.pin, leg)]
    else:
        contacts = list(trunk_circles(root.pin, curve.at))
    return root.x - contacts[0].x, root.y - min(circle.bottom for circle in contacts)
