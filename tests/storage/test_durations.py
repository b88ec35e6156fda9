from __future__ import annotations

import math
import re

import pytest

from stretch_timer.core.stretch import RepRange
from stretch_timer.storage.durations import DURATION, REPETITIONS, repetitions, seconds

WRITTEN = [
    ("40", 40),
    ("40 s", 40),
    ("40s", 40),
    ("2.5 s", 2.5),
    (".5", 0.5),
    ("7.", 7),
    ("1 min", 60),
    ("1.5 min", 90),
    ("1 min 30 s", 90),
    ("1min30s", 90),
    ("1:30", 90),
    ("0:40", 40),
    ("1:30.5", 90.5),
    ("2:05", 125),
    ("040", 40),
]


@pytest.mark.parametrize(("text", "length_s"), WRITTEN)
def test_lengths_of_time(text: str, length_s: float) -> None:
    assert seconds(text) == length_s
    assert re.search(DURATION, text)


@pytest.mark.parametrize(("text", "length_s"), [("-40 s", -40), ("+40", 40), ("-1:30", -90)])
def test_a_sign_is_understood_so_that_the_limits_can_refuse_it(text: str, length_s: float) -> None:
    assert seconds(text) == length_s


@pytest.mark.parametrize(("text", "length_s"), [(".inf", math.inf), ("-.Inf", -math.inf)])
def test_endless_is_understood_so_that_the_limits_can_refuse_it(text: str, length_s: float) -> None:
    assert seconds(text) == length_s
    assert math.isnan(seconds(".NaN"))


@pytest.mark.parametrize(
    "text", ["", "yes", "forty", "40 m", "1:60", "1:2:3", "1 h", "s", "min", "1e3", "0x28", "1_0", "4 0", "nan", "٤٠"]
)
def test_anything_else_is_no_length_of_time(text: str) -> None:
    with pytest.raises(ValueError, match=r"must be seconds, such as 40, 40 s, 1 min or 1:30, not "):
        seconds(text)
    assert not re.search(DURATION, text)


@pytest.mark.parametrize(
    ("text", "expected"), [("4", RepRange(4, 4)), ("6-8", RepRange(6, 8)), ("6 - 8", RepRange(6, 8))]
)
def test_repetitions(text: str, expected: RepRange) -> None:
    assert repetitions(text) == expected
    assert re.search(REPETITIONS, text)


@pytest.mark.parametrize("text", ["0", "51", "8-6", "-1", "4.5", "", "many", "1-2-3", "9" * 5000])
def test_anything_else_is_no_number_of_repetitions(text: str) -> None:
    with pytest.raises(ValueError, match=r"^repeat must be 1 to 50, such as 4 or 6-8, not "):
        repetitions(text)
