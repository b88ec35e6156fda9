from __future__ import annotations

import sqlite3
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.events import Outcome
from stretch_timer.core.progress import State
from stretch_timer.storage.history import History
from stretch_timer.storage.history_errors import HistoryError, SessionTakenError
from stretch_timer.storage.history_records import Status
from stretch_timer.storage.running_lock import RunningLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.storage.conftest import Walk


def test_a_new_log_is_empty_and_knows_its_computer(log_path: Path) -> None:
    with History.open(log_path) as first:
        device = first.device
        assert (first.sessions(), first.unfinished()) == ((), None)
    with History.open(log_path) as again:
        assert again.device == device


def test_every_connection_is_set_up(history: History) -> None:
    settings = {
        name: history.database.query(f"PRAGMA {name}")[0][0]
        for name in ("foreign_keys", "journal_mode", "synchronous", "busy_timeout")
    }
    assert settings == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 1, "busy_timeout": 2000}


def test_a_session_takes_its_holds_along(history: History, walk: Callable[..., Walk]) -> None:
    walk().finish()
    history.database.change("DELETE FROM sessions")
    assert history.database.query("SELECT * FROM holds") == []


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE sessions SET discomfort_after = 11",
        "UPDATE sessions SET status = 'lost'",
        "UPDATE sessions SET status = 'running'",
        "UPDATE sessions SET ended_at = NULL",
        "UPDATE sessions SET active_s = -1",
        "UPDATE sessions SET active_s = 'long'",
        "UPDATE sessions SET speed = 0",
        "UPDATE holds SET side = 'middle'",
        "UPDATE holds SET rep = 0",
        "UPDATE holds SET outcome = 'lost'",
        "INSERT INTO plans VALUES ('nobody', '{}')",
    ],
)
def test_what_cannot_be_is_refused(history: History, walk: Callable[..., Walk], wrong: str) -> None:
    walk().finish()
    with pytest.raises(sqlite3.IntegrityError):
        history.database.change(wrong)


def test_a_mistake_of_ours_is_no_trouble_of_the_disk(history: History) -> None:
    with pytest.raises(sqlite3.ProgrammingError):
        history.database.query("SELECT ?")


def test_the_days_asked_for_are_the_persons_own(history: History, walk: Callable[..., Walk]) -> None:
    late = datetime(2026, 11, 22, 23, 59, 59, 999_999, tzinfo=timezone(timedelta(hours=1)))
    begun = datetime(2026, 11, 22, 9, 40, tzinfo=timezone(timedelta(hours=1)))
    days = (late - begun) / timedelta(days=1)
    for walked in (walk(days), walk(days + 1), walk(days - 1)):
        walked.do("stop")

    def found(since: date | None, until: date | None) -> list[date]:
        return [session.started_at.date() for session in history.sessions(since, until)]

    first, second, third = date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23)
    assert found(None, None) == [first, second, third]
    assert found(second, None) == [second, third]
    assert found(None, second) == [first, second]
    assert found(second, second) == [second]
    assert found(third, first) == []


def test_a_day_west_of_greenwich_is_not_that_of_greenwich(history: History, walk: Callable[..., Walk]) -> None:
    evening = walk()
    evening.do("stop")
    history.database.change(
        "UPDATE sessions SET started_at = '2026-11-23T03:30:00.000000+00:00', started_offset_s = -18000"
    )
    assert len(history.sessions(date(2026, 11, 22), date(2026, 11, 22))) == 1
    assert str(history.sessions()[0].started_at) == "2026-11-22 22:30:00-05:00"


def test_what_the_person_says_is_added(history: History, walk: Callable[..., Walk]) -> None:
    session = walk(discomfort=4)
    session.finish()
    history.annotate(session.recorder.session_id, after=2)
    history.annotate(session.recorder.session_id, note="Felt good.")

    (logged,) = history.sessions()
    assert (logged.discomfort_before, logged.discomfort_after, logged.note) == (4, 2, "Felt good.")

    history.annotate(session.recorder.session_id, before=5)
    assert history.sessions()[0].discomfort_before == 5


def test_nothing_is_added_to_a_session_that_is_not_there(history: History) -> None:
    with pytest.raises(HistoryError, match="not in the log"):
        history.annotate("nobody", note="Hello?")


def test_recording_on_keeps_what_the_person_said(history: History, walk: Callable[..., Walk]) -> None:
    session = walk(discomfort=4)
    history.annotate(session.recorder.session_id, before=6, note="Slept badly.")
    session.finish()

    (logged,) = history.sessions()
    assert (logged.discomfort_before, logged.note) == (6, "Slept badly.")


def test_a_session_that_goes_on_is_neither_shown_nor_offered(
    history: History, log_path: Path, walk: Callable[..., Walk]
) -> None:
    going = walk()
    going.go(20)
    with History.open(log_path) as other:
        assert (other.sessions(), other.unfinished()) == ((), None)
    going.finish()
    with History.open(log_path) as other:
        assert len(other.sessions()) == 1


def test_a_session_that_died_is_shown_as_interrupted_and_offered(history: History, walk: Callable[..., Walk]) -> None:
    dead = walk()
    dead.go(50)
    dead.die()

    (session,) = history.sessions()
    assert (session.status, session.active_s) == (Status.INTERRUPTED, 50.0)
    assert session.ended_at == dead.began + timedelta(seconds=50)
    assert [(hold.held_s, hold.outcome) for hold in session.holds] == [(20.0, Outcome.DONE), (7.0, Outcome.SHORT)]
    unfinished = history.unfinished()
    assert unfinished is not None
    assert unfinished.plan == dead.session.plan
    assert unfinished.progress == dead.session.progress(50.0)
    assert unfinished.progress.state is State.RUNNING
    assert (unfinished.id, unfinished.routine, unfinished.name) == (session.id, "short", "Short: wall, chair")
    assert (unfinished.started_at, unfinished.marked_at) == (session.started_at, session.ended_at)
    assert (unfinished.speed, unfinished.held_s) == (1.0, 27.0)
    assert unfinished.holds == session.holds[:1]
    assert history.database.query("SELECT status FROM sessions")[0][0] == "running"  # looking changes nothing


def test_keeping_writes_what_was_shown(history: History, walk: Callable[..., Walk]) -> None:
    dead = walk()
    dead.go(50)
    dead.die()
    shown = history.sessions()
    unfinished = history.unfinished()
    assert unfinished is not None

    history.keep(unfinished)

    assert history.sessions() == shown
    assert history.unfinished() is None
    assert history.database.query("SELECT * FROM plans UNION ALL SELECT session, progress FROM marks") == []
    assert list((history.database.path.parent / "running").iterdir()) == []


@pytest.mark.parametrize(
    ("extend", "seconds", "held"),
    [(False, 13, []), (False, 14, [(1.0, "short")]), (True, 33, [(20.0, "done")]), (True, 40, [(27.0, "extended")])],
)
def test_the_hold_in_progress_counts_as_far_as_it_came(
    history: History, walk: Callable[..., Walk], seconds: float, held: list[tuple[float, str]], *, extend: bool
) -> None:
    dead = walk()
    dead.go(13)
    if extend:
        dead.do("extend")
    dead.go(seconds - 13)
    dead.die()
    unfinished = history.unfinished()
    assert unfinished is not None
    shown = [(hold.held_s, hold.outcome) for hold in history.sessions()[0].holds]

    history.keep(unfinished)

    assert shown == held
    assert [(hold.held_s, hold.outcome) for hold in history.sessions()[0].holds] == held


def test_only_the_latest_is_offered(history: History, walk: Callable[..., Walk]) -> None:
    for days in (1, 0, 2):
        dead = walk(days)
        dead.go(20)
        dead.die()

    unfinished = history.unfinished()

    assert unfinished is not None
    assert unfinished.id == dead.recorder.session_id
    assert [row[0] for row in history.database.query("SELECT status FROM sessions ORDER BY started_at")] == [
        "interrupted",
        "interrupted",
        "running",
    ]


@pytest.mark.parametrize("column", ["plans SET plan", "marks SET progress"])
def test_a_plan_of_another_version_is_kept_but_not_offered(
    history: History, walk: Callable[..., Walk], column: str
) -> None:
    dead = walk()
    dead.go(20)
    dead.die()
    history.database.change(f"""UPDATE {column} = '{{"routine": 1, "state": "asleep"}}'""")

    assert history.unfinished() is None
    assert history.sessions()[0].held_s == 7.0


def test_a_session_goes_on_under_its_id_in_its_own_hold(
    history: History, walk: Callable[..., Walk], resumed: Callable[..., Walk]
) -> None:
    dead = walk()
    dead.go(20)
    dead.die()
    unfinished = history.unfinished()
    assert unfinished is not None

    again = resumed(unfinished)
    assert (history.sessions(), history.unfinished()) == ((), None)
    again.do("resume")
    again.finish()

    (session,) = history.sessions()
    assert (session.id, session.status, session.started_at) == (unfinished.id, Status.COMPLETED, dead.began)
    assert [hold.held_s for hold in session.holds] == [20.0, 20.0, 10.0, 10.0, 10.0, 10.0]
    assert {hold.outcome for hold in session.holds} == {Outcome.DONE}
    assert session.active_s == dead.session.plan.total_s


def test_a_session_can_die_twice(history: History, walk: Callable[..., Walk], resumed: Callable[..., Walk]) -> None:
    dead = walk()
    dead.go(20)
    dead.die()
    first = history.unfinished()
    assert first is not None
    again = resumed(first)
    again.do("resume")
    again.go(8)
    again.die()

    second = history.unfinished()

    assert second is not None
    assert (second.id, second.held_s) == (first.id, 12.0)


@pytest.mark.parametrize(("speed", "logged"), [(1.0, 1.0), (30.0, 30.0)])
def test_a_part_tried_out_faster_marks_the_whole(
    history: History, walk: Callable[..., Walk], resumed: Callable[..., Walk], speed: float, logged: float
) -> None:
    walk().die()
    unfinished = history.unfinished()
    assert unfinished is not None
    again = resumed(unfinished, speed)
    again.do("resume")
    again.finish()

    assert [session.speed for session in history.sessions()] == [logged]


def test_only_one_can_go_on_with_a_session(
    history: History, walk: Callable[..., Walk], resumed: Callable[..., Walk]
) -> None:
    dead = walk()
    dead.go(20)
    dead.die()
    unfinished = history.unfinished()
    assert unfinished is not None
    first = resumed(unfinished)

    with pytest.raises(SessionTakenError, match="goes on in another window or terminal"):
        resumed(unfinished)
    history.keep(unfinished)  # leaves it to the one that goes on with it

    first.do("resume")
    first.finish()
    assert [session.status for session in history.sessions()] == [Status.COMPLETED]
    with pytest.raises(SessionTakenError, match="was ended"):
        resumed(unfinished)


def test_what_went_on_since_it_was_read_is_not_begun_from_there_again(
    history: History, walk: Callable[..., Walk], resumed: Callable[..., Walk]
) -> None:
    dead = walk()
    dead.die()
    stale = history.unfinished()
    assert stale is not None
    again = resumed(stale)
    again.do("resume")
    again.go(20)
    again.die()

    with pytest.raises(SessionTakenError):
        resumed(stale)
    fresh = history.unfinished()
    assert fresh is not None
    resumed(fresh).do("stop")


def test_a_log_that_was_moved_without_its_locks_has_its_unfinished_session(
    history: History, walk: Callable[..., Walk]
) -> None:
    dead = walk()
    dead.die()
    history.lock_path(dead.recorder.session_id).unlink()

    assert len(history.sessions()) == 1
    assert history.unfinished() is not None


def test_a_lock_may_be_gone_before_it_is_removed(tmp_path: Path) -> None:
    lock = RunningLock.take(tmp_path / "one.lock")
    (tmp_path / "one.lock").unlink()
    lock.release(remove=True)


def test_a_folder_that_cannot_be_made_is_the_worlds_fault(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(OSError, match="data"):
        History.open(tmp_path / "data" / "history.db")


def test_a_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="unable to open"):
        History.open(tmp_path)
