"""From a routine to a plan: pure, so that it can be previewed, printed and tested."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from stretch_timer.core import script
from stretch_timer.core.fitting import fit
from stretch_timer.core.placing import GAP_S, place
from stretch_timer.core.plan import Plan, PlanError, PlannedItem, Profile, Segment, SegmentKind
from stretch_timer.core.routine import First
from stretch_timer.core.speech import SpeechLength, estimated_seconds
from stretch_timer.core.stretch import MOST_REPS, Laterality, Side
from stretch_timer.core.timeline import length_s, timeline

if TYPE_CHECKING:
    from stretch_timer.core.plan import LeftOut
    from stretch_timer.core.routine import Item, Routine
    from stretch_timer.core.timeline import Bare


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person wants of this session.

    Attributes:
        sides: Both legs, or the only one to train.
        minutes: The time there is, or None for the routine's own.
        targets: Repetitions a side to count, by stretch id; the fewest of the range where nothing is said.
        stiffer: The stiffer leg, for routines that begin with it.
        speech_s: Seconds a text takes to say.
    """

    sides: Side = Side.BOTH
    minutes: float | None = None
    targets: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    stiffer: Side | None = None
    profile: Profile = Profile.FULL
    speech_s: SpeechLength = estimated_seconds


def compile_plan(routine: Routine, wishes: Wishes | None = None) -> Plan:
    """*routine* as a plan for one session.

    Raises:
        PlanError: Nothing of it fits into the minutes there are.
    """
    wishes = wishes or Wishes()
    planned = tuple(_planned(item, wishes) for item in routine.items)
    left_out: tuple[LeftOut, ...] = ()
    if wishes.minutes is not None:
        planned, left_out = fit(planned, wishes.minutes * 60, lambda one: length_s(one, wishes.speech_s))
    plan = Plan(routine.id, routine.name, planned, left_out=left_out, profile=wishes.profile)
    return _with_segments(plan, wishes.speech_s)


def with_one_more(plan: Plan, at: int, speech_s: SpeechLength = estimated_seconds) -> Plan:
    """*plan* with one more repetition of the item of segment number *at*.

    The repetition is added for the segment's side and for every side still to come, so that a leg that asks early
    keeps both legs equal. Everything before segment *at* keeps its place.

    Raises:
        PlanError: The range's ceiling is reached.
    """
    segment = plan.segments[at]
    number = plan.item_at(at)
    planned = plan.items[number]
    if not may_do_more(planned, segment):
        raise PlanError(f"{planned.item.stretch.name}: {planned.target} is the most for today")
    asked, most = _sides_from(planned, segment.side), _most(planned)
    more = {side: min(reps + 1, most) if side in asked else reps for side, reps in planned.reps.items()}
    items = (*plan.items[:number], replace(planned, reps=more), *plan.items[number + 1 :])
    return _with_segments(replace(plan, items=items), speech_s)


def may_do_more(planned: PlannedItem, segment: Segment) -> bool:
    """Whether one more repetition is allowed: up to a range's ceiling, and freely where one number is given."""
    return min(planned.reps[side] for side in _sides_from(planned, segment.side)) < _most(planned)


def _most(planned: PlannedItem) -> int:
    repeat = planned.item.dose.repeat
    return repeat.most if repeat.most > repeat.fewest else MOST_REPS


def _sides_from(planned: PlannedItem, side: Side | None) -> tuple[Side, ...]:
    """The side being done and those after it; all of them where they take turns or none has begun."""
    order = tuple(planned.reps)
    if side not in order or planned.item.stretch.sides is Laterality.ALTERNATE:
        return order
    return order[order.index(side) :]


def _planned(item: Item, wishes: Wishes) -> PlannedItem:
    repeat = item.dose.repeat
    target = wishes.targets.get(item.stretch.id, repeat.fewest)
    return PlannedItem(item, dict.fromkeys(_order(item, wishes), min(max(target, repeat.fewest), repeat.most)))


def _order(item: Item, wishes: Wishes) -> tuple[Side, ...]:
    """The sides of *item* in the order they are done."""
    if item.stretch.sides is Laterality.TOGETHER:
        return (Side.BOTH,)
    only = wishes.sides if wishes.sides is not Side.BOTH else item.sides
    if only is not Side.BOTH:
        return (only,)
    first = {First.RIGHT: Side.RIGHT, First.LEFT: Side.LEFT, First.STIFFER: wishes.stiffer or Side.RIGHT}[item.first]
    return (first, first.other)


def _with_segments(plan: Plan, speech_s: SpeechLength) -> Plan:
    """*plan* with every item's segments and what is heard in them.

    A sentence may go on into the next item, which then waits for it. Items that are alike share their work: a routine
    of many sets is compiled as fast as one of a few.
    """
    blocks: dict[tuple[object, ...], _Block] = {}
    segments: list[Segment] = []
    set_ups: list[int] = []
    free_from_s = 0.0
    for planned, following in zip(plan.items, (*plan.items[1:], None), strict=True):
        opens, next_name = not segments, following.item.stretch.name if following else ""
        where = script.Place(planned, plan.profile, speech_s, opens=opens, next_name=next_name)
        key = (_likeness(planned), _likeness(following), opens, free_from_s)
        if key not in blocks:
            blocks[key] = _block(where, free_from_s, _spare_s(following, speech_s))
        set_ups.append(len(segments))
        segments += blocks[key].segments
        free_from_s = blocks[key].free_from_s
    return replace(plan, segments=tuple(segments), set_ups=tuple(set_ups))


@dataclass(frozen=True, slots=True)
class _Block:
    """One item's segments with their cues, and how long they sound into the next item."""

    segments: tuple[Segment, ...]
    free_from_s: float


def _likeness(planned: PlannedItem | None) -> tuple[object, ...]:
    """Equal for two items of a plan that are done and said in the same way."""
    return (id(planned.item.stretch), planned.item.dose, *planned.reps.items()) if planned else ()


def _spare_s(planned: PlannedItem | None, speech_s: SpeechLength) -> float:
    """Seconds the first sentence of *planned* can wait."""
    return next(timeline(planned, speech_s)).spare_s if planned else 0.0


def _block(where: script.Place, free_from_s: float, spill_s: float) -> _Block:
    """The segments of one item with what is heard in them.

    Args:
        where: The item and its place in the plan.
        free_from_s: Seconds during which the item before still sounds.
        spill_s: Seconds the last sentence may go on into the next item.
    """
    bare = list(timeline(where.planned, where.speech_s))
    segments = []
    spares_s = (*(one.spare_s for one in bare[1:]), spill_s)
    for one, spare_s, mark_in_s in zip(bare, spares_s, _marks_in_s(bare, ends=where.ends), strict=True):
        closes = where.ends and one is bare[-1]
        wanted = script.wanted(one.segment, where, mark_in_s, closes=closes)
        spill = min(spare_s, mark_in_s - GAP_S)
        cues = place(wanted, one.segment.seconds, free_from_s=free_from_s, spill_s=spill)
        silent_from_s = max((cue.ends_s + GAP_S for cue in cues), default=free_from_s)
        free_from_s = max(0.0, round(silent_from_s - one.segment.seconds, 3))
        segments.append(replace(one.segment, cues=cues))
    return _Block(tuple(segments), free_from_s)


def _marks_in_s(bare: list[Bare], *, ends: bool) -> list[float]:
    """Seconds from the end of each segment to the next tone that cannot wait: a hold's first, or the session's last."""
    marks_s = [0.0 if ends else math.inf]
    for after in reversed(bare[1:]):
        marks_s.append(0.0 if after.segment.kind is SegmentKind.HOLD else marks_s[-1] + after.segment.seconds)
    return marks_s[::-1]
