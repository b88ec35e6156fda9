"""The page that guides: caption, leg, repetition, a big countdown, and one button for each key."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from stretch_timer.core import captions
from stretch_timer.core.captions import Captions
from stretch_timer.core.controls import Command
from stretch_timer.core.events import Paused, Resumed, SegmentStarted, SessionFinished, SessionStarted
from stretch_timer.core.progress import State
from stretch_timer.ui.end_sheet import EndSheet
from stretch_timer.ui.figure_stage import FigureStage

if TYPE_CHECKING:
    from stretch_timer.core.events import Event
    from stretch_timer.core.session import Session

BUTTON_HEIGHT = 44
BUTTONS = (
    (Command.AGAIN, "Again", "←"),
    (Command.PAUSE_OR_RESUME, "Pause", "Space"),
    (Command.NEXT, "Next", "→"),
    (Command.LONGER, "10 s more", "↑"),
    (Command.ONE_MORE, "One more rep", "R"),
    (Command.EASE_OFF, "Ease off", "E"),
    (Command.STOP, "End", "Esc"),
)


class SessionPage(QWidget):
    """One session as it is seen. It asks for nothing itself: it is told what happened and what time it is."""

    wished = Signal(object)  # Command
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._captions = Captions()
        self._names: tuple[str, ...] = ()
        self._title = _label("title", 16)
        self._leg = _label("leg", 22, bold=True)
        self._count = _label("repetition", 18)
        self._phase = _label("phase", 22)
        self._seconds = _label("seconds", 96, bold=True)
        self.stage = FigureStage()
        self._caption = _label("caption", 22)
        self._caption.setWordWrap(True)
        self._left = _label("time left", 13)
        self._notice = _label("notice", 11)
        self._notice.setWordWrap(True)
        self._notice.setText(f"{captions.NOTICE} {captions.CAUTION}")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName("Session")
        self._buttons = {command: self._button(command, word, key) for command, word, key in BUTTONS}
        self.end_sheet = EndSheet(self)
        self.end_sheet.keep_going.connect(lambda: self.wished.emit(Command.PAUSE_OR_RESUME))
        self.end_sheet.finish.connect(lambda: self.wished.emit(Command.STOP))
        self._close = QPushButton("Close")
        self._close.setMinimumHeight(BUTTON_HEIGHT)
        self._close.hide()
        self._close.clicked.connect(self.closed)
        self._lay_out()

    def _button(self, command: Command, word: str, key: str) -> QPushButton:
        button = QPushButton(f"{word}  [{key}]")
        button.setAccessibleName(word)
        button.setMinimumHeight(BUTTON_HEIGHT)
        button.clicked.connect(lambda: self.ask(command))
        return button

    def _lay_out(self) -> None:
        top = QGridLayout()
        top.addWidget(self._leg, 0, 0, Qt.AlignmentFlag.AlignLeft)
        top.addWidget(self._title, 0, 1, Qt.AlignmentFlag.AlignCenter)
        top.addWidget(self._count, 0, 2, Qt.AlignmentFlag.AlignRight)
        top.setColumnStretch(1, 1)
        row = QHBoxLayout()
        for button in (*self._buttons.values(), self._close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addLayout(self._middle(), 1)
        column.addWidget(self._caption)
        column.addWidget(self.end_sheet)
        column.addWidget(self._left)
        column.addWidget(self._bar)
        column.addLayout(row)
        column.addWidget(self._notice)

    def _middle(self) -> QHBoxLayout:
        """The figure, and beside it what the moment is and how long it lasts."""
        moment = QVBoxLayout()
        moment.addStretch(1)
        moment.addWidget(self._phase)
        moment.addWidget(self._seconds)
        moment.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.stage, 3)
        middle.addLayout(moment, 2)
        return middle

    def ask(self, command: Command) -> None:
        """What a key or a button wishes; ending is asked back first."""
        if command is not Command.STOP:
            self.wished.emit(command)
        elif self.end_sheet.isVisible():
            self.end_sheet.keep_going.emit()
        elif self._session and self._session.may("stop"):
            if self._session.may("pause"):
                self.wished.emit(Command.PAUSE_OR_RESUME)
            self.end_sheet.open()

    def show_session(self, session: Session) -> None:
        """Begin to show *session*."""
        self._session = session
        self._captions = Captions()
        self._names = tuple(planned.item.stretch.name for planned in session.plan.items)
        self._bar.setMaximum(max(1, round(session.plan.total_s)))
        self._caption.setText(session.segment.caption)
        self._running(running=True)
        self.stage.show_session(session)
        self._show_segment()

    def notice(self, sentence: str) -> None:
        """One quiet line: what is missing, and what to do."""
        self._notice.setText(sentence)

    def happened(self, event: Event) -> None:
        """Redraw from *event*."""
        self._captions.happened(event)
        self._caption.setText(self._captions.text)
        match event:
            case SessionStarted() | SegmentStarted():
                self._show_segment()
            case Paused():
                self._buttons[Command.PAUSE_OR_RESUME].setText("Resume  [Space]")
            case Resumed():
                self.end_sheet.hide()
                self._buttons[Command.PAUSE_OR_RESUME].setText("Pause  [Space]")
            case SessionFinished():
                self._running(running=False)

    def say(self, sentence: str) -> None:
        """Show *sentence* in the caption's place until something else is said."""
        self._caption.setText(sentence)

    def look(self, now: float) -> None:
        """Redraw what the passing of time changes."""
        session = self._session
        if session is None:
            return
        over = session.state in (State.FINISHED, State.STOPPED)
        remaining_s = session.remaining_s(now)
        self._phase.setText("" if over else captions.phase(session))
        self._seconds.setText("✓" if over else str(math.ceil(remaining_s)))
        left_s = session.total_remaining_s(now)
        self._left.setText("" if over else f"{captions.length(left_s)} left")
        self.stage.look(now)
        self._bar.setValue(self._bar.maximum() - round(0 if over else left_s))

    def _show_segment(self) -> None:
        if self._session is None:
            return
        segment, item = self._session.segment, self._session.item
        self._title.setText(f"{self._names[item]}  ·  {item + 1} of {len(self._names)}")
        self._leg.setText(captions.leg(segment))
        self._count.setText(captions.count(segment))
        self._buttons[Command.ONE_MORE].setEnabled(self._session.may_do_more())

    def _running(self, *, running: bool) -> None:
        self.end_sheet.hide()
        for button in self._buttons.values():
            button.setVisible(running)
        self._close.setVisible(not running)


def _label(name: str, points: int, *, bold: bool = False) -> QLabel:
    """A centred label whose size is told in points."""
    label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
    label.setObjectName(name)
    font = label.font()
    font.setPointSize(points)
    font.setBold(bold)
    label.setFont(font)
    return label
