"""The log when the program is killed, and when several programs use it at once: real processes, real files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.plan import SegmentKind
from stretch_timer.core.session import Session
from stretch_timer.storage.history import History
from stretch_timer.storage.history_records import Status

if TYPE_CHECKING:
    from stretch_timer.storage.unfinished import Unfinished

RECORD = Path(__file__).with_name("record_for_ever.py")
OPEN = """
import sys
from pathlib import Path
from stretch_timer.storage.history import History
sys.stdin.read()
with History.open(Path(sys.argv[1])) as history:
    print(history.device)
"""


def check_place(unfinished: Unfinished) -> None:
    """The holds and the place in the plan were written together: nothing is lost and nothing is done twice."""
    progress = unfinished.progress
    assert sum(hold.held_s for hold in unfinished.holds) == pytest.approx(progress.held_s)
    done = unfinished.plan.segments[: progress.index]
    assert len(unfinished.holds) == sum(segment.kind is SegmentKind.HOLD for segment in done)
    session = Session.restore(unfinished.plan, progress, 0.0, paused=True)
    assert session.held_s(0.0) == pytest.approx(unfinished.held_s)


@pytest.mark.parametrize("holds", [1, 2, 3, 5, 8, 13, 21, 34, 55, 89])
def test_a_kill_loses_no_hold_that_had_ended(log_path: Path, holds: int) -> None:
    command = [sys.executable, str(RECORD), str(log_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as recording:
        assert recording.stdout is not None
        told = [recording.stdout.readline() for _ in range(holds)]
        with History.open(log_path) as looking:
            assert (looking.sessions(), looking.unfinished()) == ((), None)
        recording.kill()
        told += [line for line in recording.stdout.readlines() if line.endswith("\n")]  # the last may be cut off

    with History.open(log_path) as history:
        assert history.database.query("PRAGMA integrity_check")[0][0] == "ok"
        assert history.database.query("PRAGMA foreign_key_check") == []
        unfinished = history.unfinished()
        assert unfinished is not None
        saved = [f"{unfinished.id} {hold.held_s}\n" for hold in unfinished.holds]
        assert saved[: len(told)] == told
        assert len(saved) <= len(told) + 1
        check_place(unfinished)

        history.keep(unfinished)
        (session,) = history.sessions()
        assert (session.status, session.held_s) == (Status.INTERRUPTED, pytest.approx(unfinished.held_s))


def test_several_programs_may_make_the_log_at_once(log_path: Path) -> None:
    log_path.parent.mkdir()
    command = [sys.executable, "-c", OPEN, str(log_path)]
    opening = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    for process in opening:
        assert process.stdin is not None
        process.stdin.close()
    told = set()
    for process in opening:
        with process:
            assert process.stdout is not None
            assert process.stderr is not None
            told.add(process.stdout.read())
            assert process.stderr.read() == ""
    assert len(told) == 1
