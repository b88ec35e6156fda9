"""What one would like to hear in each segment of a plan, before it is decided what finds room."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stretch_timer.core import wording
from stretch_timer.core.cues import CueKind, Priority, Tone
from stretch_timer.core.placing import HANDOVER_S, TONE_S, Wanted, tone, voice
from stretch_timer.core.plan import PlannedItem, Profile, SegmentKind
from stretch_timer.core.speech import SpeechLength, sentence, sided

if TYPE_CHECKING:
    from collections.abc import Callable

    from stretch_timer.core.plan import Segment

PAUSE_S = 0.5
"""Silence between two sentences of a set-up, at least."""
PAUSE_LONGEST_S = 3.0
"""Silence between two sentences of a set-up, at most: time to do what was said."""
HALFWAY_FROM_S = 20.0
TEN_SECONDS_FROM_S = 30.0
COUNTDOWN_S = 3
COUNTDOWN_FROM_S = 8.0
"""The shortest hold that is counted out."""


@dataclass(frozen=True, slots=True)
class Place:
    """An item's place in the plan, as far as its words depend on it.

    Attributes:
        opens: Whether this is the session's first item.
        next_name: Name of the stretch after this one, or "" after the last.
    """

    planned: PlannedItem
    profile: Profile
    speech_s: SpeechLength
    opens: bool = False
    next_name: str = ""

    def say(self, text: str, at_s: float, priority: Priority, slack_s: float = 0.0) -> Wanted:
        """A sentence as long as this voice needs for it."""
        return voice(text, at_s, self.speech_s(text), priority, slack_s)

    @property
    def ends(self) -> bool:
        """Whether this is the session's last item."""
        return not self.next_name

    def is_first(self, segment: Segment) -> bool:
        """Whether *segment* belongs to the item's first repetition."""
        return segment.rep == 1 and segment.side == next(iter(self.planned.reps))

    def is_last(self, segment: Segment) -> bool:
        """Whether *segment* belongs to the item's last repetition."""
        return segment.rep == segment.reps and segment.side == tuple(self.planned.reps)[-1]


def wanted(segment: Segment, place: Place, mark_in_s: float = math.inf, *, closes: bool = False) -> list[Wanted]:
    """Everything one would like to hear in *segment* with this profile.

    Args:
        segment: A segment of the item's timeline.
        place: The item and its place in the plan.
        mark_in_s: Seconds from its end to the next tone that cannot wait; such a tone close by also ends a hold.
        closes: Whether the plan ends with it.
    """
    if place.profile is Profile.SILENT:
        return []
    cues = _MAKERS[segment.kind](segment, place)
    if mark_in_s < HANDOVER_S:
        cues = [one for one in cues if one.cue.text != Tone.END]
    if closes:
        cues.append(tone(Tone.FINISH, segment.seconds))
    if place.profile is Profile.TONES:
        cues = [one for one in cues if one.cue.kind is CueKind.TONE]
    return cues


def _set_up(segment: Segment, place: Place) -> list[Wanted]:
    return _spread(wording.set_up_sentences(place.planned, segment.side), segment.seconds, place, Priority.NAME)


def _switch(segment: Segment, place: Place) -> list[Wanted]:
    words = _spread(
        wording.switch_sentences(place.planned, segment.side),
        segment.seconds,
        place,
        Priority.SWITCH,
        TONE_S[Tone.SWITCH] + PAUSE_S,
    )
    return [Wanted(tone(Tone.SWITCH, 0.0).cue, slack_s=segment.seconds), *words]


def _move_in(segment: Segment, place: Place) -> list[Wanted]:
    say = place.planned.item.stretch.say
    cues = _countdown(segment.seconds, place) if segment.seconds >= COUNTDOWN_S else []
    if segment.rep == 1 and say.move_in:
        cues.append(place.say(sided(say.move_in, segment.side), 0.0, Priority.LINE, slack_s=segment.seconds))
    elif segment.rep != 1 and not place.planned.item.dose.rest_s:
        cues.append(place.say(wording.rep_name(segment, place.planned), 0.0, Priority.NAME, slack_s=segment.seconds))
    return cues


def _hold(segment: Segment, place: Place) -> list[Wanted]:
    length_s = segment.seconds
    cues = [tone(Tone.START, 0.0), tone(Tone.END, length_s)]
    if place.opens and place.is_first(segment):
        cues.append(place.say(wording.SAFETY, 1.5, Priority.SAFETY, slack_s=length_s))
    if length_s >= COUNTDOWN_FROM_S:
        cues += _countdown(length_s, place)
    line = wording.hold_line(segment, place.planned)
    if line and (place.profile is not Profile.CALM or segment.rep == 1):
        cues.append(place.say(line, 1.5, Priority.LINE, slack_s=length_s / 2))
    return cues + _remaining(segment, place) + _closing_words(segment, place)


def _remaining(segment: Segment, place: Place) -> list[Wanted]:
    """Halfway, the last ten seconds, and the offer of more, where they have room."""
    length_s = segment.seconds
    cues = []
    offer = wording.offer_of_more(segment, place.planned)
    if offer:
        cues.append(place.say(offer, length_s / 2, Priority.NEXT, slack_s=length_s / 4))
    if place.profile is Profile.FULL and length_s >= HALFWAY_FROM_S and not offer:
        cues.append(place.say(wording.HALFWAY, length_s / 2, Priority.HALFWAY, slack_s=1.0))
    if place.profile is Profile.FULL and length_s >= TEN_SECONDS_FROM_S:
        cues.append(place.say(wording.TEN_SECONDS, length_s - 10, Priority.HALFWAY, slack_s=0.3))
    return cues


def _closing_words(segment: Segment, place: Place) -> list[Wanted]:
    """How to come out for good, said towards the end of the session's very last hold: after it there is no time."""
    if not (place.ends and place.is_last(segment) and place.planned.item.stretch.say.finish):
        return []
    words = wording.closing_line(segment, place.planned)
    return [place.say(words, segment.seconds * 0.7, Priority.SAFETY, slack_s=segment.seconds)]


def _move_out(segment: Segment, place: Place) -> list[Wanted]:
    say = place.planned.item.stretch.say
    if place.ends and place.is_last(segment):
        return []  # said in the hold already
    line = say.finish if segment.rep == segment.reps else say.move_out
    cues = []
    if line:
        cues.append(place.say(sentence(sided(line, segment.side)), 0.0, Priority.LINE, slack_s=segment.seconds))
    if place.is_last(segment) and place.profile is Profile.FULL:
        cues.append(place.say(wording.next_line(place.next_name), 0.0, Priority.NEXT, slack_s=segment.seconds))
    return cues


def _rest(segment: Segment, place: Place) -> list[Wanted]:
    name = wording.rep_name(segment, place.planned)
    at_s = segment.seconds - place.speech_s(name) - PAUSE_S
    return [place.say(name, max(0.0, at_s), Priority.NAME, slack_s=segment.seconds)]


_MAKERS: dict[SegmentKind, Callable[[Segment, Place], list[Wanted]]] = {
    SegmentKind.SET_UP: _set_up,
    SegmentKind.SWITCH_SIDES: _switch,
    SegmentKind.MOVE_IN: _move_in,
    SegmentKind.HOLD: _hold,
    SegmentKind.MOVE_OUT: _move_out,
    SegmentKind.REST: _rest,
}


def _countdown(length_s: float, place: Place) -> list[Wanted]:
    """Three, two, one, as ticks that end with the segment."""
    if place.profile is Profile.CALM:
        return []
    return [tone(Tone.TICK, length_s - left, Priority.HALFWAY) for left in range(COUNTDOWN_S, 0, -1)]


def _spread(
    sentences: tuple[str, ...], length_s: float, place: Place, priority: Priority, from_s: float = 0.0
) -> list[Wanted]:
    """Sentences one after the other, with time to do what each says where there is time."""
    lengths = [place.speech_s(text) for text in sentences]
    spare_s = (length_s - from_s - sum(lengths)) / max(1, len(sentences))
    pause_s = min(PAUSE_LONGEST_S, max(PAUSE_S, spare_s))
    cues, at_s = [], from_s
    for text, seconds in zip(sentences, lengths, strict=True):
        cues.append(voice(text, round(at_s, 3), seconds, priority, slack_s=length_s))
        at_s += seconds + pause_s
    return cues


def needed_seconds(sentences: tuple[str, ...], speech_s: SpeechLength, from_s: float = 0.0) -> float:
    """The shortest time in which *sentences* can be said one after the other."""
    return from_s + sum(speech_s(text) + PAUSE_S for text in sentences)
