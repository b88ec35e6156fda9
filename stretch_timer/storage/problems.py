"""What is wrong with a person's file, and where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stretch_timer.core.errors import ExplainedError

if TYPE_CHECKING:
    from collections.abc import Iterable


class Place(NamedTuple):
    """A position in a text; both count from 1."""

    line: int
    column: int


START = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, for the person who wrote the file."""

    path: Path
    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.place.line}:{self.place.column}: error: {self.message}"


class RoutineError(ExplainedError):
    """A routine or stretch file is not right. Shown as it stands: one line a problem.

    Attributes:
        problems: Everything found, each once; within a file from top to bottom.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(dict.fromkeys(problems), key=lambda problem: (str(problem.path), problem.place)))
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def at(cls, path: Path, message: str, place: Place = START) -> RoutineError:
        """An error of one problem; without a place the file as a whole is meant."""
        return cls([Problem(path, place, message)])
