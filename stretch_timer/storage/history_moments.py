"""Moments as the log keeps them: UTC as text, which sorts, and the offset that was in force."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple


class Moment(NamedTuple):
    """A moment in the log.

    Attributes:
        utc: ISO 8601 with microseconds, always of the same length.
        offset_s: Seconds that local time was ahead of UTC; whole minutes, as RFC 3339 has it.
    """

    utc: str
    offset_s: int

    @classmethod
    def of(cls, when: datetime) -> Moment:
        """The aware datetime *when* as the log keeps it."""
        offset = when.utcoffset() or timedelta()
        return cls(when.astimezone(UTC).isoformat(timespec="microseconds"), offset // timedelta(minutes=1) * 60)

    @property
    def local(self) -> datetime:
        """The same moment with its own offset."""
        return datetime.fromisoformat(self.utc).astimezone(timezone(timedelta(seconds=self.offset_s)))


def local_now() -> datetime:
    """The wall clock, with the offset in force here."""
    return datetime.now(UTC).astimezone()
