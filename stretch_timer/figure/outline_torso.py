"""The trunk: pelvis, tee, its shade, its zones, its collar."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import along, lerp, mixed, smoothstep
from stretch_timer.figure.areas import bowed_band, stripe
from stretch_timer.figure.builds import GIRTHS
from stretch_timer.figure.contours import Mark, cut, shade
from stretch_timer.figure.curves import Outline, bow, closed_curve, through
from stretch_timer.figure.roles import Role
from stretch_timer.figure.shapes import Fill, Part, edge_lines, fill, mix
from stretch_timer.figure.spine import point_beside
from stretch_timer.figure.tables import TORSO, TORSO_BACK, TORSO_FRONT
from stretch_timer.figure.zones import TORSO_ZONES, Lies, Spindle, halo_shapes, spindle, zone_shapes

if TYPE_CHECKING:
    from stretch_timer.figure.body import Body, Point, Station
    from stretch_timer.figure.builds import Girth
    from stretch_timer.figure.shapes import Shape
    from stretch_timer.figure.style import Style
    from stretch_timer.figure.zones import Zone

HEM_BACK, HEM_FRONT = 2.6, 4.4
"""Where the tee ends, in units of spine above the hip."""
PELVIS_BACK, PELVIS_FRONT = (5, 3, 2, 1), (1, 3, 5)
"""Stations the pelvis reaches through, to under the tee."""
FOLDS = ((8.0, 0.62), (11.5, 0.45))
"""Where the tee folds, in units of spine, and how far towards it."""
TOP = 40.0
"""Beyond the last station: all there is."""
SHADE_DEPTH = 0.3
BREATH_DEPTH = 0.6
"""Units the chest comes forward breathing in."""
_SWELL = tuple(math.exp(-(((row[0] - 21) / 6) ** 2)) * BREATH_DEPTH for row in TORSO)


def _ease_front(s: float) -> float:
    """Units the tee stands off the body in front."""
    if s >= 27:  # noqa: PLR2004 (the shoulders carry it)
        return 0.15
    return 0.3 if s < 5 else 0.5  # noqa: PLR2004 (below the waist it lies close)


def _ease_back(s: float) -> float:
    """Units the tee stands off behind: it hangs over the hollow of the back."""
    if s < 5:  # noqa: PLR2004 (it rests on the hips)
        return 0.45
    return 0.15 if s > 29 else 0.35 + 0.75 * math.exp(-(((s - 11) / 5) ** 2))  # noqa: PLR2004 (the shoulders carry it)


_TEES = {
    build: tuple((s, front + _ease_front(s), back + _ease_back(s)) for s, front, back in girth.torso)
    for build, girth in GIRTHS.items()
}


@dataclass(frozen=True, slots=True)
class Tee:
    """The tee's contours, tagged with units of spine, its outline and what glows on it."""

    front: Sequence[Mark]
    back: Sequence[Mark]
    outline: Outline
    spindles: tuple[Spindle, ...]


def tee(body: Body, zones: Sequence[Zone], style: Style) -> Tee:
    """The tee of *body*."""
    widths = _TEES[style.build]
    front = [_mark(body.stations[i], widths[i][1] + body.breath * _SWELL[i]) for i in TORSO_FRONT]
    back = [_mark(body.stations[i], -widths[i][2]) for i in TORSO_BACK]
    front, back = cut(front, HEM_FRONT, TOP), cut(back, HEM_BACK, TOP)
    contours = {Lies.FRONT: front, Lies.BACK: back}
    found = (spindle(contours[TORSO_ZONES[zone].lies], TORSO_ZONES[zone]) for zone in zones)
    return Tee(front, back, _tee_outline(body, front, back), tuple(s for s in found if s is not None))


def _mark(station: Station, front: float) -> Mark:
    (x, y), (nx, ny) = station.at, station.n
    return x + nx * front, y + ny * front, station.s, x, y


def _tee_outline(body: Body, front: Sequence[Mark], back: Sequence[Mark]) -> Outline:
    ring = [*back, *reversed(front)]
    lean = math.radians(body.lean)
    hip_side = point_beside(body.stations, (HEM_BACK + HEM_FRONT) / 2)
    control = along(hip_side, (math.sin(lean), math.cos(lean)), -1.1)
    return Outline(ring[0][:2], (*through(ring), bow(ring[-1], control, ring[0])))


def torso_shapes(body: Body, worn: Tee, style: Style, glow: float) -> list[Shape]:
    """Tee, shade, zones and collar."""
    shapes: list[Shape] = [
        *edge_lines([Part(worn.outline)] if style.edged else ()),
        *halo_shapes(worn.spindles, glow),
        fill(worn.outline, Role.TOP),
    ]
    crescent = shade(worn.back, SHADE_DEPTH)
    if crescent is not None:
        shapes.append(fill(crescent, Role.TOP_SH))
    shapes += _folds(body, worn)
    shapes += zone_shapes(worn.spindles, glow, Role.TOP, edged=style.edged)
    neck = math.radians(body.neck)
    up = (math.sin(neck), math.cos(neck))
    line = (worn.front[-1][:2], along(body.c7, up, -0.8), worn.back[-1][:2])
    collar = bowed_band(
        (along(line[0], up, -0.4), along(line[1], up, -0.4), along(line[2], up, -0.4)), (up[0] * 0.75, up[1] * 0.75)
    )
    return [*shapes, fill(collar, Role.TOP_SH)]


def _folds(body: Body, worn: Tee) -> list[Shape]:
    """Where a rounded belly folds the tee."""
    depth = smoothstep(14, 45, body.chest - body.lean)
    if not depth:
        return []
    parts = []
    for s, reach in FOLDS:
        inside, x, y = cut(worn.front, s, TOP)[0], *point_beside(body.stations, s + 1.6)
        edge = mixed(inside[:2], inside[3:], 0.03)
        deep = mixed(edge, (x, y), reach * depth)
        parts.append(Part(stripe([edge, mixed(mixed(edge, deep, 0.5), inside[3:], 0.06), deep], 0.7, 0.1)))
    return [Fill(tuple(parts), mix(Role.TOP, Role.TOP_SH, 0.4 + 0.6 * depth))]


def pelvis_shapes(body: Body, style: Style) -> list[Shape]:
    """What joins the legs below the tee."""
    outline = _pelvis_outline(body, style.girth)
    return [*edge_lines([Part(outline)] if style.edged else ()), fill(outline, Role.PANTS)]


def _pelvis_outline(body: Body, girth: Girth) -> Outline:
    ring = [_beside(body.stations[i], -girth.torso[i][2]) for i in PELVIS_BACK]
    lean = math.radians(body.lean)
    start = math.atan2(math.sin(lean), -math.cos(lean))
    for i in (1, 2, 4, 5):
        angle = start + math.pi * i / 6
        r = lerp(7.7, 6.0, min(1.0, i / 3)) * girth.hips
        ring.append((body.hip[0] + r * math.cos(angle), body.hip[1] + r * math.sin(angle)))
    ring += [_beside(body.stations[i], girth.torso[i][1]) for i in PELVIS_FRONT]
    return closed_curve(ring)


def _beside(station: Station, front: float) -> Point:
    return along(station.at, station.n, front)
