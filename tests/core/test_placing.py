from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.core.cues import Priority, Tone
from stretch_timer.core.placing import place, tone, voice

if TYPE_CHECKING:
    from stretch_timer.core.placing import Wanted

LOW, HIGH = Priority.HALFWAY, Priority.SAFETY


def heard(
    *wanted: Wanted, length_s: float = 10.0, free_from_s: float = 0.0, spill_s: float = 0.0
) -> list[tuple[float, str]]:
    """When which text is heard."""
    return [(cue.at_s, cue.text) for cue in place(wanted, length_s, free_from_s=free_from_s, spill_s=spill_s)]


def test_what_has_room_is_heard_when_it_is_wanted_oldest_first() -> None:
    assert heard(voice("b", 5, 2, LOW), voice("a", 1, 2, LOW)) == [(1, "a"), (5, "b")]


def test_the_more_important_one_chooses_first() -> None:
    assert heard(voice("low", 1, 2, LOW), voice("high", 2, 2, HIGH)) == [(2, "high")]


def test_of_two_equals_the_first_one_chooses_first() -> None:
    assert heard(voice("first", 1, 2, LOW), voice("second", 1, 2, LOW)) == [(1, "first")]


def test_the_other_waits_if_it_can() -> None:
    assert heard(voice("low", 1, 2, LOW, slack_s=4), voice("high", 2, 2, HIGH)) == [(2, "high"), (4.3, "low")]


def test_it_does_not_wait_longer_than_it_can() -> None:
    assert heard(voice("low", 1, 2, LOW, slack_s=3.2), voice("high", 2, 2, HIGH)) == [(2, "high")]


def test_it_takes_the_first_gap_it_fits_into() -> None:
    placed = (voice("x", 0, 2, HIGH), voice("y", 4, 2, HIGH), voice("z", 8.7, 1, HIGH))

    assert heard(*placed, voice("1.4 s", 0, 1.4, LOW, slack_s=9)) == [(0, "x"), (2.3, "1.4 s"), (4, "y"), (8.7, "z")]
    assert heard(*placed, voice("1.5 s", 0, 1.5, LOW, slack_s=9)) == [(0, "x"), (4, "y"), (6.3, "1.5 s"), (8.7, "z")]


def test_a_sentence_ends_with_its_segment() -> None:
    assert heard(voice("fits", 8, 2, LOW)) == [(8, "fits")]
    assert heard(voice("too long", 8, 2.1, LOW)) == []


def test_a_sentence_may_go_on_into_what_can_wait() -> None:
    assert heard(voice("spills", 8, 3, LOW), spill_s=1) == [(8, "spills")]
    assert heard(voice("too long", 8, 3.1, LOW), spill_s=1) == []


def test_a_sentence_may_have_to_be_over_before_the_end() -> None:
    assert heard(voice("in time", 8, 1.7, LOW), spill_s=-0.3) == [(8, "in time")]
    assert heard(voice("late", 8, 1.8, LOW), spill_s=-0.3) == []


def test_nothing_begins_after_its_segment_even_if_it_may_go_on() -> None:
    assert heard(voice("up", 0, 0.5, LOW, slack_s=9), length_s=1, free_from_s=1.2, spill_s=1.5) == []


def test_a_tone_may_mark_the_very_end() -> None:
    assert heard(tone(Tone.END, 10)) == [(10, "end")]


def test_a_tone_waits_for_nothing() -> None:
    assert heard(tone(Tone.TICK, 2, LOW), voice("high", 1, 2, HIGH)) == [(1, "high")]


def test_two_tones_need_no_silence_between_them_but_a_sentence_does() -> None:
    end_of_tick_s = 1.08

    assert heard(tone(Tone.TICK, 1), tone(Tone.TICK, end_of_tick_s)) == [(1, "tick"), (end_of_tick_s, "tick")]
    assert heard(tone(Tone.TICK, 1), voice("a", end_of_tick_s, 1, LOW, slack_s=1)) == [(1, "tick"), (1.38, "a")]


def test_what_still_sounds_from_before_is_heard_out() -> None:
    assert heard(voice("a", 0, 2, LOW, slack_s=1), free_from_s=0.75) == [(0.75, "a")]
    assert heard(voice("a", 0, 2, LOW, slack_s=0.7), free_from_s=0.75) == []
