"""Outlines as Qt has them, kept from one frame to the next: what does not move costs nothing to make again."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QTransform

from stretch_timer.figure.shapes import HERE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stretch_timer.figure.camera import View
    from stretch_timer.figure.curves import Outline
    from stretch_timer.figure.shapes import Part, Placement

# Looked up once: finding an enumeration's member costs as much as three curve segments.
_WINDING = Qt.FillRule.WindingFill


class Paths:
    """Paths in logical pixels, by the outlines of this frame and the one before."""

    def __init__(self) -> None:
        self._view: View | None = None
        self._whole = QTransform()
        # An id alone would not do: the next frame's outline can have it. Keeping the outline keeps its id taken.
        self._made: dict[int, tuple[Outline, QPainterPath]] = {}
        self._placed: dict[int, tuple[Part, QPainterPath]] = {}
        self._made_before = self._made
        self._placed_before = self._placed

    def begin(self, view: View) -> None:
        """Start a frame: forget what the one before did not use."""
        self._made_before, self._made = self._made, {}
        self._placed_before, self._placed = (self._placed if view == self._view else {}), {}
        self._view, self._whole = view, transform(view)

    def of(self, parts: Sequence[Part]) -> QPainterPath:
        """All *parts* as one path."""
        if len(parts) == 1:
            return self._place(parts[0])
        joined = QPainterPath()
        joined.setFillRule(_WINDING)
        for part in parts:
            joined.addPath(self._place(part))
        return joined

    def _place(self, part: Part) -> QPainterPath:
        key = id(part)
        placed = self._placed_before.get(key)
        if placed is None or placed[0] is not part:
            outline, place = part
            whole = self._whole if place is HERE else _local(place) * self._whole
            placed = (part, whole.map(self._make(outline)))
        self._placed[key] = placed
        return placed[1]

    def _make(self, outline: Outline) -> QPainterPath:
        key = id(outline)
        made = self._made.get(key) or self._made_before.get(key)
        if made is None or made[0] is not outline:
            made = (outline, path(outline))
        self._made[key] = made
        return made[1]


def path(outline: Outline) -> QPainterPath:
    """*outline* in world units."""
    (x, y, *_), cubics = outline
    made = QPainterPath()
    made.setFillRule(_WINDING)
    made.moveTo(x, y)
    curve = made.cubicTo
    for cubic in cubics:
        curve(*cubic)
    return made


def transform(view: View) -> QTransform:
    """World units to logical pixels."""
    return QTransform(view.sx, 0.0, 0.0, -view.scale, view.dx, view.dy)


def _local(place: Placement) -> QTransform:
    x, y, turn, stretch = place
    if not turn and stretch == 1.0:
        return QTransform.fromTranslate(x, y)
    c, s = cos(radians(turn)), sin(radians(turn))
    return QTransform(c * stretch, s * stretch, -s, c, x, y)
