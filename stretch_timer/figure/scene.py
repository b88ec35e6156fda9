"""One stretch's illustration: its camera, its background, and each frame on top of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from stretch_timer.core.stretch import Side
from stretch_timer.figure.between import Movement
from stretch_timer.figure.camera import framing, view
from stretch_timer.figure.characters import Character, palette
from stretch_timer.figure.figure_shapes import figure_layers, muscles
from stretch_timer.figure.painter import ShapePainter
from stretch_timer.figure.palette import Theme
from stretch_timer.figure.props import props_behind, props_between
from stretch_timer.figure.roles import Role
from stretch_timer.figure.shadows import contact_shadows
from stretch_timer.figure.style import Style
from stretch_timer.figure.worn_props import cue_shapes, worn_before, worn_behind
from stretch_timer.figure.zones import VISIBLE_GLOW

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from stretch_timer.figure.body import Body
    from stretch_timer.figure.camera import Framing, View
    from stretch_timer.figure.motion import Frame
    from stretch_timer.figure.pose import Figure
    from stretch_timer.figure.shapes import Shape

BLOB_RADIUS = 47.0
BLOB_HEIGHT = 40.0
FLOOR_BAND = 9.0
"""Units of view the floor goes on behind the figure's feet."""
LOOKED_AT = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Phases of each movement the camera takes in."""
ROOM_PX = 4
"""Pixels for antialiasing, breath and what lies between the phases that are looked at."""
THINNEST = 0.02
"""Width of a figure edge-on, of the whole."""


class Scene:
    """Paints one figure, in one theme, for one side.

    Attributes:
        figure: What is painted.
        mirrored: Whether this is the left side's picture.
        framing: What of the world is shown, at every phase of every movement.
    """

    def __init__(
        self,
        figure: Figure,
        *,
        theme: Theme = Theme.LIGHT,
        character: Character | None = None,
        side: Side = Side.RIGHT,
    ) -> None:
        character = character or Character()
        self.figure = figure
        self.mirrored = side is Side.LEFT
        self.framing = automatic_framing(figure)
        self._style = Style(character.hair, figure.shoes, theme.has_edges, character.build)
        self._muscles = muscles(figure.muscles)
        self._palette = palette(theme, character)
        self._figure_painter = ShapePainter(self._palette)
        self._props_painter = ShapePainter(self._palette)
        self._behind = props_behind(figure.props)
        self._between = props_between(figure.props)
        self._movements: dict[tuple[str, str], Movement] = {}
        self._reach: tuple[tuple[float, float], QRect] | None = None
        self._background: tuple[tuple[int, int, float], QPixmap] | None = None

    def body(self, frame: Frame) -> Body:
        """The solved figure of *frame*."""
        key = (frame.a, frame.b)
        movement = self._movements.get(key)
        if movement is None:
            movement = Movement(self.figure, self.figure.pose(frame.a), self.figure.pose(frame.b))
            self._movements[key] = movement
        return movement.at(frame.e, frame.breath)

    def shapes(self, body: Body, glow: float) -> list[Shape]:
        """Everything that moves: the display list of one frame, far things first.

        Args:
            body: The solved figure.
            glow: 0 to 1: how strongly the working muscles shine.
        """
        layers = figure_layers(body, self._style, self._muscles, glow)
        props = self.figure.props
        cues = self.figure.cues if glow > VISIBLE_GLOW else ()
        return [
            *contact_shadows(body),
            *layers.behind,
            *worn_behind(props, body),
            *self._between,
            *layers.middle,
            *worn_before(props, body, layers.near_leg),
            *layers.front,
            *(shape for cue in cues for shape in cue_shapes(cue, body, glow)),
        ]

    def paint(self, painter: QPainter, width: float, height: float, frame: Frame, *, cached: bool = True) -> None:
        """Paint one frame and leave the painter as it was.

        Args:
            painter: On an image, a widget or an SVG generator.
            width: Logical pixels.
            height: Logical pixels.
            frame: What to show.
            cached: Blit the background ready-made; off for vector output.
        """
        if 0.0 < frame.turn < 1.0:
            # The card stays; figure and props turn on it like a stage. Until edge-on it is the other side's picture.
            mirrored = self.mirrored is not frame.before_turn
            seen = view(self.framing, width, height, mirrored=mirrored, squash=max(THINNEST, frame.width))
            self._paint_background(painter, width, height, seen)
        else:
            seen = view(self.framing, width, height, mirrored=self.mirrored)
            if cached:
                dpr = painter.device().devicePixelRatio()
                painter.drawPixmap(0, 0, self.background(math.ceil(width), math.ceil(height), dpr))
            else:
                self._paint_background(painter, width, height, seen)
        self._figure_painter.paint(painter, self.shapes(self.body(frame), frame.glow), seen)

    def reach(self, width: float, height: float) -> QRect:
        """The logical pixels that may differ from one frame to another; the rest is background for good.

        Takes as long as painting a dozen frames, once for a size. A turn moves everything.
        """
        key = (width, height)
        if self._reach is None or self._reach[0] != key:
            seen = view(self.framing, width, height, mirrored=self.mirrored)
            whole = QRectF()
            for body in _phases(self.figure):
                whole = whole.united(self._figure_painter.bounds(self.shapes(body, 1.0), seen))
            self._reach = (key, whole.toAlignedRect().adjusted(-ROOM_PX, -ROOM_PX, ROOM_PX, ROOM_PX))
        return self._reach[1]

    def background(self, width: int, height: int, dpr: float) -> QPixmap:
        """Card, floor and props, *width* x *height* logical pixels; made once for a size."""
        key = (width, height, dpr)
        if self._background is None or self._background[0] != key:
            pixmap = QPixmap(math.ceil(width * dpr), math.ceil(height * dpr))
            pixmap.setDevicePixelRatio(dpr)
            painter = QPainter(pixmap)
            try:
                seen = view(self.framing, width, height, mirrored=self.mirrored)
                self._paint_background(painter, width, height, seen)
            finally:
                painter.end()
            self._background = (key, pixmap)
        return self._background[1]

    def _paint_background(self, painter: QPainter, width: float, height: float, seen: View) -> None:
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(QRectF(0, 0, width, height), QColor(self._palette[Role.BG]))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._palette[Role.BLOB]))
            radius = BLOB_RADIUS * seen.unit
            painter.drawEllipse(QPointF(width / 2, seen.dy - BLOB_HEIGHT * seen.unit), radius, radius)
            floor = seen.dy - FLOOR_BAND * seen.unit
            painter.fillRect(QRectF(0, floor, width, height - floor), QColor(self._palette[Role.FLOOR]))
        finally:
            painter.restore()
        self._props_painter.paint(painter, self._behind, seen)


def automatic_framing(figure: Figure) -> Framing:
    """What shows every movement of *figure* whole."""
    return framing(_phases(figure), figure.props, figure.camera)


def _phases(figure: Figure) -> list[Body]:
    """The figure at some phases of every movement."""
    movements = [Movement(figure, figure.start, figure.end)]
    if figure.release is not None:
        movements.append(Movement(figure, figure.release, figure.end))
    return [movement.at(e) for movement in movements for e in LOOKED_AT]
