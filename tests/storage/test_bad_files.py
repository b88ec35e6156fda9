"""What is said about mistakes people make."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

from stretch_timer.storage.folders import Folders
from stretch_timer.storage.library import Library
from stretch_timer.storage.problems import RoutineError
from stretch_timer.storage.stretch_files import stretch_from
from stretch_timer.storage.yaml_tree import read_document

if TYPE_CHECKING:
    from pathlib import Path


STRETCH = """\
schema: 1
name: Wall
position: supine
sides: together
dose: {repeat: 6-8, hold: 40 s}
variants:
  one-leg: {sides: each}
"""
ROUTINE = """\
schema: 1
name: Mine
level: gentle
stretches:
  - stretch: wall
"""
LONG = "x" * 2000


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("stretches/wall.yaml", "stretches/chair.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(STRETCH, encoding="utf-8")
    return tmp_path.relative_to(tmp_path)


def complaints_about_routine(folder: Path, text: str, name: str = "mine.yaml") -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    library = Library(folder / "shipped", Folders.here())
    with pytest.raises(RoutineError) as caught:
        library.routine(str(path))
    return str(caught.value).splitlines()


def complaints_about_stretch(folder: Path, text: str, name: str = "mine.yaml") -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RoutineError) as caught:
        stretch_from(read_document(path))
    return str(caught.value).splitlines()


def test_the_two_lines_the_documentation_shows(folder: Path) -> None:
    text = """\
    schema: 1
    name: Mine
    stretches:
      - stretch: wall
        repeat: 6-8
      - stretch: chair
        hold: -40 s
        rest: 10 s
        repeats: 4
    """

    assert complaints_about_routine(folder, textwrap.dedent(text)) == [
        "mine.yaml:7:11: error: hold must be above 0 s, at most 600 s, not -40 s",
        "mine.yaml:9:5: error: unknown key 'repeats'; did you mean 'repeat'?",
    ]


@pytest.mark.parametrize(
    ("line", "place", "message"),
    [
        ("hold: 0", "6:11", "hold must be above 0 s, at most 600 s, not 0 s"),
        ("hold: 601", "6:11", "hold must be above 0 s, at most 600 s, not 601 s"),
        ("hold: .nan", "6:11", "hold must be above 0 s, at most 600 s, not nan s"),
        ("hold: .inf", "6:11", "hold must be above 0 s, at most 600 s, not inf s"),
        ("hold: yes", "6:11", "hold must be seconds, such as 40, 40 s, 1 min or 1:30, not 'yes'"),
        ("hold:", "6:10", "hold must be seconds, such as 40, 40 s, 1 min or 1:30, not nothing"),
        ("hold: [40]", "6:11", "hold must be a single value, not a list"),
        ("hold: {s: 40}", "6:11", "hold must be a single value, not keys and values"),
        ("move: 11 min", "6:11", "move must be above 0 s, at most 600 s, not 660 s"),
        ("rest: 301", "6:11", "rest must be 0 s to 300 s, not 301 s"),
        ("move-in: -1", "6:14", "move-in must be 0 s to 300 s, not -1 s"),
        ("move-out: -1", "6:15", "move-out must be 0 s to 300 s, not -1 s"),
        ("set-up: -1", "6:13", "set-up must be 0 s to 300 s, not -1 s"),
        ("switch: soon", "6:13", "switch must be seconds, such as 40, 40 s, 1 min or 1:30, not 'soon'"),
        ("repeat: 0", "6:13", "repeat must be 1 to 50, such as 4 or 6-8, not 0"),
        ("repeat: 8-6", "6:13", "repeat must be 1 to 50, such as 4 or 6-8, not 8-6"),
        ("repeat: 4.5", "6:13", "repeat must be 1 to 50, such as 4 or 6-8, not '4.5'"),
        ("repeat: [4]", "6:13", "repeat must be a single value, not a list"),
        ("sides: boht", "6:12", "sides must be left, right or both, not 'boht'"),
        ("sides: [both]", "6:12", "sides must be left, right or both, not a list"),
        ("first: ", "6:11", "first must be right, left or stiffer, not nothing"),
        ("variant: one-legs", "6:14", "wall has no variant 'one-legs'; did you mean 'one-leg'?"),
        ("variant: standing", "6:14", "wall has no variant 'standing'; known: one-leg"),
        ("variant: 12", "6:14", "variant must be text, not the number 12; quotes make it text"),
        ("{}: 4", "6:5", "a key must be text"),
        (
            "12: 4",
            "6:5",
            "unknown key '12'; known: first, hold, move, move-in, move-out, repeat, rest, set-up, sides, ",
        ),
        ("stretch: wall", "6:5", "duplicate key 'stretch'; first on line 5"),
        ("<<: *item", "6:9", "alias *item has no anchor &item before it"),
        ("<<: [{rest: 5}, 4]", "6:21", "<< merges keys and values, or a list of them"),
        ('"a\\eb\\u202e": 4', "6:5", "unknown key 'a\\x1bb\\u202e'; known: first, "),
        (f"{LONG[:900]}: 4", "6:5", f"unknown key '{LONG[:40]}…'; known: first, "),
    ],
)
def test_a_wrong_line_in_a_routine(folder: Path, line: str, place: str, message: str) -> None:
    (complaint,) = complaints_about_routine(folder, f"{ROUTINE}    {line}\n")

    assert complaint.startswith(f"mine.yaml:{place}: error: {message}")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("schema: 1\n", "", "1:1: error: missing key 'schema'"),
        ("schema: 1", "schema: 2", "1:9: error: schema 2 is newer than this program understands; update Stretch Timer"),
        ("schema: 1", "schema: 0", "1:9: error: schema must be 1, not '0'"),
        ("schema: 1", "schema: one", "1:9: error: schema must be 1, not 'one'"),
        ("schema: 1", f"schema: {'9' * 5000}", "1:9: error: schema 999999999 is newer than this program understands; "),
        ("Mine", "12", "2:7: error: name must be text, not the number 12; quotes make it text"),
        ("Mine", "yes", "2:7: error: name must be text, not the answer yes; quotes make it text"),
        ("Mine", "2026-01-31", "2:7: error: name must be text, not the date 2026-01-31; quotes make it text"),
        ("Mine", "[Mine]", "2:7: error: name must be text, not a list"),
        ("Mine", "''", "2:7: error: name must not be empty"),
        ("Mine", LONG, "2:7: error: name must have at most 80 characters, not 2000"),
        ("Mine", '"a\\e[31m"', "2:7: error: name must not hold the character '\\x1b'"),
        ("gentle", "hard", "3:8: error: level must be gentle, beginner or intermediate, not 'hard'"),
        ("\n  - stretch: wall", " []", "4:12: error: stretches must not be empty"),
        ("\n  - stretch: wall", " wall", "4:12: error: stretches must be a list, not 'wall'"),
        (
            "\n  - stretch: wall",
            f" [{'{stretch: wall},' * 101}]",
            "4:12: error: stretches must have at most 100 entries, ",
        ),
        ("- stretch: wall", "- wall", "5:5: error: stretches must be keys and values, not 'wall'"),
        ("stretch: wall", "rest: 5", "5:5: error: missing key 'stretch'"),
        (
            "stretch: wall",
            "stretch: Wall",
            "5:14: error: stretch must be lower-case words joined by hyphens, not 'Wall'",
        ),
        (
            "stretch: wall",
            "stretch: ../wall",
            "5:14: error: stretch must be lower-case words joined by hyphens, not '../wall'",
        ),
        ("stretch: wall", "stretch: walls", "5:14: error: unknown stretch 'walls'; did you mean 'wall'?"),
        ("stretch: wall", "stretch: plank", "5:14: error: unknown stretch 'plank'; known: chair, wall"),
    ],
)
def test_a_wrong_routine(folder: Path, old: str, new: str, expected: str) -> None:
    (complaint,) = complaints_about_routine(folder, ROUTINE.replace(old, new))

    assert complaint.startswith(f"mine.yaml:{expected}")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("hold: 40 s", "rest: 1", "5:7: error: missing key 'hold' or 'move'"),
        ("hold: 40 s", "hold: 4, move: 6", "5:30: error: either 'hold' or 'move', not both"),
        ("hold: 40 s", "move: 4, hold: 6", "5:30: error: either 'hold' or 'move', not both"),
        ("repeat: 6-8, ", "", "5:7: error: missing key 'repeat'"),
        (
            "supine",
            "sitting",
            "3:11: error: position must be standing, seated, supine, prone or kneeling, not 'sitting'",
        ),
        ("one-leg", "One leg", "7:3: error: variants must be lower-case words joined by hyphens, not 'One leg'"),
        ("{sides: each}", "each", "7:12: error: one-leg must be keys and values, not 'each'"),
        ("{sides: each}", "{schema: 1}", "7:13: error: unknown key 'schema'; known: also, "),
        ("{sides: each}", "{dose: {hold: 1, move: 2}}", "7:29: error: either 'hold' or 'move', not both"),
        ("variants:", "say: {hold: 4}\nvariants:", "6:13: error: hold must be text, not the number 4"),
        ("variants:", "say: {hold: [a, ~]}\nvariants:", "6:17: error: hold must be text, not nothing"),
        (
            "variants:",
            "say: {hold: 'Your {leg} leg.'}\nvariants:",
            "6:13: error: hold: '{leg}' is not known; {side} and {other} are",
        ),
        (
            "variants:",
            "say: {hold: 'Your {side leg.'}\nvariants:",
            "6:13: error: hold: '{side leg.' is not known; {side} and ",
        ),
        (
            "variants:",
            "say: {hold: 'Your side} leg.'}\nvariants:",
            "6:13: error: hold: '}' is not known; {side} and {other} are",
        ),
        (
            "variants:",
            f"say: {{move-in: {LONG}}}\nvariants:",
            "6:16: error: move-in must have at most 200 characters, not 2000",
        ),
        ("variants:", "avoid: [disc]\nvariants:", "6:9: error: avoid must be emergency-signs, disc-injury, "),
        ("variants:", "avoid: latex\nvariants:", "6:8: error: avoid must be a list, not 'latex'"),
        ("variants:", "figure: x\nvariants:", "6:9: error: figure must be keys and values, not 'x'"),
        ("variants:", "figure: {a: {b: 1, b: 2}}\nvariants:", "6:20: error: duplicate key 'b'; first on line 6"),
        ("variants:", "figure: {a: .nan}\nvariants:", "6:13: error: '.nan' is not a finite number"),
        ("variants:", "figure: {a: !!int x}\nvariants:", "6:13: error: 'x' is not a number"),
        ("variants:", "figure: {a: !!bool x}\nvariants:", "6:13: error: 'x' is not a number"),
        ("variants:", "figure: {a: !!int ''}\nvariants:", "6:13: error: nothing is not a number"),
        ("variants:", 'figure: {a: ["\\e"]}\nvariants:', "6:14: error: text must not hold the character '\\x1b'"),
    ],
)
def test_a_wrong_stretch(folder: Path, old: str, new: str, expected: str) -> None:
    (complaint,) = complaints_about_stretch(folder, STRETCH.replace(old, new))

    assert complaint.startswith(f"mine.yaml:{expected}")


@pytest.mark.parametrize(("text", "found"), [("a", "'a'"), ("[a]", "a list"), ("~", "nothing"), ("---", "nothing")])
def test_a_file_that_is_no_mapping(folder: Path, text: str, found: str) -> None:
    expected = f"mine.yaml:1:1: error: the file must be keys and values, not {found}"
    (complaint,) = complaints_about_stretch(folder, text)

    assert complaint.split(":", 3)[3] == expected.split(":", 3)[3]


def test_a_newer_file_is_not_blamed_for_anything_else(folder: Path) -> None:
    text = "name: 4\nlevel: hard\nschema: 2\nrhythm: slow\nstretches: []\n"

    assert complaints_about_routine(folder, text) == [
        "mine.yaml:3:9: error: schema 2 is newer than this program understands; update Stretch Timer"
    ]


def test_a_name_that_cannot_be_an_id(folder: Path) -> None:
    message = "1:1: error: the file's name must be lower-case words joined by hyphens, not 'My Own.yaml'"

    assert complaints_about_routine(folder, ROUTINE, "My Own.yaml") == [f"My Own.yaml:{message}"]
    assert complaints_about_stretch(folder, STRETCH, "My Own.yaml") == [f"My Own.yaml:{message}"]


def test_everything_is_said_at_once_and_from_top_to_bottom(folder: Path) -> None:
    text = """\
    schema: 1
    level: hard
    stretches:
      - stretch: walls
        hold: -1
        move: -1
      - stretch: chair
        variant: two-legs
        repeat: many
        hold: 40
        hold: 50
    lenght: 10
    """
    complaints = complaints_about_routine(folder, textwrap.dedent(text))

    assert [complaint.split(": error: ")[0] for complaint in complaints] == [
        f"mine.yaml:{place}" for place in ("1:1", "2:8", "4:14", "5:11", "6:5", "6:11", "8:14", "9:13", "11:5", "12:1")
    ]


def test_a_mistake_behind_an_alias_is_said_once(folder: Path) -> None:
    text = ROUTINE.replace("- stretch: wall", "- &item {stretch: wall, hold: -1}\n  - *item")

    assert len(complaints_about_routine(folder, text)) == 1


def test_the_mistakes_of_a_stretch_are_told_for_its_routine_too(folder: Path) -> None:
    (folder / "stretches" / "wall.yaml").write_text(STRETCH.replace("supine", "upside-down"), encoding="utf-8")

    (complaint,) = complaints_about_routine(folder, f"{ROUTINE}  - stretch: wall\n")
    assert complaint.startswith("stretches/wall.yaml:3:11: error: position must be ")


def test_after_a_hundred_mistakes_the_reader_stops(folder: Path) -> None:
    text = ROUTINE + "".join(f"x{n}: 1\n" for n in range(4000))

    assert len(complaints_about_routine(folder, text)) == 100
