"""Sound in memory, and a shelf that keeps what will soon be needed."""

from __future__ import annotations

import wave
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MOST_LOADED = 40
"""How many sentences are kept in memory: about 130 kB each."""
SAMPLE_BYTES = 2


@dataclass(frozen=True, slots=True)
class Clip:
    """16-bit sound.

    Attributes:
        rate_hz: Frames a second.
    """

    pcm: bytes
    rate_hz: int
    channels: int

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return len(self.pcm) / (self.rate_hz * self.channels * SAMPLE_BYTES)


def read_clip(path: Path) -> Clip | None:
    """Read a WAV; None when it is missing, damaged, empty or not 16-bit."""
    try:
        with wave.open(str(path)) as sound:
            frames = sound.getnframes()
            pcm = sound.readframes(frames)
            clip = Clip(pcm, sound.getframerate(), sound.getnchannels())
            whole = len(pcm) == frames * clip.channels * SAMPLE_BYTES
            return clip if pcm and whole and sound.getsampwidth() == SAMPLE_BYTES else None
    except (OSError, EOFError, wave.Error):
        return None


class Shelf:
    """Rendered sentences by their words; the first `MOST_LOADED` in memory, the others read when they are due."""

    def __init__(self) -> None:
        self._paths: dict[str, Path] = {}
        self._loaded: OrderedDict[str, Clip] = OrderedDict()

    def __contains__(self, text: str) -> bool:
        return text in self._paths

    def put(self, text: str, path: Path) -> bool:
        """Keep a rendered sentence; False when its file cannot be used."""
        if len(self._loaded) < MOST_LOADED:
            clip = read_clip(path)
            if clip is None:
                return False
            self._loaded[text] = clip
        self._paths[text] = path
        return True

    def take(self, text: str) -> Clip | None:
        """The sound of *text*, or None when there is none."""
        clip = self._loaded.get(text) or self._read(text)
        if clip is None:
            self._paths.pop(text, None)  # so that it is rendered again the next time it is asked for
            return None
        self._loaded[text] = clip
        self._loaded.move_to_end(text)
        if len(self._loaded) > MOST_LOADED:
            self._loaded.popitem(last=False)
        return clip

    def _read(self, text: str) -> Clip | None:
        path = self._paths.get(text)
        return read_clip(path) if path else None
