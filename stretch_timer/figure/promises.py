"""What a pose promises of feet and hands: where they are to be, and how far from there the body gets."""

from __future__ import annotations

from functools import partial
from math import dist
from typing import TYPE_CHECKING, NamedTuple

from stretch_timer.figure.angles import mixed
from stretch_timer.figure.arms import alike
from stretch_timer.figure.kinematics import foot_point, palm
from stretch_timer.figure.legs import planted_between
from stretch_timer.figure.proportions import HEEL, HEEL_RADIUS
from stretch_timer.figure.reach import Goal, wrist_for
from stretch_timer.figure.spine import point_beside
from stretch_timer.figure.targets import Things, point

if TYPE_CHECKING:
    from stretch_timer.figure.body import Arm, Body, Leg
    from stretch_timer.figure.pose import Depth, Planted, Pose


class Promise(NamedTuple):
    """Where one side's foot and hand are to be; None where they are free.

    Attributes:
        on: What the hand is put on, as written.
    """

    foot: Planted | None
    hand: Goal | None
    on: str

    def mixed(self, other: Promise, e: float) -> Promise:
        """What is kept all the way from this one to *other*, at eased phase *e*."""
        foot = planted_between(self.foot, other.foot, e) if self.foot and other.foot else None
        a, b = self.hand, other.hand
        hand = b._replace(at=mixed(a.at, b.at, e)) if a and b and alike(a, b) else None
        return Promise(foot, hand, other.on)

    def foot_missed(self, leg: Leg) -> float:
        """How far the foot is from where it is to be planted."""
        if self.foot is None:
            return 0.0
        return dist(foot_point(leg, HEEL), (self.foot.x, self.foot.y + HEEL_RADIUS))

    def hand_missed(self, arm: Arm) -> float:
        """How far the hand is from what it is to be put on."""
        if self.hand is None:
            return 0.0
        if self.hand.direction is None:
            return dist(palm(arm), self.hand.at)
        return dist(arm.wrist, wrist_for(self.hand, arm.a_hand))


def promise(pose: Pose, which: Depth, body: Body, strapped: Depth) -> Promise:
    """What a key pose promises of one side of *body*, be that in this pose or on its way."""
    things = Things(partial(point_beside, body.stations), body.leg_near, body.leg_far, strapped)
    hand = pose.hand(which)
    goal = None if hand.to is None else Goal(point(hand.to, which, things), hand.direction, hand.shape)
    return Promise(pose.leg(which).planted, goal, hand.to.text if hand.to else "")
