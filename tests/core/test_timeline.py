from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.plan import PlannedItem, SegmentKind
from stretch_timer.core.routine import Item
from stretch_timer.core.speech import estimated_seconds
from stretch_timer.core.stretch import Dose, RepRange, Side
from stretch_timer.core.timeline import length_s, timeline

if TYPE_CHECKING:
    from stretch_timer.core.plan import Segment
    from stretch_timer.core.stretch import Stretch

SET_UP, HOLD, REST, SWITCH = SegmentKind.SET_UP, SegmentKind.HOLD, SegmentKind.REST, SegmentKind.SWITCH_SIDES
MOVE_IN, MOVE_OUT = SegmentKind.MOVE_IN, SegmentKind.MOVE_OUT
RIGHT, LEFT, BOTH = Side.RIGHT, Side.LEFT, Side.BOTH


def planned(stretch: Stretch, reps: int, *sides: Side, **dose: float) -> PlannedItem:
    return PlannedItem(Item(stretch, replace(stretch.dose, **dose)), dict.fromkeys(sides or (BOTH,), reps))  # type: ignore[arg-type]  # seconds


def segments(item: PlannedItem) -> list[Segment]:
    return [bare.segment for bare in timeline(item, estimated_seconds)]


def shape(item: PlannedItem) -> list[tuple[SegmentKind, float, Side | None, int | None]]:
    return [(s.kind, s.seconds, s.side, s.rep) for s in segments(item)]


def test_both_legs_at_once_are_a_set_up_and_the_repetitions(standing: Stretch) -> None:
    assert shape(planned(standing, 2)) == [
        (SET_UP, 8, None, None),
        (MOVE_IN, 4, BOTH, 1),
        (HOLD, 15, BOTH, 1),
        (MOVE_OUT, 3, BOTH, 1),
        (MOVE_IN, 4, BOTH, 2),
        (HOLD, 15, BOTH, 2),
        (MOVE_OUT, 3, BOTH, 2),
    ]


def test_leg_by_leg_rests_between_repetitions_and_switches_between_legs(chair: Stretch) -> None:
    kinds = [(kind, side, rep) for kind, _, side, rep in shape(planned(chair, 2, RIGHT, LEFT))]

    assert kinds == [
        (SET_UP, RIGHT, None),
        (MOVE_IN, RIGHT, 1),
        (HOLD, RIGHT, 1),
        (MOVE_OUT, RIGHT, 1),
        (REST, RIGHT, 2),
        (MOVE_IN, RIGHT, 2),
        (HOLD, RIGHT, 2),
        (MOVE_OUT, RIGHT, 2),
        (SWITCH, LEFT, None),
        (MOVE_IN, LEFT, 1),
        (HOLD, LEFT, 1),
        (MOVE_OUT, LEFT, 1),
        (REST, LEFT, 2),
        (MOVE_IN, LEFT, 2),
        (HOLD, LEFT, 2),
        (MOVE_OUT, LEFT, 2),
    ]


def test_in_turn_without_time_to_switch_just_rolls_over(roll: Stretch) -> None:
    holds = [(kind, side, rep) for kind, _, side, rep in shape(planned(roll, 2, RIGHT, LEFT)) if kind is HOLD]

    assert SWITCH not in {kind for kind, *_ in shape(planned(roll, 2, RIGHT, LEFT))}
    assert holds == [(HOLD, RIGHT, 1), (HOLD, LEFT, 1), (HOLD, RIGHT, 2), (HOLD, LEFT, 2)]


def test_in_turn_with_time_to_switch_switches_every_time(roll: Stretch) -> None:
    kinds = [(kind, side) for kind, _, side, _ in shape(planned(roll, 2, RIGHT, LEFT, switch_s=6))]

    assert [side for kind, side in kinds if kind is SWITCH] == [LEFT, RIGHT, LEFT]


def test_one_leg_of_those_that_take_turns_rests_instead(roll: Stretch) -> None:
    kinds = [kind for kind, *_ in shape(planned(roll, 2, LEFT, switch_s=6, rest_s=4, move_in_s=0, move_out_s=0))]

    assert kinds == [SET_UP, HOLD, REST, HOLD]


def test_in_turn_goes_on_where_one_leg_has_one_more(roll: Stretch) -> None:
    item = PlannedItem(Item(roll, roll.dose), {RIGHT: 1, LEFT: 2})

    assert [s.side for s in segments(item) if s.kind is HOLD] == [RIGHT, LEFT, LEFT]


def test_moving_repetitions_follow_each_other(squat: Stretch) -> None:
    made = segments(planned(squat, 3))

    assert [s.kind for s in made] == [SET_UP, HOLD, HOLD, HOLD]
    assert [s.moving for s in made] == [False, True, True, True]


def test_only_the_repetition_itself_moves(squat: Stretch) -> None:
    made = segments(planned(squat, 1, move_in_s=2, move_out_s=2))

    assert [(s.kind, s.moving) for s in made[1:]] == [(MOVE_IN, False), (HOLD, True), (MOVE_OUT, False)]


def test_a_set_up_grows_when_what_is_said_needs_longer(standing: Stretch) -> None:
    name_s, line_s, pauses_s, tone_before_s = 2.12, 2.5, 1.0, 0.75

    assert segments(planned(standing, 1, set_up_s=1))[0].seconds == pytest.approx(
        name_s + line_s + pauses_s + tone_before_s, abs=0.02
    )
    assert segments(planned(standing, 1, set_up_s=9))[0].seconds == 9


def test_a_switch_grows_when_what_is_said_needs_longer(chair: Stretch) -> None:
    told_s, line_s, pauses_s, tone_s = 3.18, 1.81, 1.5, 0.6

    switch = segments(planned(chair, 1, RIGHT, LEFT, switch_s=1))[4]
    assert switch.kind is SWITCH
    assert switch.seconds == pytest.approx(told_s + line_s + pauses_s + tone_s, abs=0.02)


def test_a_switch_right_after_a_hold_waits_for_the_tone_that_ends_it(chair: Stretch) -> None:
    at_once, later = (
        segments(planned(chair, 1, RIGHT, LEFT, switch_s=1, move_out_s=move_out_s)) for move_out_s in (0, 2)
    )
    assert at_once[3].kind is later[4].kind is SWITCH
    assert at_once[3].seconds - later[4].seconds == pytest.approx(0.75)


def test_a_slow_voice_makes_a_set_up_longer(standing: Stretch) -> None:
    first = next(timeline(planned(standing, 1), lambda _: 10.0))

    assert first.segment.seconds == 21.75


def test_a_sentence_may_go_on_into_a_segment_as_far_as_that_can_wait(chair: Stretch) -> None:
    spares = {b.segment.kind: b.spare_s for b in timeline(planned(chair, 2, RIGHT, LEFT), lambda _: 2.0)}

    assert spares == {SET_UP: 1.5, MOVE_IN: 0, HOLD: 0, MOVE_OUT: 0, REST: 0.5, SWITCH: 1.5}


def test_the_length_of_an_item_is_all_of_it(chair: Stretch, wall: Stretch) -> None:
    one_leg_s = 4 * (3 + 15 + 2) + 3 * 3

    assert length_s(planned(chair, 4, RIGHT, LEFT), estimated_seconds) == 20 + one_leg_s + 12 + one_leg_s
    assert length_s(planned(wall, 6), estimated_seconds) == 30 + 6 * (3 + 40 + 2) + 5 * 10


def test_captions_are_the_words_of_the_stretch(chair: Stretch) -> None:
    captions = [s.caption for s in segments(planned(chair, 2, RIGHT, LEFT))][:9]

    assert captions == [
        "Rest your right heel on the second chair.",
        "Lead with your chest.",
        "Relax your shoulders.",
        "Come out slowly.",
        "Rest.",
        "Lead with your chest.",
        "Relax your shoulders.",
        "Sit back up.",
        "Switch to your left leg.",
    ]


def test_captions_come_from_elsewhere_where_the_stretch_has_no_words(squat: Stretch) -> None:
    made = segments(planned(squat, 1, move_in_s=2, move_out_s=2))

    assert [s.caption for s in made] == ["Banded squat.", "Ease in slowly.", "Keep breathing.", "Come out slowly."]


def test_the_start_position_is_the_first_caption(standing: Stretch) -> None:
    made = segments(planned(replace(standing, start="standing tall"), 1))

    assert made[0].caption == "Standing tall."


def test_an_invented_dose_of_nothing_but_a_hold_is_one_segment(wall: Stretch) -> None:
    item = PlannedItem(Item(wall, Dose(5, RepRange(1, 1), set_up_s=60)), {BOTH: 1})

    assert shape(item) == [(SET_UP, 60, None, None), (HOLD, 5, BOTH, 1)]
