from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess

from stretch_timer.voice.renderer import Renderer
from stretch_timer.voice.worker_process import worker_command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    Render = Callable[..., "Listener"]

FAKE_WORKER = (sys.executable, str(Path(__file__).with_name("fake_worker.py")))
PATIENCE_MS = 1500


class Listener:
    """Writes down what a renderer signals."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer
        self.ready: list[str] = []
        self.rendered: list[str] = []
        self.failed: list[tuple[str, str]] = []
        self.unavailable: list[str] = []
        renderer.ready.connect(self.ready.append)
        renderer.rendered.connect(lambda text, _path: self.rendered.append(text))
        renderer.failed.connect(lambda text, reason: self.failed.append((text, reason)))
        renderer.unavailable.connect(self.unavailable.append)


@pytest.fixture
def render(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Listener]]:
    """Render some sentences with a worker that does what they say."""
    renderers = []

    def place(text: str) -> Path:
        return tmp_path / f"{text}.wav"

    def run(*texts: str, command: tuple[str, ...] = FAKE_WORKER) -> Listener:
        renderer = Renderer(command, place, patience_ms=PATIENCE_MS)
        renderers.append(renderer)
        heard = Listener(renderer)
        with qtbot.waitSignal(renderer.finished, timeout=30_000):
            for text in texts:
                renderer.request(text)
        return heard

    yield run
    for renderer in renderers:
        renderer.close()


def test_sentences_are_rendered_in_the_order_they_were_asked_for(render: Render, tmp_path: Path) -> None:
    heard = render("one", "two", "three")

    assert heard.rendered == ["one", "two", "three"]
    assert (tmp_path / "three.wav").exists()


def test_the_voice_is_known_before_the_first_sentence_is_placed(qtbot: QtBot, tmp_path: Path) -> None:
    said = []
    renderer = Renderer(FAKE_WORKER, lambda text: said.append(text) or tmp_path / "a.wav")
    renderer.ready.connect(said.append)
    with qtbot.waitSignal(renderer.finished):
        renderer.request("one")
    renderer.close()

    assert said == ["fake/en", "one"]


def test_the_same_sentence_is_rendered_once(render: Render) -> None:
    assert render("one", "one", "two", "one").rendered == ["one", "two"]


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("hang", "the voice did not answer"),
        ("die", "the voice stopped"),
        ("garbage", "the voice answered something strange"),
    ],
)
def test_a_sentence_that_fails_twice_is_given_up_and_the_rest_rendered(render: Render, how: str, reason: str) -> None:
    heard = render("one", how, "two")

    assert heard.rendered == ["one", "two"]
    assert heard.failed == [(how, reason)]
    assert heard.ready == ["fake/en"] * 3  # the first worker, the second attempt's, and the one after it
    assert heard.unavailable == []


@pytest.mark.parametrize("how", ["hang", "die", "garbage"])
def test_a_sentence_that_fails_once_is_rendered_by_a_fresh_worker(render: Render, how: str) -> None:
    heard = render(f"{how} once", "two")

    assert heard.rendered == [f"{how} once", "two"]
    assert heard.failed == []
    assert heard.ready == ["fake/en"] * 2


def test_a_sentence_the_worker_refuses_is_not_tried_again(render: Render) -> None:
    heard = render("full", "two")

    assert heard.failed == [("full", "No space left on device")]
    assert heard.rendered == ["two"]
    assert heard.ready == ["fake/en"]


def test_when_one_sentence_after_the_other_fails_the_rest_is_given_up_at_once(render: Render) -> None:
    heard = render("die 1", "die 2", "die 3", "four", "five")

    assert [text for text, _ in heard.failed] == ["die 1", "die 2", "die 3", "four", "five"]
    assert heard.rendered == []


def test_what_is_asked_for_later_is_tried_again(render: Render, qtbot: QtBot) -> None:
    heard = render("die 1", "die 2", "die 3", "four")
    with qtbot.waitSignal(heard.renderer.finished):
        heard.renderer.request("four")

    assert heard.rendered == ["four"]


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ((*FAKE_WORKER, "voiceless"), "no espeak"),
        ((*FAKE_WORKER, "mute"), "the voice did not answer"),
        ((*FAKE_WORKER, "crash"), "the voice stopped"),
        (("/no/such/program",), "the voice stopped"),
    ],
)
def test_without_an_engine_it_is_said_once(render: Render, command: tuple[str, ...], reason: str) -> None:
    heard = render("one", "two", "three", command=command)

    assert heard.unavailable == [reason]
    assert heard.rendered == []
    assert heard.failed == []


def test_closing_ends_a_worker_that_hangs(qtbot: QtBot, tmp_path: Path) -> None:
    renderer = Renderer(FAKE_WORKER, lambda _text: tmp_path / "a.wav")
    with qtbot.waitSignal(renderer.ready):
        renderer.request("hang")
    [process] = renderer.findChildren(QProcess)
    assert process.state() is QProcess.ProcessState.Running

    renderer.close()

    assert process.state() is QProcess.ProcessState.NotRunning


def test_the_worker_ends_by_itself_when_nothing_is_left_to_do(render: Render, qtbot: QtBot) -> None:
    heard = render("one")

    qtbot.waitUntil(lambda: heard.renderer.findChildren(QProcess) == [])


def test_the_real_worker_renders(qtbot: QtBot, tmp_path: Path) -> None:
    renderer = Renderer(worker_command(), lambda text: tmp_path / f"{text}wav")
    with qtbot.waitSignal(renderer.finished, timeout=10_000):
        renderer.request("Halfway.")
    renderer.close()

    assert (tmp_path / "Halfway.wav").stat().st_size > 20_000
