"""A solved figure: where every joint is and which way every bone points. Poses become it; outlines come from it.

World units are percent of the body's height, x to the right, y up, floor at y = 0. The figure faces right, so that its
right side is near; the other side is the same picture mirrored. Angles are degrees. A limb's world angle is 0 down, 90
to the right, 180 up; `d` is the unit vector along a bone, `n` the unit normal on its front.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]


class HandShape(StrEnum):
    """How a hand is held."""

    RELAXED = "relaxed"
    REACH = "reach"
    CUP = "cup"
    GRIP = "grip"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg. `1` is the thigh, `2` the shank.

    Attributes:
        hip_flexion: Thigh against the trunk, forward positive.
        knee_flexion: 0 straight.
        foot_pitch: Sole against the floor, toes up positive.
        toe: How far the toes are bent up.
        thigh_scale: Length shown, of the whole: below 1 where the thigh points out of the picture.
        shank_scale: As `thigh_scale`.
        foot_scale: As `thigh_scale`.
    """

    hip: Point
    knee: Point
    ankle: Point
    a1: float
    a2: float
    d1: Point
    n1: Point
    d2: Point
    n2: Point
    hip_flexion: float
    knee_flexion: float
    foot_pitch: float
    toe: float = 0.0
    thigh_scale: float = 1.0
    shank_scale: float = 1.0
    foot_scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm. `1` is the upper arm, `2` the forearm, `hand` the hand.

    Attributes:
        foreshortening: Length shown of both bones, of the whole: below 1 where the elbow points towards the viewer.
        shape: How the hand is held.
        curl: Degrees the fingers of an open hand are bent.
    """

    shoulder: Point
    elbow: Point
    wrist: Point
    a1: float
    a2: float
    a_hand: float
    d1: Point
    n1: Point
    d2: Point
    n2: Point
    d_hand: Point
    n_hand: Point
    elbow_flexion: float
    foreshortening: float = 1.0
    shape: HandShape = HandShape.RELAXED
    curl: float = 26.0


@dataclass(frozen=True, slots=True)
class Station:
    """A point of the spine, `s` units of arc above the hip joint, with the outline's front normal there."""

    s: float
    at: Point
    n: Point


@dataclass(frozen=True, slots=True)
class Body:
    """A whole figure.

    Attributes:
        stations: The spine from 2 units below the hip to the seventh neck vertebra, at the outline's stations.
        lean: Trunk axis at the pelvis, 0 upright, 90 face down, -90 on the back.
        chest: Trunk axis at the top of the chest.
        neck: World angle of the neck's axis, 0 up.
        head: World angle of the head's axis, 0 up.
        breath: -1 breathed out to 1 breathed in.
    """

    hip: Point
    stations: tuple[Station, ...]
    c7: Point
    atlas: Point
    lean: float
    chest: float
    neck: float
    head: float
    leg_near: Leg
    leg_far: Leg
    arm_near: Arm
    arm_far: Arm
    breath: float = 0.0
