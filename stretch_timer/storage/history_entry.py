"""One session as it should stand in the log, and what of it does not stand there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.core.plan import SegmentKind
from stretch_timer.core.progress import Progress, State
from stretch_timer.core.stretch import Side
from stretch_timer.storage.history_rows import HoldRow, MarkRow, PlanRow, SessionRow
from stretch_timer.storage.snapshot import as_json, snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stretch_timer.core.events import HoldEnded, SessionFinished
    from stretch_timer.core.plan import Plan, Segment
    from stretch_timer.core.session import Session
    from stretch_timer.storage.history_database import Database
    from stretch_timer.storage.history_moments import Moment

OVER = frozenset({State.FINISHED, State.STOPPED})


class Entry:
    """The rows of one session. A write that fails is made up for by the next one.

    Attributes:
        row: The session's own row.
        index: Position of the segment that the events told of last.
        saved: Whether everything stands in the log.
    """

    def __init__(self, row: SessionRow, before: Progress | None = None) -> None:
        before = before or Progress()
        self.row = row
        self.index = before.index
        self.saved = False
        self._held_s = before.held_s
        self._holds = 0
        self._hold: HoldRow | None = None
        self._plan: Plan | None = None
        self._unsaved: dict[object, HoldRow | PlanRow | MarkRow] = {}

    @classmethod
    def load(cls, database: Database, session: str, progress: Progress) -> Entry:
        """The entry of an unfinished session that goes on from *progress*."""
        row = database.query("SELECT * FROM sessions WHERE id = ?", (session,))[0]
        entry = cls(SessionRow(**{column: row[column] for column in SessionRow.__dataclass_fields__}), progress)
        for hold in database.query("SELECT * FROM holds WHERE session = ? ORDER BY seq", (session,)):
            entry._holds = hold["seq"] + 1
            entry._hold = None if hold["outcome"] else HoldRow(**dict(hold))
        entry.saved = True
        return entry

    @property
    def over(self) -> bool:
        """Whether the session has ended."""
        return self.row.status != "running"

    def hold_started(self, segment: Segment, at: Moment) -> None:
        """A hold is in progress now."""
        self._hold = self._new_hold(segment, at)

    def hold_ended(self, ended: HoldEnded, at: Moment) -> None:
        """The hold in progress has an outcome now."""
        hold = self._hold or self._new_hold(ended.segment, at)
        hold.planned_s, hold.held_s, hold.outcome = ended.planned_s, max(0.0, ended.held_s), ended.outcome
        self._unsaved[hold.seq] = hold
        self._held_s += ended.held_s
        self._hold = None

    def skipped(self, segments: Iterable[Segment]) -> None:
        """These holds were never begun."""
        for segment in segments:
            self._new_hold(segment).outcome = "skipped"

    def finished(self, event: SessionFinished, at: Moment) -> None:
        """The session has ended."""
        self.saved = False
        self.row.status = event.status
        self.row.ended_at, self.row.ended_offset_s = at
        self.row.active_s, self.row.paused_s = max(0.0, event.active_s), max(0.0, event.paused_s)

    def tells_of(self, session: Session) -> bool:
        """Whether the events told so far have led to where *session* is.

        A session that catches up is ahead of its events until the last of them is told. Were its progress saved
        with only the holds known by then, a kill would lose those of the events in between.
        """
        over = session.state in OVER
        holding = session.segment.kind is SegmentKind.HOLD and not over
        there = (session.index, session.progress(0.0).held_s, holding, over)
        return (self.index, self._held_s, self._hold is not None, self.over) == there

    def mark(self, session: Session, now: float, at: Moment) -> None:
        """Note where *session* is."""
        self.saved = False
        if session.plan is not self._plan:
            self._plan = session.plan
            self.row.snapshot = snapshot(session.plan)
            self._unsaved["plan"] = PlanRow(self.row.id, as_json(session.plan))
        if not self.over:
            self._mark(session, now, at)

    def save(self, database: Database) -> None:
        """Write what does not stand in the log yet: all of it or nothing."""
        with database.transaction():
            self.row.save(database)
            for row in self._unsaved.values():
                row.save(database)
            if self.over:
                database.change("DELETE FROM plans WHERE session = ?", (self.row.id,))
                database.change("DELETE FROM marks WHERE session = ?", (self.row.id,))
        self._unsaved.clear()
        self.saved = True

    def _mark(self, session: Session, now: float, at: Moment) -> None:
        progress = session.progress(now)
        self.row.active_s = max(0.0, progress.active_s + progress.elapsed_s(now))
        self.row.paused_s = max(0.0, _paused_s(progress, now))
        self._unsaved["mark"] = MarkRow(self.row.id, as_json(progress), *at)
        if self._hold:
            self._hold.held_s = max(0.0, min(progress.elapsed_s(now), session.segment.seconds))
            self._unsaved[self._hold.seq] = self._hold

    def _new_hold(self, segment: Segment, at: Moment | None = None) -> HoldRow:
        hold = HoldRow(
            session=self.row.id,
            seq=self._holds,
            stretch=segment.stretch,
            side=segment.side or Side.BOTH,
            rep=segment.rep or 1,
            planned_s=segment.seconds,
            started_at=at.utc if at else None,
        )
        self._holds += 1
        self._unsaved[hold.seq] = hold
        return hold


def _paused_s(progress: Progress, now: float) -> float:
    """Seconds paused up to *now*, of a session that is not over."""
    if progress.state is State.PAUSED:
        return progress.paused_s + now - progress.paused_at
    if progress.state is State.LEAD_IN:
        # The whole lead-in is counted when it begins; this much of it is still to come.
        return progress.paused_s - (progress.lead_in_until - now)
    return progress.paused_s
