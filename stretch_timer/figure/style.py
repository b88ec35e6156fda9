"""How a figure is dressed and drawn, whatever it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stretch_timer.figure.builds import GIRTHS, Build
from stretch_timer.figure.outline_head import Hair

if TYPE_CHECKING:
    from stretch_timer.figure.builds import Girth


@dataclass(frozen=True, slots=True)
class Style:
    """How a figure is dressed and drawn.

    Attributes:
        edged: A line round everything, for high contrast.
    """

    hair: Hair = Hair.BUN
    shoes: bool = False
    edged: bool = False
    build: Build = Build.SLIM

    @property
    def girth(self) -> Girth:
        """How broad the body is where."""
        return GIRTHS[self.build]
