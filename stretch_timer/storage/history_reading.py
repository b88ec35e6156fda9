"""From the log's rows to sessions and holds."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from stretch_timer.core.events import Outcome
from stretch_timer.core.stretch import Side
from stretch_timer.storage.history_moments import Moment
from stretch_timer.storage.history_records import LoggedHold, LoggedSession, Status

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date

    from stretch_timer.storage.history_database import Database

# A session that died is shown as it would be if it were kept; one that is still going on is not shown.
SESSIONS = """
SELECT sessions.*, coalesce(ended_at, at) AS over_at, coalesce(ended_offset_s, offset_s) AS over_offset_s,
    CASE status WHEN 'running' THEN 'interrupted' ELSE status END AS over_status
FROM sessions LEFT JOIN marks ON marks.session = id
WHERE (status <> 'running' OR id IN (SELECT value FROM json_each(:dead)))
    AND date(substr(started_at, 1, 19), started_offset_s || ' seconds') BETWEEN :since AND :until
ORDER BY started_at, id
"""

CUT_OFF = "CASE WHEN held_s < planned_s THEN 'short' WHEN held_s > planned_s THEN 'extended' ELSE 'done' END"
"""Outcome of a hold that nobody ended, by what it had reached."""

HOLDS = f"""
SELECT session, stretch, side, rep, planned_s, held_s, coalesce(outcome, {CUT_OFF}) AS outcome
FROM holds
WHERE session IN (SELECT value FROM json_each(:sessions)) AND (outcome IS NOT NULL OR held_s > 0)
ORDER BY session, seq
"""  # noqa: S608 - what is put in is the constant above


def read_sessions(
    database: Database, dead: Iterable[str], since: date | None, until: date | None
) -> tuple[LoggedSession, ...]:
    """The sessions that are over, oldest first; *dead* are unfinished ones that count as over too."""
    days = {"since": str(since or "0000-01-01"), "until": str(until or "9999-12-31")}
    with database.transaction("DEFERRED"):
        rows = database.query(SESSIONS, {"dead": json.dumps(list(dead)), **days})
        holds = _read_holds(database, [row["id"] for row in rows])
    return tuple(_session(row, holds[row["id"]]) for row in rows)


def _read_holds(database: Database, sessions: list[str]) -> defaultdict[str, list[LoggedHold]]:
    found: defaultdict[str, list[LoggedHold]] = defaultdict(list)
    for row in database.query(HOLDS, {"sessions": json.dumps(sessions)}):
        found[row["session"]].append(logged_hold(row))
    return found


def logged_hold(row: sqlite3.Row) -> LoggedHold:
    """The hold in *row*, which has an outcome."""
    return LoggedHold(
        stretch=row["stretch"],
        side=Side(row["side"]),
        rep=row["rep"],
        planned_s=row["planned_s"],
        held_s=row["held_s"],
        outcome=Outcome(row["outcome"]),
    )


def _session(row: sqlite3.Row, holds: Iterable[LoggedHold]) -> LoggedSession:
    return LoggedSession(
        id=row["id"],
        device=row["device"],
        routine=row["routine"],
        name=row["name"],
        started_at=Moment(row["started_at"], row["started_offset_s"]).local,
        ended_at=Moment(row["over_at"], row["over_offset_s"]).local,
        status=Status(row["over_status"]),
        planned_s=row["planned_s"],
        active_s=row["active_s"],
        paused_s=row["paused_s"],
        speed=row["speed"],
        discomfort_before=row["discomfort_before"],
        discomfort_after=row["discomfort_after"],
        note=row["note"],
        holds=tuple(holds),
    )
