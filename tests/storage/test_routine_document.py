from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stretch_timer.storage.library import Library
from stretch_timer.storage.routine_document import routine_lines, routines_document

if TYPE_CHECKING:
    from pathlib import Path


def add(home: Path, name: str, text: str) -> None:
    folder = home / "data" / "routines"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_the_flagship_is_described(home: Path) -> None:
    document = json.loads(json.dumps(routines_document(Library.here().routines())))

    assert document["schema"] == 1
    flagship = next(one for one in document["routines"] if one["id"] == "hamstring-lower-back")
    assert flagship["seconds"] == 865.0
    assert flagship["stretches"] == [
        "standing-hamstring",
        "chair-hamstring",
        "band-hamstring",
        "wall-hamstring",
    ]
    assert flagship["shipped"] is True


def test_ones_own_routines_are_marked_and_broken_ones_not_hidden(home: Path) -> None:
    add(home, "mine.yaml", "schema: 1\nname: Mine\nstretches: [{stretch: wall-hamstring, repeat: 2}]\n")
    add(home, "broken.yaml", "schema: 1\nname: Broken\nstretches: []\n")
    listing = Library.here().routines()
    lines = list(routine_lines(listing))

    assert [line.split() for line in lines if line.startswith("mine")] == [["mine", "2:10", "Mine", "(your", "own)"]]
    problems = routines_document(listing)["problems"]
    assert len(problems) == 1  # type: ignore[arg-type]  # a list
    assert "broken.yaml:3:" in problems[0]  # type: ignore[index]  # a list
