"""The log as a table for spreadsheets: `history --csv`."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from stretch_timer.storage.history_document import session_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from stretch_timer.storage.history import History

SESSION_COLUMNS = (
    "id",
    "device",
    "routine",
    "name",
    "started_at",
    "ended_at",
    "status",
    "planned_seconds",
    "active_seconds",
    "paused_seconds",
    "speed",
    "discomfort_before",
    "discomfort_after",
    "note",
)
HOLD_COLUMNS = {
    "stretch": "stretch",
    "side": "side",
    "rep": "rep",
    "planned_seconds": "hold_planned_seconds",
    "held_seconds": "hold_held_seconds",
    "outcome": "outcome",
}
"""A hold's key in JSON, and its column; the session has planned seconds too."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a formula begins; the last four are the wide forms, which some spreadsheets take too."""


def history_csv(history: History, since: date | None = None, until: date | None = None) -> str:
    """The sessions from *since* to *until*, one row a hold; RFC 4180.

    A session without a hold has one row whose hold columns are empty, so that no session is missing. A text that a
    spreadsheet would take for a formula gets an apostrophe in front.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow((*SESSION_COLUMNS, *HOLD_COLUMNS.values()))
    for session in history.sessions(since, until):
        writer.writerows(_rows(session_document(session)))
    return table.getvalue()


def _rows(session: Mapping[str, Any]) -> Iterator[list[object]]:
    shared = [_cell(session[column]) for column in SESSION_COLUMNS]
    for hold in session["holds"] or [{}]:
        yield [*shared, *(_cell(hold.get(key)) for key in HOLD_COLUMNS)]


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
