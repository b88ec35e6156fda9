"""Arms: hand, bare arm, sleeve."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import along
from stretch_timer.figure.areas import bowed_band
from stretch_timer.figure.contours import cut, shade
from stretch_timer.figure.curves import Outline, bow, closed_curve, through
from stretch_timer.figure.hands import hand_outlines
from stretch_timer.figure.limbs import bent_limb, bone_between
from stretch_timer.figure.roles import Role
from stretch_timer.figure.shapes import HERE, Fill, Part, Placement, edge_lines, fill, mix
from stretch_timer.figure.tables import FAR, FOREARM

if TYPE_CHECKING:
    from stretch_timer.figure.body import Arm, Point
    from stretch_timer.figure.contours import Contour
    from stretch_timer.figure.limbs import Limb
    from stretch_timer.figure.shapes import Shape
    from stretch_timer.figure.style import Style

ELBOW_KNOB = -0.15
SHADE_DEPTH = 0.4
SLEEVE_FROM, SLEEVE_TO = 0.12, 0.58
SLEEVE_EASE = 0.55
"""Units the sleeve stands off the arm."""
SLEEVE_CAP = 3.75
CAST = Placement(-0.55, -0.35)
"""Where the near sleeve's shade falls on the tee."""
REMEMBERED = 8


@lru_cache(maxsize=REMEMBERED)
def arm_shapes(arm: Arm, style: Style, *, far: bool) -> tuple[Shape, ...]:
    """One arm in its order of painting."""
    shift = Placement(*FAR) if far else HERE
    upper = bone_between(arm.shoulder, arm.elbow, style.girth.upper_arm)
    fore = bone_between(arm.elbow, arm.wrist, FOREARM)
    limb = bent_limb(upper, fore, opens_back=False, knob=ELBOW_KNOB)
    bare = Part(closed_curve([*cut(limb.back, 0.3, 2.0), *reversed(cut(limb.front, 0.3, 2.0))]), shift)
    sleeve = _Sleeve(arm, limb, SLEEVE_CAP * style.girth.shoulders)
    hand = Placement(arm.wrist[0] + shift.x, arm.wrist[1] + shift.y, arm.a_hand - 90.0)
    edges = [bare, Part(sleeve.outline, shift), *(Part(outline, hand) for outline in hand_outlines(arm).skin)]
    return (
        *edge_lines(edges if style.edged else ()),
        *_skin(arm, bare, limb.back, hand, far=far),
        *sleeve.shapes(shift, far=far),
    )


def _skin(arm: Arm, arm_part: Part, back: Contour, hand: Placement, *, far: bool) -> list[Shape]:
    outlines = hand_outlines(arm)
    skin, dark = (Role.SKIN_FAR, Role.SKIN_FAR_SH) if far else (Role.SKIN, Role.SKIN_SH)
    shapes: list[Shape] = [Fill((*(Part(outline, hand) for outline in outlines.skin), arm_part), skin)]
    if outlines.over:
        shapes.append(Fill(tuple(Part(outline, hand) for outline in outlines.over), dark))
    if far:
        return shapes
    if outlines.lines:
        shapes.append(Fill(tuple(Part(outline, hand) for outline in outlines.lines), mix(skin, dark, 0.75)))
    crescent = shade(cut(back, 0.5, 1.97), SHADE_DEPTH)
    if crescent is not None:
        shapes.append(fill(crescent, dark))
    return shapes


class _Sleeve:
    """The tee's sleeve: a cap over the shoulder, open at a hem round the upper arm."""

    def __init__(self, arm: Arm, limb: Limb, radius: float) -> None:
        ease = SLEEVE_EASE
        before = [along(mark[:2], arm.n1, ease) for mark in cut(limb.front, SLEEVE_FROM, SLEEVE_TO)]
        behind = [along(mark[:2], arm.n1, -ease) for mark in cut(limb.back, SLEEVE_FROM, SLEEVE_TO)]
        start = math.atan2(arm.n1[1], arm.n1[0])
        cap = [_round(arm.shoulder, radius, start + math.pi * i / 4) for i in range(5)]
        self._d = arm.d1
        self._front, self._back = before[-1], behind[-1]
        middle = ((self._front[0] + self._back[0]) / 2, (self._front[1] + self._back[1]) / 2)
        self._control = along(middle, arm.d1, 0.9)
        ring = [*reversed(before), *cap, *behind]
        self.outline = Outline(ring[0], (*through(ring), bow(ring[-1], self._control, ring[0])))

    def shapes(self, shift: Placement, *, far: bool) -> list[Shape]:
        """The sleeve in its order of painting."""
        d = self._d
        line = (along(self._back, d, -0.65), along(self._control, d, -0.65), along(self._front, d, -0.65))
        hem = bowed_band(line, (-d[0] * 0.5, -d[1] * 0.5))
        if far:
            return [fill(self.outline, Role.TOP_FAR, shift), fill(hem, Role.TOP_SH, shift)]
        return [fill(self.outline, Role.TOP_SH, CAST), fill(self.outline, Role.TOP_LT), fill(hem, Role.TOP)]


def _round(centre: Point, radius: float, angle: float) -> Point:
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)
