"""The segments of one item, in order and with their lengths: the plan's timeline before anything is said in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stretch_timer.core import script, wording
from stretch_timer.core.cues import Tone
from stretch_timer.core.placing import HANDOVER_S, TONE_S
from stretch_timer.core.plan import Segment, SegmentKind
from stretch_timer.core.speech import sentence, sided
from stretch_timer.core.stretch import Laterality, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stretch_timer.core.plan import PlannedItem
    from stretch_timer.core.speech import SpeechLength

SPILL_MOST_S = 1.5
"""Seconds a sentence may go on into the next segment, at most."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A segment without cues.

    Attributes:
        spare_s: Seconds its own sentences can wait for one that is still being said when it begins.
    """

    segment: Segment
    spare_s: float = 0.0


def timeline(planned: PlannedItem, speech_s: SpeechLength) -> Iterator[Bare]:
    """The segments of an item: its set-up, then every repetition of every side in turn."""
    blank = Segment(SegmentKind.SET_UP, 0.0, planned.item.stretch.id)
    yield _set_up(planned, blank, speech_s)
    before: Side | None = None
    for side, rep in _turns(planned):
        if before not in (None, side):
            yield from _switch(planned, blank, side, speech_s)
        elif rep > 1 and planned.item.dose.rest_s:
            yield _rest(planned, blank, side, rep, speech_s)
        yield from _rep(planned, blank, side, rep)
        before = side


def length_s(planned: PlannedItem, speech_s: SpeechLength) -> float:
    """Seconds the whole item takes."""
    return sum(bare.segment.seconds for bare in timeline(planned, speech_s))


def first_side(planned: PlannedItem) -> Side | None:
    """The leg that begins; None where both work together."""
    side = next(iter(planned.reps))
    return None if side is Side.BOTH else side


def _turns(planned: PlannedItem) -> list[tuple[Side, int]]:
    """Side and repetition, in the order they are done."""
    if planned.item.stretch.sides is Laterality.ALTERNATE:
        every = range(1, planned.target + 1)
        return [(side, rep) for rep in every for side, reps in planned.reps.items() if rep <= reps]
    return [(side, rep) for side, reps in planned.reps.items() for rep in range(1, reps + 1)]


def _set_up(planned: PlannedItem, blank: Segment, speech_s: SpeechLength) -> Bare:
    stretch, side = planned.item.stretch, first_side(planned)
    needed_s = script.needed_seconds(wording.set_up_sentences(planned, side), speech_s, HANDOVER_S)
    seconds = max(planned.item.dose.set_up_s, needed_s)
    caption = _caption(stretch.start or "".join(stretch.say.set_up[:1]) or stretch.name, side)
    return _bare(replace(blank, seconds=seconds, side=side, caption=caption), needed_s)


def _switch(planned: PlannedItem, blank: Segment, side: Side, speech_s: SpeechLength) -> Iterator[Bare]:
    """The time to change to *side*; none where the stretch just rolls from one side to the other."""
    if not planned.item.dose.switch_s:
        return
    sentences = wording.switch_sentences(planned, side)
    # The tone that ends the hold sounds during the way out, and into the switch only where that is short.
    handover_s = max(0.0, HANDOVER_S - planned.item.dose.move_out_s)
    needed_s = script.needed_seconds(sentences, speech_s, handover_s + TONE_S[Tone.SWITCH] + script.PAUSE_S)
    seconds = max(planned.item.dose.switch_s, needed_s)
    caption = f"Switch to your {side} leg."
    yield _bare(replace(blank, kind=SegmentKind.SWITCH_SIDES, seconds=seconds, side=side, caption=caption), needed_s)


def _rest(planned: PlannedItem, blank: Segment, side: Side, rep: int, speech_s: SpeechLength) -> Bare:
    blank = replace(blank, seconds=planned.item.dose.rest_s)
    rest = _rep_segment(planned, blank, SegmentKind.REST, side, rep)
    return _bare(rest, script.needed_seconds((wording.rep_name(rest, planned),), speech_s))


def _bare(segment: Segment, needed_s: float) -> Bare:
    return Bare(segment, min(SPILL_MOST_S, max(0.0, segment.seconds - needed_s)))


def _rep(planned: PlannedItem, blank: Segment, side: Side, rep: int) -> Iterator[Bare]:
    dose = planned.item.dose
    for kind, seconds in (
        (SegmentKind.MOVE_IN, dose.move_in_s),
        (SegmentKind.HOLD, dose.hold_s),
        (SegmentKind.MOVE_OUT, dose.move_out_s),
    ):
        if seconds:
            yield Bare(_rep_segment(planned, replace(blank, seconds=seconds), kind, side, rep))


def _rep_segment(planned: PlannedItem, blank: Segment, kind: SegmentKind, side: Side, rep: int) -> Segment:
    say, reps = planned.item.stretch.say, planned.reps[side]
    words = {
        SegmentKind.REST: "Rest.",
        SegmentKind.MOVE_IN: say.move_in or "Ease in slowly.",
        SegmentKind.HOLD: say.hold[(rep - 1) % len(say.hold)] if say.hold else "Keep breathing.",
        SegmentKind.MOVE_OUT: (say.move_out if rep < reps else say.finish) or "Come out slowly.",
    }[kind]
    moving = planned.item.dose.moving and kind is SegmentKind.HOLD
    return replace(blank, kind=kind, side=side, rep=rep, reps=reps, moving=moving, caption=_caption(words, side))


def _caption(words: str, side: Side | None) -> str:
    return sentence(sided(words, side))
