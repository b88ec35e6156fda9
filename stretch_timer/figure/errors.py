"""What is wrong with a figure, for the person who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stretch_timer.core.errors import ExplainedError

if TYPE_CHECKING:
    from collections.abc import Iterable

KeyPath = tuple[str | int, ...]
"""Keys and list positions from the figure down to a value, such as `("end", "leg.near", 1)`."""


class Problem(NamedTuple):
    """One thing that is wrong.

    Attributes:
        path: Where, in the figure that was read; the figure itself is empty.
        message: A sentence without a full stop.
    """

    path: KeyPath
    message: str

    def __str__(self) -> str:
        place = ": ".join(map(str, self.path))
        return f"{place}: {self.message}" if place else self.message


class FigureError(ExplainedError):
    """A figure is not right. Shown as it stands: one line a problem.

    Attributes:
        problems: Everything found, each once.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__("\n".join(map(str, self.problems)))
