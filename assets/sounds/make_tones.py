# ruff: noqa: INP001 # a script beside what it makes, not a package
"""Makes the tones beside this file, the same bytes every time: `python assets/sounds/make_tones.py [folder]`.

Gentle sines with soft partials. They differ by their shape, so that they are told apart without words: the start
rises, the end falls, a switch goes back and forth, the finish is a calm chord, a tick is a tick.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

RATE_HZ = 44_100
PEAK = 0.45
"""The loudest sample, of 1: -6.9 dBFS."""
PARTIALS = ((1, 1.0), (2, 0.22), (3, 0.06))
"""Multiples of the pitch and how strong each is; the upper ones fade sooner, as in a bell."""
C5, E5, G5, C6, A5, D5 = 523.25, 659.26, 783.99, 1046.50, 880.00, 587.33


@dataclass(frozen=True)
class Note:
    """One note.

    Attributes:
        at_s: Seconds from the beginning of the tone.
        pitch_hz: Its pitch.
        seconds: Its length.
        decay_s: Seconds in which it falls to a third.
    """

    at_s: float
    pitch_hz: float
    seconds: float
    decay_s: float
    attack_s: float = 0.012

    def level(self, second: float) -> float:
        """Loudness at *second*: up in the attack, then falling, and gone smoothly at the end."""
        release = min(1.0, (self.seconds - second) / (self.seconds * 0.25))
        return min(1.0, second / self.attack_s) * math.exp(-second / self.decay_s) * max(0.0, release)

    def sample(self, second: float) -> float:
        """The sound at *second* of the note."""
        waves = (
            strength
            * math.exp(-second * (multiple - 1) / self.decay_s)
            * math.sin(2 * math.pi * self.pitch_hz * multiple * second)
            for multiple, strength in PARTIALS
        )
        return self.level(second) * sum(waves)


TONES = {
    "start": (Note(0.0, C5, 0.16, 0.12), Note(0.11, G5, 0.34, 0.16)),
    "end": (Note(0.0, G5, 0.16, 0.12), Note(0.11, C5, 0.34, 0.16)),
    "tick": (Note(0.0, A5, 0.07, 0.018, attack_s=0.004),),
    "switch": tuple(Note(0.12 * n, pitch, 0.18, 0.09) for n, pitch in enumerate((E5, A5, E5, A5))),
    "finish": tuple(Note(0.14 * n, pitch, 1.1 - 0.14 * n, 0.40) for n, pitch in enumerate((C5, E5, G5, C6))),
}


def mix(notes: tuple[Note, ...]) -> list[float]:
    """The notes together, the loudest sample at `PEAK`."""
    frames = round(max(note.at_s + note.seconds for note in notes) * RATE_HZ)
    mixed = [0.0] * frames
    for note in notes:
        first = round(note.at_s * RATE_HZ)
        for frame in range(min(round(note.seconds * RATE_HZ), frames - first)):
            mixed[first + frame] += note.sample(frame / RATE_HZ)
    loudest = max(map(abs, mixed))
    return [PEAK * value / loudest for value in mixed]


def write(path: Path, samples: list[float]) -> None:
    """Write *samples*, each of -1 to 1, as mono 16-bit WAV."""
    words = array("h", (round(sample * 32767) for sample in samples))
    if sys.byteorder == "big":
        words.byteswap()
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE_HZ)
        sound.writeframes(words.tobytes())


def make(folder: Path) -> None:
    """Make every tone in *folder*."""
    for name, notes in TONES.items():
        write(folder / f"{name}.wav", mix(notes))


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
