"""Legs: skin, foot or shoe, trousers, and the muscles that glow on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from stretch_timer.figure.contours import cut
from stretch_timer.figure.curves import Outline, open_curve, through
from stretch_timer.figure.feet import ANKLE_BONE, COLLAR, LACES, SHOE, SOLE, bare_foot, toe_line
from stretch_timer.figure.leg_form import LegForm, leg_form
from stretch_timer.figure.roles import Role
from stretch_timer.figure.shapes import Fill, Part, Shape, edge_lines, fill
from stretch_timer.figure.trousers import Hem, finish_shapes, trouser_shapes
from stretch_timer.figure.zones import Lies, Spindle, halo_shapes, leg_extent, spindle, zone_shapes

if TYPE_CHECKING:
    from stretch_timer.figure.body import Leg
    from stretch_timer.figure.style import Style
    from stretch_timer.figure.zones import Zone

UNDER_HEM = 1.74
ANKLE = 1.88
"""Tags between which the bare shank is seen."""
REMEMBERED = 8
"""Legs whose drawings are kept: two of this frame, two of the last, and those of a second window."""

Ring = list[Sequence[float]]


@dataclass(frozen=True, slots=True)
class LegDrawing:
    """A leg, ready to paint but for the glow of its zones.

    Attributes:
        edges: Where the leg ends, for a line round it; nothing across the hip, where it goes over into the trunk.
    """

    form: LegForm
    skin: tuple[Shape, ...]
    trousers: tuple[Shape, ...]
    spindles: tuple[Spindle, ...]
    finish: tuple[Shape, ...]
    edges: tuple[Part, ...]


@lru_cache(maxsize=REMEMBERED)
def leg_drawing(leg: Leg, lean: float, zones: tuple[Zone, ...], style: Style, *, far: bool) -> LegDrawing:
    """One leg of a body that leans *lean* degrees."""
    form = leg_form(leg, lean, style.girth, far=far)
    hem = Hem(form)
    return LegDrawing(
        form,
        tuple(_shod(form) if style.shoes else _barefoot(form)),
        tuple(trouser_shapes(form, hem)),
        tuple(_spindles(form, zones)),
        tuple(finish_shapes(form, hem)),
        tuple(_edges(form, shoes=style.shoes)) if style.edged else (),
    )


def leg_shapes(drawing: LegDrawing, glow: float) -> list[Shape]:
    """A leg in its order of painting."""
    far = drawing.form.far
    cloth = Role.PANTS_FAR if far else Role.PANTS
    return [
        *edge_lines(drawing.edges),
        *halo_shapes(drawing.spindles, glow),
        *drawing.skin,
        *drawing.trousers,
        *zone_shapes(drawing.spindles, glow, cloth, far=far, edged=bool(drawing.edges)),
        *drawing.finish,
    ]


def _spindles(form: LegForm, zones: tuple[Zone, ...]) -> list[Spindle]:
    contours = {Lies.SEAT: form.seat, Lies.FRONT: form.front}
    extents = [leg_extent(zone, zones, form.leg.hip_flexion) for zone in zones]
    found = [spindle(contours[extent.lies], extent, form.shift) for extent in extents]
    return [one for one in found if one is not None]


def _barefoot(form: LegForm) -> list[Shape]:
    """Shank and foot are one outline, so that the ankle stays smooth at any angle."""
    ring: Ring = [
        *cut(form.back, UNDER_HEM, ANKLE),
        *bare_foot(form.leg),
        *reversed(cut(form.front, UNDER_HEM, ANKLE)),
    ]
    shapes: list[Shape] = [fill(_open_topped(ring), Role.SKIN_FAR if form.far else Role.SKIN, form.shift)]
    if not form.far:
        shapes.append(Fill((Part(ANKLE_BONE, form.foot), Part(toe_line(form.leg.toe), form.foot)), Role.SKIN_SH))
    return shapes


def _shod(form: LegForm) -> list[Shape]:
    ring: Ring = [*cut(form.back, UNDER_HEM, 2.0), *reversed(cut(form.front, UNDER_HEM, 2.0))]
    leather, sole = (Role.SHOE_FAR, Role.SOLE_FAR) if form.far else (Role.SHOE, Role.SOLE)
    shapes: list[Shape] = [
        fill(_open_topped(ring), Role.SKIN_FAR if form.far else Role.SKIN, form.shift),
        fill(SHOE, leather, form.foot),
    ]
    if not form.far:
        shapes.append(fill(COLLAR, Role.SHOE_FAR, form.foot))
    return [*shapes, Fill(tuple(Part(outline, form.foot) for outline in (SOLE, *LACES)), sole)]


def _open_topped(ring: Ring) -> Outline:
    """Closed by a straight line, which is under the hem."""
    return Outline((ring[0][0], ring[0][1]), through(ring))


def _edges(form: LegForm, *, shoes: bool) -> list[Part]:
    front, seat = cut(form.front, 0.1, 2.0), cut(form.seat, -2.0, 2.0)
    if shoes:
        lines = [Part(open_curve(front), form.shift), Part(open_curve(seat), form.shift)]
        return [*lines, Part(SHOE, form.foot), Part(SOLE, form.foot)]
    ring: Ring = [*cut(seat, -2.0, ANKLE), *bare_foot(form.leg), *reversed(cut(front, 0.1, ANKLE))]
    return [Part(open_curve(ring), form.shift)]
