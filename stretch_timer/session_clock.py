"""The clock both shells run a session on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from stretch_timer.core.sleep import SleepWatch

if TYPE_CHECKING:
    from collections.abc import Callable


class SessionClock:
    """Seconds of a session, which begin at 0 and may pass faster than the world's.

    Args:
        speed: How many session seconds pass in one second.
        awake: A clock that stops while the computer sleeps, in seconds.
        wall: The wall clock, in seconds.
    """

    def __init__(
        self, speed: float = 1.0, awake: Callable[[], float] = time.monotonic, wall: Callable[[], float] = time.time
    ) -> None:
        self.speed = speed
        self._awake, self._wall = awake, wall
        self._zero_s = awake()
        self._watch = SleepWatch(self._zero_s, wall())

    def now(self) -> float:
        """The session's time."""
        return self.real_s() * self.speed

    def real_s(self) -> float:
        """Seconds of the world since the session's time was 0."""
        return self._awake() - self._zero_s

    def slept(self) -> bool:
        """Whether the computer slept, or the program stood still, since this was last asked."""
        return self._watch.look(self._awake(), self._wall())
