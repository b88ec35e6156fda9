"""Keys as they are pressed, without waiting for Enter."""

from __future__ import annotations

import os
import select
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from stretch_timer.core.controls import Command

if sys.platform != "win32":  # there, there always is a window
    import termios
    import tty

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = {
    " ": Command.PAUSE_OR_RESUME,
    "\x1b[D": Command.AGAIN,
    "\x1b[C": Command.NEXT,
    "\x1b[A": Command.LONGER,
    "+": Command.LONGER,
    "r": Command.ONE_MORE,
    "e": Command.EASE_OFF,
    "\x1b[B": Command.EASE_OFF,
    "\x1b": Command.STOP,
}
"""What a terminal sends, and what it means; Escape alone is the beginning of every arrow."""


class Keyboard:
    """The keys pressed on a terminal."""

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def wait(self, seconds: float) -> list[str]:
        """The keys pressed within *seconds*; returns with the first."""
        ready, _, _ = select.select([self._fd], [], [], max(0.0, seconds))
        return split_keys(os.read(self._fd, 64).decode(errors="replace")) if ready else []


class NoKeyboard:
    """Where nothing can be pressed: input is not a terminal."""

    def wait(self, seconds: float) -> list[str]:
        """Wait *seconds*; no key comes."""
        time.sleep(max(0.0, seconds))
        return []


def split_keys(text: str) -> list[str]:
    """What was read, cut into keys: an arrow is three characters long."""
    keys = []
    while text:
        length = 3 if text.startswith("\x1b[") else 1
        keys.append(text[:length])
        text = text[length:]
    return keys


@contextmanager
def keyboard() -> Iterator[Keyboard | NoKeyboard]:
    """The keyboard in raw mode, given back as it was; a silent one where input is no terminal, or on Windows."""
    if sys.platform == "win32" or not sys.stdin.isatty():
        yield NoKeyboard()
        return
    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    try:
        tty.setcbreak(fd)
        yield Keyboard(fd)
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)
