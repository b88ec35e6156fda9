"""A screen, a sound card and the real program for the end-to-end tests, all private to the test run.

Types for the fixtures come from here: `if TYPE_CHECKING: from tests.end_to_end.conftest import Program`.
"""

from __future__ import annotations

import array
import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from .waiting import wait_until as wait_until_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

SCREEN = "1280x800x24"
RATE_HZ = 44100
START_S = 20.0  # a loaded machine with two cores still starts each helper in a fifth of this
STOP_S = 5.0

# What would let a program of ours reach the desktop of whoever runs the tests.
PRIVATE = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_", "DBUS_", "PULSE_", "PIPEWIRE_", "QT_", "STRETCH_TIMER_")


def needs(**packages: str) -> None:
    """Fail in one sentence when a command (with - written _) is missing; the values are Debian's package names."""
    missing = {package for command, package in packages.items() if shutil.which(command) is None}
    if missing:
        pytest.fail(
            f"End-to-end tests need {', '.join(sorted(missing))}: run `make test` or install them.", pytrace=False
        )


def outside(**changes: str) -> dict[str, str]:
    """This process's environment without the desktop it runs on, then *changes*."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PRIVATE)}
    # No bus rather than the person's: nothing a test does may pop up on their desktop.
    return kept | {"DBUS_SESSION_BUS_ADDRESS": "disabled:", "DBUS_SYSTEM_BUS_ADDRESS": "disabled:"} | changes


def succeeds(*command: str, env: Mapping[str, str]) -> bool:
    done = subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def is_managed(env: Mapping[str, str]) -> bool:
    """Whether a window manager has announced itself on the screen that *env* names."""
    command = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
    # xprop succeeds either way and says "not found" or which window.
    return b"window id" in subprocess.run(command, env=env, capture_output=True, check=False).stdout


def stop(process: subprocess.Popen[bytes]) -> None:
    """End *process* and everything it started: asked first, then made to."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        # The leader may be gone while a child of its lives on, so ask for the group even then.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(STOP_S)


@contextlib.contextmanager
def running(
    *command: str, env: Mapping[str, str], log: Path, pass_fds: tuple[int, ...] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    """A helper that runs in a process group of its own for as long as the block does."""
    with (
        log.open("wb") as said,
        subprocess.Popen(
            command,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
            pass_fds=pass_fds,
        ) as process,
    ):
        try:
            yield process
        finally:
            stop(process)


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """A temporary folder with a short name: a socket's path may have 107 characters, pytest's folders have more."""
    with tempfile.TemporaryDirectory(prefix="stretch-") as name:
        yield Path(name)


@pytest.fixture(scope="session")
def display(folder: Path) -> Iterator[str]:
    """A virtual screen of 1280 x 800 with a window manager, as `:N`."""
    needs(Xvfb="xvfb", openbox="openbox", xprop="x11-utils")
    reading, writing = os.pipe()
    with open(reading, "rb", buffering=0) as answer:  # noqa: PTH123 - a file descriptor, not a path
        server = running(
            *("Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"),
            env=outside(),
            log=folder / "xvfb.log",
            pass_fds=(writing,),
        )
        with server:
            # Xvfb holds the other end now; if it dies, reading ends at once instead of hanging.
            os.close(writing)
            number = b""
            while not number.endswith(b"\n"):
                ready, _, _ = select.select([answer], [], [], START_S)
                piece = answer.read(16) if ready else b""
                if not piece:
                    pytest.fail(f"Xvfb did not start: {(folder / 'xvfb.log').read_text()}", pytrace=False)
                number += piece
            name = f":{int(number)}"
            env = outside(DISPLAY=name, HOME=str(folder))
            with running("openbox", "--sm-disable", env=env, log=folder / "openbox.log"):
                wait_until_(lambda: is_managed(env), START_S, "openbox to manage the windows")
                yield name


@dataclass(frozen=True, slots=True)
class Recording:
    """What came out of the loudspeaker: 16 bit, mono, RATE_HZ, no header.

    Attributes:
        path: The file it is in; it grows while recording.
        began: time.monotonic() at the first sample, late by no more than one look (20 ms).
    """

    path: Path
    began: float

    def samples(self) -> array.array[int]:
        """All complete samples so far, from -32768 to 32767."""
        data = self.path.read_bytes()
        return array.array("h", data[: len(data) // 2 * 2])


@dataclass(frozen=True, slots=True)
class Sound:
    """A private sound server with one loudspeaker that nobody hears.

    Attributes:
        env: The environment variables that lead a program to it.
    """

    env: dict[str, str]

    @contextlib.contextmanager
    def record(self, path: Path) -> Iterator[Recording]:
        """Record into *path*, from before the block begins to its end."""
        with (
            path.open("wb") as file,
            subprocess.Popen(
                [
                    *("parec", "--device=loudspeaker.monitor", "--raw", "--latency-msec=20"),
                    *("--format=s16le", f"--rate={RATE_HZ}", "--channels=1"),
                ],
                env=outside(**self.env),
                stdin=subprocess.DEVNULL,
                stdout=file,
                start_new_session=True,
            ) as parec,
        ):
            try:
                wait_until_(lambda: path.stat().st_size > 0, START_S, "the recording to begin")
                yield Recording(path, began=time.monotonic())
            finally:
                stop(parec)


@pytest.fixture(scope="session")
def sound(folder: Path) -> Iterator[Sound]:
    """A private PulseAudio with a null sink; needs no bus, no hardware and no particular user."""
    needs(pulseaudio="pulseaudio", pactl="pulseaudio-utils", parec="pulseaudio-utils")
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    socket = runtime / "pulse.socket"
    own = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(runtime), "PULSE_RUNTIME_PATH": str(runtime)}
    env = own | {"PULSE_SERVER": f"unix:{socket}"}
    command = (
        *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--log-target=stderr"),
        # Real-time scheduling is asked of the system's bus, and a null sink has no use for it.
        *("--realtime=no", "--high-priority=no", "--disable-shm=yes"),
        *("-L", f"module-null-sink sink_name=loudspeaker rate={RATE_HZ} channels=2"),
        *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
    )
    # Told of a PULSE_SERVER, the server would believe there is one already.
    with running(*command, env=outside(**own), log=folder / "pulseaudio.log"):
        wait_until_(
            lambda: succeeds("pactl", "info", env=outside(**env)),
            START_S,
            f"PulseAudio, whose log is {folder / 'pulseaudio.log'}",
        )
        yield Sound(env)


@dataclass(frozen=True, slots=True)
class Program:
    """The real program in a process of its own.

    Attributes:
        home: Its STRETCH_TIMER_HOME.
        out: The file its standard output goes to; err the same for standard error.
    """

    process: subprocess.Popen[bytes]
    home: Path
    out: Path
    err: Path

    def lines(self) -> list[str]:
        """The complete lines of standard output so far."""
        return [line.rstrip("\n") for line in self.out.read_text("utf-8").splitlines(keepends=True) if line[-1] == "\n"]

    def wait(self, seconds: float = 30.0) -> int:
        """Its exit code, once it ended by itself."""
        return self.process.wait(seconds)

    def interrupt(self) -> None:
        """What Ctrl+C in its terminal would do."""
        self.process.send_signal(signal.SIGINT)


class Start(Protocol):
    """How a test starts the program."""

    def __call__(self, *arguments: str, **env: str) -> Program:
        """Start it with *arguments*; *env* is put over the environment the fixture made."""


@dataclass(slots=True)
class Starter:
    """Starts programs and ends them all; each numbered, so that a test can start a second one."""

    folder: Path
    home: Path
    env: dict[str, str]
    stack: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)
    started: list[Program] = field(default_factory=list)

    def __call__(self, *arguments: str, **env: str) -> Program:
        number = len(self.started) + 1
        out, err = self.folder / f"program-{number}.out", self.folder / f"program-{number}.err"
        process = self.stack.enter_context(
            subprocess.Popen(
                [sys.executable, "-m", "stretch_timer", *arguments],
                env=self.env | env,
                stdin=subprocess.DEVNULL,
                stdout=self.stack.enter_context(out.open("wb")),
                stderr=self.stack.enter_context(err.open("wb")),
                start_new_session=True,
            )
        )
        self.stack.callback(stop, process)
        self.started.append(Program(process, self.home, out, err))
        return self.started[-1]


@pytest.fixture
def program(display: str, sound: Sound, folder: Path, home: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts the real program on the virtual screen with the virtual sound card; it is ended with the test."""
    # HOME and the runtime folder are the test's own too: what the program writes outside its folders can be found,
    # and no program meets another test's.
    person = tmp_path / "person"
    person.mkdir()
    runtime = tempfile.mkdtemp(dir=folder)
    env = outside(
        **sound.env
        | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "STRETCH_TIMER_HOME": str(home)}
        | {"HOME": str(person), "XDG_RUNTIME_DIR": runtime, "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"},
    )
    starter = Starter(tmp_path, home, env)
    with starter.stack:
        yield starter
    # pytest shows this below a test that failed.
    for one in starter.started:
        sys.stderr.write(one.err.read_text("utf-8", "replace"))


@pytest.fixture
def screenshot(display: str) -> Callable[[Path], Path]:
    """Takes a picture of the whole virtual screen into a file."""
    needs(**{"import": "imagemagick"})

    def take(path: Path) -> Path:
        subprocess.run(
            ["import", "-silent", "-window", "root", str(path)],  # noqa: S607 - found by needs()
            env=outside(DISPLAY=display),
            check=True,
        )
        return path

    return take


@pytest.fixture
def press(display: str) -> Callable[..., None]:
    """Presses keys, named as xdotool names them (`space`, `Right`, `ctrl+Return`), in the window that has the focus."""
    needs(xdotool="xdotool")

    def send(*keys: str) -> None:
        subprocess.run(["xdotool", "key", *keys], env=outside(DISPLAY=display), check=True)  # noqa: S607

    return send


@pytest.fixture
def focused(display: str) -> Callable[[], str]:
    """Tells the title of the window that has the focus, "" for none."""
    needs(xdotool="xdotool")

    def ask() -> str:
        command = ["xdotool", "getactivewindow", "getwindowname"]
        done = subprocess.run(command, env=outside(DISPLAY=display), capture_output=True, check=False)
        return done.stdout.decode().strip()

    return ask


@pytest.fixture(scope="session")
def wait_until() -> Callable[..., object]:
    """`wait_until(predicate, seconds, what)`, see waiting.py."""
    return wait_until_
