"""The sentences a plan is made of: names, sides, counts and offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.core.speech import number, sentence, sided
from stretch_timer.core.stretch import Laterality

if TYPE_CHECKING:
    from stretch_timer.core.plan import PlannedItem, Segment
    from stretch_timer.core.stretch import Side

SAFETY = "A mild pull is fine. Pain is not."
"""Said in the first hold of every session."""
HALFWAY = "Halfway."
TEN_SECONDS = "Ten seconds."
CLOSING = "Session complete."
"""Said when the last segment is over."""


def set_up_sentences(planned: PlannedItem, side: Side | None) -> tuple[str, ...]:
    """The stretch's name, the leg that begins, and how to get into position."""
    stretch = planned.item.stretch
    name = sentence(stretch.name)
    if stretch.sides is Laterality.EACH and side is not None:
        only = "only" if len(planned.reps) == 1 else "first"
        name += f" {side.capitalize()} leg {only}."
    return (name, *(sentence(sided(text, side)) for text in stretch.say.set_up))


def switch_sentences(planned: PlannedItem, side: Side | None) -> tuple[str, ...]:
    """That the other leg is done, and how to change to this one."""
    told = f"{side.other.capitalize()} leg done. " if side else ""
    if planned.item.stretch.sides is Laterality.ALTERNATE:
        told = ""
    lines = (sentence(sided(text, side)) for text in planned.item.stretch.say.switch)
    return (f"{told}Switch to your {side} leg.", *lines)


def rep_name(segment: Segment, planned: PlannedItem) -> str:
    """Which repetition comes, and of which leg: "Right leg, two of four."."""
    rep, reps = segment.rep or 1, segment.reps or 1
    words = "last one" if rep == reps else f"{number(rep)} of {number(reps)}"
    if len(planned.reps) > 1 and segment.side is not None:
        words = f"{segment.side} leg, {words}"
    return sentence(words)


def hold_line(segment: Segment, planned: PlannedItem) -> str:
    """The sentence for this hold: they take turns."""
    lines = planned.item.stretch.say.hold
    return sentence(sided(lines[((segment.rep or 1) - 1) % len(lines)], segment.side)) if lines else ""


def finish_line(segment: Segment, planned: PlannedItem) -> str:
    """How to come out of the last repetition."""
    return sentence(sided(planned.item.stretch.say.finish, segment.side))


def closing_line(segment: Segment, planned: PlannedItem) -> str:
    """How to come out of the session's very last hold, said before it ends."""
    return f"Afterwards, {_within_a_sentence(finish_line(segment, planned))}"


def next_line(name: str) -> str:
    """What comes after this stretch."""
    return f"Next: {_within_a_sentence(name)}."


def offer_of_more(segment: Segment, planned: PlannedItem) -> str:
    """In the last hold of a range: that it is complete, and how many more there may be."""
    repeat = planned.item.dose.repeat
    reps = segment.reps or 0
    more = repeat.most - reps
    if segment.rep != reps or more <= 0 or reps < repeat.fewest:
        return ""
    offered = "one more" if more == 1 else f"up to {number(more)} more"
    return f"That makes {number(reps)}. Press R for {offered}, if it is easy."


def _within_a_sentence(text: str) -> str:
    """*text* without its capital; an abbreviation keeps it."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
