"""The program is killed at random moments: nothing before the hold in progress is lost, and it can go on."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.end_to_end.conftest import Program, Start

AT_ONCE, ROUNDS = 10, 3
SPEED = 40.0
LENGTH_S = 865.0
MARK_S = 1.0 * SPEED + 60.0
"""Session seconds since the last mark, at most: a second of the world's, and 1.5 s for a machine with ten sessions."""

HOLDS = [
    *[("standing-hamstring", "both", rep) for rep in (1, 2, 3, 4)],
    *[("chair-hamstring", side, rep) for side in ("right", "left") for rep in (1, 2, 3, 4)],
    *[("band-hamstring", side, rep) for side in ("right", "left") for rep in (1, 2)],
    *[("wall-hamstring", "both", rep) for rep in (1, 2, 3, 4, 5, 6)],
]


class Doomed:
    """A running session that is killed once it has come to *moment*, in session seconds."""

    def __init__(self, program: Program, home: Path, moment: float) -> None:
        self.program, self.home, self.moment = program, home, moment

    def kill_when_due(self) -> bool:
        """Whether it is dead; kills it when its moment has come."""
        if self.program.process.poll() is None and any(one["t"] >= self.moment for one in events(self.program)):
            self.program.process.kill()
            self.program.process.wait()
        return self.program.process.poll() is not None


def events(program: Program) -> list[dict[str, Any]]:
    return [json.loads(line) for line in program.lines()]


def history(home: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "stretch_timer", "history", "--json"]
    done = subprocess.run(command, env={"STRETCH_TIMER_HOME": str(home)}, capture_output=True, check=True)
    (session,) = json.loads(done.stdout)["sessions"]
    return dict(session)


def facts(hold: dict[str, Any]) -> tuple[object, ...]:
    return (hold["stretch"], hold["side"], hold["rep"], hold["held_seconds"])


def assert_log_is_whole(home: Path) -> None:
    with closing(sqlite3.connect(home / "data" / "history.db")) as log:
        assert log.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert log.execute("PRAGMA foreign_key_check").fetchall() == []


def assert_nothing_before_is_lost(killed: Doomed) -> None:
    ended = [facts(one) for one in events(killed.program) if one["event"] == "hold-ended"]
    session = history(killed.home)
    logged = [facts(one) for one in session["holds"]]

    assert session["status"] == "interrupted"
    assert logged[: len(ended)] == ended
    assert len(logged) <= len(ended) + 1, "and the hold in progress, if there was one"
    assert session["active_seconds"] >= killed.moment - MARK_S


def assert_it_can_go_on(killed: Doomed, start: Start) -> None:
    before = history(killed.home)
    arguments = ("follow", "--terminal", "--speed", "1000", "--resume")
    assert start(*arguments, STRETCH_TIMER_HOME=str(killed.home)).wait(60) == 0

    whole = history(killed.home)
    assert (whole["id"], whole["status"]) == (before["id"], "completed")
    assert [facts(one)[:3] for one in whole["holds"]] == HOLDS
    assert sum(one["held_seconds"] for one in whole["holds"]) == pytest.approx(540.0)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_kill_loses_nothing_but_the_last_second(
    program: Start, wait_until: Callable[..., object], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  # a moment, no secret
    doomed = []
    for number in range(AT_ONCE):
        home = tmp_path / f"home-{number}"
        arguments = ("follow", "--terminal", "--speed", str(SPEED), "--events", "-")
        started = program(*arguments, STRETCH_TIMER_HOME=str(home))
        doomed.append(Doomed(started, home, chance.uniform(1.0, LENGTH_S - 65.0)))
    wait_until(lambda: all([one.kill_when_due() for one in doomed]), 120, "every session to be killed")  # noqa: C419  # each is looked at

    for one in doomed:
        assert_log_is_whole(one.home)
        assert_nothing_before_is_lost(one)
        assert_it_can_go_on(one, program)
