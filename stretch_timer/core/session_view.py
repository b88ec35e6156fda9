"""What one may ask a session: where it is, how long it goes on, and which commands make sense."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from stretch_timer.core.compiling import may_do_more
from stretch_timer.core.plan import SegmentKind
from stretch_timer.core.progress import Progress, State

if TYPE_CHECKING:
    from stretch_timer.core.plan import Plan, Segment

GOING = frozenset({State.RUNNING, State.LEAD_IN})
OPEN = GOING | {State.PAUSED}

ALLOWED = MappingProxyType(
    {
        "start": frozenset({State.READY}),
        "pause": GOING,
        "resume": frozenset({State.PAUSED}),
        "next": OPEN,
        "back": OPEN,
        "restart_rep": OPEN,
        "extend": OPEN,
        "one_more": OPEN,
        "ease_off": OPEN,
        "stop": OPEN,
    }
)
"""In which state each command makes sense."""


class SessionView:
    """A session as it is. Asking changes nothing."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._segment = plan.segments[0]
        self._is = Progress()

    @property
    def plan(self) -> Plan:
        """The plan as it is now, with the repetitions that were added."""
        return self._plan

    @property
    def state(self) -> State:
        """What the session is doing."""
        return self._is.state

    @property
    def index(self) -> int:
        """Position of the current segment in `plan.segments`."""
        return self._is.index

    @property
    def item(self) -> int:
        """Number of the current item in `plan.items`."""
        return self._plan.item_at(self.index)

    @property
    def segment(self) -> Segment:
        """The current segment, with its extensions."""
        return self._segment

    @property
    def eased(self) -> bool:
        """Whether the current stretch is done more gently."""
        return self._is.eased

    @property
    def begun_at(self) -> float:
        """When it was started, on the caller's clock."""
        return self._is.begun_at

    def may(self, command: str) -> bool:
        """Whether *command* makes sense in this state."""
        return self.state in ALLOWED[command]

    def may_do_more(self) -> bool:
        """Whether one more repetition of this stretch is allowed."""
        return may_do_more(self._plan.items[self.item], self._segment)

    def progress(self, now: float) -> Progress:
        """Everything that changes, as plain data; with `plan` it is the whole session."""
        return replace(self._is, asked_at=now)

    def elapsed_s(self, now: float) -> float:
        """Seconds of the current segment that have passed, pauses not counted."""
        return self._is.elapsed_s(now)

    def remaining_s(self, now: float) -> float:
        """Seconds of the current segment still to come; in a lead-in, those of the lead-in."""
        if self.state is State.LEAD_IN:
            return max(0.0, self._is.lead_in_until - now)
        return max(0.0, self._segment.seconds - self.elapsed_s(now))

    def total_remaining_s(self, now: float) -> float:
        """Seconds to the end of the plan if nothing is paused or skipped."""
        later = sum(segment.seconds for segment in self._plan.segments[self.index + 1 :])
        return later + max(0.0, self._segment.seconds - self.elapsed_s(now))

    def held_s(self, now: float) -> float:
        """Seconds held up to *now*, the hold in progress included."""
        holding = self._segment.kind is SegmentKind.HOLD and self.state in OPEN
        return self._is.held_s + (self.elapsed_s(now) if holding else 0.0)
