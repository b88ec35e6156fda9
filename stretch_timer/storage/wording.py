"""Small words that error messages are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

KEBAB = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""What an id looks like."""
_LONGEST_QUOTE = 40


def is_kebab(text: str) -> bool:
    """Whether *text* can be an id."""
    return re.fullmatch(KEBAB, text) is not None


def quoted(text: str) -> str:
    """*text* in quotes, shortened, and harmless on a terminal; nothing reads "nothing"."""
    short = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
    return repr(short) if text else "nothing"


def either(words: Iterable[str]) -> str:
    """The words as a choice: `a, b or c`."""
    *firsts, last = words
    return f"{', '.join(firsts)} or {last}" if firsts else last


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the nearest known word, else `; known: x, y`, else nothing at all."""
    from difflib import get_close_matches  # noqa: PLC0415 - 8 ms that only a mistake should cost

    names = sorted(known)
    # Comparing takes time in proportion to the length, and nobody misspells a word into a page of text.
    near = get_close_matches(word[:_LONGEST_QUOTE], names, n=1)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; known: {', '.join(names)}" if names else ""
