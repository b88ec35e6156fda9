"""Muscle zones: spindles that lie along a contour and glow, deepest in their middle, hottest at the skin."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from stretch_timer.figure.angles import lerp, smoothstep
from stretch_timer.figure.body import Point
from stretch_timer.figure.contours import FEW, cut, ways
from stretch_timer.figure.curves import NOTHING, Cubic, Outline, blended, through
from stretch_timer.figure.roles import Role
from stretch_timer.figure.shapes import HERE, Fill, Part, Placement, Stroke, mix

if TYPE_CHECKING:
    from stretch_timer.figure.contours import Contour, Mark
    from stretch_timer.figure.shapes import Mix, Shape

VISIBLE_GLOW = 0.02
HALO_HEAT = 0.28
HALO_WIDTH = 1.4
LAYERS = 6
HEAT_NEAR, HEAT_FAR = 0.92, 0.55
FIBRES = (0.26, 0.54)
"""How deep in the spindle each fibre lies, of its depth."""
FIBRE_HALF = 0.045
"""Half a fibre's width, of the spindle's depth."""
HALO_INSIDE = 0.25
"""How far into the spindle the halo begins, of its depth."""
FIBRE_HEAT = 0.65
WARM = 0.7
EDGE_WIDTH = 0.5


class Zone(StrEnum):
    """A muscle that can glow."""

    HAMSTRINGS = "hamstrings"
    QUADS = "quads"
    CALF = "calf"
    GLUTES = "glutes"
    HIP_FLEXOR = "hipflexor"
    SHIN = "shin"
    LOWER_BACK = "lowerback"
    BACK = "back"
    UPPER_BACK = "upperback"
    ABS = "abs"
    CHEST = "chest"


class Lies(StrEnum):
    """Which contour a zone follows."""

    SEAT = "seat"
    """Pelvis, buttock, back of the thigh and calf."""
    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a zone is: from one tag of its contour to another, and how far towards the bone at most."""

    lies: Lies
    low: float
    high: float
    depth: float


LEG_ZONES = {
    Zone.HAMSTRINGS: Extent(Lies.SEAT, 0.13, 0.94, 0.95),
    Zone.QUADS: Extent(Lies.FRONT, 0.1, 0.93, 0.8),
    Zone.CALF: Extent(Lies.SEAT, 1.04, 1.62, 0.8),
    Zone.GLUTES: Extent(Lies.SEAT, -2.0, 0.2, 0.78),
    Zone.HIP_FLEXOR: Extent(Lies.FRONT, 0.1, 0.5, 0.85),
    Zone.SHIN: Extent(Lies.FRONT, 1.06, 1.6, 0.6),
}
TORSO_ZONES = {
    Zone.LOWER_BACK: Extent(Lies.BACK, 5.5, 18, 0.75),
    Zone.BACK: Extent(Lies.BACK, 8, 29, 0.62),
    Zone.UPPER_BACK: Extent(Lies.BACK, 18, 29.5, 0.7),
    Zone.ABS: Extent(Lies.FRONT, 6, 19, 0.6),
    Zone.CHEST: Extent(Lies.FRONT, 18, 27, 0.6),
}


@dataclass(frozen=True, slots=True)
class Halo:
    """A rim outside the skin.

    Attributes:
        skin: The contour, from `start`.
        wide: Where the rim ends when it is widest.
        inside: The way back, within the spindle, so that no gap shows between them.
    """

    start: Point
    skin: Sequence[Cubic]
    wide: Sequence[Cubic]
    inside: Sequence[Cubic]

    def outline(self, width: float) -> Outline:
        """The rim, *width* of its widest."""
        return Outline(self.start, (*blended(self.skin, self.wide, width), *self.inside))


@dataclass(frozen=True, slots=True)
class Spindle:
    """A zone on one figure; it glows and fades without being made again."""

    halo: Halo
    layers: tuple[Part, ...]
    fibres: tuple[Part, ...]
    place: Placement


def leg_extent(zone: Zone, zones: Sequence[Zone], hip_flexion: float) -> Extent:
    """Where *zone* is on a leg: buttock and hamstrings meet at one point, which slides down as the hip straightens."""
    extent = LEG_ZONES[zone]
    bent = smoothstep(0, 60, hip_flexion)
    meet = lerp(0.27, 0.14, bent)
    if zone is Zone.GLUTES:
        high = meet - 0.02 if Zone.HAMSTRINGS in zones else lerp(0.42, 0.2, bent)
        return Extent(extent.lies, extent.low, high, extent.depth)
    if zone is Zone.HAMSTRINGS and Zone.GLUTES in zones:
        return Extent(extent.lies, meet, extent.high, extent.depth)
    return extent


def spindle(contour: Contour, extent: Extent, place: Placement = HERE) -> Spindle | None:
    """The zone at *extent* of *contour*, or None where too little of that contour is there."""
    outer = cut(contour, extent.low, extent.high)
    if len(outer) < FEW:
        return None
    walked = ways(outer)
    whole = walked[-1] or NOTHING
    most = min(extent.depth, whole * 0.055)
    # Nothing at both tips, where skin and depth meet.
    depths = [most * max(0.0, math.sin(math.pi * way / whole)) ** 0.65 for way in walked[:-1]] + [0.0]
    deep = [
        (x + (bone_x - x) * depth, y + (bone_y - y) * depth)
        for (x, y, _, bone_x, bone_y), depth in zip(outer, depths, strict=True)
    ]
    skin = _Curves(through(outer), through(outer[::-1]))
    depth = _Curves(through(deep), through(deep[::-1]))
    start = outer[0][:2]

    def lens(forth: Sequence[Cubic], back: Sequence[Cubic]) -> Part:
        return Part(Outline(start, (*forth, *back)), place)

    layers = tuple(lens(skin.forth, blended(skin.back, depth.back, 1.0 - 0.93 * i / LAYERS)) for i in range(LAYERS))
    wide = through(_outside(outer, depths))
    halo = Halo(start, skin.forth, wide, blended(skin.back, depth.back, HALO_INSIDE))
    trim = max(1, len(outer) // 6)
    fibres = tuple(_fibre(skin, depth, at, trim, place) for at in FIBRES) if len(outer) > 2 * trim + 1 else ()
    return Spindle(halo, layers, fibres, place)


class _Curves(NamedTuple):
    """One curve, run both ways."""

    forth: list[Cubic]
    back: list[Cubic]


def _fibre(skin: _Curves, depth: _Curves, at: float, trim: int, place: Placement) -> Part:
    """A thin lens *at* of the way into the spindle, *trim* segments shorter than it at both ends."""
    forth = blended(skin.forth, depth.forth, at - FIBRE_HALF)
    back = blended(skin.back, depth.back, at + FIBRE_HALF)
    start = (forth[trim - 1][4], forth[trim - 1][5])
    return Part(Outline(start, (*forth[trim:-trim], *back[trim:-trim])), place)


def _outside(outer: Sequence[Mark], depths: Sequence[float]) -> list[tuple[float, float]]:
    """The halo's outermost border: away from the bone, most where the zone is deepest."""
    points = []
    last = len(outer) - 1
    for i, (x, y, _, bone_x, bone_y) in enumerate(outer):
        a, b = outer[max(0, i - 1)], outer[min(last, i + 1)]
        nx, ny = b[1] - a[1], a[0] - b[0]
        size = HALO_WIDTH * min(1.0, depths[i] * 1.7) / (math.hypot(nx, ny) or NOTHING)
        if nx * (x - bone_x) + ny * (y - bone_y) < 0:
            size = -size
        points.append((x + nx * size, y + ny * size))
    return points


def halo_shapes(spindles: Sequence[Spindle], glow: float) -> list[Fill]:
    """What shines outside the body, wider the more it glows; painted before it.

    Opaque, as if on the card: a see-through fill costs as much as ten opaque ones.
    """
    colour = mix(Role.BLOB, Role.HOT, HALO_HEAT)
    return [Fill((Part(one.halo.outline(glow), one.place),), colour) for one in spindles]


def zone_shapes(
    spindles: Sequence[Spindle],
    glow: float,
    cloth: Role,
    *,
    far: bool = False,
    edged: bool = False,
) -> list[Shape]:
    """What glows on the cloth; painted over its shade."""
    shapes: list[Shape] = []
    heat = (HEAT_FAR if far else HEAT_NEAR) * glow
    for s in spindles:
        for layer, part in enumerate(s.layers):
            amount = heat * (1 - (1 - (layer + 1) / LAYERS) ** 1.5)
            shapes.append(Fill((part,), mix(cloth, Role.HOT, amount)))
        if not far:
            shapes.append(Fill(s.fibres, _fibre_colour(cloth, glow)))
        if edged:
            shapes.append(Stroke(s.layers[:1], mix(cloth, Role.EDGE, glow), EDGE_WIDTH))
    return shapes


def _fibre_colour(cloth: Role, glow: float) -> Mix:
    """Fibres warm up with the rest, and only then become lighter than it."""
    if glow < WARM:
        return mix(cloth, Role.HOT, glow / WARM)
    return mix(Role.HOT, Role.HOT2, FIBRE_HEAT * (glow - WARM) / (1.0 - WARM))
