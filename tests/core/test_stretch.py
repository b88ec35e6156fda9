from __future__ import annotations

import math
from dataclasses import FrozenInstanceError

import pytest

from stretch_timer.core.stretch import Dose, RepRange, Side

ONCE = RepRange(1, 1)


def test_the_other_leg_is_the_opposite_one() -> None:
    assert Side.LEFT.other is Side.RIGHT
    assert Side.RIGHT.other is Side.LEFT
    assert Side.BOTH.other is Side.BOTH


def test_a_range_reads_as_it_is_written() -> None:
    assert str(RepRange(6, 8)) == "6-8"
    assert str(RepRange(4, 4)) == "4"


@pytest.mark.parametrize(("fewest", "most"), [(0, 4), (-1, 1), (8, 6), (1, 51)])
def test_a_range_is_1_to_50_and_in_order(fewest: int, most: int) -> None:
    with pytest.raises(ValueError, match="repeat must be 1 to 50, such as 4 or 6-8, not "):
        RepRange(fewest, most)


@pytest.mark.parametrize("hold_s", [0.1, 600.0])
def test_a_hold_may_be_as_short_and_as_long_as_this(hold_s: float) -> None:
    assert Dose(hold_s, ONCE).hold_s == hold_s


@pytest.mark.parametrize(
    ("hold_s", "said"),
    [(0.0, "0 s"), (-40.0, "-40 s"), (600.5, "600.5 s"), (math.nan, "nan s"), (math.inf, "inf s")],
)
def test_a_hold_is_above_0_and_at_most_600_seconds(hold_s: float, said: str) -> None:
    with pytest.raises(ValueError, match=rf"^hold must be above 0 s, at most 600 s, not {said}$"):
        Dose(hold_s, ONCE)


def test_a_moving_dose_speaks_of_moves() -> None:
    with pytest.raises(ValueError, match=r"^move must be above 0 s"):
        Dose(0, ONCE, moving=True)


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("move_in_s", "move-in"),
        ("move_out_s", "move-out"),
        ("rest_s", "rest"),
        ("set_up_s", "set-up"),
        ("switch_s", "switch"),
    ],
)
@pytest.mark.parametrize(("seconds", "said"), [(-1.0, "-1 s"), (301.0, "301 s"), (math.nan, "nan s")])
def test_what_is_between_two_holds_lasts_0_to_300_seconds(field: str, key: str, seconds: float, said: str) -> None:
    with pytest.raises(ValueError, match=rf"^{key} must be 0 s to 300 s, not {said}$"):
        Dose(15, ONCE, **{field: seconds})  # type: ignore[arg-type]  # a field that holds seconds


def test_what_is_between_two_holds_may_be_nothing_or_five_minutes() -> None:
    assert Dose(15, ONCE, move_in_s=0, rest_s=300).rest_s == 300


def test_a_dose_cannot_be_made_wrong_later() -> None:
    with pytest.raises(FrozenInstanceError):
        Dose(15, ONCE).hold_s = -1  # type: ignore[misc]  # that is the point
