"""`stretch-timer figure`: one picture of a stretch, in a file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from stretch_timer.core.errors import ExplainedError
from stretch_timer.core.stretch import Side
from stretch_timer.figure.characters import Character, Skin
from stretch_timer.figure.outline_head import Hair
from stretch_timer.figure.palette import Theme
from stretch_timer.figure.picture import SUFFIXES, save
from stretch_timer.figure.pose_reading import read_figure
from stretch_timer.figure.scene import Scene
from stretch_timer.storage.library import Library

if TYPE_CHECKING:
    from stretch_timer.core.stretch import Stretch


@dataclass(frozen=True, slots=True)
class Wanted:
    """The picture that is asked for.

    Attributes:
        variant: One of the stretch's variants, or "".
        at: Phase of the movement, 0 start to 1 end.
        size: Width and height in pixels.
    """

    stretch: str
    out: Path
    variant: str = ""
    side: str = "right"
    at: float = 1.0
    theme: str = "light"
    size: tuple[int, int] = (640, 480)
    skin: str = "medium"
    hair: str = "bun"


def draw(wanted: Wanted) -> None:
    """Write the picture.

    Raises:
        ExplainedError: There is no such stretch, variant or picture, or not in such a file.
        OSError: The file cannot be written.
    """
    if wanted.out.suffix not in SUFFIXES:
        raise ExplainedError(f"{wanted.out}: the file's name must end in .svg or .png")
    stretch = _stretch(wanted)
    if stretch.figure is None:
        raise ExplainedError(f"{wanted.stretch} has no illustration")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a picture needs no screen
    scene = Scene(
        read_figure(stretch.figure, stretch.figure_base),
        theme=Theme(wanted.theme),
        character=Character(Skin(wanted.skin), Hair(wanted.hair)),
        side=Side(wanted.side),
    )
    save(scene, wanted.out, QSize(*wanted.size), wanted.at)


def _stretch(wanted: Wanted) -> Stretch:
    try:
        stretch = Library.here().stretch(wanted.stretch)
    except LookupError as error:
        raise ExplainedError(str(error)) from error
    if not wanted.variant:
        return stretch
    if wanted.variant not in stretch.variants:
        known = ", ".join(stretch.variants) or "none"
        raise ExplainedError(f"{wanted.stretch} has no variant '{wanted.variant}'; there are: {known}")
    return stretch.variants[wanted.variant]
