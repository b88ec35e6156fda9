"""Ctrl+C and a polite kill, told to Qt's event loop."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts(QObject):
    """Emits `interrupted` with the signal's number.

    Python runs its own handlers only between two of its instructions, and Qt's loop may run none for minutes: the
    signal writes a byte into a socket that the loop watches.
    """

    interrupted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)  # noqa: FBT003  # the standard library's own signature
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._before = {number: signal.signal(number, _noted) for number in SIGNALS}
        self._fd_before = signal.set_wakeup_fd(self._writing.fileno())

    def close(self) -> None:
        """Give the signals back to whoever had them."""
        signal.set_wakeup_fd(self._fd_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)  # Qt's own signature
        self._reading.close()
        self._writing.close()

    def _read(self) -> None:
        for number in self._reading.recv(64):
            self.interrupted.emit(number)


def _noted(number: int, frame: FrameType | None) -> None:
    """Nothing: the wake-up byte does the work."""
