"""A worker that misbehaves as the words it is given say. Its only argument, if any, spoils its greeting."""

from __future__ import annotations

import json
import os
import signal
import sys
import wave
from pathlib import Path


def say(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def hang() -> None:
    while True:
        signal.pause()


def first_time(path: Path) -> bool:
    marker = path.with_suffix(".tried")
    seen = marker.exists()
    marker.touch()
    return not seen


def misbehave(text: str, path: Path) -> bool:
    if "once" in text and not first_time(path):
        return False
    if "hang" in text:
        hang()
    if "die" in text:
        os._exit(3)
    if "garbage" in text:
        sys.stdout.write("Audio saved to /tmp/a.wav\n")
        sys.stdout.flush()
        return True
    if "full" in text:
        say({"path": str(path), "error": "No space left on device"})
        return True
    return False


def render(path: Path) -> None:
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(22_050)
        sound.writeframes(b"\x00\x20" * 11_025)
    say({"path": str(path), "seconds": 0.5})


def greet(how: str) -> None:
    if how == "mute":
        hang()
    if how == "voiceless":
        say({"error": "no espeak"})
        sys.exit(0)
    if how == "crash":
        sys.exit(1)
    say({"ready": True, "engine": "fake", "voice": "en"})


def main() -> None:
    greet(sys.argv[1] if len(sys.argv) > 1 else "")
    for line in sys.stdin:
        request = json.loads(line)
        path = Path(request["path"])
        path.parent.mkdir(parents=True, exist_ok=True)
        if not misbehave(request["text"], path):
            render(path)


main()
