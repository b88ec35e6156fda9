from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core import captions
from stretch_timer.core.captions import Captions
from stretch_timer.core.compiling import compile_plan
from stretch_timer.core.plan import SegmentKind
from stretch_timer.core.session import Session
from stretch_timer.core.stretch import Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stretch_timer.core.events import Event
    from stretch_timer.core.routine import Routine


@pytest.fixture
def session(flagship: Routine) -> Session:
    return Session(compile_plan(flagship))


def shown(events: Iterable[Event]) -> list[str]:
    """Every caption in turn."""
    text, seen = Captions(), [""]
    for event in events:
        text.happened(event)
        seen += [text.text] if text.text != seen[-1] else []
    return seen[1:]


def test_the_caption_is_what_was_said_last(session: Session) -> None:
    assert shown(session.start(0.0) + session.tick(11.0)) == [
        "Feet hip-width apart, knees soft.",
        "Standing hamstring stretch.",
        "Feet hip-width apart, knees soft.",
        "Fold slowly forward from your hips.",
    ]


def test_a_pause_says_how_to_go_on_and_gives_the_caption_back(session: Session) -> None:
    text = Captions()
    for event in session.start(0.0) + session.tick(20.0):
        text.happened(event)
    before = text.text
    for event in session.pause(20.0):
        text.happened(event)
    assert text.text == "Paused. Press Space when you are ready."

    for event in session.resume(30.0):
        text.happened(event)
    assert text.text == before


def test_easing_off_is_answered_kindly(session: Session) -> None:
    session.start(0.0)

    assert shown(session.ease_off(15.0))[-1] == "Good call. Back off until it is only a mild pull."


def test_the_last_caption_tells_how_long_it_was(session: Session) -> None:
    session.start(0.0)
    assert shown(session.tick(900.0))[-1] == "Done. 14 min 25 s, 9 min of it held."


def test_a_stopped_session_is_told_from_a_finished_one(session: Session) -> None:
    session.start(0.0)
    assert shown(session.stop(60.0))[-1] == "Stopped early. 1 min, 34 s of it held."


@pytest.mark.parametrize(
    ("at", "word"),
    [(1.0, "Get ready"), (9.0, "Ease in"), (13.0, "Hold"), (28.0, "Release"), (206.0, "Switch legs"), (137.0, "Rest")],
)
def test_the_phase_is_a_word(session: Session, at: float, word: str) -> None:
    session.start(0.0)
    session.tick(at)

    assert captions.phase(session) == word


def test_the_phase_knows_pause_lead_in_and_easing(session: Session) -> None:
    session.start(0.0)
    session.ease_off(13.0)
    assert captions.phase(session) == "Hold, gently"
    session.pause(14.0)
    assert captions.phase(session) == "Paused"
    session.resume(20.0)
    assert captions.phase(session) == "Get ready"


def test_a_moving_repetition_is_not_a_hold(flagship: Routine) -> None:
    item = flagship.items[0]
    moving = replace(item, dose=replace(item.dose, moving=True))
    session = Session(compile_plan(replace(flagship, items=(moving,))))
    session.start(0.0)
    session.tick(13.0)

    assert captions.phase(session) == "Move"


@pytest.mark.parametrize(
    ("side", "word"), [(Side.LEFT, "Left leg"), (Side.RIGHT, "Right leg"), (Side.BOTH, "Both legs"), (None, "")]
)
def test_the_leg_is_named(session: Session, side: Side | None, word: str) -> None:
    assert captions.leg(replace(session.segment, side=side)) == word


def test_repetitions_are_counted_only_inside_them(session: Session) -> None:
    segments = session.plan.segments
    hold = next(one for one in segments if one.kind is SegmentKind.HOLD)

    assert captions.count(hold) == "Rep 1 of 4"
    assert captions.count(segments[0]) == ""


@pytest.mark.parametrize(
    ("seconds", "words"), [(40.0, "40 s"), (60.0, "1 min"), (865.0, "14 min 25 s"), (59.6, "1 min")]
)
def test_lengths_in_words(seconds: float, words: str) -> None:
    assert captions.length(seconds) == words
