"""What the program says: sentences rendered ahead of need, cues sounded when they are due."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stretch_timer.core.cues import CueKind
from stretch_timer.voice.cache import SpeechCache
from stretch_timer.voice.clips import Shelf
from stretch_timer.voice.player import Player
from stretch_timer.voice.renderer import Renderer
from stretch_timer.voice.worker_process import worker_command

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from stretch_timer.core.cues import Cue

INSTALL_VOICE = "Install espeak-ng" if sys.platform == "linux" else "Add a voice in the system's speech settings"
NO_VOICE = f"No voice was found. Captions still work. {INSTALL_VOICE}, or see: stretch-timer doctor."


class Speaker(QObject):
    """Renders sentences ahead of need and plays cues when they are due.

    What cannot be heard is dropped and said so; nothing here ever stops or delays a session.
    """

    began = Signal(object, float)  # Cue, milliseconds after it was due that its sound began
    dropped = Signal(object)  # Cue: not heard
    trouble = Signal(str)  # a sentence for the person; each kind of trouble at most once
    prepared = Signal()  # every sentence asked for is rendered or given up

    def __init__(  # noqa: PLR0913 # the first two are needed, the others named and rarely given
        self,
        cache: Path,
        sounds: Path,
        *,
        words_per_minute: int = 150,
        voice: str = "",
        command: Sequence[str] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._told: set[str] = set()
        self._rendering: set[str] = set()
        self._awaited: tuple[Cue, float] | None = None  # a sentence that is due but not rendered yet; since when
        self._voice_sleeps = True
        self._shelf = Shelf()
        self._cache = SpeechCache(cache, words_per_minute, voice)
        self._wanted_voice = voice
        self._renderer = Renderer(
            command or worker_command(),
            self._cache.place,
            words_per_minute=words_per_minute,
            voice=voice,
            parent=self,
        )
        self._player = Player(sounds, self)
        self._connect()

    def _connect(self) -> None:
        self._player.began.connect(self.began)
        self._player.dropped.connect(self.dropped)
        self._player.trouble.connect(self._tell)
        self._renderer.ready.connect(self._on_ready)
        self._renderer.rendered.connect(self._on_rendered)
        self._renderer.failed.connect(self._on_failed)
        self._renderer.unavailable.connect(self._on_unavailable)
        self._renderer.finished.connect(self._on_finished)

    def prepare(self, sentences: Iterable[str]) -> None:
        """Start rendering *sentences* in this order, without those that are there."""
        self._player.wake()
        self._voice_sleeps = True
        missing = [text for text in dict.fromkeys(sentences) if not self._fetch(text)]
        self._rendering.update(missing)
        for text in missing:
            self._renderer.request(text)
        if not missing:
            self.prepared.emit()

    def play(self, cue: Cue, late_s: float) -> None:
        """Sound *cue* or drop it; never blocks, never queues.

        A sentence that is just being rendered, as the first one of a session may be, begins as soon as it is there,
        unless it is too late by then or another one is due.

        Args:
            cue: What is due.
            late_s: Real seconds since it was due.
        """
        if cue.kind is CueKind.TONE:
            self._player.play(cue, None, late_s)
            return
        self._stop_waiting()
        sentence = self._shelf.take(cue.text)
        if sentence is None and cue.text in self._rendering:
            self._awaited = (cue, time.monotonic() - late_s)
        else:
            self._player.play(cue, sentence, late_s)

    def hush(self) -> None:
        """Stop whatever sounds now, or is about to."""
        self._stop_waiting()
        self._player.hush()

    def close(self) -> None:
        """End the worker and release the device."""
        self._renderer.close()
        self._player.close()

    def _fetch(self, text: str) -> bool:
        if text in self._shelf:
            return True
        path = self._cache.find(text)
        return path is not None and self._put(text, path)

    def _put(self, text: str, path: Path) -> bool:
        if not self._shelf.put(text, path):
            return False
        if self._voice_sleeps:
            self._voice_sleeps = False
            self._player.wake(self._shelf.take(text))
        return True

    def _on_ready(self, voice: str) -> None:
        if self._wanted_voice:
            return
        try:
            self._cache.remember(voice)
        except OSError as error:
            self._tell_silent(f"{error.strerror}")

    def _on_rendered(self, text: str, path: Path) -> None:
        if not self._put(text, path):
            self._tell_silent("the voice's sound file cannot be read")
        self._no_longer_rendering(text)

    def _on_failed(self, text: str, reason: str) -> None:
        self._tell_silent(reason)
        self._no_longer_rendering(text)

    def _on_unavailable(self, _reason: str) -> None:
        self._tell(NO_VOICE)
        self._rendering.clear()
        self._stop_waiting()

    def _no_longer_rendering(self, text: str) -> None:
        """Play *text* if it is awaited; the player drops it if it is too late or was not rendered."""
        self._rendering.discard(text)
        if self._awaited is not None and self._awaited[0].text == text:
            (cue, due_s), self._awaited = self._awaited, None
            self._player.play(cue, self._shelf.take(text), time.monotonic() - due_s)

    def _stop_waiting(self) -> None:
        if self._awaited is not None:
            (cue, _), self._awaited = self._awaited, None
            self.dropped.emit(cue)

    def _on_finished(self) -> None:
        try:
            self._cache.trim()
        except OSError as error:
            self._tell(f"Old speech files could not be removed: {error.strerror}. The session is not affected.")
        self.prepared.emit()

    def _tell_silent(self, reason: str) -> None:
        self._tell(f"Some sentences will not be spoken: {reason}. Captions still work.")

    def _tell(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self.trouble.emit(sentence)
