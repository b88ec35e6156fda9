"""The voice in a process of its own: a request a line in, an answer a line out, both JSON.

Speech engines print, hang and sometimes take their process with them; here they can do no harm. This file imports
nothing of ours, so that it runs by its path from any folder: `python stretch_timer/voice/worker.py`.

    first answer    {"ready": true, "engine": "espeak", "voice": "gmw/en"}   or {"error": "why there is no voice"}
    request         {"text": "Halfway.", "path": "/.../a.wav", "words_per_minute": 150, "voice": ""}
    answer          {"path": "/.../a.wav", "seconds": 0.9}                   or {"path": "...", "error": "why not"}
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sys
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOM_BYTES = 2_000_000
"""What the longest sentence may need on disk, in bytes."""
ESPEAK = "pyttsx3.drivers._espeak"
ENGINE_ERRORS = (ImportError, OSError, RuntimeError, LookupError, AttributeError, TypeError, ValueError)
"""What pyttsx3 and its drivers raise when an engine is not there or refuses. After anything else the process ends, and
whoever started it tries a fresh one."""
SYSTEM_LIBRARIES = ("libespeak-ng.so.1", "libespeak.so.1")


def main() -> None:
    """Answer until stdin closes."""
    answers = take_stdout()
    try:
        engine, voice = open_engine()
    except ENGINE_ERRORS as error:
        say(answers, {"error": f"{error}"})
        return
    say(answers, {"ready": True, "engine": f"{engine}", "voice": voice})
    for line in sys.stdin:
        request = json.loads(line)
        say(answers, answer(engine, voice, request))


def take_stdout() -> TextIO:
    """Keep stdout for the answers alone; what engines print to stdout or stderr, also from C, goes nowhere."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers


def say(answers: TextIO, answer: dict[str, object]) -> None:
    """Write one answer; a line is never held back."""
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


def open_engine() -> tuple[Any, str]:
    """Start the platform's speech engine with an English voice.

    Returns:
        pyttsx3's engine and the id of the voice.
    """
    if sys.platform == "linux":
        preload_espeak()
    import pyttsx3  # noqa: PLC0415 # it loads libespeak-ng on import, which has to be there by then

    engine = pyttsx3.init()
    settle()
    if has_espeak():
        engine.runAndWait()  # from here on a property is set at once and not, too late for `settle`, with a sentence
    voice = english(engine.getProperty("voice"), engine.getProperty("voices"))
    return engine, voice


def preload_espeak() -> None:
    """Where the system has no libespeak-ng, load the one of espeakng-loader: pyttsx3 then finds it by its soname."""
    if any(loads(name) for name in SYSTEM_LIBRARIES):
        return
    import espeakng_loader  # noqa: PLC0415 # only on Linux, and only without a library of the system

    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


def loads(library: str) -> bool:
    """Whether the system has *library*."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def english(default: str | None, voices: Iterable[Any]) -> str:
    """The default voice if it speaks English, otherwise the first that does, otherwise the default.

    An engine's default may be the language of the system; our sentences are English.
    """
    known = [voice.id for voice in voices if is_english(voice)]
    return f"{default}" if default in known or not known else f"{known[0]}"


def is_english(voice: Any) -> bool:  # noqa: ANN401 # pyttsx3 has no types
    """Whether *voice* speaks English; engines write its language as en, en-GB, en_US or only in the name."""
    return (
        any(f"{language}".lower().startswith("en") for language in voice.languages) or "english" in voice.name.lower()
    )


def answer(engine: Any, voice: str, request: dict[str, Any]) -> dict[str, object]:  # noqa: ANN401 # as above
    """Render one request."""
    try:
        engine.setProperty("voice", request["voice"] or voice)
        engine.setProperty("rate", request["words_per_minute"])
        seconds = render(engine, request["text"], Path(request["path"]))
    except OSError as error:
        return {"path": request["path"], "error": error.strerror or f"{error}"}
    except (*ENGINE_ERRORS, EOFError, wave.Error) as error:
        return {"path": request["path"], "error": f"{error}" or type(error).__name__}
    return {"path": request["path"], "seconds": seconds}


def render(engine: Any, text: str, path: Path) -> float:  # noqa: ANN401 # as above
    """Speak *text* into *path*, which is never seen half-written.

    Returns:
        The length in seconds.
    """
    part = path.with_suffix(f".{os.getpid()}.part")
    make_room(part)
    try:
        engine.save_to_file(text, f"{part}")
        settle()
        engine.runAndWait()
        with wave.open(f"{part}") as sound:
            seconds = float(sound.getnframes() / sound.getframerate())
        if not seconds:
            raise ValueError("the voice said nothing")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return seconds


def settle() -> None:
    """Wait until espeak, which works in a thread of its own, is done with the sentence before and the new rate.

    pyttsx3 cancels what it finds going on when it starts: without this one sentence in ten is empty, cut off or spoken
    at the rate of another one.
    """
    if has_espeak():
        sys.modules[ESPEAK].Synchronize()


def has_espeak() -> bool:
    """Whether pyttsx3 speaks through espeak."""
    return ESPEAK in sys.modules


def make_room(part: Path) -> None:
    """See that *part* can be written: an engine that cannot write its file says nothing and never returns.

    Raises:
        OSError: The disk is full or read-only.
    """
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(b"")
    if shutil.disk_usage(part.parent).free < ROOM_BYTES:
        part.unlink()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


if __name__ == "__main__":
    main()
