"""A doorway: one leg goes up its frame, the other lies through it.

It stands across the picture and leads away from the viewer: the near jamb is in front of the leg that lies through it,
and the room behind is seen between the jambs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.figure.furniture import area
from stretch_timer.figure.roles import Role

if TYPE_CHECKING:
    from stretch_timer.figure.body import Point
    from stretch_timer.figure.pose import Prop
    from stretch_timer.figure.shapes import Shape

BELOW = -3.0
"""Where the near end of a wall stands, in front of the figure."""
HIGH = 190.0
BEYOND = 700.0
"""Units: further than any picture reaches, even one that is turning round."""
JAMB = 3.2
TRIM = 2.4
SIDE = 0.9
"""How much of a jamb's inner side is seen."""
WIDTH = 51.0
HEIGHT = 82.0
RISE = 5.0
"""How much higher the far end stands in the picture than the near end."""
ROOM_FLOOR = 9.5
"""Height in the picture at which the other room's floor ends."""


def doorway(prop: Prop) -> list[Shape]:
    """A wall to the right of x, the opening in it, and the room behind. The near jamb is `near_jamb`."""
    x, x0, x1 = prop.x, prop.x + JAMB, prop.x + JAMB + WIDTH
    end, foot, top = x1 + TRIM, BELOW + RISE, HEIGHT + RISE
    return [
        area([(x, BELOW), (x1, foot), (x + BEYOND, foot), (x + BEYOND, HIGH), (x, HIGH)], Role.WALL),
        area([(x0, BELOW), (x1, foot), (x1, top), (x0, HEIGHT)], Role.ROOM),
        area([(x0, BELOW), (x1, foot), (x1, ROOM_FLOOR), (x0, ROOM_FLOOR)], Role.ROOM_FLOOR),
        *_picture(x0 + 17.0, 48.0),
        area([(x1 - 1.5, foot + 1.4), (x1, foot), (x1, top), (x1 - 1.5, top - 0.2)], Role.WOOD_FAR),
        area([(x, HEIGHT - 0.4), (end, top - 0.1), (end, top + TRIM + 0.3), (x, HEIGHT + TRIM)], Role.WOOD),
        area([(x1, foot), (end, foot), (end, top), (x1, top)], Role.WOOD),
    ]


def _picture(x: float, y: float) -> list[Shape]:
    """Something on the wall of the other room, so that it is a room."""
    frame: list[Point] = [(x, y), (x + 14.0, y), (x + 14.0, y + 18.0), (x, y + 18.0)]
    inside: list[Point] = [(x + 1.2, y + 1.2), (x + 12.8, y + 1.2), (x + 12.8, y + 16.8), (x + 1.2, y + 16.8)]
    return [area(frame, Role.WALL), area(inside, Role.ROOM_FLOOR)]


def near_jamb(prop: Prop) -> list[Shape]:
    """The post on the near side."""
    x, x1 = prop.x, prop.x + JAMB
    return [
        area([(x, BELOW), (x1, BELOW), (x1, HEIGHT + 0.2), (x, HEIGHT)], Role.WOOD),
        area([(x1 - SIDE, BELOW), (x1, BELOW), (x1, HEIGHT), (x1 - SIDE, HEIGHT)], Role.WOOD_FAR),
    ]
