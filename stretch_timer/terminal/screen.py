"""The session drawn in a terminal: live where there is one, line by line where output goes to a file."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Self

from rich.console import Group
from rich.live import Live
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.text import Text

from stretch_timer.core import captions
from stretch_timer.core.captions import Captions

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from stretch_timer.core.events import Event
    from stretch_timer.core.session import Session

KEYS = "Space pause   ← again   → next   ↑ 10 s more   R one more   E ease off   Esc end"
ASK = "End this session? What you have done is kept. [Y] save and finish   [Space] keep going"


class LiveScreen:
    """One panel that is drawn again and again: leg, repetition, seconds, caption and how far it is."""

    def __init__(self, session: Session, console: Console) -> None:
        self._session = session
        self._captions = Captions()
        self._live = Live(console=console, auto_refresh=False, transient=False)
        self.asking = False

    def __enter__(self) -> Self:
        self._live.__enter__()
        return self

    def __exit__(self, *exc: object) -> None:
        self._live.__exit__(None, None, None)

    def happened(self, event: Event) -> None:
        """Take note of *event* for the next drawing."""
        self._captions.happened(event)

    def say(self, sentence: str) -> None:
        """Show *sentence* until something else is said."""
        self._captions.text = sentence

    def draw(self, now: float) -> None:
        """Draw the session as it is at *now*."""
        self._live.update(self._panel(now), refresh=True)

    def _panel(self, now: float) -> RenderableType:
        session, segment = self._session, self._session.segment
        name = session.plan.items[session.item].item.stretch.name
        where = "   ".join(filter(None, (captions.leg(segment), captions.count(segment))))
        left_s, total_s = session.total_remaining_s(now), session.plan.total_s
        seconds = f"{captions.phase(session)}   {math.ceil(session.remaining_s(now))}"
        words = ASK if self.asking else self._captions.text
        return Panel(
            Group(
                Text(where or " ", style="bold cyan"),
                Text(seconds, style="bold"),
                Text(words),
                ProgressBar(total=total_s, completed=max(0.0, total_s - left_s)),
                Text(f"{captions.length(left_s)} left", style="dim"),
                Text(KEYS, style="dim"),
            ),
            title=f"{name} · {session.item + 1} of {len(session.plan.items)}",
            subtitle=captions.NOTICE,
        )


class PlainScreen:
    """One line for each new caption: what a screen reader, a pipe or a log can follow."""

    def __init__(self, session: Session, console: Console) -> None:
        self._session = session
        self._console = console
        self._captions = Captions()
        self.asking = False

    def __enter__(self) -> Self:
        self._console.print(captions.NOTICE, captions.CAUTION)
        return self

    def __exit__(self, *exc: object) -> None:
        pass

    def happened(self, event: Event) -> None:
        """Print the caption if *event* changed it."""
        before = self._captions.text
        self._captions.happened(event)
        if self._captions.text != before:
            self.say(self._captions.text)

    def say(self, sentence: str) -> None:
        """Print *sentence* with the leg and the repetition it belongs to."""
        segment = self._session.segment
        where = ", ".join(filter(None, (captions.phase(self._session), captions.leg(segment), captions.count(segment))))
        self._console.print(f"{where}: {sentence}", markup=False, highlight=False)

    def draw(self, now: float) -> None:
        """Nothing: lines are printed once."""


def screen_for(session: Session, console: Console) -> LiveScreen | PlainScreen:
    """A live panel on a terminal, lines anywhere else."""
    return LiveScreen(session, console) if console.is_terminal else PlainScreen(session, console)
