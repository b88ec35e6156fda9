from __future__ import annotations

import os
import wave
from typing import TYPE_CHECKING

import pytest

from stretch_timer.voice.cache import SpeechCache

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILE_BYTES = 44 + 2_000


@pytest.fixture
def cache(tmp_path: Path) -> SpeechCache:
    return SpeechCache(tmp_path, 150)


def render(path: Path, last_used_s: float = 0.0, frames: int = 1_000) -> Path:
    path.parent.mkdir(exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(22_050)
        sound.writeframes(b"\0\0" * frames)
    os.utime(path, (last_used_s, last_used_s))
    return path


def test_what_was_rendered_is_found(cache: SpeechCache) -> None:
    path = render(cache.place("Halfway."))

    assert cache.find("Halfway.") == path
    assert cache.find("Two of six.") is None


def test_another_voice_rate_or_text_is_another_file(tmp_path: Path) -> None:
    places = {
        SpeechCache(tmp_path, 150, "en").place("Halfway."),
        SpeechCache(tmp_path, 150, "en-us").place("Halfway."),
        SpeechCache(tmp_path, 160, "en").place("Halfway."),
        SpeechCache(tmp_path, 150, "en").place("Halfway"),
    }

    assert len(places) == 4


def test_a_file_is_found_again_the_next_time(cache: SpeechCache, tmp_path: Path) -> None:
    cache.remember("espeak/gmw/en")
    render(cache.place("Halfway."))

    assert SpeechCache(tmp_path, 150).find("Halfway.") is not None


def test_another_engine_renders_its_own(cache: SpeechCache) -> None:
    render(cache.place("Halfway."))
    cache.remember("espeak/gmw/en")

    assert cache.find("Halfway.") is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"RIFF"),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(b"\0" * FILE_BYTES),
        lambda path: render(path, frames=0),
    ],
    ids=["empty", "header torn", "cut off", "zeros", "no sound"],
)
def test_a_damaged_file_counts_as_absent(cache: SpeechCache, damage: Callable[[Path], object]) -> None:
    damage(render(cache.place("Halfway.")))

    assert cache.find("Halfway.") is None


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    cache = SpeechCache(tmp_path, 150, "en", limit_bytes=2 * FILE_BYTES)
    oldest, used, newest = (render(cache.place(text), at_s) for at_s, text in enumerate("abc", start=1))
    cache.find("b")
    cache.find("a")
    os.utime(used, (5, 5))

    cache.trim()

    assert oldest.exists()
    assert used.exists()
    assert not newest.exists()


def test_a_cache_within_its_limit_is_left_alone(cache: SpeechCache) -> None:
    paths = [render(cache.place(text)) for text in "abc"]

    cache.trim()

    assert all(path.exists() for path in paths)


def test_what_a_killed_worker_left_is_removed_too(tmp_path: Path) -> None:
    cache = SpeechCache(tmp_path, 150, limit_bytes=0)
    left = render(cache.place("a").with_suffix(".77.part"))

    cache.trim()

    assert not left.exists()


def test_without_a_folder_there_is_nothing_to_find_or_trim(cache: SpeechCache) -> None:
    cache.trim()

    assert cache.find("Halfway.") is None
