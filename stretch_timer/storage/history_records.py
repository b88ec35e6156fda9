"""Sessions and holds as the log gives them; their keys in JSON are the promise of `history --json`."""
# Without `from __future__ import annotations`: msgspec reads the annotations while the program runs.

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from stretch_timer.core.events import Outcome
from stretch_timer.core.stretch import Side

Id = Annotated[str, Meta(pattern="^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Seconds = Annotated[float, Meta(ge=0, le=1e8)]
Discomfort = Annotated[int, Meta(ge=0, le=10)]
When = Annotated[datetime, Meta(tz=True)]
YEARS = range(1900, 9000)
"""Beyond these, a moment cannot be moved from one offset to another."""
IN_JSON = {"planned_s": "planned_seconds", "held_s": "held_seconds", "active_s": "active_seconds"}
IN_JSON |= {"paused_s": "paused_seconds"}


class Status(StrEnum):
    """How a session ended."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    """Ended early by the person."""
    INTERRUPTED = "interrupted"
    """The program or the computer went down."""


class LoggedHold(Struct, frozen=True, rename=IN_JSON):
    """One hold of a session."""

    stretch: str
    side: Side
    rep: Annotated[int, Meta(ge=1, le=10_000)]
    planned_s: Seconds
    held_s: Seconds
    outcome: Outcome


class LoggedSession(Struct, frozen=True, rename=IN_JSON):
    """One session that is over.

    Attributes:
        started_at: With the offset that was in force where the person was; its date is the session's day.
        speed: 1.0, or how many times as fast it was tried out; such a session counts in no statistic.
        discomfort_before: 0 to 10, or None where nothing was answered.
        discomfort_after: As before.
    """

    id: Id
    device: Id
    routine: str
    name: str
    started_at: When
    ended_at: When
    status: Status
    planned_s: Seconds
    active_s: Seconds
    paused_s: Seconds
    speed: Annotated[float, Meta(gt=0, le=1e6)]
    discomfort_before: Discomfort | None
    discomfort_after: Discomfort | None
    note: str
    holds: tuple[LoggedHold, ...]

    def __post_init__(self) -> None:
        for when in (self.started_at, self.ended_at):
            if when.year not in YEARS:
                raise ValueError(f"year must be {YEARS.start} to {YEARS.stop - 1}, not {when.year}")

    @property
    def held_s(self) -> float:
        """Seconds held, all holds together."""
        return sum(hold.held_s for hold in self.holds)
