"""A session that has no end yet, because the program or the computer went down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from stretch_timer.core.plan import Plan
from stretch_timer.core.progress import Progress
from stretch_timer.storage.history_moments import Moment
from stretch_timer.storage.history_reading import CUT_OFF, logged_hold
from stretch_timer.storage.history_records import LoggedHold

if TYPE_CHECKING:
    import sqlite3

    from stretch_timer.storage.history_database import Database

UNFINISHED = """
SELECT id, routine, name, started_at, started_offset_s, at, offset_s, speed, plan, progress,
    (SELECT total(held_s) FROM holds WHERE session = id) AS held_s
FROM sessions JOIN plans ON plans.session = id JOIN marks ON marks.session = id
WHERE id = ?
"""
ENDED_HOLDS = "SELECT * FROM holds WHERE session = ? AND outcome IS NOT NULL ORDER BY seq"

SEAL = (
    "DELETE FROM holds WHERE session = :id AND outcome IS NULL AND held_s = 0",
    f"UPDATE holds SET outcome = {CUT_OFF} WHERE session = :id AND outcome IS NULL",  # noqa: S608 - a constant
    """
    UPDATE sessions SET status = 'interrupted', ended_at = at, ended_offset_s = offset_s
    FROM marks WHERE id = :id AND marks.session = id AND status = 'running'
    """,
    "DELETE FROM plans WHERE session = :id",
    "DELETE FROM marks WHERE session = :id",
)
"""Ends a session as interrupted; changes nothing where it has ended."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that can be resumed, with `core.session.Session.restore`, or kept as it is.

    Attributes:
        started_at: When it began, with the offset in force then.
        marked_at: The last moment it is known to have been alive.
        speed: How many times as fast as life it went.
        plan: `session.plan` of then.
        progress: `session.progress` of then.
        holds: The holds that have ended.
        held_s: Seconds held so far, the hold in progress included.
    """

    id: str
    routine: str
    name: str
    started_at: datetime
    marked_at: datetime
    speed: float
    plan: Plan
    progress: Progress
    holds: tuple[LoggedHold, ...]
    held_s: float


def read_unfinished(database: Database, session: str) -> Unfinished | None:
    """The unfinished session of that id; None if it has ended, or if another version of the program planned it."""
    with database.transaction("DEFERRED"):
        rows = database.query(UNFINISHED, (session,))
        holds = tuple(map(logged_hold, database.query(ENDED_HOLDS, (session,))))
    try:
        return next((_unfinished(row, holds) for row in rows), None)
    except msgspec.DecodeError:
        return None


def _unfinished(row: sqlite3.Row, holds: tuple[LoggedHold, ...]) -> Unfinished:
    return Unfinished(
        id=row["id"],
        routine=row["routine"],
        name=row["name"],
        started_at=Moment(row["started_at"], row["started_offset_s"]).local,
        marked_at=Moment(row["at"], row["offset_s"]).local,
        speed=row["speed"],
        plan=msgspec.json.decode(row["plan"], type=Plan),
        progress=msgspec.json.decode(row["progress"], type=Progress),
        holds=holds,
        held_s=row["held_s"],
    )


def seal(database: Database, session: str) -> None:
    """End *session* as interrupted at its last mark, with what was held up to it."""
    with database.transaction():
        for statement in SEAL:
            database.change(statement, {"id": session})
