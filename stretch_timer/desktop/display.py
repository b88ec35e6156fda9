"""Whether there is a screen to open a window on."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

X_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108  # where every X server on this computer listens
ASK_S = 2.0


def has_display() -> bool:
    """Whether a window can be shown. Qt ends the whole program when it cannot, so it is asked first."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM", "xcb") not in ("xcb", "wayland"):
        return True
    return _wayland_answers() or _x_answers(os.environ.get("DISPLAY", ""))


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and _listens(Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name)


def _x_answers(display: str) -> bool:
    """Whether the X server *display*, such as `:0` or `far:10.0`, takes connections."""
    host, _, number = display.partition(":")
    number = number.partition(".")[0]
    if not number.isdigit():
        return False
    if host not in ("", "unix"):
        return _connects((host, 6000 + int(number)))
    # Besides its file, a server on Linux listens on the same name in the abstract namespace.
    return _listens(X_SOCKETS / f"X{number}") or _listens(f"\0{X_SOCKETS}/X{number}")


def _listens(path: Path | str) -> bool:
    with socket.socket(socket.AF_UNIX) as asking:
        return asking.connect_ex(str(path)) == 0


def _connects(address: tuple[str, int]) -> bool:
    try:
        socket.create_connection(address, ASK_S).close()
    except OSError:
        return False
    return True
