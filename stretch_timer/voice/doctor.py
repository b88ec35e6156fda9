"""What speaks here and where it is heard, for the `doctor` command."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtMultimedia import QMediaDevices

from stretch_timer.voice.worker_process import parse, worker_command

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE_S = 5.0


def examine(command: Sequence[str] = (), patience_s: float = PATIENCE_S) -> dict[str, str]:
    """The speech engine, its voice and the sound output, in words, by what they are.

    Args:
        command: How the voice's worker is started; by default as the program does.
        patience_s: Seconds the worker has for its answer.
    """
    return {**examine_voice(command or worker_command(), patience_s), "sound output": examine_output()}


def examine_voice(command: Sequence[str], patience_s: float) -> dict[str, str]:
    """Ask a worker once; its stdin is closed from the start, so it greets and goes."""
    try:
        answer = greeting(command, patience_s)
    except subprocess.TimeoutExpired:
        answer = {"error": f"it did not answer within {patience_s:g} s"}
    except OSError as error:
        answer = {"error": f"it could not be started: {error.strerror}"}
    if "ready" not in answer:
        return {"voice engine": f"none: {answer.get('error', 'it stopped without a word')}", "voice": "none"}
    return {"voice engine": f"{answer.get('engine')}", "voice": f"{answer.get('voice')}"}


def greeting(command: Sequence[str], patience_s: float) -> dict[str, object]:
    """The first line a worker says."""
    done = subprocess.run(  # noqa: S603 # our own worker
        command, stdin=subprocess.DEVNULL, capture_output=True, timeout=patience_s, check=False
    )
    return parse(done.stdout.split(b"\n")[0])


def examine_output() -> str:
    """The name of the default sound output."""
    # QtMultimedia looks for devices only beside an application object; one that exists already is used.
    application = QCoreApplication.instance() or QCoreApplication([])
    device = QMediaDevices.defaultAudioOutput()
    del application
    return "none" if device.isNull() else device.description()
