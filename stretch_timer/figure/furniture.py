"""Boards on legs: mats, chairs, desks. Seen from the side and slightly from above."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stretch_timer.figure.areas import anticlockwise, polygon, rounded_box
from stretch_timer.figure.proportions import SEAT
from stretch_timer.figure.roles import Role
from stretch_timer.figure.shapes import Fill, Part, Stroke, fill
from stretch_timer.figure.tables import FAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stretch_timer.figure.body import Point
    from stretch_timer.figure.pose import Prop
    from stretch_timer.figure.shapes import Shape

DEEP: Point = (FAR[0] / 10, FAR[1] / 10)
"""The shift of one unit of depth: hips are 10 units apart."""
DESK_HEIGHT = 43.0


class Span(NamedTuple):
    """From near to far, in units of depth."""

    near: float
    far: float


CHAIR, DESK, MAT = Span(-7.2, 17.0), Span(-12.0, 37.0), Span(-15.0, 30.0)


class Board(NamedTuple):
    """A horizontal board.

    Attributes:
        x0: Left end.
        x1: Right end.
        top: Height of its upper face.
        radius: Of its near edge's corners.
    """

    x0: float
    x1: float
    top: float
    thickness: float
    z: Span
    radius: float = 0.8


class Post(NamedTuple):
    """A leg of something, thinner below.

    Attributes:
        splay: Units its foot stands to the right of its top.
        z: How deep it stands.
    """

    x: float
    top: float
    splay: float
    half_top: float
    half_foot: float
    z: float


def shifted(points: Sequence[Point], z: float) -> list[Point]:
    """*points*, *z* units deep."""
    return [(x + z * DEEP[0], y + z * DEEP[1]) for x, y in points]


def area(points: Sequence[Point], colour: Role) -> Fill:
    """A polygon."""
    return fill(anticlockwise(polygon(points)), colour)


def soft_area(points: Sequence[Point], colour: Role, width: float) -> list[Shape]:
    """A polygon with round corners: filled, and outlined in its own colour."""
    outline = anticlockwise(polygon(points))
    return [fill(outline, colour), Stroke((Part(outline),), colour, width)]


def board(slab: Board, face: Role, edge: Role) -> list[Shape]:
    """Upper face and near edge of *slab*."""
    ends = [(slab.x0, slab.top), (slab.x1, slab.top)]
    (left, y), (right, _) = near = shifted(ends, slab.z.near)
    box = rounded_box((left - 0.4, y - slab.thickness), (right + 0.4, y + 0.35), min(slab.radius, slab.thickness / 2))
    far = shifted(ends[::-1], slab.z.far)
    return [*soft_area([*near, *far], face, 0.8), fill(anticlockwise(box), edge)]


def post(one: Post, colour: Role) -> Fill:
    """One leg down to the floor."""
    points = [
        (one.x - one.half_top, one.top),
        (one.x + one.half_top, one.top),
        (one.x + one.splay + one.half_foot, 0.0),
        (one.x + one.splay - one.half_foot, 0.0),
    ]
    return area(shifted(points, one.z), colour)


def mat(prop: Prop) -> list[Shape]:
    """A mat on the floor: a body's contact is in the middle of its depth."""
    return board(Board(prop.x0, prop.x1, 0.0, 1.3, MAT, 0.6), Role.MAT, Role.MAT_EDGE)


def chair(prop: Prop) -> list[Shape]:
    """A chair; what it has is measured from the sitter's hip, to the front."""
    face = prop.face

    def x(front: float) -> float:
        return prop.x + front * face

    def flat(points: Sequence[Point], z: float) -> list[Point]:
        return shifted([(x(front), y) for front, y in points], z)

    x0, x1 = sorted((x(-10.0), x(14.0)))
    far_legs = (
        Post(x(-8.2), SEAT - 1, -2.0 * face, 1.0, 0.55, CHAIR.far),
        Post(x(11.8), SEAT - 1, 1.4 * face, 1.0, 0.55, CHAIR.far),
    )
    near_legs = (
        Post(x(-8.6), SEAT - 1.8, -2.0 * face, 1.1, 0.6, CHAIR.near),
        Post(x(11.8), SEAT - 1.8, 1.4 * face, 1.1, 0.6, CHAIR.near),
    )
    shapes: list[Shape] = [post(leg, Role.WOOD_FAR) for leg in far_legs]
    if prop.back:
        panel = [*flat(_PANEL, CHAIR.near), *flat(_PANEL[::-1], CHAIR.far)]
        shapes += [area(flat(_FAR_STILE, CHAIR.far), Role.WOOD_FAR), *soft_area(panel, Role.SEAT_SH, 1.2)]
        shapes.append(area(flat(_NEAR_STILE, CHAIR.near), Role.WOOD))
    shapes += board(Board(x0, x1, SEAT, 2.0, CHAIR), Role.SEAT, Role.SEAT_SH)
    return [*shapes, *(post(leg, Role.WOOD) for leg in near_legs)]


_FAR_STILE: tuple[Point, ...] = ((-8.6, SEAT), (-6.8, SEAT), (-11.2, 57.0), (-12.6, 57.0))
_NEAR_STILE: tuple[Point, ...] = ((-9.2, SEAT - 1), (-7.2, SEAT - 1), (-12.2, 57.5), (-13.8, 57.5))
_PANEL: tuple[Point, ...] = ((-11.3, 42.5), (-13.0, 56.5))


def desk(prop: Prop) -> list[Shape]:
    """A desk with a monitor, seen from the side."""
    x0, x1, y = prop.x0, prop.x1, DESK_HEIGHT
    far = (Post(x + 0.9, y - 1, 0.0, 0.9, 0.7, DESK.far) for x in (x0 + 2, x1 - 3))
    near = (Post(x + 1, y - 1, 0.0, 1.0, 0.8, DESK.near) for x in (x0 + 2, x1 - 4))
    return [
        *(post(leg, Role.DESK_SH) for leg in far),
        *board(Board(x0, x1, y, 2.0, DESK), Role.DESK, Role.DESK_SH),
        *(post(leg, Role.DESK_SH) for leg in near),
        *_monitor((x0 + x1) / 2 + 3, y),
    ]


def _monitor(x: float, y: float) -> list[Shape]:
    foot = rounded_box((x - 5, y + 1.2), (x + 5, y + 2.2), 0.4)
    stand = rounded_box((x - 0.9, y + 1.5), (x + 0.9, y + 9), 0.4)
    case = polygon([(x - 1.2, y + 6.2), (x + 0.6, y + 7.2), (x + 0.6, y + 26), (x - 1.2, y + 25)])
    glass = [(x - 1.2, y + 6.2), (x - 0.2, y + 6.8), (x - 0.2, y + 25.6), (x - 1.2, y + 25)]
    parts = tuple(Part(anticlockwise(outline)) for outline in (foot, stand, case))
    return [Fill(parts, Role.SCREEN), area(glass, Role.SCREEN_LT)]
