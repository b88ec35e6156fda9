"""Contact sheets: many pictures on one, each with a label outside it, for whoever wants to see everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from stretch_timer.core.stretch import Side
from stretch_timer.figure.motion import Frame
from stretch_timer.figure.pose import END, RELEASE, START
from stretch_timer.figure.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stretch_timer.figure.characters import Character
    from stretch_timer.figure.palette import Theme
    from stretch_timer.figure.pose import Figure

CELL_WIDTH, CELL_HEIGHT = 320, 240
GAP = 10
LABEL_HEIGHT = 24
LABEL_PIXELS = 13
FILM_FRAMES = 8


class Cell(NamedTuple):
    """One picture."""

    label: str
    scene: Scene
    frame: Frame


class Exhibit(NamedTuple):
    """A figure to show.

    Attributes:
        sided: Whether it has a left side.
    """

    title: str
    figure: Figure
    sided: bool


def key_cells(exhibit: Exhibit, theme: Theme, character: Character | None = None) -> list[Cell]:
    """Every key pose of a figure, on both sides if it has two."""
    figure = exhibit.figure
    frames = {START: Frame(START, END, 0.0)}
    frames |= {f"via-{i}": Frame(f"via-{i}", END, 0.0) for i in range(len(figure.via))}
    frames[END] = Frame(START, END, 1.0, glow=1.0)
    if figure.release is not None:
        frames[RELEASE] = Frame(RELEASE, END, 0.0)
    sides: tuple[Side, ...] = (Side.RIGHT, Side.LEFT) if exhibit.sided else (Side.BOTH,)
    cells = []
    for side in sides:
        scene = Scene(figure, theme=theme, character=character, side=side)
        where = "" if side is Side.BOTH else f", {side}"
        cells += [Cell(f"{exhibit.title}{where}: {name}", scene, frame) for name, frame in frames.items()]
    return cells


def film_cells(exhibit: Exhibit, theme: Theme) -> list[Cell]:
    """The movement from start to end in equal steps."""
    scene = Scene(exhibit.figure, theme=theme, side=Side.RIGHT)
    cells = []
    for i in range(FILM_FRAMES):
        e = i / (FILM_FRAMES - 1)
        label = exhibit.title if i == 0 else ""
        cells.append(Cell(label, scene, Frame(START, END, e, glow=max(0.0, 2.0 * e - 1.0))))
    return cells


def sheet(cells: Sequence[Cell], columns: int, colours: Mapping[str, str]) -> QImage:
    """All *cells*, left to right and top to bottom.

    Args:
        cells: What to show.
        columns: Pictures in a row.
        colours: `paper` and `ink` of the sheet, as #RRGGBB.
    """
    rows = -(-len(cells) // columns)
    step_x, step_y = CELL_WIDTH + GAP, CELL_HEIGHT + LABEL_HEIGHT + GAP
    image = QImage(columns * step_x + GAP, rows * step_y + GAP, QImage.Format.Format_RGB32)
    image.fill(QColor(colours["paper"]))
    painter = QPainter(image)
    try:
        for i, cell in enumerate(cells):
            at = QPoint(GAP + i % columns * step_x, GAP + i // columns * step_y)
            _label(painter, cell.label, at, colours["ink"])
            painter.drawImage(at + QPoint(0, LABEL_HEIGHT), picture(cell))
    finally:
        painter.end()
    return image


def picture(cell: Cell) -> QImage:
    """One cell without its label."""
    image = QImage(CELL_WIDTH, CELL_HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        cell.scene.paint(painter, CELL_WIDTH, CELL_HEIGHT, cell.frame)
    finally:
        painter.end()
    return image


def _label(painter: QPainter, text: str, at: QPoint, ink: str) -> None:
    font = QFont()
    font.setPixelSize(LABEL_PIXELS)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, CELL_WIDTH)
    painter.drawText(QRect(at.x(), at.y(), CELL_WIDTH, LABEL_HEIGHT), Qt.AlignmentFlag.AlignVCenter, shown)
