from __future__ import annotations

import json
import subprocess
import sys
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from stretch_timer.voice.worker import english
from stretch_timer.voice.worker_process import worker_command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Start = Callable[..., "Conversation"]

ROOT = Path(__file__).parents[2]
SENTENCE = "Breathe out and fold slowly forward from your hips."


class Conversation:
    """A real worker at the other end of two pipes."""

    def __init__(self, command: tuple[str, ...], cwd: Path) -> None:
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=cwd)

    def hear(self) -> dict[str, Any]:
        return json.loads(self.process.stdout.readline())

    def ask(self, text: str, path: Path, words_per_minute: int = 150) -> dict[str, Any]:
        request = {"text": text, "path": str(path), "words_per_minute": words_per_minute, "voice": ""}
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return self.hear()

    def end(self) -> tuple[str, str]:
        """What it had not said yet, and what it complained about."""
        return self.process.communicate(timeout=10)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Conversation]]:
    started = []

    def start(command: tuple[str, ...] = worker_command(), cwd: Path = tmp_path) -> Conversation:
        started.append(Conversation(command, cwd))
        return started[-1]

    yield start
    for conversation in started:
        conversation.process.kill()
        conversation.end()


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", f"from stretch_timer.voice import worker; {code}; worker.main()")


def seconds(path: Path) -> float:
    with wave.open(str(path)) as sound:
        return sound.getnframes() / sound.getframerate()


def test_it_greets_with_an_english_voice(start: Start) -> None:
    greeting = start().hear()

    assert greeting["ready"] is True
    assert greeting["engine"] == "espeak"
    assert "en" in greeting["voice"]


def test_it_renders_a_sentence_of_a_plausible_length(start: Start, tmp_path: Path) -> None:
    worker = start()
    worker.hear()
    path = tmp_path / "speech" / "a.wav"

    answer = worker.ask(SENTENCE, path)

    assert answer == {"path": str(path), "seconds": pytest.approx(seconds(path))}
    assert 2.5 < seconds(path) < 5
    assert [found.name for found in path.parent.iterdir()] == ["a.wav"]


def test_the_first_sentence_is_whole_on_a_busy_machine(start: Start, tmp_path: Path) -> None:
    workers = [start() for _ in range(20)]  # all at once: that is what makes it busy

    greetings = [worker.hear() for worker in workers]
    answers = [worker.ask(SENTENCE, tmp_path / f"{n}.wav") for n, worker in enumerate(workers)]

    assert all(greeting["ready"] for greeting in greetings)
    assert [answer.get("seconds") for answer in answers] == pytest.approx([3.52] * 20, abs=0.05)


def test_every_sentence_is_whole_and_at_its_own_rate(start: Start, tmp_path: Path) -> None:
    worker = start()
    worker.hear()
    asked = [(text, rate) for _ in range(10) for rate in (150, 120, 180) for text in (SENTENCE, "Two of six.")]

    lengths_s = [worker.ask(text, tmp_path / "a.wav", rate)["seconds"] for text, rate in asked]

    once = dict(zip(asked, lengths_s, strict=True))
    assert lengths_s == pytest.approx([once[ask] for ask in asked], abs=0.05)
    assert once[SENTENCE, 180] < once[SENTENCE, 150] < once[SENTENCE, 120]


def test_it_says_nothing_but_answers(start: Start, tmp_path: Path) -> None:
    worker = start()
    worker.hear()
    worker.ask("Halfway.", tmp_path / "a.wav")  # pyttsx3 prints where it saved it

    assert worker.end() == ("", "")


def test_what_c_prints_is_not_taken_for_an_answer(start: Start) -> None:
    noise = "worker.open_engine = lambda: (__import__('os').system('echo noise; echo noise >&2') and None, 'en')"
    worker = start(python(noise), ROOT)

    assert worker.hear()["ready"] is True
    assert worker.end() == ("", "")


def test_it_ends_when_its_stdin_closes(start: Start) -> None:
    worker = start()
    worker.end()

    assert worker.process.returncode == 0


def test_without_an_engine_it_says_so_and_ends(start: Start) -> None:
    worker = start(python("__import__('sys').modules['pyttsx3'] = None"), ROOT)

    assert "pyttsx3" in worker.hear()["error"]
    assert worker.end() == ("", "")


def test_a_sentence_that_cannot_be_written_does_not_keep_the_next_one(start: Start, tmp_path: Path) -> None:
    worker = start()
    worker.hear()

    (tmp_path / "file").touch()
    assert worker.ask("Halfway.", tmp_path / "file" / "speech" / "a.wav")["error"] == "Not a directory"
    assert worker.ask("Halfway.", tmp_path / "b.wav")["seconds"] > 0.5


def test_a_full_disk_is_an_answer_and_leaves_nothing(start: Start, tmp_path: Path) -> None:
    worker = start(python("worker.ROOM_BYTES = 10 ** 18"), ROOT)
    worker.hear()

    assert worker.ask("Halfway.", tmp_path / "speech" / "a.wav")["error"] == "No space left on device"
    assert list((tmp_path / "speech").iterdir()) == []


def test_without_a_library_of_the_system_the_bundled_one_speaks(start: Start, tmp_path: Path) -> None:
    worker = start(python("worker.SYSTEM_LIBRARIES = ()"), ROOT)
    worker.hear()

    assert worker.ask(SENTENCE, tmp_path / "a.wav")["seconds"] > 2.5
    assert "espeakng_loader/libespeak-ng.so" in Path(f"/proc/{worker.process.pid}/maps").read_text()


class Voice:
    def __init__(self, voice_id: str, name: str = "", languages: tuple[str | bytes | None, ...] = ()) -> None:
        self.id = voice_id
        self.name = name
        self.languages = languages


GERMAN = Voice("de", "Hedda - German", ("de_DE",))
BRITISH = Voice("gmw/en", "English (Great Britain)", ("en-gb",))
ZIRA = Voice("zira", "Microsoft Zira Desktop - English (United States)", (None,))


@pytest.mark.parametrize(
    ("default", "voices", "chosen"),
    [
        ("gmw/en", (GERMAN, BRITISH), "gmw/en"),
        ("de", (GERMAN, BRITISH), "gmw/en"),
        ("de", (GERMAN, ZIRA), "zira"),
        ("de", (GERMAN,), "de"),
        (None, (GERMAN, BRITISH), "gmw/en"),
    ],
)
def test_the_voice_speaks_english_where_there_is_one(
    default: str | None, voices: tuple[Voice, ...], chosen: str
) -> None:
    assert english(default, voices) == chosen
