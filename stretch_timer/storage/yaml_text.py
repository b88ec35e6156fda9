"""A file on the disk, to text that YAML can hold. Refuses what is too long before reading it."""

from __future__ import annotations

import codecs
import re
import stat
from typing import TYPE_CHECKING

from stretch_timer.storage.problems import Place, RoutineError

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_BYTES = 1_000_000
# YAML 1.1 allows no others, and PyYAML's two parsers word it differently.
_NOT_FOR_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_text(path: Path) -> str:
    """The text of the file at *path*.

    Raises:
        RoutineError: It cannot be read, is too long, not UTF-8, or holds characters that YAML does not allow.
    """
    text = _decoded(path, _bytes(path).removeprefix(codecs.BOM_UTF8))
    bad = _NOT_FOR_YAML.search(text)
    if bad:
        raise RoutineError.at(path, f"character {bad[0]!r} is not allowed in YAML", _end_of(text[: bad.start()]))
    return text


def _bytes(path: Path) -> bytes:
    try:
        about = path.stat()
        # Opening a pipe would wait for someone to write into it.
        if not stat.S_ISREG(about.st_mode):
            raise RoutineError.at(path, "not a file" if not stat.S_ISDIR(about.st_mode) else "a folder, not a file")
        if about.st_size > LONGEST_BYTES:
            raise RoutineError.at(path, f"{about.st_size / 1e6:.1f} MB long; at most {LONGEST_BYTES / 1e6:g} MB")
        with path.open("rb") as file:
            return file.read(LONGEST_BYTES + 1)  # whatever the folder says: a file of /proc is 0 bytes long
    except OSError as error:
        raise RoutineError.at(path, f"cannot be read: {error.strerror or error}") from None
    except ValueError:  # a path may be no path at all: it holds a NUL
        raise RoutineError.at(path, "cannot be read: not a path") from None


def _decoded(path: Path, data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise RoutineError.at(path, "UTF-16, not UTF-8; save it as UTF-8")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        place = _end_of(data[: error.start].decode())
        raise RoutineError.at(path, f"not UTF-8: byte 0x{data[error.start]:02x}; save it as UTF-8", place) from None


def _end_of(text: str) -> Place:
    """Where whatever follows *text* begins."""
    return Place(line=text.count("\n") + 1, column=len(text) - text.rfind("\n"))
