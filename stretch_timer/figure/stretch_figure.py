"""The illustration of a stretch: read once, and asked for by stretch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.figure.errors import FigureError
from stretch_timer.figure.pose_reading import read_figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stretch_timer.core.stretch import Stretch
    from stretch_timer.figure.errors import KeyPath
    from stretch_timer.figure.pose import Figure


def figure_of(stretch: Stretch) -> Figure | None:
    """The illustration of *stretch*, or None where it has none or one that cannot be drawn; `check` tells why."""
    if stretch.figure is None:
        return None
    try:
        return read_figure(stretch.figure, stretch.figure_base, checked=False)
    except FigureError:
        return None


def problems_of(figure: Mapping[str, object], base: Mapping[str, object] | None) -> list[tuple[KeyPath, str]]:
    """What is wrong with an illustration as written: the way to each problem, and a sentence."""
    try:
        read_figure(figure, base)
    except FigureError as error:
        return [(path, message) for path, message in error.problems]
    return []
