"""Straight from one solved key pose to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.figure.angles import lerp, mixed
from stretch_timer.figure.arms import ArmPath
from stretch_timer.figure.contacts import hip_for
from stretch_timer.figure.kinematics import girdle, set_back
from stretch_timer.figure.legs import LegPath, placed_leg
from stretch_timer.figure.pose import Root, SpinePose
from stretch_timer.figure.solve import assembled
from stretch_timer.figure.spine import spine
from stretch_timer.figure.targets import Things

if TYPE_CHECKING:
    from stretch_timer.figure.body import Body, Point
    from stretch_timer.figure.pose import Depth, LegPose
    from stretch_timer.figure.solve import Solution
    from stretch_timer.figure.spine import Spine


class Passage:
    """Two key poses and everything between them, without a pose in between.

    Joint angles are mixed, and what both ends keep is kept all the way: the part the figure rests on, planted feet,
    hands on things.
    """

    def __init__(self, a: Solution, b: Solution, strapped: Depth) -> None:
        self.a, self.b = a.body, b.body
        self._strapped = strapped
        self._bends = tuple(zip(a.pose.spine, b.pose.spine, strict=True))
        self._roots = a.pose.root, b.pose.root
        self._leg_near = LegPath(a.pose.leg_near, b.pose.leg_near, a.leg_near, b.leg_near)
        self._leg_far = LegPath(a.pose.leg_far, b.pose.leg_far, a.leg_far, b.leg_far)
        self._arm_near = ArmPath(
            "near",
            a.pose.hand_near,
            b.pose.hand_near,
            a.arm_near,
            b.arm_near,
            a.pose.arm_near.scale,
            b.pose.arm_near.scale,
        )
        self._arm_far = ArmPath(
            "far", a.pose.hand_far, b.pose.hand_far, a.arm_far, b.arm_far, a.pose.arm_far.scale, b.pose.arm_far.scale
        )
        self._twin_arms = self._arm_near.twins(self._arm_far)

    def at(self, e: float, breath: float) -> Body:
        """The figure at eased phase *e*."""
        bends = SpinePose._make([a + (b - a) * e for a, b in self._bends])
        near, far = self._leg_near.at(e), self._leg_far.at(e)
        curve = spine(bends)
        hip = self._hip(curve, near, far, e)
        curve = curve.moved_to(hip)
        legs = placed_leg(hip, bends.lean, near), set_back(placed_leg(hip, bends.lean, far))
        things = Things(curve.at, *legs, self._strapped)
        shoulders = girdle(curve)
        arm_near = self._arm_near.at(shoulders, things, e)
        arms = arm_near, arm_near if self._twin_arms else self._arm_far.at(shoulders, things, e)
        return assembled(curve, legs, arms, breath)

    def _hip(self, curve: Spine, near: LegPose, far: LegPose, e: float) -> Point:
        """Where the hip is; with equal pins the contact never slides."""
        a, b = self._roots
        if a.pin is b.pin:
            return hip_for(Root(a.pin, lerp(a.x, b.x, e), lerp(a.y, b.y, e)), curve, near, far)
        return mixed(hip_for(a, curve, near, far), hip_for(b, curve, near, far), e)
