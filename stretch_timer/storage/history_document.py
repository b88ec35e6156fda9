"""The log as other programs read it, `history --json`, and as a person reads it in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from stretch_timer.storage.history_records import IN_JSON
from stretch_timer.storage.plan_document import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stretch_timer.storage.history import History
    from stretch_timer.storage.history_records import LoggedSession

SCHEMA = 1
SECONDS = frozenset(IN_JSON.values())


def history_document(history: History, since: date | None = None, until: date | None = None) -> dict[str, object]:
    """The sessions from *since* to *until*, both included, as plain data."""
    return {"schema": SCHEMA, "sessions": [session_document(session) for session in history.sessions(since, until)]}


def session_document(session: LoggedSession) -> dict[str, Any]:
    """*session* as plain data: moments with their offset, lengths in seconds."""
    document: dict[str, Any] = msgspec.to_builtins(session)
    document["holds"] = [_rounded(hold) for hold in document["holds"]]
    # msgspec writes Z for an offset of 0, which is right too, but then the offset is not always in the same place.
    return _rounded(document) | {"started_at": session.started_at.isoformat(), "ended_at": session.ended_at.isoformat()}


def _rounded(document: dict[str, Any]) -> dict[str, Any]:
    """*document* with its seconds as whole milliseconds: what is beyond them comes from adding binary fractions."""
    return {key: round(value, 3) if key in SECONDS else value for key, value in document.items()}


def history_lines(history: History, since: date | None = None, until: date | None = None) -> Iterator[str]:
    """The sessions from *since* to *until*, one line each, then how many they are."""
    sessions = history.sessions(since, until)
    for session in sessions:
        lengths = f"{clock(session.active_s):>6}  held {clock(session.held_s):>5}"
        line = (
            f"{session.started_at:%Y-%m-%d %H:%M}  {session.status:<11}  {lengths}  {session.name}{_remarks(session)}"
        )
        # A name or a note may come from anywhere, and a terminal obeys what is not printable.
        yield "".join(letter if letter.isprintable() else " " for letter in line)
    count = f"{len(sessions)} session{'' if len(sessions) == 1 else 's'}" if sessions else "No sessions"
    yield f"{count}, {clock(sum(session.held_s for session in sessions))} held" if sessions else count


def _remarks(session: LoggedSession) -> str:
    before, after = ("?" if told is None else told for told in (session.discomfort_before, session.discomfort_after))
    remarks = (
        f"discomfort {before} to {after}" if (before, after) != ("?", "?") else "",
        f"tried out {session.speed:g} times as fast" if session.speed != 1 else "",
        session.note,
    )
    told = "; ".join(filter(None, remarks))
    return f"  ({told})" if told else ""
