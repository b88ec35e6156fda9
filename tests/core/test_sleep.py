from __future__ import annotations

import pytest

from stretch_timer.core.sleep import SleepWatch


@pytest.mark.parametrize(
    ("awake_s", "wall_s", "slept"),
    [
        (0.1, 0.1, False),
        (1.0, 3.0, False),  # a corrected clock
        (1.0, 3.1, True),
        (0.0, 28_800.0, True),  # a night
        (1.0, -3600.0, False),  # set back an hour
        (10.0, 10.0, False),
        (10.1, 10.1, True),  # the program itself stood still
    ],
)
def test_a_sleep_is_told_from_a_look_that_came_late(awake_s: float, wall_s: float, *, slept: bool) -> None:
    watch = SleepWatch(100.0, 5000.0)

    assert watch.look(100.0 + awake_s, 5000.0 + wall_s) is slept


def test_one_sleep_is_told_once() -> None:
    watch = SleepWatch(0.0, 0.0)

    assert [watch.look(1.0, 61.0), watch.look(2.0, 62.0)] == [True, False]
