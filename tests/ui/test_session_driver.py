from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.controls import Command
from stretch_timer.core.events import Paused, Resumed, SegmentStarted, SessionFinished, SidesSwitched
from stretch_timer.core.progress import State
from stretch_timer.core.session import Session
from stretch_timer.core.stretch import Side
from stretch_timer.session_clock import SessionClock
from stretch_timer.ui.session_driver import SessionDriver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from stretch_timer.core.events import Event
    from tests.conftest import Clock

RIGHT_LEG_S = 10 + 2 * (2 + 10 + 2) + 4


class Wall:
    """A wall clock that runs with *clock* and jumps while the computer sleeps."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.asleep_s = 0.0

    def __call__(self) -> float:
        return 1_700_000_000.0 + self._clock.now + self.asleep_s


@pytest.fixture
def wall(clock: Clock) -> Wall:
    return Wall(clock)


@pytest.fixture
def driver(qapp: object, session: Session, clock: Clock, wall: Wall) -> SessionDriver:
    return SessionDriver(session, SessionClock(1.0, clock, wall))


@pytest.fixture
def happened(driver: SessionDriver) -> list[Event]:
    events: list[Event] = []
    driver.happened.connect(lambda event, _late_s: events.append(event))
    return events


def test_the_legs_switch_by_themselves(driver: SessionDriver, happened: list[Event], clock: Clock) -> None:
    driver.start()
    while clock.now < RIGHT_LEG_S:
        clock.advance(6.0)  # 42 s in the end: nobody looks at the very moment
        driver.poll()

    assert SidesSwitched(at=RIGHT_LEG_S, to=Side.LEFT) in happened


def test_a_late_look_is_told_how_late_it_is(driver: SessionDriver, clock: Clock) -> None:
    late: list[float] = []
    driver.happened.connect(
        lambda event, late_s: late.append(late_s) if isinstance(event, SegmentStarted) and event.index == 1 else None
    )
    driver.start()
    clock.advance(9.0)
    driver.poll()
    clock.advance(1.75)
    driver.poll()

    assert late == [pytest.approx(0.75)]


def test_lateness_is_told_in_real_seconds_at_any_speed(qapp: object, session: Session, clock: Clock) -> None:
    driver = SessionDriver(session, SessionClock(60.0, clock, clock))
    late: list[float] = []
    driver.happened.connect(lambda event, late_s: late.append(late_s) if isinstance(event, SidesSwitched) else None)
    driver.start()
    clock.advance(RIGHT_LEG_S / 60 + 0.25)
    driver.poll()

    assert late == [pytest.approx(0.25)]


def test_sleep_pauses_where_somebody_was_last(
    driver: SessionDriver, happened: list[Event], clock: Clock, wall: Wall, qtbot: QtBot
) -> None:
    driver.start()
    clock.advance(9.0)
    driver.poll()
    wall.asleep_s = 3600.0
    clock.advance(0.5)
    with qtbot.waitSignal(driver.slept):
        driver.poll()

    assert happened[-1] == Paused(at=9.0)
    assert driver.session.elapsed_s(driver.now) == 9.0


def test_a_program_that_stood_still_does_not_run_ahead(
    driver: SessionDriver, happened: list[Event], clock: Clock
) -> None:
    driver.start()
    clock.advance(5.0)
    driver.poll()
    clock.advance(60.0)
    driver.poll()

    assert happened[-1] == Paused(at=5.0)


def test_sleeping_while_paused_changes_nothing(
    driver: SessionDriver, happened: list[Event], clock: Clock, wall: Wall
) -> None:
    driver.start()
    driver.obey(Command.PAUSE_OR_RESUME)
    told = len(happened)
    wall.asleep_s = 3600.0
    clock.advance(1.0)
    driver.poll()

    assert len(happened) == told


def test_a_restored_session_goes_on_with_a_lead_in(qapp: object, session: Session, clock: Clock) -> None:
    session.start(0.0)
    session.tick(15.0)
    restored = Session.restore(session.plan, session.progress(15.0), 0.0, paused=True)
    driver = SessionDriver(restored, SessionClock(1.0, clock, clock))
    happened: list[Event] = []
    driver.happened.connect(lambda event, _late_s: happened.append(event))
    driver.start()

    assert happened[0] == Resumed(at=0.0, lead_in_s=3.0)


def test_it_marks_about_once_a_second_even_while_paused(driver: SessionDriver, clock: Clock) -> None:
    marks: list[float] = []
    driver.marked.connect(marks.append)
    driver.start()
    driver.obey(Command.PAUSE_OR_RESUME)
    for _ in range(20):
        clock.advance(0.25)
        driver.poll()

    assert len(marks) == 5


def test_when_it_is_over_nothing_is_looked_at_any_more(
    driver: SessionDriver, happened: list[Event], qtbot: QtBot
) -> None:
    driver.start()
    driver.obey(Command.STOP)

    assert isinstance(happened[-1], SessionFinished)
    assert driver.session.state is State.STOPPED
    told = len(happened)
    with qtbot.assertNotEmitted(driver.looked, wait=300):
        pass
    assert len(happened) == told


def test_the_real_event_loop_and_the_real_clock_guide_a_session(qtbot: QtBot, session: Session) -> None:
    driver = SessionDriver(session, SessionClock(300.0))
    finished: list[SessionFinished] = []
    driver.happened.connect(lambda event, _: finished.append(event) if isinstance(event, SessionFinished) else None)
    driver.start()
    qtbot.waitUntil(lambda: bool(finished), timeout=10_000)

    assert finished[0].held_s == 60.0
