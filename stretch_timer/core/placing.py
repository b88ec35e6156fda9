"""Which of the cues one would like to hear are heard, and when: no two overlap."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stretch_timer.core.cues import Cue, CueKind, Priority, Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP_S = 0.3
"""Silence between two cues of which at least one is a sentence."""

ROUNDING_S = 1e-6

TONE_S = {Tone.START: 0.45, Tone.END: 0.45, Tone.TICK: 0.08, Tone.SWITCH: 0.6, Tone.FINISH: 1.2}

HANDOVER_S = TONE_S[Tone.END] + GAP_S
"""Seconds for which the tone that ends a hold keeps what follows waiting."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A cue one would like to hear.

    Attributes:
        at_s: When it is best heard, in seconds from the start of its segment.
        slack_s: How much later it may begin.
    """

    cue: Cue
    slack_s: float = 0.0


def tone(name: Tone, at_s: float, priority: Priority = Priority.MARK) -> Wanted:
    """A tone at exactly *at_s*."""
    return Wanted(Cue(at_s, CueKind.TONE, name, TONE_S[name], priority))


def voice(text: str, at_s: float, seconds: float, priority: Priority, slack_s: float = 0.0) -> Wanted:
    """A sentence that begins between *at_s* and *slack_s* later."""
    return Wanted(Cue(at_s, CueKind.VOICE, text, seconds, priority), slack_s)


def place(
    wanted: Iterable[Wanted], length_s: float, *, free_from_s: float = 0.0, spill_s: float = 0.0
) -> tuple[Cue, ...]:
    """The cues that can be heard in a segment of *length_s* seconds, oldest first.

    The more important ones choose first; a sentence that finds no room in its time is left out. A tone may begin at
    the very end, where it marks the segment's close; nothing begins later.

    Args:
        wanted: What one would like to hear.
        length_s: Seconds the segment lasts.
        free_from_s: Seconds during which the segment before still sounds.
        spill_s: Seconds a sentence may go on after the segment's end; below 0, how long before it must be over.
    """
    placed: list[Cue] = []
    for one in sorted(wanted, key=_importance, reverse=True):
        cue = _first_room(one, placed, length_s, free_from_s, spill_s)
        if cue is not None:
            placed.append(cue)
    placed.sort(key=_start)
    return tuple(placed)


def _importance(wanted: Wanted) -> int:
    return wanted.cue.priority


def _start(cue: Cue) -> float:
    return cue.at_s


def _first_room(
    wanted: Wanted, placed: Sequence[Cue], length_s: float, free_from_s: float, spill_s: float
) -> Cue | None:
    """*wanted* at the earliest moment that is free, or None."""
    cue = wanted.cue
    is_voice = cue.kind is CueKind.VOICE
    latest = min(cue.at_s + wanted.slack_s, length_s)
    if is_voice:
        latest = min(latest, length_s + spill_s - cue.seconds)
    at_s = max(cue.at_s, free_from_s)
    for other in sorted(placed, key=_start):
        gap_s = GAP_S if is_voice or other.kind is CueKind.VOICE else 0.0
        if at_s + cue.seconds + gap_s > other.at_s and other.ends_s + gap_s > at_s:
            at_s = other.ends_s + gap_s
    if at_s > latest + ROUNDING_S:
        return None
    return cue if at_s == cue.at_s else replace(cue, at_s=round(at_s, 3))
