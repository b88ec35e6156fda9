"""Indices are those of the flagship: 1-12 four standing repetitions without rests, 13 the chair's set-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.positions import before_rep, changes_legs, start_of_rep

if TYPE_CHECKING:
    from stretch_timer.core.plan import Plan


@pytest.mark.parametrize(
    ("index", "start"),
    [(0, 0), (1, 1), (2, 1), (3, 1), (4, 4), (6, 4), (13, 13), (16, 14), (17, 17), (20, 18), (29, 29), (31, 30)],
)
def test_a_repetition_begins_with_its_way_in(flagship_plan: Plan, index: int, start: int) -> None:
    assert start_of_rep(flagship_plan, index) == start


@pytest.mark.parametrize(
    ("index", "before"),
    [
        pytest.param(0, 0, id="nothing is before the first set-up"),
        pytest.param(2, 0, id="before the first repetition, the set-up"),
        pytest.param(5, 1, id="before the second repetition, the first"),
        pytest.param(13, 0, id="before a set-up, the one of the stretch before"),
        pytest.param(45, 13, id="before the third set-up, the second"),
        pytest.param(17, 14, id="before a rest, the repetition it follows"),
        pytest.param(20, 14, id="a rest is not done again"),
        pytest.param(29, 26, id="before a switch, the last repetition of the first leg"),
        pytest.param(31, 29, id="before the other leg's first, the switch"),
    ],
)
def test_what_comes_before(flagship_plan: Plan, index: int, before: int) -> None:
    assert before_rep(flagship_plan, index) == before


def test_legs_change_within_a_stretch_only(flagship_plan: Plan) -> None:
    segments = flagship_plan.segments
    last_right, switch, last_left, next_set_up = segments[28], segments[29], segments[44], segments[45]

    assert changes_legs(last_right, switch)
    assert changes_legs(switch, last_right)
    assert not changes_legs(last_right, last_right)
    assert not changes_legs(last_left, next_set_up)
    assert not changes_legs(segments[0], segments[1])
