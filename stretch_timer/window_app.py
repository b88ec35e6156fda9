"""The composition of the window: who listens to whom."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from stretch_timer import __version__
from stretch_timer.core.compiling import Wishes, compile_plan
from stretch_timer.core.errors import ExplainedError
from stretch_timer.core.session import Session
from stretch_timer.desktop import qt_messages
from stretch_timer.desktop.interrupts import Interrupts
from stretch_timer.figure_wish import FigureWish
from stretch_timer.guided_session import GuidedSession
from stretch_timer.log_book import LogBook
from stretch_timer.storage.library import Library
from stretch_timer.storage.plan_document import clock
from stretch_timer.ui.figure_chooser import FigureChooser
from stretch_timer.ui.main_window import MainWindow
from stretch_timer.ui.start_page import Choice
from stretch_timer.ui.thumbnails import Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from stretch_timer.core.plan import Plan
    from stretch_timer.core.routine import Routine
    from stretch_timer.request import Request
    from stretch_timer.storage.recorder import Recorder
    from stretch_timer.ui.figure_chooser import FigureChoice

SIGNALLED = 128
"""An exit code above this says which signal ended the program."""
LINGER_MS = 2000
"""How long a session that was only tried out stays on the screen."""


def run_window(request: Request) -> int:
    """Open the window and stay until it is closed; answers with the exit code.

    Raises:
        ExplainedError: What was asked for cannot be done.
    """
    qt_messages.pass_on()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("stretch-timer")
    application.setApplicationDisplayName("Stretch Timer")
    application.setApplicationVersion(__version__)
    with LogBook.open(request) as log:
        window = WindowApp(request, log)
        try:
            window.open()
            application.exec()
        finally:
            window.close()
        return window.code


class WindowApp:
    """The window and the session in it.

    Attributes:
        code: The exit code so far.
    """

    def __init__(self, request: Request, log: LogBook) -> None:
        self.code = 0
        self._request = request
        self._log = log
        self._figure = FigureWish.here()
        self._window = MainWindow()
        self._guided: GuidedSession | None = None
        self._interrupts = Interrupts()
        self._interrupts.interrupted.connect(self._interrupt)
        self._window.closing.connect(self._end)
        page = self._window.start_page
        page.started.connect(lambda routine: self._try(lambda: self._start(routine)))
        page.resumed.connect(lambda: self._try(self._resume))
        page.kept.connect(lambda: self._try(self._keep))
        page.figure_wanted.connect(self._ask_for_figure)
        self._window.session_page.closed.connect(self._window.close)

    def open(self) -> None:
        """Show the window: the session that was asked for, or the start page.

        Raises:
            ExplainedError: What was asked for cannot be done.
        """
        self._window.show()
        offer = self._log.offer()
        if self._request.resume:
            self._resume()
        elif self._request.routine and not offer:
            self._begin(self._request.routine)
        else:
            self._show_start(offer)

    def close(self) -> None:
        """Let go of what was opened."""
        self._end()
        self._interrupts.close()

    def _show_start(self, offer: str) -> None:
        found = Library.here().routines().found
        asked = self._request.routine
        routines = found | ({asked.id: asked} if asked else {})
        choices = [_choice(routine) for routine in routines.values()]
        self._window.start_page.offer(choices, asked.id if asked else next(iter(routines), ""))
        self._window.start_page.offer_to_resume(offer)
        self._window.start_page.explain(self._figure.problem)
        self._draw_as_wished()
        self._window.show_start()

    def _try(self, wish: Callable[[], None]) -> None:
        """Do what the start page wishes, or say on it why not."""
        page = self._window.start_page
        try:
            wish()
        except (ExplainedError, OSError) as error:
            page.explain(str(error))
        else:
            page.explain("")

    def _start(self, routine: str) -> None:
        asked = self._request.routine
        self._begin(asked if asked and asked.id == routine else Library.here().routine(routine))

    def _begin(self, routine: Routine) -> None:
        session = Session(compile_plan(routine, self._request.wishes))
        self._guide(session, self._log.begin())

    def _resume(self) -> None:
        session, recorder = self._log.resume()
        self._guide(session, recorder)

    def _keep(self) -> None:
        self._log.keep()
        self._window.start_page.offer_to_resume("")

    def _guide(self, session: Session, recorder: Recorder | None) -> None:
        page = self._window.session_page
        self._draw_as_wished()
        page.show_session(session)
        self._window.show_session()
        self._guided = GuidedSession(session, self._request, recorder, page)
        self._guided.finished.connect(self._finished)
        self._log.trouble = page.notice
        for problem in filter(None, (self._figure.problem, self._log.problem)):
            page.notice(problem)
        self._guided.start()

    def _ask_for_figure(self) -> None:
        chooser = FigureChooser(self._figure.choice, self._figure.today, parent=self._window)
        chooser.chosen.connect(lambda choice: self._try(lambda: self._change_figure(choice)))
        chooser.open()

    def _change_figure(self, choice: FigureChoice) -> None:
        try:
            self._figure.change(choice)
        finally:
            self._draw_as_wished()

    def _draw_as_wished(self) -> None:
        start, stage = self._window.start_page, self._window.session_page.stage
        start.thumbnails.character = stage.character = self._figure.character
        stage.reduced = self._figure.choice.reduced
        start.redraw()

    def _finished(self) -> None:
        """A session that was only tried out closes its window; a real one waits for the person to get up."""
        if self._request.speed != 1.0:
            QTimer.singleShot(LINGER_MS, self._window.close)

    def _end(self) -> None:
        if self._guided is not None:
            self._guided.close()
            self._guided = None

    def _interrupt(self, number: int) -> None:
        self.code = SIGNALLED + number
        self._window.close()


def _choice(routine: Routine) -> Choice:
    plan = compile_plan(routine, Wishes())
    return Choice(routine.id, routine.name, f"{clock(plan.total_s)} · {routine.purpose}", _longest(plan))


def _longest(plan: Plan) -> Subject | None:
    """The stretch that takes the most time of those that can be shown."""
    shown = [number for number, planned in enumerate(plan.items) if planned.item.stretch.figure is not None]
    if not shown:
        return None
    ends_s = [*plan.starts_s, plan.total_s]
    begins_s = [ends_s[index] for index in (*plan.set_ups, -1)]
    item = plan.items[max(shown, key=lambda number: begins_s[number + 1] - begins_s[number])].item
    return Subject(item.stretch, item.variant)
