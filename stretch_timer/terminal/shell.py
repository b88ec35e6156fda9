"""The second shell: the same session without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich.console import Console

from stretch_timer.core.captions import SLEPT
from stretch_timer.core.controls import Command, Controls
from stretch_timer.core.cues import CueKind, Tone
from stretch_timer.core.events import CueDue
from stretch_timer.core.progress import State
from stretch_timer.terminal.keyboard import KEYS, keyboard
from stretch_timer.terminal.screen import screen_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from stretch_timer.core.events import Event
    from stretch_timer.core.session import Session
    from stretch_timer.session_clock import SessionClock
    from stretch_timer.terminal.screen import LiveScreen, PlainScreen

LOOK_S = 0.1
MARK_S = 1.0
BELLS = frozenset({Tone.START, Tone.END, Tone.SWITCH, Tone.FINISH})
"""The tones that ring the terminal's bell."""


class Listener(Protocol):
    """Whoever wants to know what happens: the log, the event stream."""

    def happened(self, event: Event, session: Session, now: float) -> None:
        """Take note of *event*."""

    def mark(self, session: Session, now: float) -> None:
        """Take note of how far the session is."""


class TerminalShell:
    """Guides one session in the terminal: captions, a countdown, keys, and the bell for tones.

    Args:
        session: A new session, or a restored one that waits.
        listeners: Who is told what happens, in this order.
        clock: What time it is for the session.
        mute: Whether the bell is silent.
    """

    def __init__(
        self,
        session: Session,
        clock: SessionClock,
        listeners: Iterable[Listener] = (),
        *,
        mute: bool = False,
        console: Console | None = None,
    ) -> None:
        self._session = session
        self._controls = Controls(session)
        self._listeners = tuple(listeners)
        self._clock, self._mute = clock, mute
        self._console = console or Console()
        self._screen: LiveScreen | PlainScreen = screen_for(session, self._console)
        self._now = 0.0

    def run(self) -> None:
        """Guide the session to its end; Ctrl+C ends it properly and is raised again."""
        with keyboard() as keys, self._screen:
            try:
                self._guide(keys.wait)
            except KeyboardInterrupt:
                self._tell(self._controls.obey(Command.STOP, self._look(), self._clock.real_s()))
                raise
            finally:
                self._screen.draw(self._now)

    def _guide(self, wait: Callable[[float], list[str]]) -> None:
        session, now = self._session, self._look()
        self._tell(session.resume(now) if session.state is State.PAUSED else session.start(now))
        marked_s = 0.0
        while session.state not in (State.FINISHED, State.STOPPED):
            self._screen.draw(self._now)
            pressed = wait(self._until_due_s())
            self._catch_up()
            for key in pressed:
                self._press(key)
            if self._clock.real_s() - marked_s >= MARK_S:
                marked_s = self._clock.real_s()
                for listener in self._listeners:
                    listener.mark(session, self._now)

    def _look(self) -> float:
        self._now = self._clock.now()
        return self._now

    def _until_due_s(self) -> float:
        due = self._session.next_due()
        return LOOK_S if due is None else min(LOOK_S, (due - self._look()) / self._clock.speed)

    def _catch_up(self) -> None:
        before, now = self._now, self._look()
        if self._clock.slept() and self._session.may("pause"):
            # At the last moment somebody was there: nobody held what passed since.
            self._tell(self._session.pause(before))
            self._screen.say(SLEPT)
        self._tell(self._session.tick(now))

    def _press(self, key: str) -> None:
        """A key: a command, or the answer to whether to end."""
        command = KEYS.get(key.lower())
        if self._screen.asking:
            ends = key.lower() == "y"
            if ends or command in (Command.PAUSE_OR_RESUME, Command.STOP):
                self._screen.asking = False
                self._obey(Command.STOP if ends else Command.PAUSE_OR_RESUME)
        elif command is Command.STOP:
            if self._session.may("pause"):
                self._obey(Command.PAUSE_OR_RESUME)
            self._screen.asking = True
        elif command is not None:
            self._obey(command)

    def _obey(self, command: Command) -> None:
        self._tell(self._controls.obey(command, self._look(), self._clock.real_s()))

    def _tell(self, events: Iterable[Event]) -> None:
        events = tuple(events)
        # One listener after the other: what the second one tells the world, the first one has written down.
        for listener in self._listeners:
            for event in events:
                listener.happened(event, self._session, self._now)
        for event in events:
            self._screen.happened(event)
            if isinstance(event, CueDue) and event.cue.kind is CueKind.TONE and event.cue.text in BELLS:
                self._ring()

    def _ring(self) -> None:
        if not self._mute and self._console.is_terminal:
            self._console.bell()
