"""Sessions of another log, added to this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import asdict

from stretch_timer.storage.history_moments import Moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stretch_timer.storage.history_database import Database
    from stretch_timer.storage.history_records import LoggedSession

ADD_SESSION = """
INSERT INTO sessions (
    id, device, routine, name, started_at, started_offset_s, ended_at, ended_offset_s, status,
    planned_s, active_s, paused_s, speed, discomfort_before, discomfort_after, note
) VALUES (
    :id, :device, :routine, :name, :started_at, :started_offset_s, :ended_at, :ended_offset_s, :status,
    :planned_s, :active_s, :paused_s, :speed, :discomfort_before, :discomfort_after, :note
) ON CONFLICT (id) DO NOTHING
"""
ADD_HOLD = """
INSERT INTO holds (session, seq, stretch, side, rep, planned_s, held_s, outcome)
VALUES (:session, :seq, :stretch, :side, :rep, :planned_s, :held_s, :outcome)
"""


def merge(database: Database, sessions: Iterable[LoggedSession]) -> int:
    """Add *sessions*, all or none; how many. One whose id is in the log already stays as it is there."""
    with database.transaction():
        return sum(_add(database, session) for session in sessions)


def _add(database: Database, session: LoggedSession) -> bool:
    row = asdict(session)
    row["started_at"], row["started_offset_s"] = Moment.of(session.started_at)
    row["ended_at"], row["ended_offset_s"] = Moment.of(session.ended_at)
    del row["holds"]
    if not database.change(ADD_SESSION, row):
        return False
    for seq, hold in enumerate(session.holds):
        database.change(ADD_HOLD, {"session": session.id, "seq": seq, **asdict(hold)})
    return True
