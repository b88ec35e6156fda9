"""The whole program on a real screen with real sound."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.end_to_end.conftest import Program, Sound, Start

SPEED = "60"
LOUD = 300
"""A sample above this is not silence."""


def events(program: Program) -> list[dict[str, Any]]:
    return [json.loads(line) for line in program.lines()]


def history(home: Path) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "stretch_timer", "history", "--json"]
    done = subprocess.run(command, env={"STRETCH_TIMER_HOME": str(home)}, capture_output=True, check=True)
    sessions: list[dict[str, Any]] = json.loads(done.stdout)["sessions"]
    return sessions


def test_the_articles_routine_from_beginning_to_end(program: Start, sound: Sound, tmp_path: Path) -> None:
    with sound.record(tmp_path / "heard.raw") as recording:
        follow = program("follow", "hamstring-lower-back", "--speed", SPEED, "--events", "-")
        assert follow.wait(60) == 0
        heard = recording.samples()

    told = events(follow)
    held = [one for one in told if one["event"] == "hold-ended"]
    assert [one["held_seconds"] for one in held if one["stretch"] == "wall-hamstring"] == [40.0] * 6
    sides = [(one["stretch"], one["side"]) for one in held if one["side"] != "both"]
    chair = [("chair-hamstring", "right")] * 4 + [("chair-hamstring", "left")] * 4
    band = [("band-hamstring", "right")] * 2 + [("band-hamstring", "left")] * 2
    assert sides == chair + band
    assert [(one["t"], one["to"]) for one in told if one["event"] == "sides-switched"] == [
        (205.0, "left"),
        (417.0, "left"),
    ]
    assert told[-1]["event"] in ("session-finished", "cue"), "the finish tone may begin after the end"
    assert max(heard) > LOUD, "tones and voice are heard"
    assert follow.err.read_text() == ""

    (session,) = history(follow.home)
    assert (session["status"], session["speed"]) == ("completed", 60.0)
    assert sum(one["held_seconds"] for one in session["holds"]) == 540.0
    assert [one["held_seconds"] for one in session["holds"] if one["stretch"] == "wall-hamstring"] == [40.0] * 6


def test_keys_steer_the_real_window(
    program: Start, press: Callable[..., None], wait_until: Callable[..., object], screenshot: Callable[[Path], Path],
    focused: Callable[[], str],
) -> None:  # fmt: skip
    follow = program("follow", "hamstring-lower-back", "--mute", "--events", "-")

    def seen(name: str, times: int = 1) -> bool:
        return [one["event"] for one in events(follow)].count(name) >= times

    wait_until(lambda: seen("session-started"), 30, "the session to start")
    wait_until(lambda: focused() == "Stretch Timer", 10, "the window to have the focus")
    press("e")
    wait_until(lambda: seen("eased-off"), 10, "E to ease off")
    press("Up")
    wait_until(lambda: seen("extended"), 10, "Up to add ten seconds")
    press("Right")
    wait_until(lambda: seen("skipped"), 10, "Right to skip")
    press("Left")
    wait_until(lambda: seen("went-back"), 10, "Left to do it again")
    press("r")
    wait_until(lambda: seen("extended", 2), 10, "R to add a repetition")
    press("space")
    wait_until(lambda: seen("paused"), 10, "Space to pause")
    assert screenshot(follow.home.parent / "paused.png").stat().st_size > 0
    press("space")
    wait_until(lambda: seen("resumed"), 10, "Space to go on")
    press("Escape")
    wait_until(lambda: seen("paused", 2), 10, "Escape to ask")
    press("Escape")
    wait_until(lambda: seen("resumed", 2), 10, "Escape to go on")
    press("alt+F4")
    assert follow.wait(20) == 0

    assert [one["event"] for one in events(follow)][-2:] == ["stopped", "session-finished"]
    (session,) = history(follow.home)
    assert session["status"] == "stopped"


def test_ctrl_c_ends_the_window_properly(program: Start, wait_until: Callable[..., object]) -> None:
    follow = program("follow", "--mute", "--events", "-")
    wait_until(lambda: bool(follow.lines()), 30, "the session to start")
    follow.interrupt()

    assert follow.wait(20) == 130
    assert history(follow.home)[0]["status"] == "stopped"
    assert follow.err.read_text() == ""


def test_ctrl_c_ends_the_terminal_properly(program: Start, wait_until: Callable[..., object]) -> None:
    follow = program("follow", "--terminal", "--events", "-")
    wait_until(lambda: bool(follow.lines()), 30, "the session to start")
    follow.interrupt()

    assert follow.wait(20) == 130
    assert history(follow.home)[0]["status"] == "stopped"
    assert "Traceback" not in follow.err.read_text()


def test_no_sound_server_and_no_voice_stop_nothing(program: Start, tmp_path: Path) -> None:
    follow = program("follow", "--speed", "200", "--events", "-", PULSE_SERVER=f"unix:{tmp_path}/nobody")

    assert follow.wait(60) == 0
    assert history(follow.home)[0]["status"] == "completed"
    assert follow.err.read_text() == ""
