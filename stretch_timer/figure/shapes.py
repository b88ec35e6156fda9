"""The display list: what is painted, in order, in world units and roles of colour. A painter makes it visible."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stretch_timer.figure.roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stretch_timer.figure.body import Point
    from stretch_timer.figure.curves import Outline

MIX_STEPS = 48
"""Mixed colours differ by at least one part in this many, so that few different ones are ever made."""


class Mix(NamedTuple):
    """A colour *t* of the way from *a* to *b*."""

    a: Role
    b: Role
    t: float


Colour = Role | Mix


def mix(a: Role, b: Role, t: float) -> Mix:
    """A colour *t* of the way from *a* to *b*, to the nearest step."""
    return Mix(a, b, round(t * MIX_STEPS) / MIX_STEPS)


class Placement(NamedTuple):
    """Where a template lies.

    Attributes:
        turn: Degrees anticlockwise.
        stretch: Its length along its own x axis, of the whole: below 1 for a foot that points out of the picture.
    """

    x: float
    y: float
    turn: float = 0.0
    stretch: float = 1.0


EDGE_WIDTH = 1.1
"""Units; half of it shows, because the body is painted over its inner half."""
HERE = Placement(0.0, 0.0)


class Part(NamedTuple):
    """An outline where it belongs."""

    outline: Outline
    place: Placement = HERE


class Fill(NamedTuple):
    """Areas of one colour. All run anticlockwise, so that they join where they overlap.

    Attributes:
        opacity: 1 hides what is below; anything less costs many times as much to paint.
    """

    parts: tuple[Part, ...]
    colour: Colour
    opacity: float = 1.0


class Stroke(NamedTuple):
    """Lines of one colour.

    Attributes:
        width: Units across.
        butt: Ends cut off square at the last point instead of rounded beyond it.
    """

    parts: tuple[Part, ...]
    colour: Colour
    width: float
    butt: bool = False


class Shadow(NamedTuple):
    """A soft ellipse on the floor.

    Attributes:
        weight: 0 is none, 1 as dark as a body that lies there.
    """

    centre: Point
    rx: float
    ry: float
    weight: float


Shape = Fill | Stroke | Shadow


def fill(outline: Outline, colour: Colour, place: Placement = HERE) -> Fill:
    """One area."""
    return Fill((Part(outline, place),), colour)


def stroke(outline: Outline, colour: Colour, width: float, place: Placement = HERE, *, butt: bool = False) -> Stroke:
    """One line, *width* units across."""
    return Stroke((Part(outline, place),), colour, width, butt)


def edge_lines(edges: Sequence[Part]) -> list[Shape]:
    """A line round *edges*, if there are any; painted before what is inside them."""
    return [Stroke(tuple(edges), Role.EDGE, EDGE_WIDTH)] if edges else []
