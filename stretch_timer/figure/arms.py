"""Arms: as their joints bend, or with a hand on something; and on their way between two such poses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import lerp, mixed, nearest_turn, smoothstep
from stretch_timer.figure.body import HandShape
from stretch_timer.figure.kinematics import arm
from stretch_timer.figure.pose import ArmPose, Depth, HandPose
from stretch_timer.figure.reach import Goal, reach
from stretch_timer.figure.targets import PLACES_ON_LEGS, point

if TYPE_CHECKING:
    from stretch_timer.figure.body import Arm, Point
    from stretch_timer.figure.kinematics import Girdle
    from stretch_timer.figure.pose import Target
    from stretch_timer.figure.targets import Things

CURLS = MappingProxyType({HandShape.RELAXED: 26.0, HandShape.REACH: 10.0, HandShape.CUP: 62.0})
"""How far the fingers of an open hand are bent, in degrees."""
CURL = CURLS[HandShape.RELAXED]
GRASP_FROM = 0.55
"""A hand that comes from nowhere begins to head for what it is put on at this share of the way."""
HALF = 0.5


def held_arm(shoulders: Girdle, pose: ArmPose, hand: HandPose, which: Depth, things: Things) -> ArmPose:
    """A key pose's arm, with its hand on what it is put on, if it is."""
    if hand.to is None:
        return pose
    return reach(shoulders, pose, Goal(point(hand.to, which, things), hand.direction, hand.shape))


def posed_arm(shoulders: Girdle, pose: ArmPose, hand: HandPose) -> Arm:
    """A key pose's arm in the world."""
    return arm(shoulders, pose, hand.shape, CURLS.get(hand.shape, CURL))


@dataclass(frozen=True, slots=True)
class ArmPath:
    """One arm on its way between two key poses.

    Attributes:
        joints_a: Joint angles at the beginning, with the hand where it is put; `joints_b` at the end.
        scale_a: Length shown at the beginning where nothing shortens it; `scale_b` at the end.
    """

    which: Depth
    hand_a: HandPose
    hand_b: HandPose
    joints_a: ArmPose
    joints_b: ArmPose
    scale_a: float = 1.0
    scale_b: float = 1.0

    def twins(self, other: ArmPath) -> bool:
        """Whether the other arm always does exactly the same."""
        targets = (hand.to for hand in (self.hand_a, self.hand_b))
        here = any(to is not None and to.depth is None and to.place in PLACES_ON_LEGS for to in targets)
        return not here and replace(other, which=self.which) == self

    def at(self, shoulders: Girdle, things: Things, e: float) -> Arm:
        """The arm at eased phase *e*."""
        joints = _mix(self.joints_a, self.joints_b, e)
        free = joints._replace(scale=lerp(self.scale_a, self.scale_b, e))
        a, b = self.hand_a.to, self.hand_b.to
        if a is not None and b is not None:
            joints = self._kept(shoulders, free, self._between(a, b, things, e), e)
        elif b is not None:
            joints = self._arriving(shoulders, joints, free, self._goal(self.hand_b, b, things), e)
        elif a is not None:
            joints = self._arriving(shoulders, joints, free, self._goal(self.hand_a, a, things), 1.0 - e)
        return arm(shoulders, joints, self._shape(e), self._curl(e))

    def _goal(self, hand: HandPose, to: Target, things: Things) -> Goal:
        return Goal(point(to, self.which, things), hand.direction, hand.shape)

    def _between(self, a: Target, b: Target, things: Things, e: float) -> Point:
        at = point(a, self.which, things)
        return at if a == b else mixed(at, point(b, self.which, things), e)

    def _kept(self, shoulders: Girdle, free: ArmPose, at: Point, e: float) -> ArmPose:
        """On something at both ends: all the way on a point between the two."""
        a, b = self.hand_a, self.hand_b
        if alike(a, b):
            direction = _turning(a.direction, b.direction, e)
            return reach(shoulders, free, Goal(at, direction, a.shape))
        first = reach(shoulders, free, Goal(at, a.direction, a.shape))
        return _mix(first, _near(reach(shoulders, free, Goal(at, b.direction, b.shape)), first), e)

    @staticmethod
    def _arriving(shoulders: Girdle, joints: ArmPose, free: ArmPose, goal: Goal, e: float) -> ArmPose:
        """On something at one end only: drawn to it over the last part of the way there."""
        weight = smoothstep(GRASP_FROM, 1.0, e)
        return _mix(joints, _near(reach(shoulders, free, goal), joints), weight) if weight else joints

    def _shape(self, e: float) -> HandShape:
        return self.hand_a.shape if e < HALF else self.hand_b.shape

    def _curl(self, e: float) -> float:
        a, b = CURLS.get(self.hand_a.shape), CURLS.get(self.hand_b.shape)
        if a is not None and b is not None:
            return lerp(a, b, e)
        return CURLS.get(self._shape(e), CURL)


def _mix(a: ArmPose, b: ArmPose, e: float) -> ArmPose:
    return ArmPose._make([x + (y - x) * e for x, y in zip(a, b, strict=True)])


def _near(arm: ArmPose, to: ArmPose) -> ArmPose:
    """The same arm with its angles counted so that none is more than half a turn from the other's."""
    shoulder, elbow, wrist = (nearest_turn(angle, other) for angle, other in zip(arm[:3], to[:3], strict=True))
    return ArmPose(shoulder, elbow, wrist, arm.scale)


def alike(a: HandPose | Goal, b: HandPose | Goal) -> bool:
    """Whether the two ends put the hand down in the same way, so that one solution serves both."""
    flat = (a.shape is HandShape.FLAT) == (b.shape is HandShape.FLAT)
    return (a.direction is None) == (b.direction is None) and (flat or a.direction is None)


def _turning(a: float | None, b: float | None, e: float) -> float | None:
    return None if a is None or b is None else lerp(a, nearest_turn(b, a), e)
