"""The composition of the terminal, and the choice between it and the window (`window_app.py`)."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from stretch_timer.core.compiling import compile_plan
from stretch_timer.core.errors import ExplainedError
from stretch_timer.core.events import CueDue
from stretch_timer.core.session import Session
from stretch_timer.desktop.display import has_display
from stretch_timer.log_book import LogBook
from stretch_timer.session_clock import SessionClock
from stretch_timer.storage.event_stream import open_stream

if TYPE_CHECKING:
    from stretch_timer.core.events import Event
    from stretch_timer.request import Request
    from stretch_timer.storage.event_stream import EventStream
    from stretch_timer.storage.recorder import Recorder
    from stretch_timer.terminal.shell import Listener

NO_DISPLAY = "There is no display here, so the session runs in the terminal."
NO_QT = "The window cannot be opened ({}), so the session runs in the terminal."
NEEDS_DISPLAY = "There is no display to open a window on. In the terminal, run: stretch-timer follow"


def run(request: Request, *, terminal: bool = False) -> int:
    """Do as *request* says, in the window or in the terminal; answers with the exit code.

    Raises:
        ExplainedError: What was asked for cannot be done.
    """
    if terminal:
        return run_terminal(request)
    if not has_display():
        return _fall_back(request, NO_DISPLAY)
    quiet_qt()
    try:
        from stretch_timer.window_app import run_window  # noqa: PLC0415  # where there is no display there may be no Qt
    except ImportError as error:
        return _fall_back(request, NO_QT.format(error))
    return run_window(request)


def quiet_qt() -> None:
    """Keep what Qt says about sound servers that are not there from the person; `doctor` tells it in words."""
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")


def _fall_back(request: Request, why: str) -> int:
    if request.routine is None:
        raise ExplainedError(NEEDS_DISPLAY)
    sys.stderr.write(f"{why}\n")
    return run_terminal(request)


def run_terminal(request: Request) -> int:
    """Guide the session of *request* in the terminal; answers with the exit code.

    Raises:
        ExplainedError: What was asked for cannot be done.
        KeyboardInterrupt: Ctrl+C; the session has been ended properly.
    """
    from rich.console import Console  # noqa: PLC0415  # only here, so that the window does not wait for it

    from stretch_timer.terminal.shell import TerminalShell  # noqa: PLC0415  # as above

    # Standard output belongs to the events where they are asked for.
    console = Console(stderr=request.events == "-")
    with ExitStack() as open_files:
        log = open_files.enter_context(LogBook.open(request))
        if log.problem:
            console.print(log.problem, markup=False)
        stream = open_stream(request.events, open_files)
        session, recorder = _session(request, log)
        listeners: list[Listener] = []
        if recorder is not None:
            listeners.append(recorder)
            open_files.callback(recorder.close)
        if stream is not None:
            listeners.append(Streamed(stream))
        clock = SessionClock(request.speed)
        TerminalShell(session, clock, listeners, mute=request.mute, console=console).run()
    return 0


def _session(request: Request, log: LogBook) -> tuple[Session, Recorder | None]:
    """The session that is asked for: an interrupted one that goes on, or a new one."""
    offer = log.offer()
    if request.resume or (offer and sys.stdin.isatty() and _wants_to_resume(offer)):
        return log.resume()
    if request.routine is None:
        raise ExplainedError(NEEDS_DISPLAY)
    session = Session(compile_plan(request.routine, request.wishes))
    return session, log.begin()


def _wants_to_resume(offer: str) -> bool:
    answer = input(f"{offer}\nResume there? [Y/n] ")
    return not answer.strip().lower().startswith("n")


class Streamed:
    """The event stream as a listener that hears no sound: every cue is written at once."""

    def __init__(self, stream: EventStream) -> None:
        self._stream = stream

    def happened(self, event: Event, _session: Session, _now: float) -> None:
        """Write *event*'s line."""
        self._stream.happened(event)
        if isinstance(event, CueDue):
            self._stream.cue_began(event.cue, None)

    def mark(self, _session: Session, _now: float) -> None:
        """Nothing: the time is in every line."""
