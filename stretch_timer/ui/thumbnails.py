"""Small pictures of stretches, drawn when they are first seen and kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from stretch_timer.core.stretch import Side, Stretch
from stretch_timer.figure.motion import Frame
from stretch_timer.figure.palette import Theme
from stretch_timer.figure.pose import END, START
from stretch_timer.figure.scene import Scene
from stretch_timer.figure.stretch_figure import figure_of

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from stretch_timer.figure.characters import Character

MOST = 128
"""Pictures kept: at 128 x 96 on a sharp screen, 25 MB."""
RADIUS = 8.0
"""Logical pixels the corners are rounded by."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a thumbnail is of.

    Attributes:
        stretch: The stretch with its variant already chosen.
        variant: That variant's name, or "".
    """

    stretch: Stretch
    variant: str = ""
    side: Side = Side.RIGHT


_Key = tuple[str, str, Side, Theme, "Character | None", tuple[int, int], float]


class Thumbnails:
    """End poses, drawn in `theme` with `character` in them."""

    def __init__(self) -> None:
        self.theme = Theme.LIGHT
        self.character: Character | None = None
        self._made: dict[_Key, tuple[Stretch, QPixmap | None]] = {}

    def pixmap(self, subject: Subject, size: QSize, dpr: float) -> QPixmap | None:
        """The picture, *size* logical pixels of *dpr* device pixels each; None where there is nothing to draw."""
        stretch = subject.stretch
        pixels = (size.width(), size.height())
        key = (stretch.id, subject.variant, subject.side, self.theme, self.character, pixels, dpr)
        kept = self._made.pop(key, None)
        # A routine's own stretch may be called like another's.
        if kept is None or kept[0].figure != stretch.figure:
            kept = (stretch, self._draw(subject, size, dpr))
        self._made[key] = kept
        if len(self._made) > MOST:
            del self._made[next(iter(self._made))]
        return kept[1]

    def _draw(self, subject: Subject, size: QSize, dpr: float) -> QPixmap | None:
        figure = figure_of(subject.stretch)
        if figure is None:
            return None
        scene = Scene(figure, theme=self.theme, character=self.character, side=subject.side)
        pixmap = QPixmap(size * dpr)
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        card = QPainterPath()
        card.addRoundedRect(QRectF(0, 0, size.width(), size.height()), RADIUS, RADIUS)
        painter = QPainter(pixmap)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(card)
            scene.paint(painter, size.width(), size.height(), Frame(START, END, 1.0, glow=1.0), cached=False)
        finally:
            painter.end()
        return pixmap
