"""The log: every session, in one SQLite file that several programs may have open."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Self

from stretch_timer.storage.history_database import Database
from stretch_timer.storage.history_errors import HistoryError, SessionTakenError
from stretch_timer.storage.history_merge import merge
from stretch_timer.storage.history_reading import read_sessions
from stretch_timer.storage.history_schema import upgrade
from stretch_timer.storage.running_lock import RunningLock, is_live
from stretch_timer.storage.unfinished import read_unfinished, seal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from stretch_timer.storage.history_records import LoggedSession
    from stretch_timer.storage.unfinished import Unfinished

RUNNING = "SELECT id FROM sessions WHERE status = 'running' ORDER BY started_at DESC, id DESC"
ANNOTATE = """
UPDATE sessions SET
    discomfort_before = coalesce(:before, discomfort_before),
    discomfort_after = coalesce(:after, discomfort_after),
    note = coalesce(:note, note)
WHERE id = :id
"""


class History:
    """The log of one data folder.

    Attributes:
        database: The open file, for what else in this room writes to it.
        device: Id of the data folder, by which a merged log tells computers apart.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.device = str(database.query("SELECT id FROM device")[0]["id"])

    @classmethod
    def open(cls, path: Path) -> Self:
        """The log in the file *path*, made or brought up to date where needed.

        Raises:
            HistoryTooNewError: A newer version of the program wrote it.
            HistoryDamagedError: It is not a log.
            HistoryError: It cannot be used for another reason, such as a full disk.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        database = Database(path)
        try:
            upgrade(database)
            database.prepare()
            return cls(database)
        except BaseException:
            database.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def sessions(self, since: date | None = None, until: date | None = None) -> tuple[LoggedSession, ...]:
        """The sessions that are over, oldest first; from *since* to *until*, each by its own local date."""
        # Who is dead is asked first: a session that ends in between is then simply one that is over.
        return read_sessions(self.database, self._dead(), since, until)

    def annotate(
        self, session: str, *, before: int | None = None, after: int | None = None, note: str | None = None
    ) -> None:
        """Add what the person says about *session*; what is None stays as it is.

        Args:
            session: Its id.
            before: Discomfort before it, 0 to 10.
            after: Discomfort after it, 0 to 10.
            note: Words of one's own.

        Raises:
            HistoryError: It is not in the log.
        """
        told = {"id": session, "before": before, "after": after, "note": note}
        if not self.database.change(ANNOTATE, told):
            raise HistoryError("This session is not in the log, so nothing can be added to it.")

    def add(self, sessions: Iterable[LoggedSession]) -> int:
        """Merge *sessions* by their ids, all or none; how many were not there yet."""
        return merge(self.database, sessions)

    def unfinished(self) -> Unfinished | None:
        """The latest session that died without an end. Older ones are ended: nobody goes back to them."""
        dead = self._dead()
        latest = read_unfinished(self.database, dead[0]) if dead else None
        for session in dead[1:] if latest else dead:
            self._end(session)
        return latest

    def keep(self, unfinished: Unfinished) -> None:
        """End a session as interrupted, with what was held up to its last mark.

        Where it goes on in another window or terminal after all, it is left to that.
        """
        self._end(unfinished.id)

    def lock_path(self, session: str) -> Path:
        """What the process that records *session* keeps locked."""
        return self.database.path.parent / "running" / f"{session}.lock"

    def _dead(self) -> list[str]:
        """The sessions without an end that no process records, latest first."""
        running = [str(row["id"]) for row in self.database.query(RUNNING)]
        return [session for session in running if not is_live(self.lock_path(session))]

    def _end(self, session: str) -> None:
        with suppress(SessionTakenError):
            lock = RunningLock.take(self.lock_path(session))
            try:
                seal(self.database, session)
            finally:
                lock.release(remove=True)
