"""Runs a speaker as its stdin says (JSON) and tells on stdout what happens, one JSON object a line.

prepare: sentences; steps: [milliseconds, do, ...], counted from a moment after they are prepared; steps_with_device:
the same, from when a sound output comes; quit_ms: when to end; command: the worker's; cache: a folder.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtCore import QObject

OPENING_MS = 600  # a device needs a moment to open; a session's first cue comes later than that
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QCoreApplication, Qt, QTimer  # noqa: E402 # the program is found by the line above
from PySide6.QtMultimedia import QMediaDevices  # noqa: E402

from stretch_timer.core.cues import Cue, CueKind, Priority  # noqa: E402
from stretch_timer.voice.speaker import Speaker  # noqa: E402


def tell(event: str, **facts: object) -> None:
    print(json.dumps({"event": event, "at_s": time.monotonic(), **facts}), flush=True)  # noqa: T201 # read by the test


def do(speaker: Speaker, what: str, *words: Any) -> None:  # noqa: ANN401 # JSON
    if what == "play":
        kind, text, priority, late_s = words
        cue = Cue(at_s=0, kind=CueKind(kind), text=text, seconds=1, priority=Priority[priority])
        tell("play", text=text)
        speaker.play(cue, late_s)
        tell("returned", text=text)
    elif what == "prepare":
        speaker.prepare(words)
    else:
        getattr(speaker, what)()


def schedule(speaker: Speaker, steps: list[list[Any]]) -> None:
    for delay_ms, *step in steps:
        after(delay_ms, speaker, partial(do, speaker, *step))


def after(delay_ms: int, parent: QObject, what: Callable[[], None]) -> None:
    """As QTimer.singleShot, which may be 5 % early or late."""
    timer = QTimer(parent, singleShot=True, interval=delay_ms, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(what)
    timer.start()


def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End with the error: Qt would go on, and the test wait."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


def main() -> None:
    script = json.load(sys.stdin)
    application = QCoreApplication([])
    sys.excepthook = fail
    speaker = Speaker(Path(script["cache"]), ROOT / "assets" / "sounds", command=script.get("command", ()))
    speaker.began.connect(lambda cue, late_ms: tell("began", text=cue.text, late_ms=late_ms))
    speaker.dropped.connect(lambda cue: tell("dropped", text=cue.text))
    speaker.trouble.connect(lambda sentence: tell("trouble", text=sentence))
    devices = QMediaDevices(application)

    def begin() -> None:
        tell("prepared")
        speaker.prepared.disconnect(begin)
        after(OPENING_MS, speaker, go)

    def go() -> None:
        schedule(speaker, script.get("steps", []))
        after(script.get("quit_ms", 0), application, application.quit)

    def device_came() -> None:
        if not QMediaDevices.defaultAudioOutput().isNull():
            schedule(speaker, script.pop("steps_with_device", []))

    devices.audioOutputsChanged.connect(device_came)
    speaker.prepared.connect(begin)
    after(0, speaker, lambda: speaker.prepare(script.get("prepare", [])))
    application.exec()
    speaker.close()


main()
