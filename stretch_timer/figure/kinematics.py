"""From joint angles to where the joints are."""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin
from typing import TYPE_CHECKING, NamedTuple

from stretch_timer.figure.angles import along, limb, nearest_turn, normal, smoothstep
from stretch_timer.figure.body import Arm, Leg
from stretch_timer.figure.proportions import (
    FOREARM,
    PALM,
    SHANK,
    SHOULDER_FRONT,
    SHOULDER_RISE,
    SHOULDER_S,
    THIGH,
    UPPER_ARM,
)
from stretch_timer.figure.tables import FAR

if TYPE_CHECKING:
    from stretch_timer.figure.body import HandShape, Point
    from stretch_timer.figure.pose import ArmPose, LegAngles
    from stretch_timer.figure.spine import Spine

FAR_HIP_SHARE = 0.65
"""How much of the far side's shift is taken back at the hip: the depth of a leg grows from the hip to the knee."""


def leg(hip: Point, lean: float, angles: LegAngles) -> Leg:
    """A leg of a trunk that leans *lean*."""
    a1 = angles.hip - lean
    a2 = a1 - angles.knee
    d1, d2 = limb(a1), limb(a2)
    knee = along(hip, d1, THIGH * angles.thigh_scale)
    return Leg(
        hip=hip,
        knee=knee,
        ankle=along(knee, d2, SHANK * angles.shank_scale),
        a1=a1,
        a2=a2,
        d1=d1,
        n1=normal(d1),
        d2=d2,
        n2=normal(d2),
        hip_flexion=angles.hip,
        knee_flexion=angles.knee,
        foot_pitch=a2 + angles.ankle,
        toe=angles.toe,
        thigh_scale=angles.thigh_scale,
        shank_scale=angles.shank_scale,
        foot_scale=angles.foot_scale,
    )


def set_back(leg: Leg) -> Leg:
    """The far leg as it is drawn: its hip nearer to the near one than knee and foot are."""
    hip = along(leg.hip, FAR, -FAR_HIP_SHARE)
    dx, dy = leg.knee[0] - hip[0], leg.knee[1] - hip[1]
    length = hypot(dx, dy)
    d1 = (dx / length, dy / length)
    return Leg(
        hip=hip,
        knee=leg.knee,
        ankle=leg.ankle,
        a1=nearest_turn(degrees(atan2(dx, -dy)), leg.a1),
        a2=leg.a2,
        d1=d1,
        n1=normal(d1),
        d2=leg.d2,
        n2=leg.n2,
        hip_flexion=leg.hip_flexion,
        knee_flexion=leg.knee_flexion,
        foot_pitch=leg.foot_pitch,
        toe=leg.toe,
        thigh_scale=leg.thigh_scale,
        shank_scale=leg.shank_scale,
        foot_scale=leg.foot_scale,
    )


def foot_point(leg: Leg, point: Point) -> Point:
    """A point of the foot, given from the ankle with x to the toes and y up, in the world."""
    a = radians(leg.foot_pitch)
    x, y = point[0] * leg.foot_scale, point[1]
    return leg.ankle[0] + x * cos(a) - y * sin(a), leg.ankle[1] + x * sin(a) + y * cos(a)


class Girdle(NamedTuple):
    """What carries both arms; it moves along with them.

    Attributes:
        at: The shoulder joint of a hanging arm.
        up: Unit vector along the chest.
        chest: World angle of the chest.
    """

    at: Point
    up: Point
    chest: float

    def joint(self, shoulder: float) -> Point:
        """Where the shoulder joint of an arm raised to *shoulder* is."""
        rise = SHOULDER_RISE * smoothstep(50, 170, shoulder)
        forward = smoothstep(20, 90, shoulder) - smoothstep(100, 180, shoulder)
        x, y = self.up
        return self.at[0] + x * rise + y * forward, self.at[1] + y * rise - x * forward


def girdle(spine: Spine) -> Girdle:
    """The shoulders on *spine*."""
    chest = spine.chest
    a = radians(chest)
    return Girdle(spine.at(SHOULDER_S, SHOULDER_FRONT), (sin(a), cos(a)), chest)


def arm(shoulders: Girdle, pose: ArmPose, shape: HandShape, curl: float) -> Arm:
    """An arm that hangs on *shoulders*."""
    joint = shoulders.joint(pose.shoulder)
    a1 = pose.shoulder - shoulders.chest
    a2 = a1 + pose.elbow
    a_hand = a2 + pose.wrist
    d1, d2, d_hand = limb(a1), limb(a2), limb(a_hand)
    elbow = along(joint, d1, UPPER_ARM * pose.scale)
    return Arm(
        shoulder=joint,
        elbow=elbow,
        wrist=along(elbow, d2, FOREARM * pose.scale),
        a1=a1,
        a2=a2,
        a_hand=a_hand,
        d1=d1,
        n1=normal(d1),
        d2=d2,
        n2=normal(d2),
        d_hand=d_hand,
        n_hand=normal(d_hand),
        elbow_flexion=pose.elbow,
        foreshortening=pose.scale,
        shape=shape,
        curl=curl,
    )


def palm(arm: Arm) -> Point:
    """The middle of the palm."""
    return along(arm.wrist, arm.d_hand, PALM)
