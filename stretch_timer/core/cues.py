"""What is said when, and which cue gives way to which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class CueKind(StrEnum):
    """A sentence, or a short sound that marks a moment."""

    VOICE = "voice"
    TONE = "tone"


class Tone(StrEnum):
    """The tones, by name. They differ without words: start and end of a hold, a second, a switch, the finish."""

    START = "start"
    END = "end"
    TICK = "tick"
    SWITCH = "switch"
    FINISH = "finish"


class Priority(IntEnum):
    """Which of two cues stays when both cannot; the higher one."""

    HALFWAY = 10
    NEXT = 20
    LINE = 30
    NAME = 40
    SWITCH = 50
    SAFETY = 60
    MARK = 70
    """The tones that mark the beginning and the end of a hold: they are the clock."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One sound.

    Attributes:
        at_s: Seconds from the start of its segment.
        kind: A sentence or a tone.
        text: The words, or the tone's name.
        seconds: How long it sounds; estimated for a sentence that is not rendered yet.
    """

    at_s: float
    kind: CueKind
    text: str
    seconds: float
    priority: Priority

    @property
    def ends_s(self) -> float:
        """Seconds from the start of its segment to its last sound."""
        return self.at_s + self.seconds
