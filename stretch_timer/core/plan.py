"""What a plan is: a routine as a tuple of segments, each with its cues."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from stretch_timer.core.cues import Cue, CueKind
from stretch_timer.core.errors import ExplainedError
from stretch_timer.core.routine import Item
from stretch_timer.core.stretch import Side


class SegmentKind(StrEnum):
    """What a segment of time is for."""

    SET_UP = "set-up"
    MOVE_IN = "move-in"
    HOLD = "hold"
    MOVE_OUT = "move-out"
    REST = "rest"
    SWITCH_SIDES = "switch-sides"


class Profile(StrEnum):
    """How much is heard."""

    FULL = "full"
    CALM = "calm"
    """No counting down, no halfway: what to do and when it begins and ends."""
    TONES = "tones"
    SILENT = "silent"


class PlanError(ExplainedError):
    """What was asked for cannot be planned; the message says why and what is possible."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of time in which one thing happens.

    Attributes:
        seconds: How long it is planned to last.
        stretch: The stretch's id.
        side: The working leg; None before a stretch that uses both begins.
        rep: Repetition on this side, from 1; None outside repetitions.
        reps: Repetitions counted aloud; None outside repetitions.
        caption: What is shown while nothing is said.
    """

    kind: SegmentKind
    seconds: float
    stretch: str
    side: Side | None = None
    rep: int | None = None
    reps: int | None = None
    moving: bool = False
    caption: str = ""
    cues: tuple[Cue, ...] = ()

    def extended(self, by_s: float, first_cue: int) -> Segment:
        """The same segment *by_s* seconds longer.

        Cue number *first_cue* and those after it move with its end; what marks its beginning stays there.
        """
        moved = (replace(cue, at_s=cue.at_s + by_s) if cue.at_s else cue for cue in self.cues[first_cue:])
        return replace(self, seconds=self.seconds + by_s, cues=(*self.cues[:first_cue], *moved))


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item and how often it is done on each side this time.

    Attributes:
        reps: Repetitions by side, in the order the sides are done; both sides the same when planned.
    """

    item: Item
    reps: Mapping[Side, int]

    @property
    def target(self) -> int:
        """Repetitions a side, the larger number where one more was added on one side only."""
        return max(self.reps.values())


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch that is not in the plan, and why: an answer's key or `minutes`."""

    stretch: str
    because: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A routine made ready to be followed.

    Attributes:
        routine: The routine's id.
        set_ups: Index of the segment each item begins with; every item begins with its set-up.
        profile: How much is heard.
    """

    routine: str
    name: str
    items: tuple[PlannedItem, ...]
    segments: tuple[Segment, ...] = ()
    set_ups: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    profile: Profile = Profile.FULL

    @property
    def total_s(self) -> float:
        """Seconds from the first set-up to the last way out."""
        return float(sum(segment.seconds for segment in self.segments))

    @property
    def starts_s(self) -> tuple[float, ...]:
        """Seconds from the beginning to each segment's start."""
        return tuple(accumulate((segment.seconds for segment in self.segments[:-1]), initial=0.0))

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence it says, each once, in the order it is first said."""
        cues = (cue for segment in self.segments for cue in segment.cues)
        return tuple(dict.fromkeys(cue.text for cue in cues if cue.kind is CueKind.VOICE))

    def item_at(self, index: int) -> int:
        """Number of the item that segment number *index* belongs to."""
        return bisect_right(self.set_ups, index) - 1

    def hold_seconds(self, side: Side) -> float:
        """Seconds this plan holds with *side*, alone or together with the other."""
        return sum(s.seconds for s in self.segments if s.kind is SegmentKind.HOLD and s.side in (side, Side.BOTH))
