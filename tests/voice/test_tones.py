from __future__ import annotations

import array
import subprocess
import sys
import wave
from itertools import pairwise
from pathlib import Path

import pytest

from stretch_timer.core.cues import Tone

SOUNDS = Path(__file__).parents[2] / "assets" / "sounds"
RATE_HZ = 44_100
MINUS_6_DBFS = 32_768 * 10 ** (-6 / 20)


def samples(tone: str) -> array.array[int]:
    with wave.open(str(SOUNDS / f"{tone}.wav")) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (RATE_HZ, 1, 2)
        return array.array("h", sound.readframes(sound.getnframes()))


def pitch_hz(part: array.array[int]) -> float:
    """The pitch of a gentle sound: how often it rises through zero."""
    rises = sum(1 for before, after in pairwise(part) if before < 0 <= after)
    return rises * RATE_HZ / len(part)


def test_the_script_makes_the_files_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SOUNDS / "make_tones.py"), str(tmp_path)], check=True)

    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in SOUNDS.glob("*.wav")}
    assert made.keys() == {f"{tone}.wav" for tone in Tone}


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_is_gentle(tone: str) -> None:
    sound = samples(tone)

    assert max(map(abs, sound)) <= MINUS_6_DBFS
    assert max(map(abs, (*sound[:5], *sound[-20:]))) < 500  # no click where it begins and ends


@pytest.mark.parametrize(("tone", "longest_s"), [("tick", 0.08), ("start", 0.6), ("end", 0.6), ("finish", 1.2)])
def test_a_tone_is_short(tone: str, longest_s: float) -> None:
    assert len(samples(tone)) / RATE_HZ <= longest_s


def test_the_start_rises_and_the_end_falls() -> None:
    begin, end = slice(1_000, 4_500), slice(12_000, 18_000)

    assert pitch_hz(samples("start")[begin]) < pitch_hz(samples("start")[end])
    assert pitch_hz(samples("end")[begin]) > pitch_hz(samples("end")[end])
