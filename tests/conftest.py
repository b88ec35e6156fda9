"""What every test gets: no window on anybody's screen, no file in anybody's home, and a clock that waits."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

# Qt reads this when the first application object is made. End-to-end tests start programs of their own and say
# themselves where those show up.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# QtMultimedia warns when a machine has no PipeWire and takes PulseAudio then; a warning of ours must still fail a test.
os.environ["QT_LOGGING_RULES"] = "qt.multimedia.symbolsresolver.warning=false"


class Clock:
    """A clock that moves only when told.

    Attributes:
        now: Seconds, what a call of the clock answers.
    """

    def __init__(self, now: float = 0.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands for STRETCH_TIMER_HOME; it is not made before the program makes it."""
    home = tmp_path / "home"
    monkeypatch.setenv("STRETCH_TIMER_HOME", str(home))
    return home
