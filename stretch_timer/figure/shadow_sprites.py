"""Soft shadows as ready-made images: placing one costs a tenth of filling a gradient."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from stretch_timer.figure.roles import Role

if TYPE_CHECKING:
    from stretch_timer.figure.camera import View
    from stretch_timer.figure.palette import Palette
    from stretch_timer.figure.shapes import Shadow

LAYERS = 14
LAYER_ALPHA = 9
WIDTH_STEP = 12
"""Device pixels: sprites come in widths of this, so that few are ever made."""
LEVELS = 10
"""Steps of darkness."""
SPRITES = 64


@lru_cache(maxsize=SPRITES)
def sprite(colour: str, width: int, height: int, level: int) -> QImage:
    """A soft ellipse, *width* x *height* device pixels, *level* of `LEVELS` dark."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    brush = QColor(colour)
    brush.setAlpha(max(1, LAYER_ALPHA * level // LEVELS))
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        for layer in range(LAYERS):
            inset = height / 2 * layer / LAYERS * 0.92
            painter.drawEllipse(QRectF(inset * 2.2, inset, width - 4.4 * inset, height - 2 * inset))
    finally:
        painter.end()
    return image


def shadow_bounds(shadow: Shadow, view: View) -> QRectF:
    """The logical pixels that *shadow* covers."""
    rx, ry = shadow.rx * abs(view.sx), shadow.ry * view.scale
    x, y = view.dx + shadow.centre[0] * view.sx, view.dy - shadow.centre[1] * view.scale
    return QRectF(x - rx, y - ry, 2 * rx, 2 * ry)


def draw_shadow(painter: QPainter, shadow: Shadow, view: View, palette: Palette) -> None:
    """Place the sprite of *shadow*, on whole device pixels."""
    dpr = painter.device().devicePixelRatio()
    width = max(WIDTH_STEP, int(2 * shadow.rx * abs(view.sx) * dpr / WIDTH_STEP) * WIDTH_STEP)
    height = max(4, int(2 * shadow.ry * view.scale * dpr))
    level = max(1, int(shadow.weight * LEVELS + 0.5))
    image = sprite(palette[Role.SHADOW], width, height, level)
    x = view.dx + shadow.centre[0] * view.sx - width / dpr / 2
    y = view.dy - shadow.centre[1] * view.scale - height / dpr / 2
    at = QPointF(round(x * dpr) / dpr, round(y * dpr) / dpr)
    painter.drawImage(QRectF(at.x(), at.y(), width / dpr, height / dpr), image)
