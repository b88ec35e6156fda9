"""Arms that reach: the joint angles that bring a hand where it is to be."""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin
from typing import TYPE_CHECKING, NamedTuple

from stretch_timer.figure.angles import along, limb, wrapped
from stretch_timer.figure.body import HandShape
from stretch_timer.figure.pose import ArmPose
from stretch_timer.figure.proportions import ELBOW_CLEARANCE, FOREARM, PALM, PALM_THICKNESS, SHOULDER_RISE, UPPER_ARM
from stretch_timer.figure.two_bones import ELBOW, SOFT, bend

if TYPE_CHECKING:
    from stretch_timer.figure.body import Point
    from stretch_timer.figure.kinematics import Girdle

LEAST_SHOULDER = -120.0
"""Shoulder angles are given from here up to a full turn above it."""
LEAST_WRIST = -180.0
ROUNDS = 8
"""The shoulder joint moves with the arm: so often, at most, the arm is solved until both agree."""
AGREED = 0.1
"""Degrees by which the arm may still move when they do."""
SHORTEST = 0.6
"""An arm whose elbow points at the viewer looks at least this long, of the whole."""
GUESSES = 20
CLEAR = 0.01
"""An elbow no higher than this lies on the floor."""
HIGH = UPPER_ARM + SHOULDER_RISE + ELBOW_CLEARANCE
"""From shoulders higher than this no elbow comes to the floor."""


class Goal(NamedTuple):
    """Where a hand is to be.

    Attributes:
        at: Of the palm; of a flat hand, the wrist on the floor below it.
        direction: World angle of the fingers; None as the wrist bends.
    """

    at: Point
    direction: float | None
    shape: HandShape


def wrist_for(goal: Goal, direction: float) -> Point:
    """Where the wrist of a hand goes whose fingers point in *direction*."""
    if goal.shape is HandShape.FLAT:
        return goal.at[0], goal.at[1] + PALM_THICKNESS
    return along(goal.at, limb(direction), -PALM)


def reach(shoulders: Girdle, pose: ArmPose, goal: Goal) -> ArmPose:
    """The arm with its hand at *goal*, or as near as it comes.

    An elbow that would sink into the floor points towards the viewer instead: both bones look shorter.

    Args:
        shoulders: What the arm hangs on.
        pose: The arm as it would be otherwise: its wrist and its scale count, and where its shoulder begins.
        goal: Where the hand is to be.
    """
    solved = _solved(shoulders, pose, goal)
    if shoulders.at[1] > HIGH or _clearance(shoulders, solved) >= 0.0:
        return solved
    if shoulders.joint(solved.shoulder)[1] <= ELBOW_CLEARANCE:
        return solved
    return _shortened(shoulders, solved._replace(wrist=pose.wrist), goal)


def _clearance(shoulders: Girdle, arm: ArmPose) -> float:
    """How high the elbow is above where it would lie on the floor."""
    y = shoulders.joint(arm.shoulder)[1] + limb(arm.shoulder - shoulders.chest)[1] * UPPER_ARM * arm.scale
    return y - ELBOW_CLEARANCE


def _shortened(shoulders: Girdle, sunk: ArmPose, goal: Goal) -> ArmPose:
    """The arm just so much shorter that its elbow lies on the floor, by false position."""
    low, high = SHORTEST * sunk.scale, sunk.scale
    arm = _solved(shoulders, sunk._replace(scale=low), goal)
    above, below = _clearance(shoulders, arm), _clearance(shoulders, sunk)
    for _ in range(GUESSES):
        if above <= CLEAR:
            break
        scale = low + (high - low) * above / (above - below)
        guess = _solved(shoulders, sunk._replace(scale=scale), goal)
        clearance = _clearance(shoulders, guess)
        if clearance < 0.0:
            high, below, above = scale, clearance, above / 2
        else:
            arm, low, above, below = guess, scale, clearance, below / 2
    return arm


def _solved(shoulders: Girdle, arm: ArmPose, goal: Goal) -> ArmPose:
    for _ in range(ROUNDS):
        joint = shoulders.joint(arm.shoulder)
        if goal.direction is None:
            first, elbow, wrist = _with_palm(joint, arm, goal.at)
        else:
            first, elbow, wrist = _with_wrist(joint, arm, goal, goal.direction)
        shoulder = wrapped(first + shoulders.chest, LEAST_SHOULDER)
        agreed = abs(shoulder - arm.shoulder) < AGREED
        arm = ArmPose(shoulder, elbow, wrist, arm.scale)
        if agreed:
            break
    return arm


def _with_palm(joint: Point, arm: ArmPose, at: Point) -> tuple[float, float, float]:
    """Forearm and hand act as one bone, from the elbow to the palm."""
    w = radians(arm.wrist)
    x, y = FOREARM * arm.scale + PALM * cos(w), PALM * sin(w)
    first, elbow = bend(joint, at, (UPPER_ARM * arm.scale, hypot(x, y)), ELBOW, SOFT)
    return first, elbow - degrees(atan2(y, x)), arm.wrist


def _with_wrist(joint: Point, arm: ArmPose, goal: Goal, direction: float) -> tuple[float, float, float]:
    lengths = (UPPER_ARM * arm.scale, FOREARM * arm.scale)
    # A palm on the floor stays exactly where it is.
    soft = 0.0 if goal.shape is HandShape.FLAT else SOFT
    first, elbow = bend(joint, wrist_for(goal, direction), lengths, ELBOW, soft)
    return first, elbow, wrapped(direction - (first + elbow), LEAST_WRIST)
