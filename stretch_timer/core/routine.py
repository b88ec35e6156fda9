"""What a routine is: stretches in an order, each with its dose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from stretch_timer.core.stretch import Dose, Side, Stretch

if TYPE_CHECKING:
    from stretch_timer.core.stretch import RepRange


class Level(StrEnum):
    """How much a routine asks for."""

    GENTLE = "gentle"
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"


class First(StrEnum):
    """Which leg begins where the two take turns."""

    RIGHT = "right"
    LEFT = "left"
    STIFFER = "stiffer"


@dataclass(frozen=True, slots=True)
class Item:
    """One stretch of a routine.

    Attributes:
        stretch: The stretch with its variant already chosen.
        dose: The stretch's own dose with what the routine changes.
        variant: Name of the chosen variant, or "".
        sides: Both legs, or the only one to train; says nothing where the legs work together.
        first: The leg that begins.
    """

    stretch: Stretch
    dose: Dose
    variant: str = ""
    sides: Side = Side.BOTH
    first: First = First.RIGHT

    def with_repeat(self, repeat: RepRange) -> Item:
        """The same item done *repeat* times a side."""
        return replace(self, dose=replace(self.dose, repeat=repeat))


@dataclass(frozen=True, slots=True)
class Routine:
    """Stretches in the order they are done.

    Attributes:
        id: The file's name without `.yaml`.
        shipped: Whether it came with the program; one's own routines did not.
    """

    id: str
    name: str
    items: tuple[Item, ...]
    purpose: str = ""
    level: Level = Level.BEGINNER
    shipped: bool = False

    def __post_init__(self) -> None:
        if not self.items:
            raise ValueError("a routine needs at least one stretch")

    @property
    def equipment(self) -> tuple[str, ...]:
        """Everything its stretches need, each once, in the order it is first needed."""
        return tuple(dict.fromkeys(thing for item in self.items for thing in item.stretch.equipment))
