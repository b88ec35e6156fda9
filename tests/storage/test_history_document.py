from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.events import Outcome
from stretch_timer.core.stretch import Side
from stretch_timer.storage.history_csv import history_csv
from stretch_timer.storage.history_document import history_document, history_lines
from stretch_timer.storage.history_records import LoggedHold, LoggedSession, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from stretch_timer.storage.history import History
    from tests.storage.conftest import Walk

DEVICE = "7d5c1f9e-3b7a-4e55-9d52-0a4d6b9a1c11"
RFC_3339 = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d"
TODAY = date(2026, 11, 22)
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"]


def logged(
    number: int = 1, name: str = "Hamstrings", note: str = "", offset_h: float = 1, **facts: object
) -> LoggedSession:
    start = datetime(2026, 11, 22, 9, 40, tzinfo=timezone(timedelta(hours=offset_h)))
    told: dict[str, object] = {
        "status": Status.COMPLETED,
        "speed": 1.0,
        "discomfort_before": 3,
        "discomfort_after": None,
        "holds": (LoggedHold("wall-hamstring", Side.BOTH, 1, 40.0, 40.0, Outcome.DONE),),
    }
    return LoggedSession(
        id=f"019a0000-0000-7000-8000-{number:012}",
        device=DEVICE,
        routine="hamstring-lower-back",
        name=name,
        started_at=start,
        ended_at=start + timedelta(seconds=901.5),
        planned_s=865.0,
        active_s=871.2,
        paused_s=0.1 + 0.2,
        note=note,
        **(told | facts),  # type: ignore[arg-type]  # each test names the fields it is about
    )


def test_the_document_is_the_one_that_is_promised(history: History) -> None:
    history.add([logged()])
    assert history_document(history) == {
        "schema": 1,
        "sessions": [
            {
                "id": "019a0000-0000-7000-8000-000000000001",
                "device": DEVICE,
                "routine": "hamstring-lower-back",
                "name": "Hamstrings",
                "started_at": "2026-11-22T09:40:00+01:00",
                "ended_at": "2026-11-22T09:55:01.500000+01:00",
                "status": "completed",
                "planned_seconds": 865.0,
                "active_seconds": 871.2,
                "paused_seconds": 0.3,
                "speed": 1.0,
                "discomfort_before": 3,
                "discomfort_after": None,
                "note": "",
                "holds": [
                    {
                        "stretch": "wall-hamstring",
                        "side": "both",
                        "rep": 1,
                        "planned_seconds": 40.0,
                        "held_seconds": 40.0,
                        "outcome": "done",
                    }
                ],
            }
        ],
    }


def test_what_was_recorded_has_the_promised_shape(history: History, walk: Callable[..., Walk]) -> None:
    walk().finish()
    dead = walk(1)
    dead.go(50)
    dead.die()
    going = walk(2)

    document = json.loads(json.dumps(history_document(history)))

    assert [session["status"] for session in document["sessions"]] == ["completed", "interrupted"]
    for session in document["sessions"]:
        assert re.fullmatch(RFC_3339, session["started_at"])
        assert re.fullmatch(RFC_3339, session["ended_at"])
        seconds = [value for row in (session, *session["holds"]) for key, value in row.items() if "seconds" in key]
        assert {type(value) for value in seconds} == {float}
    going.die()


def test_greenwich_has_an_offset_too(history: History) -> None:
    history.add([logged(offset_h=0)])
    (session,) = history_document(history)["sessions"]  # type: ignore[misc]  # a list
    assert session["started_at"] == "2026-11-22T09:40:00+00:00"


def test_the_document_and_the_table_take_the_days_asked_for(history: History) -> None:
    history.add([logged()])
    tomorrow = TODAY + timedelta(days=1)
    assert len(history_document(history, TODAY, TODAY)["sessions"]) == 1  # type: ignore[arg-type]  # a list
    assert history_document(history, tomorrow)["sessions"] == []
    assert len(history_csv(history, None, TODAY).splitlines()) == 2
    assert len(history_csv(history, tomorrow, None).splitlines()) == 1
    assert list(history_lines(history, tomorrow, None)) == ["No sessions"]


def test_the_table_has_a_row_a_hold(history: History) -> None:
    holds = tuple(LoggedHold("chair-hamstring", side, 1, 15.0, 12.5, Outcome.SHORT) for side in (Side.RIGHT, Side.LEFT))
    history.add([logged(holds=holds)])

    text = history_csv(history)
    header, right, left = text.split("\r\n")[:-1]

    assert header == (
        "id,device,routine,name,started_at,ended_at,status,planned_seconds,active_seconds,paused_seconds,speed,"
        "discomfort_before,discomfort_after,note,stretch,side,rep,hold_planned_seconds,hold_held_seconds,outcome"
    )
    assert right == (
        f"019a0000-0000-7000-8000-000000000001,{DEVICE},hamstring-lower-back,Hamstrings,2026-11-22T09:40:00+01:00,"
        "2026-11-22T09:55:01.500000+01:00,completed,865.0,871.2,0.3,1.0,3,,,chair-hamstring,right,1,15.0,12.5,short"
    )
    assert left == right.replace("right", "left")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_a_session_without_a_hold_has_a_row_too(history: History) -> None:
    history.add([logged(holds=())])
    (row,) = csv.DictReader(io.StringIO(history_csv(history), newline=""))
    assert row["name"] == "Hamstrings"
    assert {row[column] for column in ("stretch", "side", "rep", "hold_planned_seconds", "outcome")} == {""}


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_can_start_a_formula(history: History, formula: str) -> None:
    history.add([logged(name=formula, note=formula)])
    (row,) = csv.DictReader(io.StringIO(history_csv(history), newline=""))
    assert row["name"] == row["note"] == f"'{formula}"


def test_any_text_comes_back_from_the_table(history: History) -> None:
    note = 'He said "well, = done";\r\nthen\tleft 😀'
    history.add([logged(note=note)])
    (row,) = csv.DictReader(io.StringIO(history_csv(history), newline=""))
    assert row["note"] == note


@pytest.mark.parametrize(
    ("facts", "remarks"),
    [
        ({"discomfort_before": None}, ""),
        ({}, "  (discomfort 3 to ?)"),
        ({"discomfort_after": 0, "note": "Good."}, "  (discomfort 3 to 0; Good.)"),
        ({"speed": 20.0, "discomfort_before": None}, "  (tried out 20 times as fast)"),
    ],
)
def test_a_session_is_a_line(history: History, facts: dict[str, object], remarks: str) -> None:
    history.add([logged(**facts)])
    assert list(history_lines(history)) == [
        f"2026-11-22 09:40  completed     14:31  held  0:40  Hamstrings{remarks}",
        "1 session, 0:40 held",
    ]


def test_a_name_cannot_command_the_terminal(history: History) -> None:
    history.add([logged(1, name="\x1b[2J\u202egnihctertS"), logged(2, note="one\ntwo")])
    first, second, count = history_lines(history)
    assert first.endswith("   [2J gnihctertS  (discomfort 3 to ?)")
    assert second.endswith("(discomfort 3 to ?; one two)")
    assert count == "2 sessions, 1:20 held"
