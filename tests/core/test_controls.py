from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.compiling import compile_plan
from stretch_timer.core.controls import Command, Controls
from stretch_timer.core.events import EasedOff, Extended, Paused, Resumed, SessionFinished, Skipped, Stopped, WentBack
from stretch_timer.core.progress import State
from stretch_timer.core.session import Session

if TYPE_CHECKING:
    from stretch_timer.core.events import Event
    from stretch_timer.core.routine import Routine

SECOND_HOLD_S = 40.0  # the standing stretch's second repetition is held from 34 s to 49 s


@pytest.fixture
def controls(flagship: Routine) -> Controls:
    session = Session(compile_plan(flagship))
    session.start(0.0)
    session.tick(SECOND_HOLD_S)
    return Controls(session)


def only(events: list[Event], kind: type[Event]) -> list[Event]:
    return [event for event in events if isinstance(event, kind)]


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (Command.PAUSE_OR_RESUME, Paused),
        (Command.NEXT, Skipped),
        (Command.LONGER, Extended),
        (Command.ONE_MORE, Extended),
        (Command.EASE_OFF, EasedOff),
        (Command.STOP, Stopped),
        (Command.AGAIN, WentBack),
    ],
)
def test_each_command_does_one_thing(controls: Controls, command: Command, kind: type[Event]) -> None:
    happened = controls.obey(command, SECOND_HOLD_S, pressed_s=0.0)

    assert len(only(happened, kind)) == 1


def test_space_pauses_and_goes_on(controls: Controls) -> None:
    controls.obey(Command.PAUSE_OR_RESUME, 41.0, pressed_s=0.0)

    assert only(controls.obey(Command.PAUSE_OR_RESUME, 50.0, pressed_s=9.0), Resumed)


def test_again_twice_goes_to_the_repetition_before(controls: Controls) -> None:
    controls.obey(Command.AGAIN, 40.0, pressed_s=10.0)
    assert controls.session.segment.rep == 2

    controls.obey(Command.AGAIN, 41.0, pressed_s=12.0)
    assert controls.session.segment.rep == 1


def test_again_after_a_while_is_this_repetition_again(controls: Controls) -> None:
    controls.obey(Command.AGAIN, 40.0, pressed_s=10.0)
    controls.obey(Command.AGAIN, 45.0, pressed_s=12.1)

    assert controls.session.segment.rep == 2


def test_a_key_that_comes_too_late_changes_nothing(controls: Controls) -> None:
    happened = controls.obey(Command.PAUSE_OR_RESUME, 2000.0, pressed_s=0.0)

    assert isinstance(happened[-1], SessionFinished)
    assert controls.session.state is State.FINISHED
    assert controls.obey(Command.STOP, 2001.0, pressed_s=0.0) == []
