from __future__ import annotations

import io
import json
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from stretch_timer.core.compiling import compile_plan
from stretch_timer.core.events import CueDue
from stretch_timer.core.session import Session
from stretch_timer.storage.event_stream import EventStream, open_stream
from stretch_timer.storage.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from stretch_timer.core.events import Event


@pytest.fixture
def session() -> Session:
    return Session(compile_plan(Library.here().routine("hamstring-lower-back")))


def lines(events: list[Event]) -> list[dict[str, Any]]:
    out = io.StringIO()
    stream = EventStream(out)
    for event in events:
        stream.happened(event)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_hold_as_it_is_promised(session: Session) -> None:
    told = lines(session.start(100.0) + session.tick(130.0))

    assert told[0] == {
        "t": 0.0,
        "event": "session-started",
        "routine": "hamstring-lower-back",
        "name": "Hamstring stretches for lower back pain",
        "planned_seconds": 865.0,
    }
    assert {"t": 12.0, "event": "hold-started", "stretch": "standing-hamstring", "side": "both", "rep": 1} in told
    assert {
        "t": 27.0,
        "event": "hold-ended",
        "stretch": "standing-hamstring",
        "side": "both",
        "rep": 1,
        "planned_seconds": 15.0,
        "held_seconds": 15.0,
        "outcome": "done",
    } in told
    segment = next(one for one in told if one["event"] == "segment-started")
    assert (segment["kind"], segment["index"]) == ("set-up", 0)


def test_every_kind_of_event_has_its_promised_name(session: Session) -> None:
    events = session.start(0.0)
    events += session.pause(20.0) + session.resume(30.0) + session.ease_off(34.0) + session.extend(35.0)
    events += session.one_more(36.0) + session.restart_rep(37.0) + session.next(40.0)
    events += session.tick(160.0) + session.stop(200.0)
    told = lines(events)

    assert {one["event"] for one in told} == {
        "session-started",
        "segment-started",
        "hold-started",
        "hold-ended",
        "sides-switched",
        "paused",
        "resumed",
        "skipped",
        "went-back",
        "extended",
        "eased-off",
        "stopped",
        "session-finished",
    }
    assert told[-1] == {
        "t": 200.0,
        "event": "session-finished",
        "status": "stopped",
        "active_seconds": 187.0,
        "paused_seconds": 13.0,
    }
    assert [one["seconds"] for one in told if one["event"] == "extended"] == [10.0, 0.0]
    assert [one["reps"] for one in told if one["event"] == "extended"] == [0, 1]


def test_a_cue_waits_for_its_sound_and_says_how_late_it_was(session: Session) -> None:
    out = io.StringIO()
    stream = EventStream(out)
    cues = []
    for event in session.start(50.0) + session.tick(62.0):
        stream.happened(event)
        cues += [event.cue] if isinstance(event, CueDue) else []
    assert '"cue"' not in out.getvalue()

    stream.cue_began(cues[-1], 12.34)
    stream.cue_began(cues[0], None)
    assert [json.loads(line) for line in out.getvalue().splitlines()[-2:]] == [
        {"t": 12.0, "event": "cue", "kind": "tone", "text": "start", "late_ms": 12.3},
        {"t": 0.0, "event": "cue", "kind": "voice", "text": "Standing hamstring stretch.", "late_ms": None},
    ]


def test_events_go_to_a_file_to_standard_output_or_nowhere(tmp_path: Path, session: Session) -> None:
    path = tmp_path / "events.jsonl"
    with ExitStack() as files:
        stream = open_stream(str(path), files)
        assert stream is not None
        for event in session.start(0.0):
            stream.happened(event)
        assert path.read_text("utf-8").count("\n") == 2, "each line is there at once"
        assert open_stream("", files) is None


def test_a_dash_is_standard_output(capsys: pytest.CaptureFixture[str], session: Session) -> None:
    with ExitStack() as files:
        stream = open_stream("-", files)
        assert stream is not None
        stream.happened(session.start(0.0)[0])
    assert json.loads(capsys.readouterr().out)["event"] == "session-started"
    assert not sys.stdout.closed
