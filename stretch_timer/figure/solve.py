"""From a key pose to where every joint is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stretch_timer.figure.arms import held_arm, posed_arm
from stretch_timer.figure.body import Body
from stretch_timer.figure.contacts import hip_for
from stretch_timer.figure.kinematics import girdle, set_back
from stretch_timer.figure.legs import bent, placed_leg
from stretch_timer.figure.pose import ArmPose, LegAngles, Pose
from stretch_timer.figure.spine import spine
from stretch_timer.figure.targets import Things

if TYPE_CHECKING:
    from stretch_timer.figure.body import Arm, Leg
    from stretch_timer.figure.pose import Figure
    from stretch_timer.figure.spine import Spine


@dataclass(frozen=True, slots=True)
class Solution:
    """A solved key pose.

    Attributes:
        leg_near: Its joint angles with all contacts kept; the other limbs likewise.
    """

    pose: Pose
    body: Body
    leg_near: LegAngles
    leg_far: LegAngles
    arm_near: ArmPose
    arm_far: ArmPose


def solve(figure: Figure, pose: Pose) -> Body:
    """A key pose alone."""
    return solution(figure, pose).body


def solution(figure: Figure, pose: Pose) -> Solution:
    """A key pose alone, with its joint angles."""
    lean, curve = pose.spine.lean, spine(pose.spine)
    hip = hip_for(pose.root, curve, pose.leg_near, pose.leg_far)
    near, far = placed_leg(hip, lean, pose.leg_near), placed_leg(hip, lean, pose.leg_far)
    curve = curve.moved_to(hip)
    things = Things(curve.at, near, set_back(far), figure.strapped)
    shoulders = girdle(curve)
    arm_near = held_arm(shoulders, pose.arm_near, pose.hand_near, "near", things)
    arm_far = held_arm(shoulders, pose.arm_far, pose.hand_far, "far", things)
    arms = posed_arm(shoulders, arm_near, pose.hand_near), posed_arm(shoulders, arm_far, pose.hand_far)
    body = assembled(curve, (near, things.far), arms)
    return Solution(pose, body, bent(near, pose.leg_near), bent(far, pose.leg_far), arm_near, arm_far)


def assembled(curve: Spine, legs: tuple[Leg, Leg], arms: tuple[Arm, Arm], breath: float = 0.0) -> Body:
    """The whole figure from its parts, near before far."""
    return Body(
        hip=curve.hip,
        stations=curve.stations(),
        c7=curve.c7,
        atlas=curve.atlas,
        lean=curve.bends.lean,
        chest=curve.chest,
        neck=curve.neck,
        head=curve.head,
        leg_near=legs[0],
        leg_far=legs[1],
        arm_near=arms[0],
        arm_far=arms[1],
        breath=breath,
    )
