"""One picture of a figure in a file: SVG or PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from stretch_timer.figure.motion import Frame, ease
from stretch_timer.figure.pose import END, START

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize

    from stretch_timer.figure.scene import Scene

SUFFIXES = (".svg", ".png")
GLOWS_FROM = 0.35
"""How far into the movement the muscles begin to shine."""


def save(scene: Scene, path: Path, size: QSize, at: float = 1.0) -> None:
    """Write the picture that *scene* shows *at* a phase of the movement from start (0) to end (1).

    Args:
        scene: The figure, its theme and its side.
        path: `.svg` or `.png`; an existing file is replaced.
        size: In pixels.
        at: Phase of the movement.

    Raises:
        OSError: The file cannot be written.
    """
    # Qt paints text and pixmaps only beside an application object; one that exists already is used.
    application = QGuiApplication.instance() or QGuiApplication([])
    frame = Frame(START, END, ease(at), glow=max(0.0, (at - GLOWS_FROM) / (1 - GLOWS_FROM)))
    # Opened first, because Qt tells only that it failed, not why.
    with path.open("wb"):
        pass
    (_save_svg if path.suffix == ".svg" else _save_png)(scene, path, size, frame)
    del application


def _save_svg(scene: Scene, path: Path, size: QSize, frame: Frame) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    _paint(scene, QPainter(generator), size, frame)


def _save_png(scene: Scene, path: Path, size: QSize, frame: Frame) -> None:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    _paint(scene, QPainter(image), size, frame)
    image.save(str(path))


def _paint(scene: Scene, painter: QPainter, size: QSize, frame: Frame) -> None:
    try:
        scene.paint(painter, size.width(), size.height(), frame, cached=False)
    finally:
        painter.end()
