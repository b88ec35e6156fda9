"""The question before a session is ended early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class EndSheet(QFrame):
    """Keep going, or save and finish. Opening it pauses; nothing done so far is lost either way."""

    keep_going = Signal()
    finish = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        question = QLabel("End this session? What you have done is kept.")
        keep = QPushButton("Keep going")
        keep.setDefault(True)
        finish = QPushButton("Save and finish")
        keep.clicked.connect(self.keep_going)
        finish.clicked.connect(self.finish)
        row = QHBoxLayout(self)
        row.addWidget(question, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(keep)
        row.addWidget(finish)
        self._keep = keep

    def open(self) -> None:
        """Ask; the answer that changes nothing has the focus."""
        self.show()
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
