from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core import wording
from stretch_timer.core.plan import PlannedItem, Segment, SegmentKind
from stretch_timer.core.routine import Item
from stretch_timer.core.stretch import Side

if TYPE_CHECKING:
    from stretch_timer.core.stretch import Stretch


def planned(stretch: Stretch, reps: int, *sides: Side) -> PlannedItem:
    return PlannedItem(Item(stretch, stretch.dose), dict.fromkeys(sides or (Side.BOTH,), reps))


def hold(rep: int, reps: int, side: Side = Side.BOTH) -> Segment:
    return Segment(SegmentKind.HOLD, 40.0, "any", side, rep, reps)


def test_a_set_up_names_the_stretch_and_says_how(wall: Stretch) -> None:
    assert wording.set_up_sentences(planned(wall, 6), None) == (
        "Wall hamstring stretch.",
        "Sit sideways to the wall and swing your legs up.",
        "Bring your hips close.",
    )


def test_a_set_up_names_the_leg_that_begins(chair: Stretch) -> None:
    said = wording.set_up_sentences(planned(chair, 4, Side.LEFT, Side.RIGHT), Side.LEFT)

    assert said == (
        "Chair hamstring stretch. Left leg first.",
        "Rest your left heel on the second chair.",
        "Keep your right foot flat on the floor.",
    )


def test_a_set_up_names_the_only_leg(chair: Stretch) -> None:
    assert (
        wording.set_up_sentences(planned(chair, 4, Side.RIGHT), Side.RIGHT)[0]
        == "Chair hamstring stretch. Right leg only."
    )


def test_a_set_up_names_no_leg_where_they_take_turns_quickly(roll: Stretch) -> None:
    said = wording.set_up_sentences(planned(roll, 4, Side.RIGHT, Side.LEFT), Side.RIGHT)

    assert said[0] == "Lying trunk rotation."


def test_a_switch_says_which_leg_is_done_and_which_comes(chair: Stretch) -> None:
    assert wording.switch_sentences(planned(chair, 4, Side.RIGHT, Side.LEFT), Side.LEFT) == (
        "Right leg done. Switch to your left leg.",
        "Put your left heel up.",
    )


def test_a_leg_that_has_another_turn_is_not_done(roll: Stretch) -> None:
    assert wording.switch_sentences(planned(roll, 4, Side.RIGHT, Side.LEFT), Side.LEFT) == ("Switch to your left leg.",)


@pytest.mark.parametrize(
    ("rep", "reps", "said"), [(2, 4, "Two of four."), (4, 4, "Last one."), (12, 50, "Twelve of 50.")]
)
def test_repetitions_are_counted_up_to_the_last(wall: Stretch, rep: int, reps: int, said: str) -> None:
    assert wording.rep_name(hold(rep, reps), planned(wall, reps)) == said


def test_repetitions_of_two_legs_name_the_leg(chair: Stretch) -> None:
    both = planned(chair, 4, Side.RIGHT, Side.LEFT)

    assert wording.rep_name(hold(2, 4, Side.RIGHT), both) == "Right leg, two of four."
    assert wording.rep_name(hold(4, 4, Side.LEFT), both) == "Left leg, last one."


def test_repetitions_of_an_only_leg_need_no_name(chair: Stretch) -> None:
    assert wording.rep_name(hold(2, 4, Side.LEFT), planned(chair, 4, Side.LEFT)) == "Two of four."


def test_the_lines_of_a_hold_take_turns(standing: Stretch) -> None:
    said = [wording.hold_line(hold(rep, 3), planned(standing, 3)) for rep in (1, 2, 3)]

    assert said == [
        "Reach only as far as is comfortable.",
        "Let your arms hang heavy.",
        "Reach only as far as is comfortable.",
    ]


def test_a_hold_without_lines_says_nothing(band: Stretch) -> None:
    assert wording.hold_line(hold(1, 2), planned(band, 2)) == ""


def test_the_last_way_out_is_told_beforehand(wall: Stretch) -> None:
    assert wording.closing_line(hold(6, 6), planned(wall, 6)) == "Afterwards, bend your knees and roll to one side."


def test_the_next_stretch_is_named() -> None:
    assert wording.next_line("Wall hamstring stretch") == "Next: wall hamstring stretch."
    assert wording.next_line("IT band stretch") == "Next: IT band stretch."


@pytest.mark.parametrize(
    ("rep", "reps", "said"),
    [
        (5, 6, ""),
        (6, 6, "That makes six. Press R for up to two more, if it is easy."),
        (7, 7, "That makes seven. Press R for one more, if it is easy."),
        (8, 8, ""),
        (3, 3, ""),
    ],
    ids=["not the last", "two to go", "one to go", "the ceiling", "cut to fit the minutes"],
)
def test_more_is_offered_in_the_last_hold_of_a_range_that_is_complete(
    wall: Stretch, rep: int, reps: int, said: str
) -> None:
    assert wording.offer_of_more(hold(rep, reps), planned(wall, reps)) == said


@pytest.mark.parametrize("reps", [2, 4, 5])
def test_more_than_a_single_number_is_never_offered(chair: Stretch, reps: int) -> None:
    assert wording.offer_of_more(hold(reps, reps), planned(chair, reps)) == ""


def test_a_text_that_ends_a_stretch_names_the_leg(chair: Stretch) -> None:
    sided = replace(chair, say=replace(chair.say, finish="lower your {side} leg"))

    assert wording.finish_line(hold(4, 4, Side.LEFT), planned(sided, 4, Side.LEFT)) == "Lower your left leg."
