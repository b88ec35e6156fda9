"""Head and neck: fixed outlines round the atlas, x to the face, y to the crown; and the neck between trunk and head."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import along, mixed
from stretch_timer.figure.areas import anticlockwise, bow_points, ellipse, stripe
from stretch_timer.figure.curves import Outline, bow, closed_curve, straight, through
from stretch_timer.figure.roles import Role
from stretch_timer.figure.shapes import Fill, Part, Placement, edge_lines, fill, mix

if TYPE_CHECKING:
    from stretch_timer.figure.body import Body, Point
    from stretch_timer.figure.shapes import Shape
    from stretch_timer.figure.style import Style


class Hair(StrEnum):
    """How the hair is worn."""

    BUN = "bun"
    SHORT = "short"


_FACE: tuple[Point, ...] = (
    (4.3, 8.9), (5.35, 7.6), (5.75, 6.2), (5.7, 5.1), (5.45, 4.35), (5.9, 3.5), (6.75, 2.5), (6.85, 2.0), (6.2, 1.65),
    (5.75, 1.35), (5.85, 0.75), (5.75, 0.1), (5.45, -0.35), (5.6, -0.95), (5.35, -1.8), (4.5, -2.35), (3.2, -2.25),
    (1.6, -1.5), (0.2, -0.5), (-1.5, -0.6), (-3.0, 0.4), (-4.4, 2.6), (-4.9, 5.2), (-4.3, 7.9), (-2.4, 9.9),
    (0.4, 10.7), (2.7, 10.2),
)  # fmt: skip
_EAR: tuple[Point, ...] = (
    (0.15, 4.1), (-0.6, 4.5), (-1.4, 4.0), (-1.5, 2.9), (-0.9, 1.8), (-0.2, 1.75), (0.1, 2.6),
)  # fmt: skip
_HAIR: dict[Hair, tuple[Point, ...]] = {
    Hair.SHORT: (
        (5.0, 8.55), (4.5, 9.6), (3.0, 10.8), (0.6, 11.4), (-2.4, 10.75), (-4.6, 8.9), (-5.55, 6.2), (-5.4, 3.6),
        (-4.5, 1.3), (-3.4, 0.15), (-2.5, 0.75), (-1.9, 2.2), (-1.2, 3.9), (-0.2, 4.9), (0.85, 4.4), (1.15, 3.2),
        (1.55, 4.8), (2.2, 6.4), (3.4, 7.6),
    ),
    Hair.BUN: (
        (5.0, 8.55), (4.5, 9.6), (3.0, 10.7), (0.6, 11.2), (-2.4, 10.6), (-4.5, 8.8), (-5.3, 6.2), (-5.0, 3.8),
        (-3.9, 1.8), (-2.6, 0.9), (-1.9, 2.2), (-1.5, 3.9), (-0.4, 4.9), (0.8, 4.7), (1.4, 5.2), (2.2, 6.5),
        (3.5, 7.6),
    ),
}  # fmt: skip
_BUN = ellipse((-4.6, 11.0), 2.75, 2.5)
_CHEEK = ellipse((3.7, 1.9), 1.15, 0.8)


def _line(a: Point, control: Point, b: Point, width: float, taper: float = 0.35) -> Outline:
    return anticlockwise(stripe(bow_points(a, control, b), width, taper))


_FACE_OUTLINE = anticlockwise(closed_curve(_FACE))
_EAR_OUTLINE = anticlockwise(closed_curve(_EAR))
_EAR_LINE = _line((-0.35, 3.75), (-1.35, 3.5), (-0.75, 2.5), 0.4)
_EYE = _line((3.65, 4.2), (4.35, 3.55), (5.0, 4.05), 0.52, 0.4)
_BROW = _line((3.4, 5.7), (4.3, 6.3), (5.1, 5.75), 0.62, 0.4)
_MOUTH = _line((4.3, 0.4), (4.9, -0.15), (5.65, 0.2), 0.5, 0.5)
_HAIR_OUTLINES = {hair: anticlockwise(closed_curve(points)) for hair, points in _HAIR.items()}
_SHINE = {
    Hair.BUN: _line((-3.6, 8.4), (-1.2, 10.2), (2.2, 9.3), 0.55, 0.1),
    Hair.SHORT: _line((-3.8, 8.2), (-1.4, 10.4), (2.4, 9.6), 0.6, 0.1),
}


def head_shapes(body: Body, style: Style) -> list[Shape]:
    """The head in its order of painting."""
    at = Placement(body.atlas[0], body.atlas[1], -body.head)
    hair = style.hair
    bun = [fill(_BUN, Role.HAIR, at)] if hair is Hair.BUN else []
    return [
        *edge_lines(_edges(hair, at) if style.edged else ()),
        *bun,
        fill(_FACE_OUTLINE, Role.SKIN, at),
        fill(_CHEEK, mix(Role.SKIN, Role.CHEEK, 0.55), at),
        Fill((Part(_HAIR_OUTLINES[hair], at), Part(_BROW, at)), Role.HAIR),
        fill(_SHINE[hair], Role.HAIR_LT, at),
        fill(_EAR_OUTLINE, Role.SKIN, at),
        Fill((Part(_EAR_LINE, at), Part(_MOUTH, at)), Role.SKIN_SH),
        fill(_EYE, Role.LID, at),
    ]


def _edges(hair: Hair, at: Placement) -> list[Part]:
    outlines = [_FACE_OUTLINE, _HAIR_OUTLINES[hair], *([_BUN] if hair is Hair.BUN else [])]
    return [Part(outline, at) for outline in outlines]


class _NeckAxes:
    """The neck's and the head's ways to the front, and the head's to the crown."""

    def __init__(self, body: Body) -> None:
        neck, head = math.radians(body.neck), math.radians(body.head)
        self.neck_front: Point = (math.cos(neck), -math.sin(neck))
        self.front: Point = (math.cos(head), -math.sin(head))
        self.up: Point = (math.sin(head), math.cos(head))


def _neck_outline(body: Body, axes: _NeckAxes) -> Outline:
    """The neck, from under the tee to inside the head."""
    base, n = body.stations[-3].at, body.stations[-1].n
    back = (
        along(base, n, -3.9),
        along(body.c7, axes.neck_front, -3.3),
        along(mixed(body.c7, body.atlas, 0.5), axes.neck_front, -2.95),
        along(along(body.atlas, axes.front, -3.2), axes.up, 1.0),
    )
    front = (
        along(body.atlas, axes.front, 3.1),
        along(mixed(body.c7, body.atlas, 0.55), axes.neck_front, 2.75),
        along(body.c7, axes.neck_front, 2.9),
        along(base, n, 4.2),
    )
    return Outline(back[0], (*through(back), straight(back[-1], front[0]), *through(front)))


def neck_shapes(body: Body, style: Style) -> list[Shape]:
    """Neck and the shade under the jaw."""
    axes = _NeckAxes(body)
    start = along(along(body.atlas, axes.front, -1.5), axes.up, -0.2)
    jaw = along(body.atlas, axes.front, 3.2)
    throat = along(mixed(body.atlas, body.c7, 0.35), axes.neck_front, 2.75)
    control = along(mixed(body.atlas, body.c7, 0.5), axes.neck_front, 0.5)
    under = Outline(start, (straight(start, jaw), straight(jaw, throat), bow(throat, control, start)))
    neck = _neck_outline(body, axes)
    edges = edge_lines([Part(neck)] if style.edged else ())
    return [*edges, fill(neck, Role.SKIN), fill(under, Role.SKIN_SH)]
