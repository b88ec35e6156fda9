"""How sentences are made and how long they take to say."""

from __future__ import annotations

from collections.abc import Callable

from stretch_timer.core.stretch import Side

SpeechLength = Callable[[str], float]
"""Seconds a text takes to say."""

BASE_S = 0.45
PER_CHARACTER_S = 0.062
PER_SENTENCE_S = 0.25

_TO_TWELVE = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def estimated_seconds(text: str) -> float:
    """Seconds *text* takes at 150 words a minute, on the long side; see `bench/speech_length.py`."""
    sentences = max(1, sum(text.count(mark) for mark in ".?!"))
    return round(BASE_S + PER_CHARACTER_S * len(text) + PER_SENTENCE_S * (sentences - 1), 2)


def number(count: int) -> str:
    """*count* in a word up to twelve, in digits above."""
    return _TO_TWELVE[count] if 0 <= count < len(_TO_TWELVE) else str(count)


def sided(text: str, side: Side | None) -> str:
    """*text* with `{side}` and `{other}` filled in; "both" where the legs work together."""
    side = side or Side.BOTH
    return text.replace("{side}", side).replace("{other}", side.other)


def sentence(text: str) -> str:
    """*text* with a capital at the front and a full stop at the end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".") if text else ""
