"""Things in the room that do not move: painted once, behind the figure."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from stretch_timer.figure.areas import anticlockwise, bow_points, stripe
from stretch_timer.figure.curves import closed_curve
from stretch_timer.figure.doorway import BELOW, BEYOND, HIGH, doorway, near_jamb
from stretch_timer.figure.furniture import area, chair, desk, mat
from stretch_timer.figure.roles import Role
from stretch_timer.figure.shapes import fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stretch_timer.figure.pose import Prop
    from stretch_timer.figure.shapes import Shape

WALL_EDGE = 1.3
WALLS = {"wall", "doorway"}


def wall(prop: Prop) -> list[Shape]:
    """A wall to the right of x, its edge a little lighter."""

    def upright(x0: float, x1: float, colour: Role) -> Shape:
        return area([(x0, BELOW), (x1, BELOW), (x1, HIGH), (x0, HIGH)], colour)

    return [upright(prop.x, prop.x + BEYOND, Role.WALL), upright(prop.x, prop.x + WALL_EDGE, Role.WALL_FACE)]


def pillow(prop: Prop) -> list[Shape]:
    """A pillow below the head."""
    x, a, h = prop.x, prop.w / 2, prop.h
    whole = [
        (x - a, 1.4), (x - a + 1.5, h), (x, h + 0.5), (x + a - 1.5, h), (x + a, 1.4), (x + a - 1.5, -0.8), (x, -1.2),
        (x - a + 1.5, -0.8),
    ]  # fmt: skip
    lit = [
        (x - a + 0.6, 2.2), (x - a + 2, h), (x, h + 0.5), (x + a - 1.5, h), (x + a - 0.4, 2.4), (x + a - 2, 1.3),
        (x, 0.9), (x - a + 2, 1.2),
    ]  # fmt: skip
    seam = stripe(bow_points((x - a + 1.4, 1.0), (x, -0.2), (x + a - 1.4, 1.0)), 0.3, 0.2)
    return [
        fill(anticlockwise(closed_curve(whole)), Role.PILLOW_SH),
        fill(anticlockwise(closed_curve(lit)), Role.PILLOW),
        fill(seam, Role.PILLOW_SH),
    ]


BEHIND = MappingProxyType(
    {"mat": mat, "chair": chair, "desk": desk, "wall": wall, "doorway": doorway, "pillow": pillow}
)


def props_behind(props: Sequence[Prop]) -> list[Shape]:
    """Everything that stands behind the figure: walls first, then in the order of the file."""
    ordered = sorted(props, key=lambda prop: prop.type not in WALLS)
    return [shape for prop in ordered if prop.type in BEHIND for shape in BEHIND[prop.type](prop)]


def props_between(props: Sequence[Prop]) -> list[Shape]:
    """What stands between the far leg and the trunk."""
    return [shape for prop in props if prop.type == "doorway" for shape in near_jamb(prop)]
