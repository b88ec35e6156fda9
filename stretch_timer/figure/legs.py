"""Legs: as their joints bend, with the sole at an angle, or standing; and on their way between two such poses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import lerp, turned, wrapped
from stretch_timer.figure.kinematics import leg
from stretch_timer.figure.pose import LegAngles, LegPose, Planted
from stretch_timer.figure.proportions import HEEL, HEEL_RADIUS, SHANK, THIGH
from stretch_timer.figure.two_bones import KNEE, bend

if TYPE_CHECKING:
    from stretch_timer.figure.body import Leg, Point

LEAST_HIP = -150.0
"""Hip angles are given from here up to a full turn above it."""


def free_leg(hip: Point, lean: float, pose: LegPose) -> Leg:
    """The leg as its joints bend, standing or not."""
    angles = pose.angles
    if pose.pitch is not None:
        angles = _with_pitch(angles, lean, pose.pitch)
    return leg(hip, lean, angles)


def placed_leg(hip: Point, lean: float, pose: LegPose) -> Leg:
    """The leg with its foot where it stands, if it does."""
    if pose.planted is None:
        return free_leg(hip, lean, pose)
    angles, foot = pose.angles, pose.planted
    lengths = (THIGH * angles.thigh_scale, SHANK * angles.shank_scale)
    first, knee = bend(hip, planted_ankle(foot, angles.foot_scale), lengths, KNEE)
    flexion = wrapped(first + lean, LEAST_HIP)
    return leg(hip, lean, _with_pitch(angles._replace(hip=flexion, knee=knee), lean, foot.pitch))


def planted_ankle(foot: Planted, foot_scale: float) -> Point:
    """Where the ankle of a standing foot is."""
    dx, dy = turned((HEEL[0] * foot_scale, HEEL[1]), foot.pitch)
    return foot.x - dx, foot.y + HEEL_RADIUS - dy


def bent(leg: Leg, pose: LegPose) -> LegAngles:
    """The joint angles of a leg that was placed for *pose*."""
    return pose.angles._replace(hip=leg.hip_flexion, knee=leg.knee_flexion, ankle=leg.foot_pitch - leg.a2)


def _with_pitch(angles: LegAngles, lean: float, pitch: float) -> LegAngles:
    return angles._replace(ankle=pitch - (angles.hip - lean - angles.knee))


def planted_between(a: Planted, b: Planted, e: float) -> Planted:
    """A foot that is put from *a* to *b*."""
    return Planted(lerp(a.x, b.x, e), lerp(a.y, b.y, e), lerp(a.pitch, b.pitch, e))


@dataclass(frozen=True, slots=True)
class LegPath:
    """One leg on its way between two key poses.

    What both ends keep is kept all the way: a planted foot stays planted, a flat one flat.

    Attributes:
        angles_a: Joint angles at the beginning, with all contacts kept; `angles_b` at the end.
    """

    pose_a: LegPose
    pose_b: LegPose
    angles_a: LegAngles
    angles_b: LegAngles

    def at(self, e: float) -> LegPose:
        """The leg at eased phase *e*."""
        angles = LegAngles._make([a + (b - a) * e for a, b in zip(self.angles_a, self.angles_b, strict=True)])
        return LegPose(angles, self._pitch(e), self._planted(e))

    def _pitch(self, e: float) -> float | None:
        a, b = self.pose_a.pitch, self.pose_b.pitch
        return None if a is None or b is None else lerp(a, b, e)

    def _planted(self, e: float) -> Planted | None:
        a, b = self.pose_a.planted, self.pose_b.planted
        return None if a is None or b is None else planted_between(a, b, e)
