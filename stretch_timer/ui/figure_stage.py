"""The illustration in a session: it moves as the session's segments do, and never by a clock of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretch_timer.core.plan import SegmentKind
from stretch_timer.core.progress import State
from stretch_timer.core.stretch import Side
from stretch_timer.figure.motion import Frame, frame
from stretch_timer.figure.palette import Theme
from stretch_timer.figure.scene import Scene
from stretch_timer.figure.stretch_figure import figure_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stretch_timer.core.session import Session
    from stretch_timer.figure.characters import Character
    from stretch_timer.figure.pose import Figure

MOVING_MS, STILL_MS = 33, 100
"""Milliseconds between two looks: while the figure moves, and while it breathes at most."""
BREATHING_S = 0.16
"""Seconds between two pictures of a figure that only breathes: slow movements need few, six a second."""
Shown = tuple[int, Side, Frame]
"""The item's number, the side and the frame of what is shown."""
MOVING = frozenset({SegmentKind.MOVE_IN, SegmentKind.MOVE_OUT, SegmentKind.SWITCH_SIDES})


class FigureStage(QWidget):
    """Paints the figure of the current stretch. Where there is none, it stays empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(240, 180))
        self.theme = Theme.LIGHT
        self.character: Character | None = None
        self.reduced = False
        self._figures: dict[int, Figure | None] = {}
        self._scenes: dict[tuple[int, Side], Scene] = {}
        self._session: Session | None = None
        self._shown: Shown | None = None

    def show_session(self, session: Session) -> None:
        """Begin to show *session*; what was shown before is forgotten."""
        self._session = session
        self._figures.clear()
        self._scenes.clear()
        self._shown = None

    def pace_ms(self) -> int:
        """How often one should look at the session so that the figure moves smoothly, in milliseconds."""
        session = self._session
        if session is None or session.state is not State.RUNNING or not self._is_seen():
            return STILL_MS
        return MOVING_MS if self._moves(session) else STILL_MS

    def _moves(self, session: Session) -> bool:
        """Whether the figure does more than breathe in this segment."""
        segment, figure = session.segment, self._figure(session.item)
        return segment.kind in MOVING or segment.moving or (figure is not None and figure.cycle_s > 0)

    def look(self, now: float) -> None:
        """Show the session as it is at *now*, if that looks any different."""
        if self._session is None or not self._is_seen() or self._session.state is State.PAUSED:
            return
        shown = self._what_to_show(self._session, now)
        if shown != self._shown:
            before, self._shown = self._shown, shown
            self.setAccessibleName(self._words())
            self._repaint(before)

    def _repaint(self, before: Shown | None) -> None:
        """Ask for what changed since *before* to be painted: mostly where the figure moves, and no more."""
        shown = self._shown
        if shown is None or before is None or before[:2] != shown[:2] or before[2].turn or shown[2].turn:
            self.update()
            return
        scene = self._scene(*shown[:2])
        if scene is not None:
            self.update(scene.reach(self.width(), self.height()))

    def _is_seen(self) -> bool:
        return self.isVisible() and not self.window().isMinimized()

    def _what_to_show(self, session: Session, now: float) -> Shown | None:
        item, segment = session.item, session.segment
        figure = self._figure(item)
        if figure is None:
            return None
        elapsed_s = session.elapsed_s(now)
        if not self._moves(session):
            elapsed_s = elapsed_s // BREATHING_S * BREATHING_S
        shown = frame(
            figure,
            segment.kind,
            min(1.0, elapsed_s / segment.seconds),
            elapsed_s,
            first=segment.rep in (None, 1),
            last=segment.rep == segment.reps,
            moving=segment.moving,
            reduced=self.reduced,
        )
        side = Side.LEFT if segment.side is Side.LEFT else Side.RIGHT
        return item, side, shown

    def _figure(self, item: int) -> Figure | None:
        if item not in self._figures and self._session is not None:
            self._figures[item] = figure_of(self._session.plan.items[item].item.stretch)
        return self._figures.get(item)

    def _scene(self, item: int, side: Side) -> Scene | None:
        figure = self._figure(item)
        if figure is None:
            return None
        if (item, side) not in self._scenes:
            scene = Scene(figure, theme=self.theme, character=self.character, side=side)
            self._scenes[item, side] = scene
        return self._scenes[item, side]

    def _words(self) -> str:
        """The pose in words, for whoever cannot see it."""
        if self._shown is None:
            return ""
        item, side, shown = self._shown
        figure = self._figure(item)
        if figure is None:
            return ""
        text = figure.pose(shown.b if shown.e > 0.5 else shown.a).text  # noqa: PLR2004  # the nearer of the two
        return text.replace("{side}", side).replace("{other}", side.other)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame that is shown."""
        del event
        if self._shown is None:
            return
        item, side, shown = self._shown
        scene = self._scene(item, side)
        if scene is None:
            return
        painter = QPainter(self)
        try:
            scene.paint(painter, self.width(), self.height(), shown)
        finally:
            painter.end()
