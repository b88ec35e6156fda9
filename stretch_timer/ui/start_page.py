"""Where a session begins: the routines there are, and what was left unfinished."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretch_timer.core import captions


@dataclass(frozen=True, slots=True)
class Choice:
    """A routine that can be started.

    Attributes:
        id: What `started` tells.
        words: Its length and purpose in one line.
    """

    id: str
    name: str
    words: str


class StartPage(QWidget):
    """Choose a routine and start it, or go on with the session that was interrupted."""

    started = Signal(str)
    resumed = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unfinished = QLabel(wordWrap=True)
        self._banner = self._make_banner()
        self.routines = QListWidget()
        self.routines.setAccessibleName("Routines")
        self.routines.setWordWrap(True)
        self.routines.itemActivated.connect(lambda _: self._start())
        self.start = QPushButton("Start session")
        self.start.setMinimumHeight(44)
        self.start.setShortcut("Ctrl+Return")
        self.start.clicked.connect(self._start)
        self._problem = QLabel(wordWrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.addWidget(self._banner)
        column.addWidget(QLabel("Choose a routine"))
        column.addWidget(self.routines, 1)
        column.addWidget(self._problem)
        column.addWidget(self.start)
        column.addWidget(QLabel(f"{captions.NOTICE} {captions.CAUTION}", wordWrap=True))

    def _make_banner(self) -> QFrame:
        banner = QFrame()
        banner.hide()
        banner.setFrameShape(QFrame.Shape.StyledPanel)
        self.resume = QPushButton("Resume there")
        self.keep = QPushButton("Keep what was done")
        self.resume.clicked.connect(self.resumed)
        self.keep.clicked.connect(self.kept)
        row = QHBoxLayout(banner)
        row.addWidget(self._unfinished, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.resume)
        row.addWidget(self.keep)
        return banner

    def offer(self, choices: list[Choice], chosen: str) -> None:
        """Show *choices*, with the one whose id is *chosen* selected."""
        self.routines.clear()
        for choice in choices:
            row = QListWidgetItem(f"{choice.name}\n{choice.words}", self.routines)
            row.setData(Qt.ItemDataRole.UserRole, choice.id)
            if choice.id == chosen:
                self.routines.setCurrentItem(row)
        self.start.setEnabled(bool(choices))

    def offer_to_resume(self, sentence: str) -> None:
        """Tell in one *sentence* what was left unfinished; an empty one takes the offer back."""
        self._unfinished.setText(sentence)
        self._banner.setVisible(bool(sentence))

    def explain(self, problem: str) -> None:
        """Say in one sentence why nothing was started; an empty one takes it back."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _start(self) -> None:
        row = self.routines.currentItem()
        if row is not None:
            self.started.emit(row.data(Qt.ItemDataRole.UserRole))
