from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import pytest

from stretch_timer.voice.clips import MOST_LOADED, Shelf, read_clip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def render(path: Path, frames: int = 22_050, sample_bytes: int = 2) -> Path:
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(sample_bytes)
        sound.setframerate(22_050)
        sound.writeframes(b"\1" * frames * sample_bytes)
    return path


def test_a_clip_knows_how_long_it_sounds(tmp_path: Path) -> None:
    assert read_clip(render(tmp_path / "a.wav")).seconds == 1.0


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.write_bytes(path.read_bytes()[:999])])
def test_a_file_that_is_gone_or_cut_off_is_no_clip(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    path = render(tmp_path / "a.wav")
    spoil(path)

    assert read_clip(path) is None


def test_sound_that_is_not_16_bit_is_no_clip(tmp_path: Path) -> None:
    assert read_clip(render(tmp_path / "a.wav", sample_bytes=1)) is None


def test_a_sentence_is_taken_from_memory_not_from_disk(tmp_path: Path) -> None:
    shelf = Shelf()
    path = render(tmp_path / "a.wav")
    shelf.put("a", path)
    path.unlink()

    assert shelf.take("a") is not None


def test_only_so_many_are_in_memory_and_the_others_are_read(tmp_path: Path) -> None:
    shelf = Shelf()
    paths = [render(tmp_path / f"{n}.wav", frames=1) for n in range(MOST_LOADED + 1)]
    for n, path in enumerate(paths):
        shelf.put(f"{n}", path)

    assert shelf.take(f"{MOST_LOADED}") is not None  # read now; the first one made room
    for path in paths:
        path.unlink()
    assert shelf.take("0") is None
    assert shelf.take("1") is not None


def test_a_sentence_that_cannot_be_read_is_not_on_the_shelf(tmp_path: Path) -> None:
    shelf = Shelf()

    assert not shelf.put("a", tmp_path / "missing.wav")
    assert "a" not in shelf
    assert shelf.take("a") is None
