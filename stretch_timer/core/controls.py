"""What a person can do during a session, the same for every shell."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from stretch_timer.core.progress import State

if TYPE_CHECKING:
    from stretch_timer.core.events import Event
    from stretch_timer.core.session import Session

TWICE_S = 2.0
"""Seconds within which a second "again" means the repetition before."""


class Command(StrEnum):
    """A wish of the person's; each is one key and one button."""

    PAUSE_OR_RESUME = "pause"
    AGAIN = "again"
    """This repetition once more; twice in a row, the one before."""
    NEXT = "next"
    LONGER = "longer"
    ONE_MORE = "one-more"
    EASE_OFF = "ease-off"
    STOP = "stop"


class Controls:
    """A session as a person handles it: a wish that makes no sense now changes nothing.

    Times are seconds on the session's clock, except *pressed_s*: seconds on the person's.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self._again_s: float | None = None

    def obey(self, command: Command, now: float, pressed_s: float) -> list[Event]:
        """Catch up with *now*, then do as the person wishes if it makes sense."""
        happened = self.session.tick(now)
        name = self._name_of(command, pressed_s)
        if self.session.may(name):
            happened += getattr(self.session, name)(now)
        return happened

    def _name_of(self, command: Command, pressed_s: float) -> str:
        """The session's method for *command*."""
        if command is Command.PAUSE_OR_RESUME:
            return "resume" if self.session.state is State.PAUSED else "pause"
        if command is Command.AGAIN:
            twice = self._again_s is not None and pressed_s - self._again_s <= TWICE_S
            self._again_s = pressed_s
            return "back" if twice else "restart_rep"
        return {
            Command.NEXT: "next",
            Command.LONGER: "extend",
            Command.ONE_MORE: "one_more",
            Command.EASE_OFF: "ease_off",
            Command.STOP: "stop",
        }[command]
