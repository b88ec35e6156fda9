from __future__ import annotations

import pytest

from stretch_timer.core.speech import estimated_seconds, number, sentence, sided
from stretch_timer.core.stretch import Side


@pytest.mark.parametrize(
    ("text", "seconds"), [("", 0.45), ("Halfway.", 0.95), ("A mild pull is fine. Pain is not.", 2.75)]
)
def test_a_text_takes_longer_the_longer_it_is(text: str, seconds: float) -> None:
    assert estimated_seconds(text) == seconds


def test_every_sentence_takes_a_breath() -> None:
    assert estimated_seconds("Aaa. Bbb.") - estimated_seconds("Aaa, bbb.") == pytest.approx(0.25)


@pytest.mark.parametrize(("count", "word"), [(0, "zero"), (2, "two"), (12, "twelve"), (13, "13"), (-1, "-1")])
def test_small_numbers_are_words(count: int, word: str) -> None:
    assert number(count) == word


@pytest.mark.parametrize(
    ("side", "text"),
    [
        (Side.LEFT, "your left heel, your right foot"),
        (Side.RIGHT, "your right heel, your left foot"),
        (Side.BOTH, "your both heel, your both foot"),
        (None, "your both heel, your both foot"),
    ],
)
def test_a_text_names_the_leg(side: Side | None, text: str) -> None:
    assert sided("your {side} heel, your {other} foot", side) == text


def test_other_braces_stay_as_they_are() -> None:
    assert sided("{sides} {} {", Side.LEFT) == "{sides} {} {"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" left leg, two of four ", "Left leg, two of four."),
        ("Breathe!", "Breathe!"),
        ("Ready?", "Ready?"),
        ("Done.", "Done."),
        ("  ", ""),
    ],
)
def test_a_sentence_has_a_capital_and_a_full_stop(text: str, said: str) -> None:
    assert sentence(text) == said
