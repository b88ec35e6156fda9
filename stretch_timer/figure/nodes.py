"""A piece of a figure as it was written: it knows where it stands, and tells what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from stretch_timer.figure.errors import KeyPath, Problem
from stretch_timer.figure.proportions import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from stretch_timer.figure.proportions import Range

T = TypeVar("T")
Default = TypeVar("Default")

DEGREES = " degrees"
HEIGHTS = " % of the body's height"
_LONGEST_QUOTE = 40
_HUGE = 1e15
_SWITCHES = {True: "True, as YAML reads on, yes and true", False: "False, as YAML reads off, no and false"}


class KeyStep(str):
    """The last step of a path to a key with which something is wrong, and not with its value."""

    __slots__ = ()
    at_key = True


def quoted(value: object) -> str:
    """*value* as a message quotes it: short, and harmless on a terminal."""
    if isinstance(value, bool):
        return _SWITCHES[value]
    if isinstance(value, (int, float)):
        return f"{value:g}" if not abs(value) >= _HUGE else "a huge number"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "a list"
    shown = "nothing" if value is None or value == "" else repr(value)
    return shown if len(shown) <= _LONGEST_QUOTE else f"{shown[:_LONGEST_QUOTE]}…"


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the nearest known word, else all of them."""
    from difflib import get_close_matches  # noqa: PLC0415 - 8 ms that only a mistake should cost

    names = list(known)
    near = get_close_matches(word[:_LONGEST_QUOTE], names, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; known: {_listed(names)}"


def _listed(names: Collection[str]) -> str:
    """The words, without those that are another one with `.near` or `.far`."""
    return ", ".join(name for name in names if name.rpartition(".")[0] not in names)


def given(keys: Mapping[str, Node], key: str, read: Callable[[Node], T], default: Default) -> T | Default:
    """What *read* makes of *key* where it is given."""
    return read(keys[key]) if key in keys else default


@dataclass(frozen=True, slots=True)
class Node:
    """A value from a figure. Whoever asks it for what it is not gets something harmless, and a problem is noted.

    Attributes:
        path: Where it stands in the figure.
        problems: What is wrong with the whole figure; shared by all its nodes.
    """

    value: object
    path: KeyPath
    problems: list[Problem]

    def problem(self, message: str) -> None:
        """Note that something is wrong here."""
        self.problems.append(Problem(self.path, message))

    def key_problem(self, message: str) -> None:
        """Note that something is wrong with the key of this value."""
        *way, key = self.path
        self.problems.append(Problem((*way, KeyStep(key)), message))

    def child(self, key: str | int, value: object) -> Node:
        """A value inside this one."""
        return Node(value, (*self.path, key), self.problems)

    def mapping(self, what: str, known: Collection[str], needed: Iterable[str] = ()) -> dict[str, Node]:
        """Its values by key; *known* are the keys that *what* can have, *needed* those it must have."""
        if not isinstance(self.value, Mapping):
            self.problem(f"{what} must be a mapping, not {quoted(self.value)}")
            return {}
        entries = {str(key): self.child(str(key), value) for key, value in self.value.items()}
        for key, node in entries.items():
            if key not in known:
                node.key_problem(f"unknown key {quoted(key)}{suggestion(key, known)}")
        for key in needed:
            if key not in entries:
                self.problem(f"{what} needs {key!r}")
        return {key: node for key, node in entries.items() if key in known}

    def items(self, what: str) -> list[Node]:
        """The values of a list."""
        if not isinstance(self.value, Sequence) or isinstance(self.value, str):
            self.problem(f"{what} must be a list, not {quoted(self.value)}")
            return []
        return [self.child(i, value) for i, value in enumerate(self.value)]

    def row(self, what: str, names: Sequence[str], least: int = 0) -> list[Node]:
        """A list with one value for each of *names*; from the end, some may be missing down to *least*."""
        shown = f"[{', '.join(names)}]"
        if not isinstance(self.value, Sequence) or isinstance(self.value, str):
            self.problem(f"{what} must be a list, not {quoted(self.value)}: {shown}")
            return []
        items = self.items(what)
        if least <= len(items) <= len(names):
            return items
        values = "1 value" if len(items) == 1 else f"{len(items)} values"
        self.problem(f"{what} must be {shown}, not {values}")
        return []

    def number(self, what: str, allowed: Range, unit: str = "") -> float:
        """A number in the *allowed* range."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.problem(f"{what} must be a number, not {quoted(value)}")
        elif value not in allowed:
            self.problem(f"{what} must be {allowed}{unit}, not {quoted(value)}")
        else:
            return float(value)
        return 0.0

    def height(self, what: str, allowed: Range) -> float:
        """A number, or a height that has a name."""
        if isinstance(self.value, str):
            if self.value not in LEVELS:
                self.problem(f"{what} must be a number or one of {', '.join(LEVELS)}, not {quoted(self.value)}")
            return LEVELS.get(self.value, 0.0)
        return self.number(what, allowed, HEIGHTS)

    def word(self, what: str, known: Mapping[str, T]) -> T:
        """What one of the *known* words stands for."""
        return self.choice(what, self.value, known)

    def choice(self, what: str, word: object, known: Mapping[str, T]) -> T:
        """As `word`, for a *word* that is part of this text."""
        if isinstance(word, str) and word in known:
            return known[word]
        if isinstance(word, str) and word:
            self.problem(f"unknown {what} {quoted(word)}{suggestion(word, known)}")
        else:
            self.problem(f"{what} must be one of {_listed(known)}, not {quoted(word)}")
        return next(iter(known.values()))

    def text(self, what: str) -> str:
        """A text."""
        if isinstance(self.value, str):
            return self.value
        self.problem(f"{what} must be a text, not {quoted(self.value)}")
        return ""

    def flag(self, what: str) -> bool:
        """True or false."""
        if isinstance(self.value, bool):
            return self.value
        self.problem(f"{what} must be true or false, not {quoted(self.value)}")
        return False
