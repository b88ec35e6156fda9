from __future__ import annotations

import io
import os
import pty
import sys
import time
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from stretch_timer.core.compiling import compile_plan
from stretch_timer.core.events import EasedOff, HoldEnded, Paused, Resumed, SessionFinished, SessionStarted, Stopped
from stretch_timer.core.progress import State
from stretch_timer.core.routine import Item, Routine
from stretch_timer.core.session import Session
from stretch_timer.core.stretch import Dose, Laterality, Position, RepRange, Script, Stretch
from stretch_timer.session_clock import SessionClock
from stretch_timer.terminal.shell import TerminalShell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stretch_timer.core.events import Event

SPEED = 200.0


@pytest.fixture
def session() -> Session:
    """Two holds of 10 s a leg, 92 s in all."""
    chair = Stretch(
        "chair",
        "Chair stretch",
        Position.SEATED,
        Laterality.EACH,
        Dose(10, RepRange(2, 2), move_in_s=2, move_out_s=2, rest_s=4, set_up_s=10, switch_s=18),
        Script(set_up=("Put your {side} heel up.",)),
    )
    return Session(compile_plan(Routine("short", "Short", (Item(chair, chair.dose),))))


class Listener:
    """Keeps what it is told, and does *then* for each event."""

    def __init__(self, then: Callable[[Event], None] = lambda _: None) -> None:
        self.events: list[Event] = []
        self.marks: list[float] = []
        self._then = then

    def happened(self, event: Event, _session: Session, _now: float) -> None:
        self.events.append(event)
        self._then(event)

    def mark(self, _session: Session, now: float) -> None:
        self.marks.append(now)


@pytest.fixture
def no_input(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with open(os.devnull) as nothing:  # noqa: PTH123  # as the shell would open it
        monkeypatch.setattr(sys, "stdin", nothing)
        yield


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    far, near = pty.openpty()
    with os.fdopen(near, "r") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield far
    os.close(far)


def kinds(events: list[Event]) -> list[type[Event]]:
    return [type(event) for event in events]


def test_it_guides_a_whole_session(session: Session, no_input: None) -> None:
    listener, out = Listener(), io.StringIO()
    TerminalShell(session, SessionClock(SPEED), [listener], console=Console(file=out, width=100)).run()

    held = [event.held_s for event in listener.events if isinstance(event, HoldEnded)]
    assert held == [10.0, 10.0, 10.0, 10.0]
    assert isinstance(listener.events[-1], SessionFinished)
    lines = out.getvalue().splitlines()
    assert lines[0].startswith("General information, not medical advice. Stop if it hurts. With a disc injury")
    assert "Get ready, Right leg: Put your right heel up." in lines
    assert "Switch legs, Left leg: Right leg done. Switch to your left leg." in lines
    assert lines[-1].endswith("Done. 1 min 32 s, 40 s of it held.")


def test_keys_steer_it_and_escape_asks_first(session: Session, terminal: int) -> None:
    answers = iter([(SessionStarted, b"e"), (EasedOff, b"\x1b"), (Paused, b"\x1b"), (Resumed, b"\x1b"), (Paused, b"y")])
    wait_for, key = next(answers)

    def type_next(event: Event) -> None:
        nonlocal wait_for, key
        if isinstance(event, wait_for):
            os.write(terminal, key)
            wait_for, key = next(answers, (SessionFinished, b""))

    listener = Listener(type_next)
    console = Console(file=io.StringIO(), force_terminal=True, width=80)
    TerminalShell(session, SessionClock(1.0), [listener], console=console).run()

    steered = [kind for kind in kinds(listener.events) if kind in (EasedOff, Paused, Resumed, Stopped)]
    assert steered == [EasedOff, Paused, Resumed, Paused, Stopped]
    assert session.state is State.STOPPED


def test_the_live_panel_shows_what_matters(session: Session, no_input: None) -> None:
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=80, color_system=None)
    TerminalShell(session, SessionClock(SPEED), console=console).run()

    shown = out.getvalue()
    for words in (
        "Chair stretch · 1 of 1",
        "Left leg   Rep 2 of 2",
        "Hold   ",
        "left",
        "Space pause",
        "Stop if it hurts",
    ):
        assert words in shown
    assert "\a" in shown


def test_muted_it_rings_no_bell(session: Session, no_input: None) -> None:
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=80)
    TerminalShell(session, SessionClock(SPEED), mute=True, console=console).run()

    assert "\a" not in out.getvalue()


def test_ctrl_c_ends_the_session_properly(session: Session, no_input: None) -> None:
    def interrupt(event: Event) -> None:
        if isinstance(event, HoldEnded):
            raise KeyboardInterrupt

    listener = Listener(interrupt)
    with pytest.raises(KeyboardInterrupt):
        TerminalShell(session, SessionClock(SPEED), [listener], console=Console(file=io.StringIO())).run()

    assert kinds(listener.events)[-2:] == [Stopped, SessionFinished]


def test_sleep_pauses_it_and_says_so(session: Session, terminal: int) -> None:
    asleep_s = 0.0
    clock = SessionClock(SPEED, wall=lambda: time.monotonic() + asleep_s)

    def sleep_once(event: Event) -> None:
        nonlocal asleep_s
        if isinstance(event, HoldEnded):
            asleep_s = 3600.0
        if isinstance(event, Paused):
            os.write(terminal, b" ")

    listener, out = Listener(sleep_once), io.StringIO()
    TerminalShell(session, clock, [listener], console=Console(file=out, width=120)).run()

    assert kinds(listener.events).count(Paused) == 1
    assert "The computer slept, so the session waited." in out.getvalue()


def test_a_restored_session_goes_on(session: Session, no_input: None) -> None:
    session.start(0.0)
    session.tick(15.0)
    restored = Session.restore(session.plan, session.progress(15.0), 0.0, paused=True)
    listener = Listener()
    TerminalShell(restored, SessionClock(SPEED), [listener], console=Console(file=io.StringIO())).run()

    assert isinstance(listener.events[0], Resumed)


def test_it_marks_the_log_while_it_runs(session: Session, no_input: None) -> None:
    listener = Listener()
    TerminalShell(session, SessionClock(40.0), [listener], console=Console(file=io.StringIO())).run()

    assert 1 <= len(listener.marks) <= 3
