"""Where a session is: plain data that can be stored and restored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class State(StrEnum):
    """What a session is doing."""

    READY = "ready"
    RUNNING = "running"
    LEAD_IN = "lead-in"
    """About to go on after a pause."""
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything about a session that changes, apart from its plan.

    Times (`_at`, `_until`) are seconds on the caller's clock; lengths (`_s`) are seconds.

    Attributes:
        asked_at: When this was asked for.
        begun_at: When the session was started.
        index: Position of the current segment.
        segment_at: When the current segment began, moved on by the pauses since.
        extended_s: How much longer it was made.
        extended_cue: Position of the first cue that moved with its end when it was last made longer.
        cue: Position of its next cue.
        paused_at: When the pause began.
        paused_elapsed_s: How much of the segment had passed then.
        lead_in_until: When the lead-in ends.
        lead_in_ticks: Ticks of the lead-in already heard.
        eased: Whether the current stretch is done more gently.
        active_s: Length of the segments already left, pauses not counted.
        paused_s: Length of the pauses so far, with their lead-ins.
        held_s: Length of the holds so far.
    """

    state: State = State.READY
    asked_at: float = 0.0
    begun_at: float = 0.0
    index: int = 0
    segment_at: float = 0.0
    extended_s: float = 0.0
    extended_cue: int = 0
    cue: int = 0
    paused_at: float = 0.0
    paused_elapsed_s: float = 0.0
    lead_in_until: float = 0.0
    lead_in_ticks: int = 0
    eased: bool = False
    active_s: float = 0.0
    paused_s: float = 0.0
    held_s: float = 0.0

    def elapsed_s(self, now: float) -> float:
        """Seconds of the current segment that have passed, pauses not counted."""
        if self.state is State.RUNNING:
            return now - self.segment_at
        if self.state is State.LEAD_IN:
            return self.lead_in_until - self.segment_at
        return self.paused_elapsed_s

    def shifted(self, by_s: float) -> Progress:
        """The same on a clock that shows *by_s* seconds more."""
        return replace(
            self,
            asked_at=self.asked_at + by_s,
            begun_at=self.begun_at + by_s,
            segment_at=self.segment_at + by_s,
            paused_at=self.paused_at + by_s,
            lead_in_until=self.lead_in_until + by_s,
        )
