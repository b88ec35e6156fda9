"""The log's tables, and how an older log becomes one of today. What is released here is frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from stretch_timer.storage.history_errors import HistoryDamagedError, HistoryTooNewError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from stretch_timer.storage.history_database import Database

    Migration = Callable[[Database], object]

APPLICATION_ID = 0x53545254
"""Tells a log from other programs' SQLite files."""

VERSION_1 = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    "CREATE TABLE device (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL) STRICT",
    # Moments are UTC as text, so that they sort, with the offset that was in force where the person was.
    """
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
    ) STRICT
    """,
    "CREATE INDEX sessions_by_start ON sessions (started_at)",
    # A hold without an outcome is in progress.
    """
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
    ) STRICT, WITHOUT ROWID
    """,
    # The next two are there only while a session is unfinished. The plan is large and hardly changes, the mark is
    # small and written every second: in one row, every mark would write the plan again.
    """
    CREATE TABLE plans (
        session TEXT PRIMARY KEY NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        plan TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE marks (
        session TEXT PRIMARY KEY NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        progress TEXT NOT NULL,
        at TEXT NOT NULL,
        offset_s INTEGER NOT NULL CHECK (abs(offset_s) < 86400)
    ) STRICT
    """,
)


def _version_1(database: Database) -> None:
    for statement in VERSION_1:
        database.change(statement)
    database.change("INSERT INTO device VALUES (1, ?)", (str(uuid4()),))


MIGRATIONS: tuple[Migration, ...] = (_version_1,)


def upgrade(database: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the file to the newest version: all steps or none, and a copy of an older file is kept beside it.

    Raises:
        HistoryTooNewError: A newer version of the program wrote the file.
        HistoryDamagedError: The file belongs to another program.
    """
    if _version(database, len(migrations)) == len(migrations):
        return
    with database.transaction():
        # Asked again: another process may have been faster.
        version = _version(database, len(migrations))
        if 0 < version < len(migrations):
            database.copy_to(database.path.with_name(f"{database.path.stem}-v{version}{database.path.suffix}"))
        for number, migration in enumerate(migrations[version:], start=version + 1):
            migration(database)
            database.change(f"PRAGMA user_version = {number}")


def _version(database: Database, newest: int) -> int:
    """Version of the file; 0 for one that is new."""
    version = int(database.query("PRAGMA user_version")[0][0])
    ours = database.query("PRAGMA application_id")[0][0] == APPLICATION_ID
    if not ours and (version or database.query("SELECT 1 FROM sqlite_schema LIMIT 1")):
        raise HistoryDamagedError(f"{database.path} belongs to another program. Move it away, and a new log begins.")
    if version > newest:
        raise HistoryTooNewError(
            f"The log {database.path} was written by a newer Stretch Timer: its version is {version}, and this one "
            f"knows versions up to {newest}. It was left as it is; update Stretch Timer to use it."
        )
    return version
