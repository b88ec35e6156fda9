"""A body, dressed: the figure's display list, far things first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stretch_timer.figure.outline_arms import arm_shapes
from stretch_timer.figure.outline_head import head_shapes, neck_shapes
from stretch_timer.figure.outline_legs import LegDrawing, leg_drawing, leg_shapes
from stretch_timer.figure.outline_torso import pelvis_shapes, tee, torso_shapes
from stretch_timer.figure.shapes import Shape
from stretch_timer.figure.zones import LEG_ZONES, VISIBLE_GLOW, Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stretch_timer.figure.body import Body
    from stretch_timer.figure.style import Style


@dataclass(frozen=True, slots=True)
class Muscles:
    """The zones that glow, by what they lie on."""

    near: tuple[Zone, ...] = ()
    far: tuple[Zone, ...] = ()
    torso: tuple[Zone, ...] = ()


def muscles(names: Sequence[str]) -> Muscles:
    """Zones as a figure file names them: a leg's with `.near` or `.far`, or neither for both.

    Raises:
        ValueError: No zone is called so.
    """
    near: list[Zone] = []
    far: list[Zone] = []
    torso: list[Zone] = []
    for name in names:
        zone, _, side = name.partition(".")
        if (muscle := Zone(zone)) not in LEG_ZONES:
            torso.append(muscle)
            continue
        if side != "far":
            near.append(muscle)
        if side != "near":
            far.append(muscle)
    return Muscles(tuple(near), tuple(far), tuple(torso))


@dataclass(frozen=True, slots=True)
class Layers:
    """The figure's shapes, in the order and between the gaps that props are painted in."""

    behind: list[Shape]
    """Far arm and leg."""
    middle: list[Shape]
    """Neck, trunk, head, near leg."""
    front: list[Shape]
    """Near arm."""
    near_leg: LegDrawing


def figure_layers(body: Body, style: Style, glowing: Muscles, glow: float) -> Layers:
    """The display list of *body*."""
    if glow <= VISIBLE_GLOW:
        glowing, glow = Muscles(), 0.0
    far_leg = leg_drawing(body.leg_far, body.lean, glowing.far, style, far=True)
    near_leg = leg_drawing(body.leg_near, body.lean, glowing.near, style, far=False)
    return Layers(
        behind=[*arm_shapes(body.arm_far, style, far=True), *leg_shapes(far_leg, glow)],
        middle=[
            *neck_shapes(body, style),
            *pelvis_shapes(body, style),
            *torso_shapes(body, tee(body, glowing.torso, style), style, glow),
            *head_shapes(body, style),
            *leg_shapes(near_leg, glow),
        ],
        front=list(arm_shapes(body.arm_near, style, far=False)),
        near_leg=near_leg,
    )
