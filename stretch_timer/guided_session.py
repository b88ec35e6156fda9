"""One session in the window, with everyone who listens to it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from stretch_timer import resources
from stretch_timer.core import events as ev
from stretch_timer.core.captions import SLEPT
from stretch_timer.core.controls import Command
from stretch_timer.core.cues import Cue, CueKind, Priority
from stretch_timer.core.speech import estimated_seconds
from stretch_timer.core.wording import CLOSING
from stretch_timer.session_clock import SessionClock
from stretch_timer.storage.event_stream import open_stream
from stretch_timer.storage.folders import Folders
from stretch_timer.ui.session_driver import SessionDriver
from stretch_timer.voice.speaker import Speaker

if TYPE_CHECKING:
    from stretch_timer.core.session import Session
    from stretch_timer.request import Request
    from stretch_timer.storage.recorder import Recorder
    from stretch_timer.ui.session_page import SessionPage

CLOSING_CUE = Cue(0.0, CueKind.VOICE, CLOSING, estimated_seconds(CLOSING), Priority.SAFETY)
CLOSING_AFTER_MS = 1500
"""The finish tone has died away by then."""


class GuidedSession(QObject):
    """Connects a session's events to the page, the voice, the log and the event stream.

    Args:
        session: A new session, or a restored one that waits.
        request: Speed, sound and where events are written.
        recorder: The log, or None where nothing is logged.
        page: Where it is seen.

    Raises:
        OSError: The file for the events cannot be written.
    """

    finished = Signal()

    def __init__(self, session: Session, request: Request, recorder: Recorder | None, page: SessionPage) -> None:
        super().__init__()
        self._session, self._recorder, self._page = session, recorder, page
        self._open_files = ExitStack()
        self._stream = open_stream(request.events, self._open_files)
        self._driver = SessionDriver(session, SessionClock(request.speed), self)
        cache, sounds = Folders.here().cache, resources.assets() / "sounds"
        self._speaker = None if request.mute else Speaker(cache, sounds, parent=self)
        self._connect_page()
        self._connect_voice()
        self._driver.happened.connect(self._happened)
        self._driver.marked.connect(self._mark)

    def start(self) -> None:
        """Begin, or go on where it was interrupted."""
        self._driver.start()

    def close(self) -> None:
        """End the session if it is still open; what was held is kept."""
        self._page.wished.disconnect(self._driver.obey)
        self._driver.obey(Command.STOP)
        if self._recorder is not None:
            self._recorder.close()
        if self._speaker is not None:
            self._speaker.close()
        self._open_files.close()

    def _connect_page(self) -> None:
        self._driver.happened.connect(lambda event, _late_s: self._page.happened(event))
        self._driver.looked.connect(self._look)
        self._driver.slept.connect(lambda: self._page.say(SLEPT))
        self._page.wished.connect(self._driver.obey)

    def _look(self, now: float) -> None:
        self._page.look(now)
        self._driver.look_ms = self._page.stage.pace_ms()

    def _connect_voice(self) -> None:
        if self._speaker is None:
            return
        self._speaker.trouble.connect(self._page.notice)
        if self._stream is not None:
            self._speaker.began.connect(self._stream.cue_began)
            self._speaker.dropped.connect(self._not_heard)
        self._speaker.prepare((*self._session.plan.sentences, CLOSING))

    def _happened(self, event: ev.Event, late_s: float) -> None:
        if self._recorder is not None:
            self._recorder.happened(event, self._session, self._driver.now)
        if self._stream is not None:
            self._stream.happened(event)
        self._sound(event, late_s)
        if isinstance(event, ev.SessionFinished):
            self.finished.emit()

    def _sound(self, event: ev.Event, late_s: float) -> None:
        """What is heard of *event*."""
        if self._speaker is None:
            if isinstance(event, ev.CueDue) and self._stream is not None:
                self._stream.cue_began(event.cue, None)
            return
        match event:
            case ev.CueDue(cue=cue):
                self._speaker.play(cue, late_s)
            case ev.Paused() | ev.Skipped() | ev.WentBack() | ev.Stopped():
                self._speaker.hush()
            case ev.Extended(reps=reps) if reps:
                self._speaker.prepare(self._session.plan.sentences)
            case ev.SessionFinished(status="completed"):
                QTimer.singleShot(CLOSING_AFTER_MS, self, self._say_closing)

    def _not_heard(self, cue: Cue) -> None:
        if self._stream is not None:
            self._stream.cue_began(cue, None)

    def _say_closing(self) -> None:
        if self._speaker is not None:
            self._speaker.play(CLOSING_CUE, 0.0)

    def _mark(self, now: float) -> None:
        if self._recorder is not None:
            self._recorder.mark(self._session, now)
