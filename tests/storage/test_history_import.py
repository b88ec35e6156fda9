from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stretch_timer.storage.history import History
from stretch_timer.storage.history_document import history_document
from stretch_timer.storage.history_errors import HistoryImportError
from stretch_timer.storage.history_import import MOST_BYTES, Merged, export_to, import_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.storage.conftest import Walk

HOLD = {
    "stretch": "wall-hamstring",
    "side": "both",
    "rep": 1,
    "planned_seconds": 40.0,
    "held_seconds": 40,
    "outcome": "done",
}
SESSION = {
    "id": "019a0000-0000-7000-8000-000000000001",
    "device": "7d5c1f9e-3b7a-4e55-9d52-0a4d6b9a1c11",
    "routine": "hamstring-lower-back",
    "name": "Hamstrings",
    "started_at": "2026-11-22T09:40:00+01:00",
    "ended_at": "2026-11-22T08:55:01Z",
    "status": "completed",
    "planned_seconds": 865.0,
    "active_seconds": 871.2,
    "paused_seconds": 30.0,
    "speed": 1.0,
    "discomfort_before": 3,
    "discomfort_after": None,
    "note": "",
    "holds": [HOLD, HOLD | {"rep": 2}],
}


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[History]:
    """The log of another computer."""
    with History.open(tmp_path / "elsewhere" / "history.db") as history:
        yield history


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "log.json"


def write(file: Path, *sessions: dict[str, Any], schema: object = 1) -> Path:
    file.write_text(json.dumps({"schema": schema, "sessions": sessions}), encoding="utf-8")
    return file


def follow_some(walk: Callable[..., Walk]) -> None:
    walk(0, discomfort=4).finish()
    stopped = walk(1.123456789, speed=3.0)
    stopped.go(17.77, step_s=0.31)
    stopped.do("next")
    stopped.go(25.05, step_s=0.37)
    stopped.do("stop")
    dead = walk(2)
    dead.go(33.3)
    dead.die()


def test_a_log_goes_to_another_computer_and_is_the_same_there(
    history: History, walk: Callable[..., Walk], elsewhere: History, file: Path
) -> None:
    follow_some(walk)
    assert export_to(history, file) == 3
    assert json.loads(file.read_bytes()) == history_document(history)

    assert import_from(elsewhere, file) == Merged(added=3, known=0)

    assert history_document(elsewhere) == history_document(history)
    assert elsewhere.device != history.device
    assert {session.device for session in elsewhere.sessions()} == {history.device}
    assert elsewhere.unfinished() is None


def test_importing_twice_changes_nothing(
    history: History, walk: Callable[..., Walk], elsewhere: History, file: Path
) -> None:
    follow_some(walk)
    export_to(history, file)
    import_from(elsewhere, file)
    before = history_document(elsewhere)

    assert import_from(elsewhere, file) == Merged(added=0, known=3)

    assert history_document(elsewhere) == before
    assert import_from(history, file) == Merged(added=0, known=3)
    assert history.unfinished() is not None  # one's own unfinished session is still one's own


def test_two_logs_become_one(history: History, walk: Callable[..., Walk], elsewhere: History, file: Path) -> None:
    walk().finish()
    import_from(elsewhere, write(file, SESSION))
    export_to(history, file)

    assert import_from(elsewhere, file) == Merged(added=1, known=0)

    assert len(elsewhere.sessions()) == 2


def test_what_is_in_the_log_already_stays_as_it_is(history: History, file: Path) -> None:
    import_from(history, write(file, SESSION))
    assert import_from(history, write(file, SESSION | {"note": "Not mine.", "holds": []})) == Merged(0, 1)
    (session,) = history.sessions()
    assert (session.note, len(session.holds)) == ("", 2)


def test_keys_of_other_programs_and_a_byte_order_mark_do_no_harm(history: History, file: Path) -> None:
    document = {"schema": 1, "by": "me", "sessions": [SESSION | {"mood": "good", "holds": [HOLD | {"force": 3}]}]}
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(document).encode())
    assert import_from(history, file) == Merged(1, 0)


def test_offsets_are_kept(history: History, file: Path) -> None:
    import_from(history, write(file, SESSION))
    (session,) = history_document(history)["sessions"]  # type: ignore[misc]  # a list
    assert (session["started_at"], session["ended_at"]) == ("2026-11-22T09:40:00+01:00", "2026-11-22T08:55:01+00:00")


WRONG = [
    ({"id": "1"}, "sessions[0].id is not right: Expected `str` matching regex"),
    ({"status": "running"}, "sessions[0].status is not right: Invalid enum value 'running', allowed is completed, "),
    ({"planned_seconds": "865"}, "sessions[0].planned_seconds is not right: Expected `float`, got `str`"),
    ({"planned_seconds": -1.0}, "sessions[0].planned_seconds is not right: Expected `float` >= 0.0"),
    ({"active_seconds": None}, "sessions[0].active_seconds is not right: Expected `float`, got `null`"),
    ({"speed": 0}, "sessions[0].speed is not right: Expected `float` > 0.0"),
    ({"discomfort_after": 11}, "sessions[0].discomfort_after is not right: Expected `int` <= 10"),
    ({"discomfort_after": True}, "sessions[0].discomfort_after is not right: Expected `int | null`, got `bool`"),
    ({"started_at": "yesterday"}, "sessions[0].started_at is not right: Invalid RFC3339 encoded datetime"),
    ({"started_at": "2026-11-22T09:40:00"}, "sessions[0].started_at is not right: Expected `datetime` with a timezone"),
    ({"ended_at": "0001-01-01T00:00:00+23:59"}, "sessions[0] is not right: year must be 1900 to 8999, not 1"),
    ({"holds": [HOLD, HOLD | {"side": "up"}]}, "sessions[0].holds[1].side is not right: Invalid enum value 'up'"),
    ({"holds": [HOLD | {"rep": 10**30}]}, "sessions[0].holds[0].rep is not right: "),
    ({"holds": [HOLD | {"outcome": "\x1b[J" * 99}]}, "holds[0].outcome is not right: Invalid enum value '\\x1b[J"),
    ({"holds": {}}, "sessions[0].holds is not right: Expected `array`, got `object`"),
]


def refused(history: History, file: Path) -> str:
    """Why the file is not imported; the log is as it was before."""
    before = history_document(history)
    with pytest.raises(HistoryImportError) as refused:
        import_from(history, file)
    assert history_document(history) == before
    message = str(refused.value)
    assert message.startswith(f"{file}: nothing was imported, because ")
    assert message.endswith(".")
    assert message.isprintable()
    assert len(message) < 400 + len(str(file))
    return message


@pytest.mark.parametrize(("change", "why"), WRONG)
def test_one_wrong_value_refuses_the_whole_file(
    history: History, file: Path, change: dict[str, object], why: str
) -> None:
    good = SESSION | {"id": "019a0000-0000-7000-8000-000000000002"}
    assert why in refused(history, write(file, SESSION | change, good))


@pytest.mark.parametrize("key", SESSION)
def test_every_key_is_needed(history: History, file: Path, key: str) -> None:
    session = {name: value for name, value in SESSION.items() if name != key}
    assert f"sessions[0] is not right: Object missing required field `{key}`" in refused(history, write(file, session))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is not JSON (Input data was truncated)"),
        (b"Dear diary", "it is not JSON (JSON is malformed"),
        (b'{"schema": 1, "sessions": [', "it is not JSON"),
        (b'{"schema": 1, "sessions": []} {}', "it is not JSON"),
        ('{"schema": 1}'.encode("utf-16"), "it is not JSON"),
        (b'{"schema": 1, "x": "\xff", "sessions": [{"id": "\xff"}]}', "it is not UTF-8 text"),
        (b'{"schema": 1, "sessions": [{"name": "\\ud800"}]}', "it is not JSON"),
        (b'{"schema": 1, "x": ' + b"[" * 100_000, "it is nested too deep for a log"),
        (b"[]", "its content is not right: Expected `object`, got `array`"),
        (b"{}", "its content is not right: Object missing required field `schema`"),
        (b'{"schema": 1}', "its content is not right: Object missing required field `sessions`"),
        (b'{"schema": "1", "sessions": []}', "schema is not right: Expected `int`, got `str`, allowed is 1"),
        (b'{"schema": 0, "sessions": []}', "schema is not right: Invalid enum value 0, allowed is 1"),
        (b'{"schema": 2, "log": []}', "a newer Stretch Timer wrote it, in schema 2, and this one reads 1: update"),
    ],
)
def test_what_is_no_log_is_refused_in_a_sentence(history: History, file: Path, content: bytes, why: str) -> None:
    file.write_bytes(content)
    assert why in refused(history, file)


def test_a_session_must_not_be_in_a_file_twice(history: History, file: Path) -> None:
    assert f"the session {SESSION['id']} is in it more than once" in refused(history, write(file, SESSION, SESSION))


def test_a_file_must_be_there_and_be_a_file(history: History, tmp_path: Path) -> None:
    assert "it cannot be read (No such file or directory)" in refused(history, tmp_path / "nowhere.json")
    assert "it is not a file" in refused(history, tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert "it is not a file" in refused(history, tmp_path / "pipe")


def test_an_enormous_file_is_not_swallowed(history: History, file: Path) -> None:
    with file.open("wb") as enormous:
        enormous.truncate(MOST_BYTES + 1)  # takes no room on the disk
    assert "it is too large for a log: at most 200 MB are read" in refused(history, file)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 1200), junk=st.binary(max_size=4))
def test_a_spoilt_file_is_imported_whole_or_not_at_all(history: History, file: Path, place: int, junk: bytes) -> None:
    history.database.change("DELETE FROM sessions")
    content = write(file, SESSION).read_bytes()
    file.write_bytes(content[:place] + junk + content[place + len(junk) :])
    try:
        merged = import_from(history, file)
    except HistoryImportError:
        assert history.sessions() == ()
    else:
        assert merged == Merged(len(history.sessions()), 0)
        history_document(history)


def test_an_export_that_fails_leaves_the_file_that_was_there(
    history: History, walk: Callable[..., Walk], tmp_path: Path
) -> None:
    walk().finish()
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(OSError, match="folder"):
        export_to(history, folder)
    with pytest.raises(FileNotFoundError):
        export_to(history, tmp_path / "nowhere" / "log.json")
    assert list(folder.iterdir()) == []
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_an_export_replaces_an_older_one(history: History, file: Path) -> None:
    file.write_text("older")
    assert export_to(history, file) == 0
    assert json.loads(file.read_bytes()) == {"schema": 1, "sessions": []}
