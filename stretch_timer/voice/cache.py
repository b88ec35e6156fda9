"""Rendered sentences on disk, found by what they are: voice, rate and words."""

from __future__ import annotations

import hashlib
import json
import os
import wave
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LIMIT_BYTES = 50_000_000
HEADER_BYTES = 44


class SpeechCache:
    """WAVs in one folder.

    Without a wanted voice the sentences are those of the voice the engine chose the last time, which is remembered
    beside them: so a session whose sentences are all here needs no engine.

    Attributes:
        voice: What names the voice in the key: the wanted one, or the engine and its choice.
    """

    def __init__(self, folder: Path, words_per_minute: int, voice: str = "", limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder / "speech"
        self._rate = words_per_minute
        self._limit_bytes = limit_bytes
        self.voice = voice or self._last_voice()

    def place(self, text: str) -> Path:
        """Where *text* is, or will be."""
        key = json.dumps([self.voice, self._rate, text])
        return self._folder / f"{hashlib.sha256(key.encode()).hexdigest()}.wav"

    def find(self, text: str) -> Path | None:
        """The file of *text* when it is whole; its last use is now."""
        path = self.place(text)
        if not is_whole(path):
            return None
        with suppress(OSError):  # a read-only cache is still good for listening
            os.utime(path)
        return path

    def remember(self, voice: str) -> None:
        """The engine chose *voice*.

        Raises:
            OSError: The disk is full or read-only.
        """
        self.voice = voice
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / "voice").write_text(voice, encoding="utf-8")

    def trim(self) -> None:
        """Remove the files used longest ago until the folder is within its limit.

        Raises:
            OSError: A file cannot be removed.
        """
        files = sorted(self._sizes(), reverse=True)
        total_bytes = 0
        for _, size_bytes, path in files:
            total_bytes += size_bytes
            if total_bytes > self._limit_bytes:
                path.unlink(missing_ok=True)

    def _sizes(self) -> list[tuple[float, int, Path]]:
        """Last use, bytes and path of every sentence, also of those a killed worker left unfinished."""
        stats = [(path, path.stat()) for suffix in ("wav", "part") for path in self._folder.glob(f"*.{suffix}")]
        return [(stat.st_mtime, stat.st_size, path) for path, stat in stats]

    def _last_voice(self) -> str:
        try:
            return (self._folder / "voice").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""


def is_whole(path: Path) -> bool:
    """Whether *path* is a WAV as long as its header says, and not empty."""
    try:
        with wave.open(str(path)) as sound:
            data_bytes = sound.getnframes() * sound.getnchannels() * sound.getsampwidth()
            return bool(0 < data_bytes <= path.stat().st_size - HEADER_BYTES)
    except (OSError, EOFError, wave.Error):
        return False
