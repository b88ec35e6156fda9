"""The whole log as one JSON file: written, and merged into another log."""
# Without `from __future__ import annotations`: msgspec reads the annotations while the program runs.

import os
from collections import Counter
from pathlib import Path
from typing import Literal, NamedTuple
from uuid import uuid4

import msgspec

from stretch_timer.core.events import Outcome
from stretch_timer.core.stretch import Side
from stretch_timer.storage.history import History
from stretch_timer.storage.history_document import SCHEMA, session_document
from stretch_timer.storage.history_errors import HistoryImportError
from stretch_timer.storage.history_records import LoggedSession, Status
from stretch_timer.storage.wording import either

MOST_BYTES = 200_000_000
"""Some 200 years of daily sessions; a file that is larger is something else."""
_LONGEST = 150
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
ALLOWED = {"schema": (str(SCHEMA),), "status": tuple(Status), "side": tuple(Side), "outcome": tuple(Outcome)}
"""What msgspec does not name when it refuses a word."""


class Merged(NamedTuple):
    """What an import did.

    Attributes:
        added: Sessions that are in the log now.
        known: Sessions that were in the log already, which stayed as they were.
    """

    added: int
    known: int


class _Versioned(msgspec.Struct):
    schema: int


class _LogFile(msgspec.Struct):
    schema: Literal[1]
    sessions: tuple[LoggedSession, ...]


def export_to(history: History, path: Path) -> int:
    """Write the whole log to *path*, complete or not at all; how many sessions it has.

    Raises:
        OSError: It cannot be written there.
    """
    sessions = [session_document(session) for session in history.sessions()]
    part = path.with_name(f".{uuid4().hex}.part")
    try:
        _write(part, msgspec.json.format(msgspec.json.encode({"schema": SCHEMA, "sessions": sessions}), indent=2))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return len(sessions)


def import_from(history: History, path: Path) -> Merged:
    """Add those sessions of the file *path* that are not in the log, recognised by their ids; all or none.

    Raises:
        HistoryImportError: The file is not right; nothing was changed.
    """
    try:
        sessions = _sessions(_content(path))
    except (OSError, ValueError, RecursionError) as error:
        raise HistoryImportError(f"{path}: nothing was imported, because {_reason(error)}.") from error
    added = history.add(sessions)
    return Merged(added, len(sessions) - added)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())  # else a power cut could leave the name without the content


def _content(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise ValueError("it is not a file")
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ValueError(f"it is too large for a log: at most {MOST_BYTES // 1_000_000} MB are read")
    return content.removeprefix(BYTE_ORDER_MARK)


def _sessions(content: bytes) -> tuple[LoggedSession, ...]:
    version = msgspec.json.decode(content, type=_Versioned).schema
    if version > SCHEMA:
        raise ValueError(
            f"a newer Stretch Timer wrote it, in schema {version}, and this one reads {SCHEMA}: update Stretch Timer"
        )
    sessions = msgspec.json.decode(content, type=_LogFile).sessions
    twice = [session for session, count in Counter(session.id for session in sessions).items() if count > 1]
    if twice:
        raise ValueError(f"the session {twice[0]} is in it more than once")
    return sessions


def _reason(error: OSError | ValueError | RecursionError) -> str:
    """What is wrong with a file, as the end of a sentence."""
    match error:
        case OSError():
            return f"it cannot be read ({error.strerror})"
        case RecursionError():
            return "it is nested too deep for a log"
        case UnicodeDecodeError():
            return "it is not UTF-8 text"
        case msgspec.ValidationError():
            return _refusal(str(error))
        case msgspec.DecodeError():
            return f"it is not JSON ({error})"
    return str(error)


def _refusal(message: str) -> str:
    """The *message* of msgspec with the place in front, and with what is allowed there."""
    what, _, where = message.partition(" - at `$")
    where = where.strip(".`")
    key = where.rpartition(".")[2]
    allowed = f", allowed is {either(ALLOWED[key])}" if key in ALLOWED else ""
    short = f"{what[:_LONGEST]}…" if len(what) > _LONGEST else what  # it quotes the file
    return f"{where or 'its content'} is not right: {short}{allowed}"
