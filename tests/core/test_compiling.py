from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.compiling import Wishes, compile_plan, may_do_more, with_one_more
from stretch_timer.core.plan import PlanError, SegmentKind
from stretch_timer.core.routine import First, Routine
from stretch_timer.core.stretch import RepRange, Side

if TYPE_CHECKING:
    from stretch_timer.core.plan import Plan
    from stretch_timer.core.stretch import Stretch

RoutineOf = Callable[..., Routine]
RIGHT, LEFT, BOTH = Side.RIGHT, Side.LEFT, Side.BOTH


def holds(plan: Plan) -> Counter[tuple[str, str | None, float]]:
    """How many holds of which stretch, leg and length."""
    return Counter((s.stretch.split("-")[0], s.side, s.seconds) for s in plan.segments if s.kind is SegmentKind.HOLD)


def first_leg(plan: Plan) -> Side | None:
    return next(s.side for s in plan.segments if s.kind is SegmentKind.HOLD)


def with_first(made: Routine, first: First) -> Routine:
    return replace(made, items=tuple(replace(item, first=first) for item in made.items))


def test_the_flagship_takes_865_seconds_and_22_holds(flagship_plan: Plan) -> None:
    assert flagship_plan.total_s == 865.0
    assert holds(flagship_plan) == {
        ("standing", "both", 15): 4,
        ("chair", "right", 15): 4,
        ("chair", "left", 15): 4,
        ("band", "right", 30): 2,
        ("band", "left", 30): 2,
        ("wall", "both", 40): 6,
    }


@pytest.mark.parametrize(("target", "reps"), [(5, 6), (6, 6), (7, 7), (8, 8), (9, 8)])
def test_the_target_of_a_range_stays_within_it(flagship: Routine, target: int, reps: int) -> None:
    plan = compile_plan(flagship, Wishes(targets={"wall-hamstring-stretch": target}))

    assert holds(plan)["wall", "both", 40] == reps


def test_one_leg_is_trained_alone_when_asked_for(flagship: Routine) -> None:
    assert holds(compile_plan(flagship, Wishes(sides=LEFT))) == {
        ("standing", "both", 15): 4,
        ("chair", "left", 15): 4,
        ("band", "left", 30): 2,
        ("wall", "both", 40): 6,
    }


def test_an_item_may_be_for_one_leg(routine_of: RoutineOf, chair: Stretch) -> None:
    made = routine_of(chair, chair)
    made = replace(made, items=(replace(made.items[0], sides=LEFT), made.items[1]))

    assert [list(planned.reps) for planned in compile_plan(made).items] == [[LEFT], [RIGHT, LEFT]]


@pytest.mark.parametrize(
    ("first", "stiffer", "leg"),
    [
        (First.RIGHT, LEFT, RIGHT),
        (First.LEFT, RIGHT, LEFT),
        (First.STIFFER, LEFT, LEFT),
        (First.STIFFER, RIGHT, RIGHT),
        (First.STIFFER, None, RIGHT),
    ],
)
def test_the_leg_that_begins(
    routine_of: RoutineOf, chair: Stretch, first: First, stiffer: Side | None, leg: Side
) -> None:
    plan = compile_plan(with_first(routine_of(chair), first), Wishes(stiffer=stiffer))

    assert first_leg(plan) is leg
    assert plan.segments[0].side is leg
    assert plan.sentences[0] == f"Chair hamstring stretch. {leg.capitalize()} leg first."


def test_items_that_are_alike_are_told_alike_and_others_are_not(routine_of: RoutineOf, chair: Stretch) -> None:
    made = routine_of(chair, chair, chair, chair, chair)
    left_first = replace(made.items[4], first=First.LEFT)
    plan = compile_plan(replace(made, items=(*made.items[:4], left_first)))
    begin = [plan.segments[index].side for index in plan.set_ups]

    assert begin == [RIGHT, RIGHT, RIGHT, RIGHT, LEFT]
    second, third, last = (plan.segments[index : index + 32] for index in (32, 64, 128))
    assert second == third
    assert second != last


def test_a_set_up_waits_for_what_is_said_before_it(routine_of: RoutineOf, standing: Stretch, chair: Stretch) -> None:
    plan = compile_plan(routine_of(standing, chair, chair, chair))

    assert [plan.segments[index].cues[0].at_s for index in plan.set_ups] == [0.0, 0.48, 0.24, 0.24]


def test_every_item_begins_with_its_set_up(flagship_plan: Plan) -> None:
    assert flagship_plan.set_ups == (0, 13, 45, 61)
    assert {flagship_plan.segments[index].kind for index in flagship_plan.set_ups} == {SegmentKind.SET_UP}


def test_a_session_is_made_to_fit_the_minutes(flagship: Routine) -> None:
    plan = compile_plan(flagship, Wishes(minutes=5))

    assert plan.total_s <= 300
    assert len(plan.items) + len(plan.left_out) == 4


def test_minutes_nothing_fits_into_are_refused(flagship: Routine) -> None:
    with pytest.raises(PlanError, match=r"^nothing of this routine fits into 0\.25 min: the shortest, Standing "):
        compile_plan(flagship, Wishes(minutes=0.25))


def test_one_more_of_both_legs_is_one_more_hold(flagship_plan: Plan) -> None:
    in_the_last_wall_hold = 83

    assert holds(with_one_more(flagship_plan, in_the_last_wall_hold))["wall", "both", 40] == 7


@pytest.mark.parametrize("at", [13, 15, 28], ids=["set-up", "first hold", "last way out"])
def test_one_more_on_the_first_leg_is_one_more_on_each(flagship_plan: Plan, at: int) -> None:
    longer = holds(with_one_more(flagship_plan, at))

    assert (longer["chair", "right", 15], longer["chair", "left", 15]) == (5, 5)


@pytest.mark.parametrize("at", [29, 31, 44], ids=["switch", "first hold", "last way out"])
def test_one_more_on_the_second_leg_comes_too_late_for_the_first(flagship_plan: Plan, at: int) -> None:
    longer = holds(with_one_more(flagship_plan, at))

    assert (longer["chair", "right", 15], longer["chair", "left", 15]) == (4, 5)


def test_one_more_of_legs_in_turn_is_one_more_on_each(routine_of: RoutineOf, roll: Stretch) -> None:
    plan = compile_plan(routine_of(roll))
    last_way_out = len(plan.segments) - 1

    assert holds(with_one_more(plan, last_way_out)) == {("lying", "right", 5): 5, ("lying", "left", 5): 5}


def test_a_range_ends_at_its_ceiling(flagship_plan: Plan) -> None:
    at_eight = with_one_more(with_one_more(flagship_plan, 83), 83)

    assert not may_do_more(at_eight.items[3], at_eight.segments[83])
    with pytest.raises(PlanError, match=r"^Wall hamstring stretch: 8 is the most for today$"):
        with_one_more(at_eight, 83)


def test_a_leg_that_is_at_its_ceiling_stays_there(routine_of: RoutineOf, chair: Stretch) -> None:
    plan = compile_plan(routine_of(replace(chair, dose=replace(chair.dose, repeat=RepRange(4, 6)))))
    on_the_left, on_the_right = 18, 2
    plan = with_one_more(with_one_more(plan, on_the_left), on_the_left)
    assert plan.items[0].reps == {RIGHT: 4, LEFT: 6}

    plan = with_one_more(plan, on_the_right)

    assert plan.items[0].reps == {RIGHT: 5, LEFT: 6}


def test_a_single_number_is_passed_freely_up_to_50(routine_of: RoutineOf, squat: Stretch) -> None:
    plan = compile_plan(routine_of(replace(squat, dose=replace(squat.dose, repeat=RepRange(48, 48)))))
    plan = with_one_more(with_one_more(plan, 2), 2)

    assert plan.items[0].target == 50
    assert not may_do_more(plan.items[0], plan.segments[2])


def test_one_more_keeps_what_was_left_out_and_how_much_is_heard(flagship: Routine) -> None:
    plan = compile_plan(flagship, Wishes(minutes=5))
    longer = with_one_more(plan, 1)

    assert (longer.left_out, longer.profile, longer.name) == (plan.left_out, plan.profile, "Test routine")
