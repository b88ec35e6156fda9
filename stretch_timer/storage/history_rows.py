"""The rows that recording a session writes, and the SQL that writes them: each can be written again and again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stretch_timer.storage.history_database import Database

SAVE_SESSION = """
INSERT INTO sessions (
    id, device, routine, name, started_at, started_offset_s, ended_at, ended_offset_s, status,
    planned_s, active_s, paused_s, speed, discomfort_before, snapshot
) VALUES (
    :id, :device, :routine, :name, :started_at, :started_offset_s, :ended_at, :ended_offset_s, :status,
    :planned_s, :active_s, :paused_s, :speed, :discomfort_before, :snapshot
) ON CONFLICT (id) DO UPDATE SET
    ended_at = excluded.ended_at, ended_offset_s = excluded.ended_offset_s, status = excluded.status,
    active_s = excluded.active_s, paused_s = excluded.paused_s, speed = excluded.speed, snapshot = excluded.snapshot
"""
SAVE_HOLD = """
INSERT INTO holds (session, seq, stretch, side, rep, planned_s, held_s, outcome, started_at)
VALUES (:session, :seq, :stretch, :side, :rep, :planned_s, :held_s, :outcome, :started_at)
ON CONFLICT (session, seq) DO UPDATE SET
    planned_s = excluded.planned_s, held_s = excluded.held_s, outcome = excluded.outcome
"""
SAVE_PLAN = "INSERT INTO plans VALUES (:session, :plan) ON CONFLICT (session) DO UPDATE SET plan = excluded.plan"
SAVE_MARK = """
INSERT INTO marks VALUES (:session, :progress, :at, :offset_s)
ON CONFLICT (session) DO UPDATE SET progress = excluded.progress, at = excluded.at, offset_s = excluded.offset_s
"""


@dataclass
class SessionRow:
    """A row of `sessions`, without what the person says about it afterwards."""

    id: str
    device: str
    routine: str
    name: str
    started_at: str
    started_offset_s: int
    planned_s: float
    speed: float
    discomfort_before: int | None
    snapshot: str = ""
    status: str = "running"
    ended_at: str | None = None
    ended_offset_s: int | None = None
    active_s: float = 0.0
    paused_s: float = 0.0

    def save(self, database: Database) -> None:
        """Write it."""
        database.change(SAVE_SESSION, vars(self))


@dataclass
class HoldRow:
    """A row of `holds`; in progress as long as it has no outcome."""

    session: str
    seq: int
    stretch: str
    side: str
    rep: int
    planned_s: float
    started_at: str | None = None
    held_s: float = 0.0
    outcome: str | None = None

    def save(self, database: Database) -> None:
        """Write it."""
        database.change(SAVE_HOLD, vars(self))


@dataclass
class PlanRow:
    """A row of `plans`: what an unfinished session follows."""

    session: str
    plan: str

    def save(self, database: Database) -> None:
        """Write it."""
        database.change(SAVE_PLAN, vars(self))


@dataclass
class MarkRow:
    """A row of `marks`: where an unfinished session was a moment ago."""

    session: str
    progress: str
    at: str
    offset_s: int

    def save(self, database: Database) -> None:
        """Write it."""
        database.change(SAVE_MARK, vars(self))
