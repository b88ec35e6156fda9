"""Bent limbs: the two contours of a pair of bones, round on the outside of the joint and folded on the inside."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import along, lerp, wrapped
from stretch_timer.figure.body import Point
from stretch_timer.figure.contours import Contour
from stretch_timer.figure.curves import NOTHING, distance
from stretch_timer.figure.tables import Profile

if TYPE_CHECKING:
    from stretch_timer.figure.contours import Mark

STRAIGHT = 5.0
"""Degrees of flexion below which a joint has neither arc nor fold."""
ARC_STEP = 32.0
"""Degrees of flexion for each further point of the arc on the outside."""
FOLD_GAP = 2.1
"""Units on either side of a fold that are left out for the skin to stretch across."""
FOLD_RISE = 1.3
"""The most units the web of a fold stands away from the joint."""
LEAST_DEPTH = 0.5


@dataclass(frozen=True, slots=True)
class Bone:
    """One bone and what is round it.

    Attributes:
        d: Unit vector along it.
        n: Unit normal on its front.
        length: Units shown.
    """

    start: Point
    d: Point
    n: Point
    length: float
    profile: Profile


@dataclass(frozen=True, slots=True)
class Limb:
    """Front and back contour of two bones, tags 0 to 2, and the crease of the fold between them, if there is one."""

    front: Contour
    back: Contour
    crease: tuple[Point, Point] | None


def bone_between(start: Point, end: Point, profile: Profile) -> Bone:
    """The bone from *start* to *end*, its front on the left of that way."""
    length = distance(start, end) or NOTHING
    d = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    return Bone(start, d, (-d[1], d[0]), length, profile)


@dataclass(frozen=True, slots=True)
class _Joint:
    """Where two bones meet.

    Attributes:
        flexion: Degrees between them, never negative.
    """

    upper: Bone
    lower: Bone
    flexion: float


def bent_limb(upper: Bone, lower: Bone, *, opens_back: bool, knob: float) -> Limb:
    """The contours of two bones that meet where *lower* starts.

    Args:
        upper: Thigh or upper arm.
        lower: Shank or forearm.
        opens_back: Whether the lower bone bends backwards, as at a knee, so that the front is the outside.
        knob: Units the joint's outside stands out when bent.
    """
    (ax, ay), (bx, by) = upper.d, lower.d
    bend = math.degrees(math.atan2(ax * by - ay * bx, ax * bx + ay * by))
    joint = _Joint(upper, lower, abs(bend))
    # A bone that points out of the picture can seem bent the unnatural way: then outside and inside change places.
    front_is_outside = bend <= 0 if joint.flexion > STRAIGHT else opens_back
    sides: list[list[Mark]] = []
    crease = None
    for front, sign in ((True, 1.0), (False, -1.0)):
        first, second = _side(upper, sign, 0.0), _side(lower, sign, 1.0)
        if joint.flexion <= STRAIGHT:
            sides.append(first[:-1] + second)
        elif front_is_outside is front:
            sides.append(first[:-1] + _arc(joint, sign, knob) + second[1:])
        else:
            contour, crease = _fold(joint, sign, first, second)
            sides.append(contour)
    return Limb(sides[0], sides[1], crease)


def _rows(bone: Bone, sign: float) -> tuple[tuple[float, float], ...]:
    return bone.profile.front if sign > 0 else bone.profile.back


def _side(bone: Bone, sign: float, tag: float) -> list[Mark]:
    (x, y), (dx, dy), (nx, ny), length = bone.start, bone.d, bone.n, bone.length
    marks = []
    for t, half in _rows(bone, sign):
        way, width = length * t, half * sign
        bx, by = x + dx * way, y + dy * way
        marks.append((bx + nx * width, by + ny * width, tag + t, bx, by))
    return marks


def _arc(joint: _Joint, sign: float, knob: float) -> list[Mark]:
    """Points round the outside of the joint."""
    upper, lower = joint.upper, joint.lower
    jx, jy = lower.start
    radius = _rows(upper, sign)[-1][1]
    start = math.atan2(upper.n[1] * sign, upper.n[0] * sign)
    end = math.atan2(lower.n[1] * sign, lower.n[0] * sign)
    sweep = math.radians(wrapped(math.degrees(end - start), -180.0))
    bulge = knob * math.sin(math.radians(min(joint.flexion, 120.0)))
    count = int(joint.flexion // ARC_STEP) + 2
    marks = []
    for i in range(count):
        q = i / (count - 1)
        r, a = radius + bulge * math.sin(math.pi * q), start + sweep * q
        marks.append((jx + r * math.cos(a), jy + r * math.sin(a), 1.0, jx, jy))
    return marks


def _fold(joint: _Joint, sign: float, first: list[Mark], second: list[Mark]) -> tuple[list[Mark], tuple[Point, Point]]:
    """Points round the inside of the joint: both sides stop short of the bisector and a web joins them."""
    upper, lower, flexion = joint.upper, joint.lower, joint.flexion
    at = lower.start
    t = _unit(upper.d[0] + lower.d[0], upper.d[1] + lower.d[1])
    m = _unit((upper.n[0] + lower.n[0]) * sign, (upper.n[1] + lower.n[1]) * sign)
    depth = max(LEAST_DEPTH, (_crossing(first, at, t, m) + _crossing(second, at, t, m)) / 2.0)
    gap = FOLD_GAP * min(1.0, flexion / 50.0)
    kept_first = [p for p in first if _along(p, at, t) < -gap] or first[:1]
    kept_second = [p for p in second if _along(p, at, t) > gap] or second[-1:]
    rise = min(0.42 * gap * math.tan(math.radians(min(flexion, 150.0) / 2.0)), FOLD_RISE)
    web = along(at, m, depth + rise)
    crease = (along(at, m, depth - 0.25), along(at, m, depth * 0.35))
    return [*kept_first, (*web, 1.0, *at), *kept_second], crease


def _unit(x: float, y: float) -> Point:
    length = math.hypot(x, y) or NOTHING
    return x / length, y / length


def _along(mark: Mark, joint: Point, t: Point) -> float:
    return (mark[0] - joint[0]) * t[0] + (mark[1] - joint[1]) * t[1]


def _crossing(side: list[Mark], joint: Point, t: Point, m: Point) -> float:
    """How far from the joint, along *m*, a side crosses the bisector; where it does not, how far out it ends."""
    before: tuple[float, float] | None = None
    for mark in side:
        now = (_along(mark, joint, t), _along(mark, joint, m))
        if before is not None and (before[0] < 0) != (now[0] < 0):
            return lerp(before[1], now[1], before[0] / (before[0] - now[0]))
        before = now
    return before[1] if before is not None else 0.0
