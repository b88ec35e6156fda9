"""What happens in a session, as past-tense values.

Every event carries `at`: the time it was due, in seconds on the caller's clock, however late it was noticed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from stretch_timer.core.cues import Cue
from stretch_timer.core.plan import Plan, Segment
from stretch_timer.core.stretch import Side


class Outcome(StrEnum):
    """How a hold ended."""

    DONE = "done"
    SHORT = "short"
    EXTENDED = "extended"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened.

    Attributes:
        at: Seconds on the caller's clock.
    """

    at: float


@dataclass(frozen=True, slots=True)
class SessionStarted(Event):
    """The first segment is about to begin."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class SegmentStarted(Event):
    """Segment number `index` of the plan began."""

    index: int
    segment: Segment


@dataclass(frozen=True, slots=True)
class HoldStarted(Event):
    """A hold, or a moving repetition, began."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class HoldEnded(Event):
    """A hold ended or was left.

    Attributes:
        planned_s: Seconds it was planned for, before any extension.
        held_s: Seconds it was held.
    """

    segment: Segment
    planned_s: float
    held_s: float
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class SidesSwitched(Event):
    """The working leg changed."""

    to: Side


@dataclass(frozen=True, slots=True)
class CueDue(Event):
    """A sentence or a tone is to be heard."""

    cue: Cue


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """Time stands still."""


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """Time goes on, after `lead_in_s` seconds to get ready."""

    lead_in_s: float


@dataclass(frozen=True, slots=True)
class Skipped(Event):
    """The rest of a stretch was skipped; `holds` are the ones that were never begun."""

    stretch: str
    holds: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class WentBack(Event):
    """A repetition or a stretch begins again; `to` is the segment's index."""

    stretch: str
    to: int


@dataclass(frozen=True, slots=True)
class Extended(Event):
    """The segment became `by_s` seconds longer, or the stretch `reps` repetitions."""

    stretch: str
    by_s: float = 0.0
    reps: int = 0


@dataclass(frozen=True, slots=True)
class EasedOff(Event):
    """It was too much; the rest of this stretch is done more gently."""

    stretch: str
    side: Side | None
    rep: int | None


@dataclass(frozen=True, slots=True)
class Stopped(Event):
    """The person ended the session early."""


@dataclass(frozen=True, slots=True)
class SessionFinished(Event):
    """The session is over.

    Attributes:
        status: `completed`, or `stopped` when the person ended it early.
        active_s: Seconds that were not paused.
        paused_s: Seconds paused, getting ready again included.
        held_s: Seconds held, all holds together.
    """

    status: Literal["completed", "stopped"]
    active_s: float
    paused_s: float
    held_s: float
