"""What a shell shows in words, from the session's events alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.core import events as ev
from stretch_timer.core.cues import CueKind
from stretch_timer.core.plan import SegmentKind
from stretch_timer.core.progress import State
from stretch_timer.core.stretch import Side

if TYPE_CHECKING:
    from stretch_timer.core.plan import Segment
    from stretch_timer.core.session import Session

NOTICE = "General information, not medical advice. Stop if it hurts."
CAUTION = (
    "With a disc injury, sciatica, recent back or hip surgery, a hamstring injury or in pregnancy: "
    "only what a professional has cleared for you."
)
PAUSED = "Paused. Press Space when you are ready."
EASED = "Good call. Back off until it is only a mild pull."
SLEPT = "The computer slept, so the session waited. Press Space when you are ready."

_PHASES = {
    SegmentKind.SET_UP: "Get ready",
    SegmentKind.MOVE_IN: "Ease in",
    SegmentKind.HOLD: "Hold",
    SegmentKind.MOVE_OUT: "Release",
    SegmentKind.REST: "Rest",
    SegmentKind.SWITCH_SIDES: "Switch legs",
}
_LEGS = {Side.LEFT: "Left leg", Side.RIGHT: "Right leg", Side.BOTH: "Both legs"}


class Captions:
    """The sentence on the screen: what was said last, or what the segment is about."""

    def __init__(self) -> None:
        self.text = ""
        self._before_pause = ""

    def happened(self, event: ev.Event) -> None:
        """Take note of *event*."""
        match event:
            case ev.SegmentStarted(segment=segment):
                self.text = segment.caption
            case ev.CueDue(cue=cue) if cue.kind is CueKind.VOICE:
                self.text = cue.text
            case ev.EasedOff():
                self.text = EASED
            case ev.Paused():
                self._before_pause, self.text = self.text, PAUSED
            case ev.Resumed():
                self.text = self._before_pause
            case ev.SessionFinished(status=status, active_s=active_s, held_s=held_s):
                self.text = closing_caption(status, active_s, held_s)


def phase(session: Session) -> str:
    """What the moment is, in a word or two."""
    if session.state is State.PAUSED:
        return "Paused"
    if session.state is State.LEAD_IN:
        return "Get ready"
    segment = session.segment
    if segment.kind is SegmentKind.HOLD and segment.moving:
        return "Move"
    if segment.kind is SegmentKind.HOLD and session.eased:
        return "Hold, gently"
    return _PHASES[segment.kind]


def leg(segment: Segment) -> str:
    """Which leg works: "Right leg", or nothing before a stretch that uses both begins."""
    return _LEGS[segment.side] if segment.side else ""


def count(segment: Segment) -> str:
    """Which repetition this is: "Rep 2 of 6"."""
    return f"Rep {segment.rep} of {segment.reps}" if segment.rep else ""


def length(seconds: float) -> str:
    """A length in words: "40 s", "14 min 25 s"."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def closing_caption(status: str, active_s: float, held_s: float) -> str:
    """The sentence after the session: how long it was, and how much of it was held."""
    return f"{'Done' if status == 'completed' else 'Stopped early'}. {length(active_s)}, {length(held_s)} of it held."
