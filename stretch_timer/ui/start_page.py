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
from stretch_timer.ui.routine_rows import SUBJECT, RoutineRows
from stretch_timer.ui.thumbnails import Subject, Thumbnails


@dataclass(frozen=True, slots=True)
class Choice:
    """A routine that can be started.

    Attributes:
        id: What `started` tells.
        words: Its length and purpose in one line.
        stretch: What is shown of it beside its words.
    """

    id: str
    name: str
    words: str
    stretch: Subject | None = None


class StartPage(QWidget):
    """Choose a routine and start it, or go on with the session that was interrupted.

    Attributes:
        thumbnails: The pictures in the list; `redraw` after changing how they are drawn.
    """

    started = Signal(str)
    resumed = Signal()
    kept = Signal()
    figure_wanted = Signal()
    """Somebody wants to choose who is drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unfinished = QLabel(wordWrap=True)
        self._banner = self._make_banner()
        self.routines = QListWidget()
        self.routines.setAccessibleName("Routines")
        self.routines.setWordWrap(True)
        self.thumbnails = Thumbnails()
        self.routines.setItemDelegate(RoutineRows(self.thumbnails, self.routines))
        self.routines.itemActivated.connect(lambda _: self._start())
        self.start = QPushButton("Start session")
        self.start.setMinimumHeight(44)
        self.start.setShortcut("Ctrl+Return")
        self.start.clicked.connect(self._start)
        self._problem = QLabel(wordWrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.addWidget(self._banner)
        column.addLayout(self._make_header())
        column.addWidget(self.routines, 1)
        column.addWidget(self._problem)
        column.addWidget(self.start)
        column.addWidget(QLabel(f"{captions.NOTICE} {captions.CAUTION}", wordWrap=True))

    def _make_header(self) -> QHBoxLayout:
        self.figure = QPushButton("The figure…")
        self.figure.setAccessibleDescription("Choose who is drawn, and how much it moves")
        self.figure.clicked.connect(self.figure_wanted)
        row = QHBoxLayout()
        row.addWidget(QLabel("Choose a routine"), 1)
        row.addWidget(self.figure)
        return row

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
            row.setData(SUBJECT, choice.stretch)
            if choice.id == chosen:
                self.routines.setCurrentItem(row)
        self.start.setEnabled(bool(choices))

    def redraw(self) -> None:
        """Show the pictures as they are drawn from now on."""
        self.routines.viewport().update()

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
