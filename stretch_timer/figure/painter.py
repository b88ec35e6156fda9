"""The one place that paints: a display list on any QPainter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from stretch_timer.figure.palette import blended
from stretch_timer.figure.paths import Paths
from stretch_timer.figure.shadow_sprites import draw_shadow, shadow_bounds
from stretch_timer.figure.shapes import Fill, Mix, Shadow, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stretch_timer.figure.camera import View
    from stretch_timer.figure.palette import Palette
    from stretch_timer.figure.shapes import Colour, Shape


class ShapePainter:
    """Paints display lists in one palette.

    Paths are mapped to logical pixels and painted without a transform: under a large scale Qt's raster engine flattens
    curves far too finely.
    """

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._brushes: dict[tuple[Colour, float], QBrush] = {}
        self._paths = Paths()

    def paint(self, painter: QPainter, shapes: Iterable[Shape], view: View) -> None:
        """Paint *shapes*, in order, as *view* sees them. The painter keeps its own state."""
        paths = self._paths
        paths.begin(view)
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for shape in shapes:
                match shape:
                    case Fill():
                        painter.fillPath(paths.of(shape.parts), self._brush(shape.colour, shape.opacity))
                    case Stroke():
                        painter.strokePath(paths.of(shape.parts), self._pen(shape, view))
                    case Shadow():
                        draw_shadow(painter, shape, view, self._palette)
        finally:
            painter.restore()

    def bounds(self, shapes: Iterable[Shape], view: View) -> QRectF:
        """The logical pixels that *shapes* cover."""
        paths, covered = Paths(), QRectF()
        paths.begin(view)
        for shape in shapes:
            if isinstance(shape, Shadow):
                covered = covered.united(shadow_bounds(shape, view))
            else:
                margin = shape.width * view.scale if isinstance(shape, Stroke) else 0.0
                box = paths.of(shape.parts).controlPointRect()
                covered = covered.united(box.adjusted(-margin, -margin, margin, margin))
        return covered

    def _pen(self, shape: Stroke, view: View) -> QPen:
        cap = Qt.PenCapStyle.FlatCap if shape.butt else Qt.PenCapStyle.RoundCap
        width = shape.width * view.scale
        return QPen(self._brush(shape.colour, 1.0), width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)

    def _brush(self, colour: Colour, opacity: float) -> QBrush:
        key = (colour, opacity)
        brush = self._brushes.get(key)
        if brush is None:
            mixed = QColor(self.colour(colour))
            mixed.setAlphaF(opacity)
            brush = self._brushes[key] = QBrush(mixed)
        return brush

    def colour(self, colour: Colour) -> str:
        """What *colour* looks like, as #RRGGBB."""
        if isinstance(colour, Mix):
            return blended(self._palette[colour.a], self._palette[colour.b], colour.t)
        return self._palette[colour]
