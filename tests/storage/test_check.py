from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from stretch_timer import resources
from stretch_timer.storage.check import check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from stretch_timer.storage.check import Report

    Write = Callable[[str, str], str]


STRETCH = "schema: 1\nname: Wall\nposition: supine\nsides: together\ndose: {repeat: 6-8, hold: 40 s}\n"
ROUTINE = "schema: 1\nname: Mine\nstretches: [{stretch: wall}]\n"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)

    def write(name: str, text: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    return write


def lines(report: Report) -> list[str]:
    return [str(problem) for problem in report.problems]


def test_what_ships_is_right() -> None:
    report = check([resources.routines()])

    assert lines(report) == []
    assert report.summary == f"{len(list(resources.routines().rglob('*.yaml')))} files, no problems"


def test_a_folder_is_checked_with_everything_below_it(write: Write) -> None:
    write("routines/mine.yaml", ROUTINE + "levle: gentle\n")
    write("routines/stretches/wall.yml", STRETCH.replace("40 s", "-40 s"))
    write("routines/notes.txt", "neither")
    write("routines/.hidden.yaml", "nothing")
    report = check(["routines"])

    assert lines(report) == [
        "routines/mine.yaml:4:1: error: unknown key 'levle'; did you mean 'level'?",
        "routines/stretches/wall.yml:5:27: error: hold must be above 0 s, at most 600 s, not -40 s",
    ]
    assert report.summary == "2 files, 2 problems"


def test_one_file_one_problem(write: Write) -> None:
    report = check([write("mine.yaml", ROUTINE)])

    assert lines(report)[0].startswith("mine.yaml:3:23: error: unknown stretch 'wall'; ")
    assert report.summary == "1 file, 1 problem"


def test_the_same_problem_is_told_once(write: Write) -> None:
    write("one.yaml", ROUTINE)
    write("two.yaml", ROUTINE)
    write("stretches/wall.yaml", "schema: 2")

    assert len(check([".", "one.yaml", "stretches"]).problems) == 1


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.yaml", "schema: 1\n", "neither a routine, which has the key 'stretches', nor a stretch, which has 'dose'"),
        ("a.yaml", "[a]", "neither a routine, which has the key 'stretches', nor a stretch, which has 'dose'"),
        ("a.yaml", "[a]: b", "neither a routine, which has the key 'stretches', nor a stretch, which has 'dose'"),
        ("a.yaml", "dose: 4", "dose must be keys and values, not the number 4; quotes make it text"),
        ("a.yaml", "say: 4", "say must be keys and values, not the number 4; quotes make it text"),
        ("stretches/a.yaml", "sources: 4", "missing key 'dose'"),
        ("routines/a.yaml", "schema: 1", "missing key 'stretches'"),
        ("a.yaml", "sources: {A: {what: x, grade: D}}", "grade must be A, B or C, not 'D'"),
        ("a.yaml", "stretches: 4", "stretches must be a list, not the number 4; quotes make it text"),
    ],
)
def test_what_a_file_is_meant_to_be(write: Write, name: str, text: str, message: str) -> None:
    report = check([write(name, text)])

    assert message in [problem.message for problem in report.problems]


def test_folders_and_paths_that_give_nothing(write: Write, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write("broken.yaml", "\0")
    report = check(["empty", "missing.yaml", "\0", "broken.yaml"])

    assert [line.split(": error: ")[1] for line in lines(report)] == [
        "no YAML files in this folder",
        "cannot be read: No such file or directory",
        "cannot be read: not a path",
        "character '\\x00' is not allowed in YAML",
    ]
    assert report.files == 3


def test_a_folder_that_may_not_be_entered_is_a_problem(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def walk(path: Path, onerror: Callable[[OSError], None]) -> list[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(13, "Permission denied", f"{path}/locked"))
        return []

    write("folder/locked/mine.yaml", ROUTINE)
    monkeypatch.setattr(os, "walk", walk)  # root may enter any folder, and tests may run as root

    assert lines(check(["folder"])) == ["folder/locked:1:1: error: cannot be read: Permission denied"]
