"""Framing: which part of the world is shown, chosen once for a whole movement so that nothing leaves the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import along, turned
from stretch_timer.figure.kinematics import foot_point
from stretch_timer.figure.spine import point_beside
from stretch_timer.figure.tables import FAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stretch_timer.figure.body import Arm, Body, Leg, Point
    from stretch_timer.figure.pose import Camera, Prop

WIDTH, HEIGHT = 160.0, 120.0
"""World units in view at zoom 1."""
FLOOR = 15.0
"""Units of view below the floor line."""
ROOM_WIDTH, ROOM_HEIGHT = 144.0, 99.0
"""Units of view a movement may fill."""
CLOSEST = 1.35
MOST_LIFT = 14.0
LIFT = 0.28
"""How much of the empty room above a low pose goes below it."""

_HEAD: tuple[Point, ...] = ((0.0, 13.5), (7.0, 3.0), (-6.0, 5.0), (-4.0, 12.0))
_TOES: Point = (11.0, -3.0)
_HEEL: Point = (-4.0, -3.0)
_FINGER_TIPS = 9.0


@dataclass(frozen=True, slots=True)
class Framing:
    """What of the world is shown.

    Attributes:
        x: World x in the middle.
        zoom: 1 shows 160 units across.
        lift: Units of view the floor is raised.
    """

    x: float
    zoom: float
    lift: float


@dataclass(frozen=True, slots=True)
class View:
    """World to logical pixels: X = dx + sx * x, Y = dy - scale * y.

    Attributes:
        scale: Logical pixels a world unit upwards.
        sx: The same to the right; negative is mirrored, less than `scale` is turning round.
        unit: Logical pixels a unit of view, whatever the zoom.
    """

    scale: float
    sx: float
    dx: float
    dy: float
    unit: float


def view(framing: Framing, width: float, height: float, *, mirrored: bool = False, squash: float = 1.0) -> View:
    """*framing* on *width* x *height* logical pixels.

    Args:
        framing: What is shown.
        width: Logical pixels.
        height: Logical pixels.
        mirrored: The left side: the whole picture is flipped.
        squash: Width of the picture about its middle, of the whole; 0 is edge-on.
    """
    unit = min(width / WIDTH, height / HEIGHT)
    scale = unit * framing.zoom
    sx = (-scale if mirrored else scale) * squash
    return View(scale, sx, width / 2 - framing.x * sx, height - (FLOOR + framing.lift) * unit, unit)


def framing(bodies: Iterable[Body], props: Iterable[Prop], camera: Camera | None = None) -> Framing:
    """Everything that *bodies* and *props* cover, with what *camera* fixes."""
    points = [point for body in bodies for point in _outermost(body)]
    points += [point for prop in props for point in prop_corners(prop)]
    low, high = min(x for x, _ in points), max(x for x, _ in points)
    top = max(y for _, y in points)
    zoom = min(CLOSEST, ROOM_WIDTH / (high - low), ROOM_HEIGHT / top)
    x, lift = (low + high) / 2, min(MOST_LIFT, max(0.0, LIFT * (ROOM_HEIGHT - top * zoom)))
    if camera is None:
        return Framing(x, zoom, lift)
    return Framing(
        x if camera.x is None else camera.x,
        zoom if camera.zoom is None else camera.zoom,
        lift if camera.lift is None else camera.lift,
    )


def _outermost(body: Body) -> Iterator[Point]:
    yield body.hip
    for s, front in ((12.0, -5.0), (22.0, -7.0), (22.0, 7.0)):
        yield point_beside(body.stations, s, front)
    yield body.atlas
    for point in _HEAD:
        dx, dy = turned(point, -body.head)
        yield body.atlas[0] + dx, body.atlas[1] + dy
    yield from _limbs(body.leg_near, body.arm_near)
    for x, y in _limbs(body.leg_far, body.arm_far):
        yield x + FAR[0], y + FAR[1]


def _limbs(leg: Leg, arm: Arm) -> Iterator[Point]:
    yield leg.knee
    yield foot_point(leg, _TOES)
    yield foot_point(leg, _HEEL)
    yield arm.elbow
    yield along(arm.wrist, arm.d_hand, _FINGER_TIPS)


def prop_corners(prop: Prop) -> list[Point]:
    """The points of *prop* that have to be seen for it to be understood."""
    match prop.type:
        case "chair":
            return [(prop.x - 15, 0.0), (prop.x + 15, 0.0)]
        case "desk":
            return [(prop.x0, 0.0), (prop.x1 - 12, 0.0)]
        case "wall":
            return [(prop.x + 12, 0.0)]
        case "doorway":
            return [(prop.x + 58, 92.0)]
        case "mat":
            return [(prop.x0 + 1, 0.0), (prop.x1 + 3, 0.0)]
        case _:
            return []
