"""What holds for every session, whatever is pressed and however often one looks."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stretch_timer.core.cues import CueKind
from stretch_timer.core.events import CueDue, Extended, HoldEnded, HoldStarted, Resumed, SessionFinished
from stretch_timer.core.plan import Plan, Profile
from stretch_timer.core.progress import Progress, State
from stretch_timer.core.session import Session

if TYPE_CHECKING:
    from stretch_timer.core.events import Event


class Press(NamedTuple):
    """A command and when it is given, in seconds from the start."""

    at_s: float
    command: str


Journey = tuple[Plan, list[Press]]

COMMANDS = ("pause", "resume", "next", "back", "restart_rep", "extend", "one_more", "ease_off", "stop")
# Few walks of single commands get anywhere interesting: stories that do are as likely.
STORIES = (
    *((command,) for command in COMMANDS),
    ("pause", "restart_rep", "resume"),
    ("pause", "back", "resume", "resume"),
    ("pause", "resume", "pause", "resume"),
    ("pause", "resume", "next", "resume"),
    ("extend", "extend", "one_more"),
    ("extend", "one_more", "one_more"),
    ("pause", "extend", "resume", "one_more"),
    ("back", "one_more", "back"),
)
GAPS_S = st.floats(0, 4) | st.floats(0, 100)
PLANS = st.from_type(Plan)
LOOK = "look"

often = settings(deadline=None, max_examples=40)


def in_order(gaps: list[tuple[float, str]]) -> list[Press]:
    times_s = accumulate(gap_s for gap_s, _ in gaps)
    return [Press(at_s, command) for at_s, (_, command) in zip(times_s, gaps, strict=True)]


@st.composite
def presses_of(draw: st.DrawFn, *stories: tuple[str, ...]) -> list[Press]:
    told = draw(st.lists(st.sampled_from(stories), min_size=1, max_size=4))
    return in_order([(draw(GAPS_S), command) for story in told for command in story])


@st.composite
def journeys_of(draw: st.DrawFn, *stories: tuple[str, ...]) -> tuple[Plan, list[Press]]:
    """A plan and what is pressed in it, from the beginning of any of its segments on."""
    plan = draw(PLANS)
    from_s = draw(st.sampled_from(plan.starts_s))
    return plan, [Press(from_s + at_s, command) for at_s, command in draw(presses_of(*stories))]


PRESSES = presses_of(*STORIES)
LOOKS = st.lists(st.tuples(GAPS_S, st.just(LOOK)), max_size=20).map(in_order)
JOURNEYS = journeys_of(*STORIES)
STAYING = journeys_of(("extend",), ("one_more",), ("ease_off",), ("extend", "one_more", "extend"))


def walk(session: Session, presses: list[Press]) -> list[Event]:
    """Everything that happens when *session* is given those of the commands that make sense."""
    happened: list[Event] = []
    for at_s, command in presses:
        happened += session.tick(at_s)
        if command != LOOK and session.may(command):
            happened += getattr(session, command)(at_s)
    return happened


def whole_walk(plan: Plan, presses: list[Press]) -> list[Event]:
    """The same from the start to long after the end; a session that is paused there is stopped."""
    session = Session(plan)
    happened = [*session.start(0.0), *walk(session, presses), *session.tick(1e6)]
    return happened + (session.stop(1e6) if session.may("stop") else [])


def begun(plan: Plan, presses: list[Press]) -> tuple[Session, float]:
    """A session in the middle of it all, and what time it is."""
    session = Session(plan)
    session.start(0.0)
    walk(session, presses)
    return session, presses[-1].at_s if presses else 0.0


@often
@given(JOURNEYS, LOOKS)
def test_what_happens_does_not_depend_on_how_often_one_looks(journey: Journey, looks: list[Press]) -> None:
    plan, presses = journey
    looking = sorted([*presses, *looks], key=lambda press: press.at_s)

    assert whole_walk(plan, looking) == whole_walk(plan, presses)


@often
@given(JOURNEYS)
def test_events_come_in_the_order_they_were_due(journey: Journey) -> None:
    happened = whole_walk(*journey)

    assert all(after.at >= before.at - 1e-6 for before, after in pairwise(happened))


@often
@given(JOURNEYS)
def test_looking_when_next_due_is_never_late(journey: Journey) -> None:
    session, _ = begun(*journey)

    while (due := session.next_due()) is not None:
        happened = session.tick(due)
        assert happened or session.plan.profile is Profile.SILENT
        assert {event.at for event in happened} <= {due}


@often
@given(JOURNEYS)
def test_the_sums_agree(journey: Journey) -> None:
    happened = whole_walk(*journey)

    finished = happened[-1]
    ended = [event for event in happened if isinstance(event, HoldEnded)]
    longer_s = sum(event.by_s for event in happened if isinstance(event, Extended))
    assert isinstance(finished, SessionFinished)
    assert finished.held_s == pytest.approx(sum(event.held_s for event in ended), abs=1e-6)
    assert finished.active_s + finished.paused_s == pytest.approx(finished.at, abs=1e-6)
    assert finished.held_s <= sum(event.planned_s for event in ended) + longer_s + 1e-6
    assert 0 <= finished.held_s <= finished.active_s + 1e-6
    assert finished.paused_s >= -1e-6


@often
@given(JOURNEYS)
def test_every_hold_that_starts_ends(journey: Journey) -> None:
    happened = whole_walk(*journey)
    holds = [event for event in happened if isinstance(event, HoldStarted | HoldEnded)]

    assert [type(event) for event in holds] == [HoldStarted, HoldEnded] * (len(holds) // 2)


@often
@given(JOURNEYS)
def test_no_hold_says_the_same_twice(journey: Journey) -> None:
    said: list[str] = []
    for event in whole_walk(*journey):
        match event:
            case HoldStarted():
                said = []
            case HoldEnded():
                assert len(said) == len(set(said))
            case Resumed():
                said = [text for text in said if text != "start"]  # heard again after getting ready
            case CueDue(cue=cue) if cue.text != "tick":
                said.append(cue.text)


@often
@given(STAYING)
def test_nothing_that_was_lengthened_talks_over_itself(journey: Journey) -> None:
    happened = whole_walk(*journey)
    heard = [event for event in happened if isinstance(event, CueDue)]

    for one, other in pairwise(heard):
        silence_s = 0.299 if CueKind.VOICE in (one.cue.kind, other.cue.kind) else 0.0
        assert other.at - one.at - one.cue.seconds >= silence_s - 1e-6


@settings(deadline=None, max_examples=80)
@given(JOURNEYS, PRESSES)
def test_a_restored_session_goes_on_as_the_one_that_was_stored(journey: Journey, after: list[Press]) -> None:
    session, now = begun(*journey)
    later = [Press(now + at_s, command) for at_s, command in after]

    stored = msgspec.json.encode((session.plan, session.progress(now)))
    kept_plan, progress = msgspec.json.decode(stored, type=tuple[Plan, Progress])
    restored = Session.restore(kept_plan, progress, now)

    assert rest_of(restored, later) == rest_of(session, later)


def rest_of(session: Session, presses: list[Press]) -> tuple[object, ...]:
    """What a session still does, and what is left of it."""
    happened = [*walk(session, presses), *session.tick(1e6)]
    return (happened, session.progress(1e6), session.plan)


@often
@given(JOURNEYS)
def test_a_session_restored_on_another_clock_goes_on_in_the_same_way(journey: Journey) -> None:
    session, now = begun(*journey)

    restored = Session.restore(session.plan, session.progress(now), now + 5000.25)

    expected, shifted = session.tick(1e6), restored.tick(1e6)
    assert [type(event) for event in shifted] == [type(event) for event in expected]
    assert [event.at - 5000.25 for event in shifted] == pytest.approx([event.at for event in expected], abs=1e-6)


@often
@given(JOURNEYS)
def test_a_session_restored_to_wait_waits_where_it_was(journey: Journey) -> None:
    session, now = begun(*journey)
    assume(session.may("stop"))

    restored = Session.restore(session.plan, session.progress(now), 7.0, paused=True)

    assert restored.state is State.PAUSED
    assert restored.next_due() is None
    assert restored.elapsed_s(99.0) == pytest.approx(session.elapsed_s(now), abs=1e-6)
    assert restored.held_s(99.0) == pytest.approx(session.held_s(now), abs=1e-6)
