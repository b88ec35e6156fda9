from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretch_timer.core.compiling import Wishes, compile_plan
from stretch_timer.core.plan import LeftOut, PlanError
from stretch_timer.core.routine import Routine
from stretch_timer.core.stretch import Side

if TYPE_CHECKING:
    from stretch_timer.core.plan import Plan
    from stretch_timer.core.stretch import Stretch

RoutineOf = Callable[..., Routine]


def in_minutes(made: Routine, minutes: float) -> tuple[dict[str, int], list[str]]:
    """Repetitions by stretch, and what was left out."""
    plan = compile_plan(made, Wishes(minutes=minutes))
    return {p.item.stretch.id.split("-")[0]: p.target for p in plan.items}, [one.stretch for one in plan.left_out]


def test_nothing_is_left_out_when_everything_fits(flagship: Routine) -> None:
    assert in_minutes(flagship, 14.5) == ({"standing": 4, "chair": 4, "band": 2, "wall": 6}, [])


def test_repetitions_go_from_the_longest_first(flagship: Routine) -> None:
    assert in_minutes(flagship, 14) == ({"standing": 4, "chair": 4, "band": 2, "wall": 5}, [])


def test_at_half_of_everything_nothing_is_left_out_yet(flagship: Routine) -> None:
    half_s = (8 + 2 * 22) + (20 + 2 * 43 + 12) + (25 + 2 * 38 + 12) + (30 + 3 * 45 + 2 * 10)

    assert in_minutes(flagship, half_s / 60 + 0.01) == ({"standing": 2, "chair": 2, "band": 1, "wall": 3}, [])


def test_then_the_stretch_with_the_least_stretching_for_its_time_goes(flagship: Routine) -> None:
    reps, left_out = in_minutes(flagship, 7)

    assert left_out == ["chair-hamstring-stretch"]
    assert reps == {"standing": 4, "band": 1, "wall": 3}


def test_no_more_stretches_go_than_must(flagship: Routine) -> None:
    a_second_less_than_half_s = 467

    assert set(in_minutes(flagship, a_second_less_than_half_s / 60)[0]) == {"standing", "band", "wall"}


def test_left_out_stretches_say_why(flagship: Routine) -> None:
    plan = compile_plan(flagship, Wishes(minutes=7))

    assert plan.left_out == (LeftOut("chair-hamstring-stretch", "minutes"),)


def test_the_shortest_stretch_done_once_is_the_least(flagship: Routine) -> None:
    once_s = 8 + 4 + 15 + 3

    assert in_minutes(flagship, once_s / 60)[0] == {"standing": 1}
    with pytest.raises(PlanError, match=r"the shortest, Standing hamstring stretch, done once, takes 0\.5 min$"):
        in_minutes(flagship, (once_s - 1) / 60)


def test_the_last_stretch_grows_back_as_far_as_it_fits(routine_of: RoutineOf, wall: Stretch) -> None:
    two_s = 30 + 2 * 45 + 10

    assert in_minutes(routine_of(wall), two_s / 60)[0] == {"wall": 2}
    assert in_minutes(routine_of(wall), (two_s - 1) / 60)[0] == {"wall": 1}


ROUTINES = st.from_type(Routine)
WISHES = st.from_type(Wishes)
MINUTES = st.integers(1, 240).map(lambda quarters: quarters / 4)


def fitted(made: Routine, wishes: Wishes, minutes: float) -> Plan | None:
    try:
        return compile_plan(made, replace(wishes, minutes=minutes))
    except PlanError:
        return None


@settings(deadline=None, max_examples=40)
@given(ROUTINES, WISHES, MINUTES)
def test_the_minutes_are_never_exceeded(made: Routine, wishes: Wishes, minutes: float) -> None:
    plan = fitted(made, wishes, minutes)

    assert plan is None or plan.total_s <= minutes * 60 + 1e-6


@settings(deadline=None, max_examples=40)
@given(ROUTINES, WISHES, MINUTES)
def test_no_leg_is_left_out_or_gets_less(made: Routine, wishes: Wishes, minutes: float) -> None:
    whole, plan = compile_plan(made, wishes), fitted(made, wishes, minutes)
    sides = [(p.item, list(p.reps)) for p in whole.items]

    for planned in plan.items if plan else ():
        assert (planned.item, list(planned.reps)) in sides
        assert len(set(planned.reps.values())) == 1
        assert planned.target >= 1
        if set(planned.reps) == {Side.LEFT, Side.RIGHT}:
            assert planned.reps[Side.LEFT] == planned.reps[Side.RIGHT]


@settings(deadline=None, max_examples=40)
@given(ROUTINES, WISHES)
def test_a_routine_that_fits_stays_whole(made: Routine, wishes: Wishes) -> None:
    whole = compile_plan(made, wishes)

    assert fitted(made, wishes, whole.total_s / 60 + 0.01) == whole
