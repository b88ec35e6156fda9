"""Somebody who just stands there, to see how they look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from stretch_timer.figure.motion import Frame
from stretch_timer.figure.palette import Theme
from stretch_timer.figure.pose import END, START, Figure, Pose
from stretch_timer.figure.scene import Scene

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stretch_timer.figure.characters import Character

STANDING = Figure(Pose(), Pose())
SIZE = QSize(320, 260)


class FigurePreview(QWidget):
    """A standing figure.

    Attributes:
        character: Who stands there.
    """

    def __init__(self, character: Character, theme: Theme = Theme.LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(SIZE)
        self.setAccessibleName("Preview of the figure")
        self._theme = theme
        self.show_character(character)

    def show_character(self, character: Character) -> None:
        """Let *character* stand there from now on."""
        self.character = character
        self._scene = Scene(STANDING, theme=self._theme, character=character)
        self.setAccessibleDescription(f"{character.skin} skin, {character.hair} hair, {character.build} build")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure."""
        del event
        painter = QPainter(self)
        try:
            self._scene.paint(painter, self.width(), self.height(), Frame(START, END, 1.0))
        finally:
            painter.end()
