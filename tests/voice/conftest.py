"""A sound server of our own with a sink nobody hears, and ears: a recording of that sink."""

from __future__ import annotations

import array
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
RATE_HZ = 44_100
WINDOW = 220  # frames: 5 ms
LOUD = 150  # of 32768, root mean square of a window
SAME_SOUND_S = 0.35  # a shorter silence is a pause between words
PACTL = ("pactl",)
SINK = ("load-module", "module-null-sink", "sink_name=quiet", f"rate={RATE_HZ}", "channels=1")


@dataclass
class SoundServer:
    """A PulseAudio daemon that knows no hardware."""

    folder: Path
    process: subprocess.Popen[bytes] = field(init=False)

    @property
    def env(self) -> dict[str, str]:
        folders = {name: str(self.folder) for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME")}
        # A machine with PipeWire would have Qt talk to it and make a noise.
        backend = {"QT_AUDIO_BACKEND": "pulseaudio", "PULSE_SERVER": f"unix:{self.folder}/native"}
        return {**os.environ, **folders, **backend}

    def start(self) -> None:
        listen = f"module-native-protocol-unix socket={self.folder}/native auth-anonymous=1"
        command = ["pulseaudio", "-n", "--exit-idle-time=-1", "--disable-shm=yes", "--daemonize=no", "-L", listen]
        self.process = subprocess.Popen(command, env=self.env, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 10
        while not self.answers():
            assert self.process.poll() is None, "pulseaudio did not start"
            assert time.monotonic() < deadline, "pulseaudio does not answer"

    def answers(self) -> bool:
        done = subprocess.run((*PACTL, "info"), env=self.env, capture_output=True, check=False)
        return done.returncode == 0

    def control(self, *words: str) -> None:
        """Give an order to the daemon, in the words of pactl."""
        subprocess.run((*PACTL, *words), env=self.env, capture_output=True, check=True)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)


class Ears:
    """Records the sink and says when something was heard, on the clock of `time.monotonic`."""

    def __init__(self, server: SoundServer) -> None:
        form = [f"--rate={RATE_HZ}", "--channels=1", "--format=s16le", "--latency-msec=10"]
        command = ["parec", "--device=quiet.monitor", *form]
        self._process = subprocess.Popen(command, env=server.env, stdout=subprocess.PIPE)
        self._recorded = bytearray()
        self._begin_s = float("inf")
        self._thread = threading.Thread(target=self._listen)
        self._hears = threading.Event()
        self._thread.start()
        assert self._hears.wait(10), "nothing is recorded"

    def _listen(self) -> None:
        while chunk := os.read(self._process.stdout.fileno(), 4096):
            self._recorded += chunk
            # Chunks come late, never early: the earliest one tells when the recording began.
            self._begin_s = min(self._begin_s, time.monotonic() - len(self._recorded) / 2 / RATE_HZ)
            self._hears.set()

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(10)
        self._thread.join(10)
        self._process.stdout.close()

    def heard(self) -> list[tuple[float, float]]:
        """Begin and end of every sound, in seconds."""
        frames = array.array("h", bytes(self._recorded[: len(self._recorded) // 2 * 2]))
        loud_s = [self._begin_s + at / RATE_HZ for at in range(0, len(frames), WINDOW) if is_loud(frames, at)]
        if not loud_s:
            return []
        gaps = [pair for pair in pairwise(loud_s) if pair[1] - pair[0] > SAME_SOUND_S]
        begins = [loud_s[0], *(after for _, after in gaps)]
        ends = [*(before for before, _ in gaps), loud_s[-1]]
        return list(zip(begins, ends, strict=True))


def is_loud(frames: array.array[int], at: int) -> bool:
    window = frames[at : at + WINDOW]
    return sum(value * value for value in window) > LOUD * LOUD * len(window)


@dataclass
class Run:
    """What a run of the speaker said.

    Attributes:
        events: Each with "event" and, where it applies, "text", "late_ms" and "at_s" (of `time.monotonic`).
        warnings: What Qt complained about.
    """

    events: list[dict[str, Any]]
    warnings: str

    def texts(self, event: str) -> list[str]:
        return [happened["text"] for happened in self.events if happened["event"] == event]

    def first(self, event: str) -> dict[str, Any]:
        return next(happened for happened in self.events if happened["event"] == event)


@pytest.fixture(scope="session")
def silent_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    """A server without a sink: a computer without a sound output."""
    yield from serve(tmp_path_factory)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    """A server with one sink."""
    for started in serve(tmp_path_factory):
        started.control(*SINK)
        listen = ["parec", "--device=quiet.monitor", "--latency-msec=10", os.devnull]
        # Without a listener in a hurry the sink works in steps of seconds, as no hardware does.
        with subprocess.Popen(listen, env=started.env) as hurry:
            yield started
            hurry.terminate()


def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    if not all(map(shutil.which, ("pulseaudio", "pactl", "parec"))):
        pytest.fail("The tests need pulseaudio and pulseaudio-utils: run `make test`.", pytrace=False)
    started = SoundServer(tmp_path_factory.mktemp("pulse"))
    started.start()
    yield started
    started.stop()


@pytest.fixture
def ears(server: SoundServer) -> Iterator[Ears]:
    listening = Ears(server)
    yield listening
    listening.close()


@pytest.fixture
def speak(tmp_path: Path) -> Callable[..., Run]:
    """Run a speaker in a process of its own: QtMultimedia chooses its sound server once in a process."""

    def run(server: SoundServer, **script: object) -> Run:
        script.setdefault("cache", str(tmp_path))
        done = subprocess.run(
            [sys.executable, str(HERE / "run_speaker.py")],
            input=json.dumps(script),
            env=server.env,
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
            cwd=HERE.parents[1],
        )
        assert done.returncode == 0, done.stderr
        return Run([json.loads(line) for line in done.stdout.splitlines()], warnings_in(done.stderr))

    return run


def warnings_in(stderr: str) -> str:
    """Without what QtMultimedia says about itself at each start."""
    return "\n".join(line for line in stderr.splitlines() if "Using Qt multimedia" not in line)
