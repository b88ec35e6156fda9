from __future__ import annotations

from stretch_timer.core.cues import Cue, CueKind, Priority


def test_a_cue_ends_when_it_has_sounded() -> None:
    assert Cue(1.5, CueKind.VOICE, "Halfway.", 0.95, Priority.HALFWAY).ends_s == 2.45


def test_the_clock_comes_first_then_safety_then_what_to_do_then_the_rest() -> None:
    names = [priority.name for priority in sorted(Priority, reverse=True)]

    assert names == ["MARK", "SAFETY", "SWITCH", "NAME", "LINE", "NEXT", "HALFWAY"]
