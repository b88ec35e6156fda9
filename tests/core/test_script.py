"""What is heard in the segments of a plan; `test_compiling_properties.py` has what holds for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.compiling import Wishes, compile_plan
from stretch_timer.core.plan import Profile, SegmentKind
from stretch_timer.core.routine import Routine
from stretch_timer.core.script import needed_seconds

if TYPE_CHECKING:
    from stretch_timer.core.plan import Plan
    from stretch_timer.core.stretch import Script, Stretch

RoutineOf = Callable[..., Routine]
SAFETY = "A mild pull is fine. Pain is not."


def heard(plan: Plan, index: int) -> list[tuple[float, str]]:
    return [(round(cue.at_s, 3), str(cue.text)) for cue in plan.segments[index].cues]


def texts(plan: Plan, kind: SegmentKind) -> list[list[str]]:
    return [[str(cue.text) for cue in s.cues] for s in plan.segments if s.kind is kind]


def with_dose(stretch: Stretch, **dose: object) -> Stretch:
    return replace(stretch, dose=replace(stretch.dose, **dose))  # type: ignore[arg-type]  # fields of a dose


def with_words(stretch: Stretch, **words: object) -> Stretch:
    say: Script = replace(stretch.say, **words)  # type: ignore[arg-type]  # fields of a script
    return replace(stretch, say=say)


def test_a_set_up_leaves_time_to_do_what_is_said(flagship_plan: Plan) -> None:
    assert heard(flagship_plan, 0) == [
        (0.0, "Standing hamstring stretch."),
        (3.81, "Feet hip-width apart, knees soft."),
    ]


def test_the_first_hold_says_what_a_stretch_may_feel_like(flagship_plan: Plan) -> None:
    assert heard(flagship_plan, 2) == [
        (0.0, "start"),
        (1.5, SAFETY),
        (4.55, "Reach only as far as is comfortable."),
        (12.0, "tick"),
        (13.0, "tick"),
        (14.0, "tick"),
        (15.0, "end"),
    ]


def test_it_is_said_once_a_session(flagship_plan: Plan, routine_of: RoutineOf, chair: Stretch) -> None:
    leg_by_leg = compile_plan(routine_of(chair, chair))

    for plan in (flagship_plan, leg_by_leg):
        assert sum(SAFETY in said for said in texts(plan, SegmentKind.HOLD)) == 1


def test_a_way_in_is_counted_out_around_what_is_said(flagship_plan: Plan) -> None:
    assert heard(flagship_plan, 1) == [(0.0, "Fold slowly forward from your hips."), (3.0, "tick")]


def test_without_a_rest_the_way_in_names_the_repetition(flagship_plan: Plan) -> None:
    assert heard(flagship_plan, 4) == [(0.0, "Two of four."), (2.0, "tick"), (3.0, "tick")]
    assert heard(flagship_plan, 10)[0] == (0.0, "Last one.")


def test_a_rest_names_the_repetition_just_before_it(flagship_plan: Plan) -> None:
    assert heard(flagship_plan, 65) == [(8.37, "Two of six.")]
    assert heard(flagship_plan, 66) == [(0.0, "tick"), (1.0, "tick"), (2.0, "tick")]


def test_a_long_hold_tells_how_long_it_still_is(flagship_plan: Plan) -> None:
    assert heard(flagship_plan, 63) == [
        (0.0, "start"),
        (1.5, "Keep your tailbone heavy on the mat."),
        (20.0, "Halfway."),
        (30.0, "Ten seconds."),
        (37.0, "tick"),
        (38.0, "tick"),
        (39.0, "tick"),
        (40.0, "end"),
    ]


@pytest.mark.parametrize(
    ("hold_s", "said"),
    [
        (7.9, []),
        (8, ["tick", "tick", "tick"]),
        (19.9, ["tick", "tick", "tick"]),
        (20, ["Halfway.", "tick", "tick", "tick"]),
        (29.9, ["Halfway.", "tick", "tick", "tick"]),
        (30, ["Halfway.", "Ten seconds.", "tick", "tick", "tick"]),
    ],
)
def test_the_shorter_the_hold_the_less_it_tells(
    routine_of: RoutineOf, band: Stretch, standing: Stretch, hold_s: float, said: list[str]
) -> None:
    plan = compile_plan(routine_of(standing, with_dose(band, hold_s=hold_s)))

    assert [str(cue.text) for cue in plan.segments[15].cues] == ["start", *said, "end"]


def test_the_last_hold_of_a_range_offers_more(flagship_plan: Plan) -> None:
    offer = "That makes six. Press R for up to two more, if it is easy."

    assert (20.0, offer) in heard(flagship_plan, 83)
    assert [segment for segment in texts(flagship_plan, SegmentKind.HOLD) if offer in segment] == [
        texts(flagship_plan, SegmentKind.HOLD)[-1]
    ]


def test_the_last_hold_tells_the_way_out_because_nothing_comes_after_it(flagship_plan: Plan) -> None:
    assert (28.0, "Afterwards, bend your knees and roll to one side.") in heard(flagship_plan, 83)
    assert heard(flagship_plan, 84) == [(2.0, "finish")]


def test_nothing_is_told_beforehand_where_there_is_nothing_to_tell(routine_of: RoutineOf, band: Stretch) -> None:
    plan = compile_plan(routine_of(band))

    assert not any(text.startswith("Afterwards") for text in plan.sentences)


def test_a_way_out_is_told_between_repetitions_and_at_the_end_of_a_leg(flagship_plan: Plan) -> None:
    assert heard(flagship_plan, 3) == [(0.75, "Lift your chest halfway.")]
    assert heard(flagship_plan, 12) == [(0.75, "Bend your knees and rise slowly.")]
    assert heard(flagship_plan, 28) == [(0.75, "Sit back up.")]


def test_the_next_stretch_is_named_where_there_is_room(flagship_plan: Plan) -> None:
    assert heard(flagship_plan, 60) == [(0.75, "Next: wall hamstring stretch.")]


def test_a_switch_has_its_own_tone_and_its_own_words(flagship_plan: Plan) -> None:
    assert heard(flagship_plan, 53) == [(0.0, "switch"), (1.1, "Right leg done. Switch to your left leg.")]


def test_a_hold_right_after_a_hold_ends_it(routine_of: RoutineOf, squat: Stretch) -> None:
    plan = compile_plan(routine_of(squat))

    assert texts(plan, SegmentKind.HOLD) == [["start"]] * 5 + [["start", "finish"]]


def test_a_hold_soon_after_a_hold_is_not_talked_into(routine_of: RoutineOf, standing: Stretch) -> None:
    plan = compile_plan(routine_of(with_words(with_dose(standing, move_in_s=0.4, move_out_s=0.3), move_in="Go.")))

    for said in texts(plan, SegmentKind.HOLD)[:-1]:
        assert said[0] == "start"
        assert said[-1] == "tick"


def test_a_sentence_that_ends_with_the_way_in_leaves_silence_before_the_start(
    routine_of: RoutineOf, standing: Stretch
) -> None:
    just_fits_s, too_short_s = 2.92, 2.91

    for move_in_s, said in ((just_fits_s, ["Fold slowly forward from your hips."]), (too_short_s, [])):
        plan = compile_plan(routine_of(with_dose(standing, move_in_s=move_in_s)))
        assert [str(cue.text) for cue in plan.segments[1].cues] == said
        assert heard(plan, 2)[0] == (0.0, "start")


def test_calm_says_what_to_do_and_counts_nothing(flagship: Routine) -> None:
    plan = compile_plan(flagship, Wishes(profile=Profile.CALM))

    assert "tick" not in {text for segment in plan.segments for _, text in [(c.at_s, c.text) for c in segment.cues]}
    assert not {"Halfway.", "Ten seconds.", "Next: wall hamstring stretch."} & set(plan.sentences)
    assert heard(plan, 2)[-2:] == [(4.55, "Reach only as far as is comfortable."), (15.0, "end")]
    assert heard(plan, 5) == [(0.0, "start"), (15.0, "end")]


def test_tones_mark_the_moments(flagship: Routine) -> None:
    plan = compile_plan(flagship, Wishes(profile=Profile.TONES))

    assert heard(plan, 0) == []
    assert heard(plan, 2) == [(0.0, "start"), (12.0, "tick"), (13.0, "tick"), (14.0, "tick"), (15.0, "end")]
    assert heard(plan, 29) == [(0.0, "switch")]


def test_silent_says_nothing(flagship: Routine) -> None:
    plan = compile_plan(flagship, Wishes(profile=Profile.SILENT))

    assert not any(segment.cues for segment in plan.segments)


def test_what_is_needed_is_every_sentence_with_a_pause_after_it() -> None:
    assert needed_seconds(("a", "b"), lambda _: 2.0) == 5.0
    assert needed_seconds(("a", "b"), lambda _: 2.0, 1.1) == 6.1
    assert needed_seconds((), lambda _: 2.0) == 0.0
