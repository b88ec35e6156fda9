"""One worker process: JSON objects to it and from it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KILL_MS = 1000
"""How long a killed process may take to be gone, in milliseconds."""


def worker_command() -> tuple[str, ...]:
    """How the worker is started. A frozen bundle has no interpreter and passes a command of its own."""
    # -P: a file called wave.py where the person happens to be must not become the worker's.
    return (sys.executable, "-P", str(Path(__file__).with_name("worker.py")))


def parse(line: bytes) -> dict[str, object]:
    """One answer; empty when it is not a JSON object."""
    try:
        answer = json.loads(line)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


class WorkerProcess(QObject):
    """Starts at once; says nothing more after `dismiss` or `kill`."""

    answered = Signal(object)  # dict; empty when the line made no sense
    ended = Signal()  # by itself: it died or could not be started

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._listening = True
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._process.start(command[0], list(command[1:]))

    def send(self, request: Mapping[str, object]) -> None:
        """Write one line; never waits."""
        self._process.write(json.dumps(request).encode() + b"\n")

    def dismiss(self) -> None:
        """Let it end by itself, which it does when its stdin closes."""
        self._listening = False
        self._process.closeWriteChannel()

    def kill(self, *, wait: bool = False) -> None:
        """End it now.

        Args:
            wait: Return when it is gone; for the end of the program, where no event loop sees to it.
        """
        self._listening = False
        self._process.kill()
        if wait:
            self._process.waitForFinished(KILL_MS)

    @Slot()
    def _on_output(self) -> None:
        while self._listening and self._process.canReadLine():
            self.answered.emit(parse(bytes(self._process.readLine().data())))

    @Slot()
    def _on_finished(self) -> None:
        self._end()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # the only error that no `finished` follows
            self._end()

    def _end(self) -> None:
        # Not earlier: Qt warns when the object of a running process goes.
        self.deleteLater()
        if self._listening:
            self._listening = False
            self.ended.emit()
