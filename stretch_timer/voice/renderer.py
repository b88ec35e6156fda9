"""Sentences to WAV files, one at a time, by a worker that may hang or die."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from stretch_timer.voice.worker_process import WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ATTEMPTS = 2
ABANDON_AFTER = 3
"""Sentences given up one after the other before the rest is given up too: an engine that always hangs."""
PATIENCE_MS = 5000
NO_ANSWER = "the voice did not answer"
DIED = "the voice stopped"
GARBAGE = "the voice answered something strange"


class Renderer(QObject):
    """Asks a worker for one sentence after the other.

    A worker that does not answer in time, dies or answers something else is killed, and the sentence tried once more
    by a fresh one. The worker ends when nothing is left to do.
    """

    ready = Signal(str)  # the engine and its voice, such as espeak/gmw/en; before the first sentence is placed
    rendered = Signal(str, object)  # text, Path
    failed = Signal(str, str)  # text, reason
    unavailable = Signal(str)  # reason: there is no engine; what was asked for is forgotten
    finished = Signal()  # everything asked for is rendered or given up

    def __init__(  # noqa: PLR0913 # the first two are needed, the others named and rarely given
        self,
        command: Sequence[str],
        place: Callable[[str], Path],
        *,
        words_per_minute: int = 150,
        voice: str = "",
        patience_ms: int = PATIENCE_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._place = place
        self._manner = {"words_per_minute": words_per_minute, "voice": voice}
        self._queue: deque[str] = deque()
        self._text: str | None = None
        self._path = Path()
        self._attempts = 0
        self._given_up = 0
        self._worker: WorkerProcess | None = None
        self._greeted = False
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self._on_patience_over)

    def request(self, text: str) -> None:
        """Render *text* after those already asked for."""
        if text == self._text or text in self._queue:
            return
        self._queue.append(text)
        if self._text is None:
            self._next()

    def close(self) -> None:
        """End the worker and forget what was asked for."""
        self._queue.clear()
        self._text = None
        self._let_go()
        for worker in self.findChildren(WorkerProcess):  # also those that are about to end by themselves
            worker.kill(wait=True)

    def _next(self) -> None:
        self._attempts = 0
        self._text = self._queue.popleft() if self._queue else None
        if self._text is None:
            self._finish()
        else:
            self._attempt()

    def _finish(self) -> None:
        worker = self._let_go()
        if worker is not None:
            worker.dismiss()
        self.finished.emit()

    def _attempt(self) -> None:
        self._attempts += 1
        self._patience.start()
        if self._worker is None:
            self._worker = WorkerProcess(self._command, self)
            self._worker.answered.connect(self._on_answer)
            self._worker.ended.connect(self._on_end)
        elif self._greeted:
            self._send(self._worker)

    def _send(self, worker: WorkerProcess) -> None:
        text = self._text or ""
        self._path = self._place(text)
        worker.send({"text": text, "path": str(self._path), **self._manner})

    def _on_answer(self, answer: dict[str, object]) -> None:
        if not self._greeted:
            self._on_greeting(answer)
        elif answer.get("path") != str(self._path):
            self._stumble(GARBAGE)
        elif "error" in answer:
            self._give_up(str(answer["error"]))
        else:
            self._given_up = 0
            self.rendered.emit(self._text, self._path)
            self._next()

    def _on_greeting(self, greeting: dict[str, object]) -> None:
        if "error" in greeting:
            self._do_without(str(greeting["error"]))
        elif "ready" not in greeting or self._worker is None:
            self._stumble(GARBAGE)
        else:
            self._greeted = True
            self.ready.emit(f"{greeting.get('engine')}/{greeting.get('voice')}")
            self._send(self._worker)

    @Slot()
    def _on_patience_over(self) -> None:
        self._stumble(NO_ANSWER)

    @Slot()
    def _on_end(self) -> None:
        self._stumble(DIED)

    def _stumble(self, reason: str) -> None:
        had_engine = self._greeted
        worker = self._let_go()
        if worker is not None:
            worker.kill()
        if self._attempts < ATTEMPTS:
            self._attempt()
        elif had_engine:
            self._give_up(reason)
        else:
            self._do_without(reason)

    def _give_up(self, reason: str) -> None:
        self._given_up += 1
        self.failed.emit(self._text, reason)
        while self._given_up >= ABANDON_AFTER and self._queue:
            self.failed.emit(self._queue.popleft(), reason)
        self._next()

    def _do_without(self, reason: str) -> None:
        self._queue.clear()
        self.unavailable.emit(reason)
        self._next()

    def _let_go(self) -> WorkerProcess | None:
        worker, self._worker = self._worker, None
        self._greeted = False
        self._patience.stop()
        return worker
