from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from pathlib import Path


MINE = """\
schema: 1
name: Mine
stretches:
  - stretch: chair-hamstring
    repeat: 1
    hold: 5 s
"""


class Run(Protocol):
    """How a test calls the command."""

    def __call__(self, *arguments: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
        """Call it with *arguments*; *env* is put over the environment the fixture made."""


@pytest.fixture
def run(home: Path) -> Run:
    """Runs the real command in a process of its own, with no display, no sound and no input."""

    def call(*arguments: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
        kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        return subprocess.run(
            [sys.executable, "-m", "stretch_timer", *map(str, arguments)],
            env=kept | {"STRETCH_TIMER_HOME": str(home)} | env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return call


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A routine of one's own: one short hold a leg."""
    path = tmp_path / "mine.yaml"
    path.write_text(MINE, "utf-8")
    return path


def test_the_version(run: Run) -> None:
    done = run("--version")

    assert (done.returncode, done.stdout.split()[0]) == (0, "stretch-timer,")


def test_the_plan_as_json(run: Run) -> None:
    done = run("plan", "hamstring-lower-back", "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["total_seconds"] == 865.0


def test_one_side_only(run: Run) -> None:
    done = run("plan", "hamstring-lower-back", "--sides", "left", "--json")

    assert {one["side"] for one in json.loads(done.stdout)["segments"]} == {None, "both", "left"}


def test_minutes_never_cut_one_side(run: Run) -> None:
    document = json.loads(run("plan", "hamstring-lower-back", "--minutes", "8", "--json").stdout)
    sides = [one["side"] for one in document["segments"] if one["kind"] == "hold"]

    assert document["total_seconds"] <= 480
    assert sides.count("left") == sides.count("right") > 0


def test_too_few_minutes_are_answered_in_a_sentence(run: Run) -> None:
    done = run("plan", "hamstring-lower-back", "--minutes", "0.1")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "nothing of this routine fits into 0.1 min: the shortest, Standing hamstring stretch, done once, "
        "takes 0.5 min\n"
    )


def test_an_unknown_routine_is_answered_with_the_nearest(run: Run) -> None:
    done = run("plan", "hamstring-lower-bak")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "no routine 'hamstring-lower-bak'; did you mean 'hamstring-lower-back'?\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("plan",),
        ("dance",),
        ("plan", "x", "--minutes", "0"),
        ("plan", "x", "--sides", "up"),
        ("follow", "--speed", "2000"),
        ("history", "--since", "yesterday"),
        ("history", "--json", "--csv"),
        ("check",),
    ],
)
def test_a_wrong_command_line_is_exit_code_2(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_check_prints_the_place_and_what_is_allowed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(MINE.replace("5 s", "-40 s").replace("repeat", "repeats"), "utf-8")
    done = run("check", path)

    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"{path}:5:5: error: unknown key 'repeats'; did you mean 'repeat'?",
        f"{path}:6:11: error: hold must be above 0 s, at most 600 s, not -40 s",
        "1 file, 2 problems",
    ]


def test_check_of_what_is_right(run: Run, mine: Path) -> None:
    done = run("check", mine)

    assert (done.returncode, done.stdout) == (0, "1 file, no problems\n")


def test_a_bad_routine_is_shown_as_it_stands(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(MINE.replace("5 s", "0"), "utf-8")
    done = run("follow", path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{path}:6:11: error: hold must be above 0 s, at most 600 s, not 0 s\n"


def test_routines_are_listed(run: Run) -> None:
    assert "hamstring-lower-back   14:25  Hamstring stretches for lower back pain" in run("routines").stdout
    assert json.loads(run("routines", "--json").stdout)["schema"] == 1


def test_without_a_display_the_terminal_guides_and_says_so(run: Run, mine: Path) -> None:
    done = run("follow", mine, "--speed", "100")

    assert done.returncode == 0
    assert done.stderr == "There is no display here, so the session runs in the terminal.\n"
    assert "Stop if it hurts." in done.stdout
    assert "Right leg" in done.stdout


def test_without_a_display_there_is_no_window_to_open(run: Run) -> None:
    done = run()

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "There is no display to open a window on. In the terminal, run: stretch-timer follow\n"


def test_events_on_standard_output_are_nothing_but_json(run: Run, mine: Path) -> None:
    done = run("follow", mine, "--terminal", "--speed", "100", "--events", "-")
    events = [json.loads(line) for line in done.stdout.splitlines()]

    assert events[0]["event"] == "session-started"
    assert events[-1]["event"] == "session-finished"
    assert [one["held_seconds"] for one in events if one["event"] == "hold-ended"] == [5.0, 5.0]


def test_a_session_is_in_the_history_afterwards(run: Run, mine: Path) -> None:
    run("follow", mine, "--terminal", "--speed", "100")
    (session,) = json.loads(run("history", "--json").stdout)["sessions"]

    assert session["status"] == "completed"
    assert session["speed"] == 100.0
    assert [(one["side"], one["held_seconds"], one["outcome"]) for one in session["holds"]] == [
        ("right", 5.0, "done"),
        ("left", 5.0, "done"),
    ]
    assert len(run("history", "--csv").stdout.splitlines()) == 3
    assert "Mine" in run("history").stdout


def test_no_log_writes_nothing(run: Run, mine: Path, home: Path) -> None:
    run("follow", mine, "--terminal", "--speed", "100", "--no-log", "--mute")

    assert not list(home.rglob("*.db"))


def test_the_log_travels_by_file(run: Run, mine: Path, tmp_path: Path) -> None:
    run("follow", mine, "--terminal", "--speed", "100")
    path = tmp_path / "log.json"
    assert run("history", "export", path).stdout == f"Saved 1 session to {path}\n"

    elsewhere = {"STRETCH_TIMER_HOME": str(tmp_path / "elsewhere")}
    assert run("history", "import", path, **elsewhere).stdout == "Added 1 session; 0 were there already\n"
    assert run("history", "import", path, **elsewhere).stdout == "Added 0 sessions; 1 were there already\n"
    assert run("history", "--json", **elsewhere).stdout == run("history", "--json").stdout


def test_a_broken_import_changes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_text("{", "utf-8")
    done = run("history", "import", path)

    assert done.returncode == 1
    assert done.stderr.startswith(f"{path}: nothing was imported, because ")
    assert done.stderr.count("\n") == 1


def test_nothing_to_resume(run: Run) -> None:
    done = run("follow", "--terminal", "--resume")

    assert (done.returncode, done.stderr) == (1, "There is no interrupted session to go on with.\n")


def test_a_file_that_cannot_be_written_is_one_sentence(run: Run, mine: Path, tmp_path: Path) -> None:
    done = run("follow", mine, "--terminal", "--events", tmp_path / "none" / "events")

    assert done.returncode == 1
    assert done.stderr == f"{tmp_path}/none/events: No such file or directory\n"


def test_the_doctor_examines_this_computer(run: Run, home: Path) -> None:
    done = run("doctor", "--json")
    checks = {one["name"]: one for one in json.loads(done.stdout)["checks"]}

    assert (done.returncode, done.stderr) == (0, "")
    assert checks["voice engine"]["ok"]
    assert checks["display"] == {"name": "display", "ok": False, "found": "none: sessions run in the terminal"}
    assert checks["data folder"]["found"] == str(home / "data")
    assert "voice engine" in run("doctor").stdout


def test_nothing_is_written_outside_the_folders(run: Run, mine: Path, tmp_path: Path, home: Path) -> None:
    person = tmp_path / "person"
    person.mkdir()
    run("follow", mine, "--terminal", "--speed", "100", HOME=str(person))

    assert list(person.iterdir()) == []
    assert [path.name for path in home.iterdir()] == ["data"]
