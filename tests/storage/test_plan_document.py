from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.compiling import Wishes, compile_plan
from stretch_timer.storage.library import Library
from stretch_timer.storage.plan_document import clock, plan_document, plan_lines

if TYPE_CHECKING:
    from stretch_timer.core.plan import Plan


@pytest.fixture
def plan() -> Plan:
    return compile_plan(Library.here().routine("hamstring-lower-back"))


def test_the_articles_routine_is_as_promised(plan: Plan) -> None:
    document = json.loads(json.dumps(plan_document(plan)))
    segments = document.pop("segments")

    assert document == {
        "schema": 1,
        "routine": "hamstring-lower-back",
        "name": "Hamstring stretches for lower back pain",
        "total_seconds": 865.0,
        "left_out": [],
    }
    cues = segments[0].pop("cues")
    assert segments[0] == {
        "index": 0,
        "starts_at": 0.0,
        "seconds": 8.0,
        "kind": "set-up",
        "stretch": "standing-hamstring",
        "side": None,
        "rep": None,
        "reps": None,
        "moving": False,
    }
    assert cues[0] == {"at": 0.0, "kind": "voice", "text": "Standing hamstring stretch."}


def test_every_segment_starts_where_the_one_before_ends(plan: Plan) -> None:
    at = 0.0
    for index, segment in enumerate(plan_document(plan)["segments"]):  # type: ignore[arg-type, var-annotated]  # JSON
        assert (segment["index"], segment["starts_at"]) == (index, at)
        at += segment["seconds"]
    assert at == 865.0


def test_the_holds_are_the_articles(plan: Plan) -> None:
    holds = [one for one in plan_document(plan)["segments"] if one["kind"] == "hold"]  # type: ignore[attr-defined]
    counted = {
        (stretch, side): [one["seconds"] for one in holds if (one["stretch"], one["side"]) == (stretch, side)]
        for stretch, side in dict.fromkeys((one["stretch"], one["side"]) for one in holds)
    }
    assert counted == {
        ("standing-hamstring", "both"): [15.0] * 4,
        ("chair-hamstring", "right"): [15.0] * 4,
        ("chair-hamstring", "left"): [15.0] * 4,
        ("band-hamstring", "right"): [30.0] * 2,
        ("band-hamstring", "left"): [30.0] * 2,
        ("wall-hamstring", "both"): [40.0] * 6,
    }


def test_what_does_not_fit_the_minutes_is_named() -> None:
    plan = compile_plan(Library.here().routine("hamstring-lower-back"), Wishes(minutes=2))

    assert {"stretch": "wall-hamstring", "because": "minutes"} in plan_document(plan)["left_out"]  # type: ignore[operator]
    assert "Left out: wall-hamstring (minutes)" in list(plan_lines(plan))


def test_the_script_reads_from_top_to_bottom(plan: Plan) -> None:
    lines = list(plan_lines(plan))

    assert lines[:2] == [
        "Hamstring stretches for lower back pain: 14:25",
        "  0:00  set-up         8.0 s  standing-hamstring",
    ]
    assert "             0.0  “Standing hamstring stretch.”" in lines
    assert "            12.0  (start)" in lines
    assert "  3:25  switch-sides  12.0 s  chair-hamstring  left" in lines
    assert " 13:43  hold          40.0 s  wall-hamstring  both  6 of 6" in lines


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (59.6, "1:00"), (865.0, "14:25"), (3600, "60:00")])
def test_a_length_as_a_clock_shows_it(seconds: float, text: str) -> None:
    assert clock(seconds) == text
