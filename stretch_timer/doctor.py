"""What works on this computer, found out by asking, for the `doctor` command."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stretch_timer import __version__
from stretch_timer.app import quiet_qt
from stretch_timer.desktop.display import has_display
from stretch_timer.storage.folders import Folders
from stretch_timer.storage.history import History
from stretch_timer.storage.history_errors import HistoryError

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = 1
LATER = "not used by this version: there are no reminders yet"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        ok: Whether the program can use it.
        found: What it is, or what is missing.
    """

    name: str
    ok: bool
    found: str


def examine() -> list[Finding]:
    """Look at everything; takes as long as starting a voice."""
    return [
        Finding("version", ok=True, found=f"{__version__}, Python {platform.python_version()}, {platform.platform()}"),
        *_sound(),
        _display(),
        *(Finding(name, ok=False, found=LATER) for name in ("idle source", "tray", "notifications", "quiet signals")),
        _log(),
        *_folders(),
    ]


def _sound() -> Iterator[Finding]:
    quiet_qt()
    try:
        from stretch_timer.desktop import qt_messages  # noqa: PLC0415  # Qt's libraries may be missing
        from stretch_timer.voice.doctor import examine as listen  # noqa: PLC0415  # as above
    except ImportError as error:
        yield Finding("sound output", ok=False, found=f"Qt cannot be loaded: {error}")
        return
    qt_messages.pass_on()
    for name, found in listen().items():
        yield Finding(name, ok=not found.startswith("none"), found=found)


def _display() -> Finding:
    there = has_display()
    return Finding("display", ok=there, found="there" if there else "none: sessions run in the terminal")


def _log() -> Finding:
    path = Folders.here().data / "history.db"
    if not path.exists():
        return Finding("log", ok=True, found="empty")
    try:
        with History.open(path) as history:
            count = len(history.sessions())
    except (HistoryError, OSError) as error:
        return Finding("log", ok=False, found=str(error))
    return Finding("log", ok=True, found=f"{count} session{'' if count == 1 else 's'}")


def _folders() -> Iterator[Finding]:
    folders = Folders.here()
    for name, path in (("settings", folders.config), ("data", folders.data), ("cache", folders.cache)):
        yield Finding(f"{name} folder", ok=True, found=str(path))


def doctor_document(findings: list[Finding]) -> dict[str, object]:
    """*findings* as plain data."""
    checks = [{"name": one.name, "ok": one.ok, "found": one.found} for one in findings]
    return {"schema": SCHEMA, "version": __version__, "checks": checks}


def doctor_lines(findings: list[Finding]) -> Iterator[str]:
    """One finding a line; what does not work is marked."""
    width = max(len(one.name) for one in findings)
    for one in findings:
        yield f"{'' if one.ok else '!':1} {one.name:<{width}}  {one.found}"
