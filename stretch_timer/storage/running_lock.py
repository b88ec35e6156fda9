"""Which sessions are alive: each is locked by the process that records it, and no lock outlives its process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.storage.history_errors import SessionTakenError

if TYPE_CHECKING:
    from pathlib import Path

    from filelock import BaseFileLock

WAIT_S = 0.2
"""Somebody who only looks whether a session is alive holds its lock for a moment."""


class RunningLock:
    """The lock of a session that this process records."""

    def __init__(self, path: Path, lock: BaseFileLock) -> None:
        self._path = path
        self._lock = lock

    @classmethod
    def take(cls, path: Path, wait_s: float = WAIT_S) -> RunningLock:
        """Lock *path* until `release`, or until the process ends in whatever way.

        Raises:
            SessionTakenError: Another process has it.
        """
        from filelock import FileLock, Timeout  # noqa: PLC0415 - 70 ms that only a session should cost

        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path)
        try:
            lock.acquire(timeout=wait_s)
        except Timeout as error:
            raise SessionTakenError("This session goes on in another window or terminal.") from error
        return cls(path, lock)

    def release(self, *, remove: bool) -> None:
        """Give it back; *remove* the file where nobody will ask for it again."""
        self._lock.release()
        if remove:
            self._path.unlink(missing_ok=True)


def is_live(path: Path) -> bool:
    """Whether a process, this one or another, holds the lock *path*."""
    if not path.exists():
        return False
    try:
        RunningLock.take(path, wait_s=0.0).release(remove=False)
    except SessionTakenError:
        return True
    return False
