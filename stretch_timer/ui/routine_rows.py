"""How a routine is seen in a list: a picture of one of its stretches, then its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    from stretch_timer.ui.thumbnails import Subject, Thumbnails

    Index = QModelIndex | QPersistentModelIndex

SUBJECT = Qt.ItemDataRole.UserRole + 1
"""The role of a row's `Subject`, or None."""
SIZE = QSize(128, 96)
"""Logical pixels."""


class RoutineRows(QStyledItemDelegate):
    """Paints rows with the picture of their subject; it is drawn when its row is first painted, not before."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802  # Qt calls it
        """Keep the picture's place free, whether or not it is drawn yet."""
        super().initStyleOption(option, index)
        if index.data(SUBJECT) is not None:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = SIZE
            option.icon = QIcon()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row, then the picture in its place."""
        super().paint(painter, option, index)
        subject: Subject | None = index.data(SUBJECT)
        if subject is None:
            return
        pixmap = self._thumbnails.pixmap(subject, SIZE, painter.device().devicePixelRatioF())
        if pixmap is None:
            return
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        place = row.widget.style().subElementRect(QStyle.SubElement.SE_ItemViewItemDecoration, row, row.widget)
        painter.drawPixmap(place.topLeft(), pixmap)
