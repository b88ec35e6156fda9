from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from stretch_timer.storage.history import History
from stretch_timer.storage.history_database import Database
from stretch_timer.storage.history_errors import HistoryDamagedError, HistoryError, HistoryTooNewError
from stretch_timer.storage.history_schema import MIGRATIONS, upgrade

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from stretch_timer.storage.history_schema import Migration

# A log as version 1 of the tables made it. Frozen: people have such files.
VERSION_1 = """
PRAGMA application_id = 1398035028;
CREATE TABLE device (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL) STRICT;
CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    device TEXT NOT NULL,
    routine TEXT NOT NULL,
    name TEXT NOT NULL,
    started_at TEXT NOT NULL,
    started_offset_s INTEGER NOT NULL CHECK (abs(started_offset_s) < 86400),
    ended_at TEXT,
    ended_offset_s INTEGER CHECK (abs(ended_offset_s) < 86400),
    status TEXT NOT NULL CHECK (status IN ('running', 'completed', 'stopped', 'interrupted')),
    planned_s REAL NOT NULL CHECK (planned_s >= 0),
    active_s REAL NOT NULL CHECK (active_s >= 0),
    paused_s REAL NOT NULL CHECK (paused_s >= 0),
    speed REAL NOT NULL CHECK (speed > 0),
    discomfort_before INTEGER CHECK (discomfort_before BETWEEN 0 AND 10),
    discomfort_after INTEGER CHECK (discomfort_after BETWEEN 0 AND 10),
    note TEXT NOT NULL DEFAULT '',
    snapshot TEXT,
    CHECK ((status = 'running') = (ended_at IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_offset_s IS NULL))
) STRICT;
CREATE INDEX sessions_by_start ON sessions (started_at);
CREATE TABLE holds (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL CHECK (seq >= 0),
    stretch TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
    rep INTEGER NOT NULL CHECK (rep >= 1),
    planned_s REAL NOT NULL CHECK (planned_s >= 0),
    held_s REAL NOT NULL CHECK (held_s >= 0),
    outcome TEXT CHECK (outcome IN ('done', 'short', 'extended', 'skipped')),
    started_at TEXT,
    PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE plans (
    session TEXT PRIMARY KEY NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    plan TEXT NOT NULL
) STRICT;
CREATE TABLE marks (
    session TEXT PRIMARY KEY NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    progress TEXT NOT NULL,
    at TEXT NOT NULL,
    offset_s INTEGER NOT NULL CHECK (abs(offset_s) < 86400)
) STRICT;
INSERT INTO device VALUES (1, '7d5c1f9e-3b7a-4e55-9d52-0a4d6b9a1c11');
INSERT INTO sessions VALUES (
    '019a0000-0000-7000-8000-000000000001', '7d5c1f9e-3b7a-4e55-9d52-0a4d6b9a1c11', 'hamstring-lower-back',
    'Hamstring stretches', '2026-11-22T08:40:00.000000+00:00', 3600, '2026-11-22T08:55:01.200000+00:00', 3600,
    'completed', 865.0, 871.2, 30.0, 1.0, 3, 2, 'Fine.', '[]'
);
INSERT INTO holds VALUES (
    '019a0000-0000-7000-8000-000000000001', 0, 'wall-hamstring', 'both', 1, 40.0, 40.0, 'done',
    '2026-11-22T08:41:00.000000+00:00'
);
PRAGMA user_version = 1;
"""


@pytest.fixture
def old_path(log_path: Path) -> Path:
    log_path.parent.mkdir()
    with closing(sqlite3.connect(log_path)) as old:
        old.executescript(VERSION_1)
    return log_path


def add_a_column(database: Database) -> None:
    database.change("ALTER TABLE sessions ADD COLUMN mood TEXT")


def fail(database: Database) -> None:
    database.change("DELETE FROM sessions")
    database.change("this is not SQL")


def upgraded(path: Path, migrations: tuple[Migration, ...]) -> list[sqlite3.Row]:
    with closing(Database(path)) as database:
        upgrade(database, migrations)
        return database.query("SELECT * FROM sessions")


def test_a_log_of_version_1_opens(old_path: Path) -> None:
    with History.open(old_path) as history:
        (session,) = history.sessions()
        assert history.device == session.device == "7d5c1f9e-3b7a-4e55-9d52-0a4d6b9a1c11"
        assert (session.active_s, session.note, session.held_s) == (871.2, "Fine.", 40.0)
        assert str(session.ended_at) == "2026-11-22 09:55:01.200000+01:00"
    assert {path.name for path in old_path.parent.iterdir()} == {"history.db"}


def test_version_1_is_what_a_new_log_begins_as(old_path: Path, tmp_path: Path) -> None:
    def tables(path: Path) -> list[str]:
        with closing(sqlite3.connect(path)) as log:
            return [" ".join(row[0].split()) for row in log.execute("SELECT sql FROM sqlite_schema WHERE sql NOT NULL")]

    with closing(Database(tmp_path / "new.db")) as new:
        upgrade(new, MIGRATIONS[:1])
    assert tables(tmp_path / "new.db") == tables(old_path)


def test_an_upgrade_keeps_every_row_and_a_copy_of_the_old_file(old_path: Path) -> None:
    (row,) = upgraded(old_path, (*MIGRATIONS[:1], add_a_column))

    assert (row["note"], row["mood"]) == ("Fine.", None)
    with closing(sqlite3.connect(old_path.parent / "history-v1.db")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT note FROM sessions").fetchall() == [("Fine.",)]
    assert {path.name for path in old_path.parent.iterdir()} == {"history.db", "history-v1.db"}


def test_the_copy_has_what_is_still_in_the_journal(old_path: Path) -> None:
    with History.open(old_path) as history:
        history.annotate("019a0000-0000-7000-8000-000000000001", note="In the journal.")
        upgraded(old_path, (*MIGRATIONS[:1], add_a_column))
    with closing(sqlite3.connect(old_path.parent / "history-v1.db")) as copy:
        assert copy.execute("SELECT note FROM sessions").fetchall() == [("In the journal.",)]


@pytest.mark.parametrize("more", [(fail,), (add_a_column, fail)])
def test_a_failed_upgrade_leaves_the_old_file_as_it_was(old_path: Path, more: tuple[Migration, ...]) -> None:
    before = old_path.read_bytes()

    with pytest.raises(HistoryError, match="syntax error"):
        upgraded(old_path, (*MIGRATIONS[:1], *more))

    assert old_path.read_bytes() == before
    with History.open(old_path) as history:
        assert len(history.sessions()) == 1


def test_an_upgrade_that_cannot_make_its_copy_does_not_begin(old_path: Path) -> None:
    (old_path.parent / "history-v1.db.part").mkdir()
    before = old_path.read_bytes()

    with pytest.raises(HistoryError, match="unable to open"):
        upgraded(old_path, (*MIGRATIONS[:1], add_a_column))

    assert old_path.read_bytes() == before


def test_a_newer_log_is_refused_kindly_and_left_alone(old_path: Path) -> None:
    with closing(sqlite3.connect(old_path)) as newer:
        newer.execute("PRAGMA user_version = 7")
    before = old_path.read_bytes()

    with pytest.raises(HistoryTooNewError) as refused:
        History.open(old_path)

    assert str(refused.value) == (
        f"The log {old_path} was written by a newer Stretch Timer: its version is 7, and this one knows versions up to "
        "1. It was left as it is; update Stretch Timer to use it."
    )
    assert old_path.read_bytes() == before


def text(path: Path) -> None:
    path.write_text("Dear diary, today I stretched. " * 100)


def another_programs(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (address TEXT)")


def another_programs_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 1")


@pytest.mark.parametrize("make", [text, another_programs, another_programs_version])
def test_what_is_no_log_is_told_and_left_alone(log_path: Path, make: Callable[[Path], None]) -> None:
    log_path.parent.mkdir()
    make(log_path)
    before = log_path.read_bytes()

    with pytest.raises(HistoryDamagedError, match=r"Move it away, and a new (log|one) begins\.$"):
        History.open(log_path)

    assert log_path.read_bytes() == before
    assert {path.name for path in log_path.parent.iterdir()} == {"history.db"}


def test_damage_inside_is_told_when_it_is_met(old_path: Path) -> None:
    with old_path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 1_000_000)
    with pytest.raises(HistoryDamagedError, match="damaged"):
        History.open(old_path)


def test_an_empty_file_is_a_new_log(log_path: Path) -> None:
    log_path.parent.mkdir()
    log_path.touch()
    with History.open(log_path) as history:
        assert history.sessions() == ()
