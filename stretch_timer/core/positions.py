"""Where in a plan a repetition begins, and what comes before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.core.plan import SegmentKind
from stretch_timer.core.stretch import Side

if TYPE_CHECKING:
    from stretch_timer.core.plan import Plan, Segment


def start_of_rep(plan: Plan, index: int) -> int:
    """Index at which the repetition of segment *index* begins; a rest before it is not done again."""
    segment = plan.segments[index]
    while segment.rep is not None:
        before = plan.segments[index - 1]
        if (before.side, before.rep) != (segment.side, segment.rep) or before.kind is SegmentKind.REST:
            break
        index -= 1
    return index


def before_rep(plan: Plan, index: int) -> int:
    """Index at which whatever comes before the repetition of segment *index* begins.

    Before the first repetition comes the set-up or the switch; before a set-up, the set-up of the stretch before.
    """
    start = start_of_rep(plan, index)
    before = max(0, start - 1)
    if plan.segments[start].kind is SegmentKind.SET_UP:
        return plan.set_ups[plan.item_at(before)]
    if plan.segments[before].kind is SegmentKind.REST:
        before -= 1
    return start_of_rep(plan, before)


def changes_legs(before: Segment, after: Segment) -> bool:
    """Whether the working leg changes from one segment to the next; a new stretch begins anew."""
    return after.kind is not SegmentKind.SET_UP and {before.side, after.side} == {Side.LEFT, Side.RIGHT}
