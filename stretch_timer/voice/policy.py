"""Which cue is heard when it is late or something else sounds. Nothing is ever queued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.core.cues import CueKind

if TYPE_CHECKING:
    from stretch_timer.core.cues import Cue

LATEST_S = {CueKind.TONE: 0.25, CueKind.VOICE: 1.0}
"""How late a cue may begin, in seconds. A tone marks a moment; a sentence about the next one still helps."""


def may_sound(cue: Cue, late_s: float, sounding: Cue | None) -> bool:
    """Whether *cue* is played.

    Args:
        cue: What is due.
        late_s: Seconds since it was due.
        sounding: The sentence that is heard at present.
    """
    if late_s > LATEST_S[cue.kind]:
        return False
    return cue.kind is CueKind.TONE or sounding is None or cue.priority > sounding.priority
