"""Things that move with the body: straps, loops, arrows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import along, mixed
from stretch_timer.figure.areas import anticlockwise, bow_points, capsule, lens, polygon, polyline
from stretch_timer.figure.contours import cut
from stretch_timer.figure.curves import Outline, bow, straight, through
from stretch_timer.figure.kinematics import foot_point
from stretch_timer.figure.pose import SpinePoint
from stretch_timer.figure.roles import Role
from stretch_timer.figure.shapes import Fill, Part, Placement, fill, stroke
from stretch_timer.figure.spine import point_beside
from stretch_timer.figure.tables import FAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stretch_timer.figure.body import Arm, Body, Point
    from stretch_timer.figure.curves import Cubic
    from stretch_timer.figure.outline_legs import LegDrawing
    from stretch_timer.figure.pose import Cue, Prop
    from stretch_timer.figure.shapes import Shape

GRIP = 3.2
"""Units from the wrist at which a hand holds a strap."""
SOLE: Point = (6.0, -4.7)
_ACROSS: tuple[Point, ...] = ((4.4, -0.55), (8.2, -0.55), (8.2, 0.55), (4.4, 0.55))
"""What is seen of a strap across the sole; y is in widths of the strap."""
STRAP_WIDTHS = {"band": 1.8, "towel": 3.0}
_STRAP = {
    "band": (Role.BAND, Role.BAND_FAR),
    "towel": (Role.TOWEL, Role.TOWEL_FAR),
}
BETWEEN_FEET = Placement(FAR[0] * 0.6, FAR[1] * 0.6)
"""Where the far strand of a strap runs: not quite as far as the far hand."""
LOOP_HALF = 0.06
LOOP_EASE = 0.35
LOOP_BOW = 0.8
LOOP_WIDTH = 3.0
CUE_HEAD = 3.8
CUE_HALF = 2.0


def _held(arm: Arm) -> Point:
    return along(arm.wrist, arm.d_hand, GRIP)


def strap_behind(prop: Prop, body: Body) -> list[Shape]:
    """The strand to the far hand, and its loose end; nothing if the near hand holds both ends."""
    if prop.hand == "near":
        return []
    leg = body.leg_near if prop.foot == "near" else body.leg_far
    hand, width = _held(body.arm_far), STRAP_WIDTHS[prop.style]
    strand = capsule(foot_point(leg, SOLE), hand, width)
    parts = (Part(strand, BETWEEN_FEET), Part(_tail(hand, width), BETWEEN_FEET))
    return [Fill(parts, _STRAP[prop.style][1])]


def strap_before(prop: Prop, body: Body) -> list[Shape]:
    """What lies across the sole, and the strand to the near hand with its loose end, if that holds one."""
    leg = body.leg_near if prop.foot == "near" else body.leg_far
    colour, width = _STRAP[prop.style][0], STRAP_WIDTHS[prop.style]
    across = polygon([foot_point(leg, (x, SOLE[1] + y * width)) for x, y in _ACROSS])
    if prop.hand == "far":
        return [fill(anticlockwise(across), colour)]
    hand, sole = _held(body.arm_near), foot_point(leg, SOLE)
    strand = capsule(sole, hand, width)
    tail = _tail(hand, width)
    shapes: list[Shape] = [Fill((Part(strand), Part(anticlockwise(across)), Part(tail)), colour)]
    if prop.style == "towel":
        shapes.append(fill(capsule(sole, hand, 0.45), Role.TOWEL_LT))
    return shapes


def _tail(hand: Point, width: float) -> Outline:
    """The end that hangs from the hand."""
    x, y = hand
    w = width / 2.0
    down = (x + 1.0 - w, y - 2.5, x - 1.6 - w, y - 4.5, x - 0.4 - w, y - 7.5)
    up = (x - 1.6 + w, y - 4.5, x + 1.0 + w, y - 2.5, x + w, y)
    bottom = (x - 0.4 - w, y - 7.5 - w * 1.2, x - 0.4 + w, y - 7.5 - w * 1.2, x - 0.4 + w, y - 7.5)
    return Outline((x - w, y), (down, bottom, up, straight((x + w, y), (x - w, y))))


def loop_behind(prop: Prop, body: Body) -> list[Shape]:
    """A mini band round the far thigh."""
    leg = body.leg_far
    x, y = mixed(leg.hip, leg.knee, prop.t)
    middle = (x + FAR[0], y + FAR[1])
    ends = [along(middle, leg.n1, -5.0), along(middle, leg.n1, 5.0)]
    return [stroke(polyline(ends), Role.BAND_FAR, LOOP_WIDTH, butt=True)]


def loop_before(prop: Prop, body: Body, drawing: LegDrawing) -> list[Shape]:
    """A mini band round the near thigh: a slice of it, a little wider."""
    leg = body.leg_near
    low, high = prop.t - LOOP_HALF, prop.t + LOOP_HALF
    front = [along(mark[:2], leg.n1, LOOP_EASE) for mark in cut(drawing.form.front, low, high)]
    back = [along(mark[:2], leg.n1, -LOOP_EASE) for mark in cut(drawing.form.back, low, high)]

    def hem(a: Point, b: Point) -> Cubic:
        return bow(a, along(mixed(a, b, 0.5), leg.d1, LOOP_BOW), b)

    cubics = (*through(front), hem(front[-1], back[-1]), *through(back[::-1]), hem(back[0], front[0]))
    return [fill(anticlockwise(Outline(front[0], cubics)), Role.BAND)]


def worn_behind(props: Sequence[Prop], body: Body) -> list[Shape]:
    """What is painted between the far leg and the trunk."""
    shapes: list[Shape] = []
    for prop in props:
        if prop.type == "loop":
            shapes += loop_behind(prop, body)
        elif prop.type == "strap":
            shapes += strap_behind(prop, body)
    return shapes


def worn_before(props: Sequence[Prop], body: Body, near_leg: LegDrawing) -> list[Shape]:
    """What is painted between the near leg and the near arm."""
    shapes: list[Shape] = []
    for prop in props:
        if prop.type == "strap":
            shapes += strap_before(prop, body)
        elif prop.type == "loop":
            shapes += loop_before(prop, body, near_leg)
    return shapes


def cue_shapes(cue: Cue, body: Body, glow: float) -> list[Shape]:
    """An arrow that grows from nothing at its tail: it can bend out of the picture's plane.

    Args:
        cue: Where it goes; its bend is how far its middle stands aside, of its length.
        body: What points beside the spine are measured on.
        glow: 0 hides it.
    """
    a, b = _cue_point(cue.start, body), _cue_point(cue.end, body)
    length = math.dist(a, b)
    aside = cue.bend * 2 if abs(cue.bend) <= 1 else cue.bend * 2 / length
    control = (
        (a[0] + b[0]) / 2 - (b[1] - a[1]) * aside,
        (a[1] + b[1]) / 2 + (b[0] - a[0]) * aside,
    )
    away = math.dist(control, b)
    d: Point = ((b[0] - control[0]) / away, (b[1] - control[1]) / away)
    n: Point = (-d[1], d[0])
    neck = along(b, d, -CUE_HEAD * 0.8)
    shaft = bow_points(a, control, neck, 7)
    back = along(b, d, -CUE_HEAD)
    head = polygon([b, along(back, n, CUE_HALF), neck, along(back, n, -CUE_HALF)])
    parts = (Part(anticlockwise(_ribbon(shaft, 0.35, 1.25))), Part(anticlockwise(head)))
    return [Fill(parts, Role.CUE, round(min(1.0, glow), 1))]


def _ribbon(points: list[Point], first: float, last: float) -> Outline:
    """A line that grows from *first* to *last* units across."""
    left, right = [], []
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
        half = (first + (last - first) * i / (len(points) - 1)) / 2 / (math.dist((ax, ay), (bx, by)) or 1.0)
        left.append((x + (by - ay) * half, y - (bx - ax) * half))
        right.append((x - (by - ay) * half, y + (bx - ax) * half))
    return lens(left, right)


def _cue_point(point: Point | SpinePoint, body: Body) -> Point:
    if isinstance(point, SpinePoint):
        return point_beside(body.stations, point.s, point.front)
    return point
