from __future__ import annotations

import pytest

from stretch_timer.core.cues import Cue, CueKind, Priority
from stretch_timer.voice.policy import may_sound


def cue(kind: CueKind, priority: Priority) -> Cue:
    return Cue(at_s=0, kind=kind, text="", seconds=1, priority=priority)


LINE = cue(CueKind.VOICE, Priority.LINE)
SWITCH = cue(CueKind.VOICE, Priority.SWITCH)
TICK = cue(CueKind.TONE, Priority.MARK)


@pytest.mark.parametrize(
    ("due", "late_s", "sounding", "heard"),
    [
        (LINE, 0.0, None, True),
        (LINE, 1.0, None, True),
        (LINE, 1.01, None, False),
        (TICK, 0.25, None, True),
        (TICK, 0.26, None, False),
        (SWITCH, 0.0, LINE, True),
        (LINE, 0.0, SWITCH, False),
        (LINE, 0.0, LINE, False),
        (SWITCH, 1.5, LINE, False),
        (TICK, 0.0, SWITCH, True),
    ],
)
def test_which_cue_is_heard(due: Cue, late_s: float, sounding: Cue | None, heard: object) -> None:
    assert may_sound(due, late_s, sounding) is heard
