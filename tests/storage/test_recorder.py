from __future__ import annotations

import json
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stretch_timer.core.events import HoldEnded, HoldStarted, Outcome, Skipped
from stretch_timer.core.session_view import OPEN
from stretch_timer.core.stretch import Side
from stretch_timer.storage.history import History
from stretch_timer.storage.history_records import Status
from stretch_timer.storage.recorder import Recorder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.storage.conftest import Walk

FULL = 100_000
"""Pages no test ever needs."""


def rows(history: History, table: str) -> list[dict[str, object]]:
    return [dict(row) for row in history.database.query(f"SELECT * FROM {table}")]  # noqa: S608 - the test's own words


def test_a_session_that_is_gone_through_is_in_the_log(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk(discomfort=3)
    finished = followed.finish()

    (session,) = history.sessions()
    assert (session.id, session.device) == (followed.recorder.session_id, history.device)
    assert (session.routine, session.name, session.status) == ("short", "Short: wall, chair", Status.COMPLETED)
    assert session.started_at == followed.began
    assert session.started_at.utcoffset() == timedelta(hours=1)
    assert session.ended_at == followed.began + timedelta(seconds=finished.at)
    assert (session.planned_s, session.active_s, session.paused_s) == (followed.session.plan.total_s, finished.at, 0)
    assert (session.speed, session.discomfort_before, session.discomfort_after, session.note) == (1.0, 3, None, "")
    assert [(hold.stretch, hold.side, hold.rep) for hold in session.holds] == [
        ("wall-hamstring", Side.BOTH, 1),
        ("wall-hamstring", Side.BOTH, 2),
        ("chair-hamstring", Side.RIGHT, 1),
        ("chair-hamstring", Side.RIGHT, 2),
        ("chair-hamstring", Side.LEFT, 1),
        ("chair-hamstring", Side.LEFT, 2),
    ]
    assert {(hold.planned_s, hold.held_s, hold.outcome) for hold in session.holds} == {
        (20.0, 20.0, Outcome.DONE),
        (10.0, 10.0, Outcome.DONE),
    }
    assert session.held_s == finished.held_s == 80.0
    assert followed.troubles == []


def test_plan_and_progress_are_kept_only_until_the_end(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    assert (len(rows(history, "plans")), len(rows(history, "marks"))) == (1, 1)

    followed.finish()

    assert (rows(history, "plans"), rows(history, "marks")) == ([], [])
    assert list((history.database.path.parent / "running").iterdir()) == []


def test_the_routine_as_it_was_followed_is_kept_for_ever(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    followed.go(15)
    followed.do("one_more")
    followed.finish()

    (row,) = rows(history, "sessions")
    wall, chair = json.loads(str(row["snapshot"]))
    assert (wall["stretch"], wall["name"], wall["variant"]) == ("wall-hamstring", "Wall hamstring stretch", "")
    assert wall["dose"]["hold_s"] == 20.0
    assert (wall["sides"], chair["sides"]) == ({"both": 3}, {"right": 2, "left": 2})


def test_a_hold_is_in_the_log_from_its_first_second(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    followed.go(13)
    (hold,) = rows(history, "holds")
    assert (hold["held_s"], hold["outcome"], hold["planned_s"]) == (0.0, None, 20.0)
    assert hold["started_at"] == "2026-11-22T08:40:13.000000+00:00"

    followed.go(7)
    (hold,) = rows(history, "holds")
    assert (hold["held_s"], hold["outcome"]) == (7.0, None)
    (session,) = rows(history, "sessions")
    assert (session["active_s"], session["paused_s"], session["status"]) == (20.0, 0.0, "running")


def test_pauses_are_marked_while_they_last(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    followed.go(15)
    followed.do("pause")
    followed.go(30)
    assert [(row["active_s"], row["paused_s"]) for row in rows(history, "sessions")] == [(15.0, 30.0)]

    followed.do("resume")
    followed.go(2)
    assert [(row["active_s"], row["paused_s"]) for row in rows(history, "sessions")] == [(15.0, 32.0)]

    followed.go(3)
    assert [(row["active_s"], row["paused_s"]) for row in rows(history, "sessions")] == [(17.0, 33.0)]


def test_what_was_skipped_is_told_apart_from_what_was_cut_short(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    followed.go(18)
    followed.do("next")
    followed.go(10)
    followed.do("stop")

    (session,) = history.sessions()
    assert [(hold.stretch, hold.rep, hold.held_s, hold.outcome) for hold in session.holds] == [
        ("wall-hamstring", 1, 5.0, Outcome.SHORT),
        ("wall-hamstring", 2, 0.0, Outcome.SKIPPED),
        ("chair-hamstring", 1, 0.0, Outcome.SKIPPED),  # left in the very moment it began
    ]
    assert session.status is Status.STOPPED


def test_a_longer_hold_keeps_what_was_planned(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    followed.go(15)
    followed.do("extend")
    followed.go(28)

    first = history.database.query("SELECT * FROM holds")[0]
    assert (first["planned_s"], first["held_s"], first["outcome"]) == (20.0, 30.0, "extended")


def test_a_repetition_begun_again_is_a_hold_of_its_own(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    followed.go(18)
    followed.do("restart_rep")
    followed.go(23)

    assert [(hold["rep"], hold["held_s"], hold["outcome"]) for hold in rows(history, "holds")] == [
        (1, 5.0, "short"),
        (1, 20.0, "done"),
    ]


def test_a_session_tried_out_faster_is_marked_and_keeps_real_times(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk(speed=20.0)
    finished = followed.finish()

    (session,) = history.sessions()
    assert session.speed == 20.0
    assert session.active_s == finished.at
    assert session.ended_at == followed.began + timedelta(seconds=finished.at / 20)


def test_progress_waits_for_events_it_is_ahead_of(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    followed.go(20)
    followed.now = 60.0
    late = followed.session.tick(60.0)
    assert sum(isinstance(event, HoldEnded) for event in late) == 1

    for event in late:
        (mark,) = rows(history, "marks")
        ended = [hold for hold in rows(history, "holds") if hold["outcome"]]
        assert json.loads(str(mark["progress"]))["held_s"] == sum(float(str(hold["held_s"])) for hold in ended)
        followed.recorder.happened(event, followed.session, followed.now)

    assert [hold["outcome"] for hold in rows(history, "holds")] == ["done", None]


def test_events_before_the_start_are_not_the_recorders(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    started = followed.events[1]
    silent = Recorder.begin(history, trouble=followed.troubles.append)
    silent.happened(started, followed.session, 0.0)
    silent.mark(followed.session, 0.0)
    assert silent.saved
    silent.close()

    assert len(rows(history, "sessions")) == 1
    (lock,) = (history.database.path.parent / "running").iterdir()
    assert lock.stem == followed.recorder.session_id
    followed.die()


def test_without_a_clock_of_its_own_it_takes_the_computers(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    own = Recorder.begin(history, trouble=followed.troubles.append)
    for event in followed.events:
        own.happened(event, followed.session, 0.0)
    own.close()
    followed.die()

    assert [session.started_at.utcoffset() is None for session in history.sessions()] == [False, False]


def test_a_sealed_session_is_not_written_again(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    followed.do("stop")
    history.annotate(followed.recorder.session_id, after=2, note="better")
    history.database.change("DELETE FROM sessions")

    followed.recorder.mark(followed.session, 10.0)
    followed.recorder.close()

    assert history.sessions() == ()


def test_a_full_disk_stops_no_session_and_is_told_once(history: History, walk: Callable[..., Walk]) -> None:
    history.database.query("PRAGMA max_page_count = 1")  # SQLite makes that: not one more than there are
    followed = walk()
    followed.go(100)
    assert rows(history, "sessions") == []
    (trouble,) = followed.troubles
    assert trouble.startswith("The session goes on, but it is not saved yet: The log ")
    assert trouble.endswith("history.db cannot be used: database or disk is full.")
    assert not followed.recorder.saved

    history.database.query(f"PRAGMA max_page_count = {FULL}")
    followed.finish()

    (session,) = history.sessions()
    assert session.held_s == followed.finished.held_s == 80.0
    assert session.started_at == followed.began
    assert len(followed.troubles) == 1
    assert followed.recorder.saved


def test_what_could_not_be_written_at_the_end_is_tried_again(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    history.database.query("PRAGMA query_only = ON")
    followed.finish()
    assert not followed.recorder.saved
    assert len(followed.troubles) == 1

    history.database.query("PRAGMA query_only = OFF")
    followed.recorder.close()

    assert [session.status for session in history.sessions()] == [Status.COMPLETED]
    assert list((history.database.path.parent / "running").iterdir()) == []


def test_a_session_whose_end_could_not_be_written_can_be_resumed(history: History, walk: Callable[..., Walk]) -> None:
    followed = walk()
    followed.go(50)
    history.database.query("PRAGMA query_only = ON")
    followed.finish()
    followed.recorder.close()
    history.database.query("PRAGMA query_only = OFF")

    unfinished = history.unfinished()
    assert unfinished is not None
    assert unfinished.held_s == 27.0


def test_another_program_that_writes_delays_nothing_for_ever(
    history: History, log_path: Path, walk: Callable[..., Walk]
) -> None:
    history.database.query("PRAGMA busy_timeout = 0")
    followed = walk()
    with History.open(log_path) as other, other.database.transaction():
        followed.go(20)
    assert [trouble.rpartition(": ")[2] for trouble in followed.troubles] == ["database is locked."]

    followed.finish()
    assert history.sessions()[0].held_s == 80.0


def test_a_lock_that_cannot_be_made_is_told_and_the_session_recorded(
    history: History, walk: Callable[..., Walk]
) -> None:
    (history.database.path.parent / "running").write_text("in the way")
    followed = walk()
    assert len(followed.troubles) == 1
    (history.database.path.parent / "running").unlink()

    followed.finish()
    assert len(history.sessions()) == 1


COMMANDS = ("pause", "resume", "next", "back", "restart_rep", "extend", "one_more", "ease_off", "stop")
STEPS = st.lists(st.tuples(st.floats(0, 40), st.sampled_from(COMMANDS)), max_size=15)


def follow(followed: Walk, steps: list[tuple[float, str]], mark_s: float) -> None:
    """Do what makes sense of *steps*, then stop if it is not over."""
    for wait_s, command in steps:
        followed.go(wait_s, mark_s)
        if followed.session.may(command):
            followed.do(command)
    if followed.session.state in OPEN:
        followed.do("stop")


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, mark_s=st.sampled_from([0.7, 1.0, 25.0]))
def test_the_log_and_the_session_agree_whatever_is_done(
    history: History, walk: Callable[..., Walk], steps: list[tuple[float, str]], mark_s: float
) -> None:
    followed = walk()
    follow(followed, steps, mark_s)

    session = next(one for one in history.sessions() if one.id == followed.recorder.session_id)
    ended = [event for event in followed.events if isinstance(event, HoldEnded)]
    never_begun = [hold for event in followed.events if isinstance(event, Skipped) for hold in event.holds]
    assert session.held_s == pytest.approx(followed.finished.held_s)
    assert len(ended) == sum(isinstance(event, HoldStarted) for event in followed.events)
    assert len(session.holds) == len(ended) + len(never_begun)
    assert Counter(hold.outcome for hold in session.holds) == Counter(event.outcome for event in ended) + Counter(
        {Outcome.SKIPPED: len(never_begun)}
    )
    assert (session.status, session.active_s, session.paused_s) == (
        followed.finished.status,
        pytest.approx(followed.finished.active_s),
        pytest.approx(max(0.0, followed.finished.paused_s)),
    )
    assert followed.recorder.saved
    assert followed.troubles == []


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=STEPS, after=STEPS)
def test_a_session_may_die_anywhere_and_goes_on_as_if_it_had_not(
    history: History,
    walk: Callable[..., Walk],
    resumed: Callable[..., Walk],
    before: list[tuple[float, str]],
    after: list[tuple[float, str]],
) -> None:
    first = walk()
    first.go(14)
    for wait_s, command in before:
        first.go(wait_s)
        if command != "stop" and first.session.may(command):
            first.do(command)
    first.die()
    unfinished = history.unfinished()
    if unfinished is None:
        assert first.finished
        return
    assert unfinished.held_s == pytest.approx(first.session.held_s(first.now))

    second = resumed(unfinished)
    follow(second, after, 1.0)

    session = next(one for one in history.sessions() if one.id == unfinished.id)
    ended = [event for walked in (first, second) for event in walked.events if isinstance(event, HoldEnded)]
    skipped = [e for walked in (first, second) for e in walked.events if isinstance(e, Skipped)]
    assert session.held_s == pytest.approx(second.finished.held_s)
    assert session.active_s == pytest.approx(second.finished.active_s)
    assert len(session.holds) == len(ended) + sum(len(event.holds) for event in skipped)
