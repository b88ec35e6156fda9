"""Whether the computer slept, or the program stood still, between two looks at the clocks."""

from __future__ import annotations

ASLEEP_S = 2.0
"""Seconds the wall clock may run ahead of the clock that stops during sleep; more is a sleep."""
STALLED_S = 10.0
"""Seconds between two looks after which nobody can have been guided."""


class SleepWatch:
    """Compares a clock that stops while the computer sleeps with the wall clock.

    Reads no clock. A wall clock that is set back or corrected by less than `ASLEEP_S` is no sleep.
    """

    def __init__(self, awake_s: float, wall_s: float) -> None:
        self._awake_s = awake_s
        self._wall_s = wall_s

    def look(self, awake_s: float, wall_s: float) -> bool:
        """Whether the time since the last look was slept through.

        Args:
            awake_s: Seconds on a clock that stops during sleep.
            wall_s: Seconds on the wall clock.
        """
        awake_gap_s, wall_gap_s = awake_s - self._awake_s, wall_s - self._wall_s
        self._awake_s, self._wall_s = awake_s, wall_s
        return wall_gap_s - awake_gap_s > ASLEEP_S or awake_gap_s > STALLED_S
