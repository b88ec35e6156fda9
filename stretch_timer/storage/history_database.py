"""The connection to the log: its settings, its transactions and its errors in plain words."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Literal

from stretch_timer.storage.history_errors import HistoryDamagedError, HistoryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    Params = Sequence[object] | Mapping[str, object]

BUSY_MS = 2000
"""How long a write waits for another program's write, in milliseconds. The window stands still meanwhile."""


class Database:
    """One connection to the log.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._plain_words():
            # Transactions begin where `transaction` says, never by themselves.
            self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")

    def prepare(self) -> None:
        """Set what holds for every use of an up-to-date file."""
        self.query("PRAGMA journal_mode = WAL")  # one writes while others read
        self.query("PRAGMA synchronous = NORMAL")  # nothing waits for the disk; a killed program loses nothing
        self.query("PRAGMA foreign_keys = ON")

    def query(self, sql: str, params: Params = ()) -> list[sqlite3.Row]:
        """The rows that *sql* gives."""
        with self._plain_words():
            return self._connection.execute(sql, params).fetchall()

    def change(self, sql: str, params: Params = ()) -> int:
        """Run *sql*; the number of rows it changed."""
        with self._plain_words():
            return self._connection.execute(sql, params).rowcount

    @contextmanager
    def transaction(self, kind: Literal["IMMEDIATE", "DEFERRED"] = "IMMEDIATE") -> Iterator[None]:
        """All of it or nothing; DEFERRED for reading, so that several queries see the same moment."""
        with self._plain_words(), self._connection:
            self._connection.execute(f"BEGIN {kind}")
            yield

    def copy_to(self, path: Path) -> None:
        """A copy of the file as it was last committed, journal included; it appears complete or not at all."""
        part = path.with_name(f"{path.name}.part")
        # A connection of its own: SQLite would wait for ever for a transaction of this one to end.
        with self._plain_words(), closing(sqlite3.connect(self.path)) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
        part.replace(path)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def _plain_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise HistoryError(f"The log {self.path} cannot be used: {error}.") from error
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise  # our mistake, not the world's
        except sqlite3.DatabaseError as error:
            raise HistoryDamagedError(
                f"The log {self.path} is damaged or no log at all ({error}). Move it away, and a new one begins."
            ) from error
