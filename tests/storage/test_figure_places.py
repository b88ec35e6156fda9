from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stretch_timer.storage.check import check

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

STRETCH = """\
schema: 1
name: Wave
position: standing
sides: together
dose: {repeat: 2, hold: 5 s}
figure:
  props: [{type: mat}, {type: wall}]
  start: {legs: [0, 190, 0]}
  end: {}
variants:
  high:
    figure:
      start: {arms: [200, 0, 0]}
  low:
    name: Low wave
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "wave.yaml"
    path.write_text(STRETCH, "utf-8")
    return path


def places(path: Path, *ways: tuple[str | int, ...]) -> list[str]:
    """Where problems at the ends of *ways* are said to be, in the stretch's own illustration."""

    def examine(
        _figure: Mapping[str, object], base: Mapping[str, object] | None
    ) -> list[tuple[tuple[str | int, ...], str]]:
        return [] if base else [(way, "wrong") for way in ways]

    return [f"{one.place.line}:{one.place.column}" for one in check([path], examine=examine).problems]


def test_a_problem_is_where_its_value_stands(path: Path) -> None:
    assert places(path, ("props", 1, "type"), ("start", "legs", 1)) == ["7:31", "8:21"]


def test_what_is_not_written_is_where_it_would_be(path: Path) -> None:
    assert places(path, (), ("start", "spine", 0), ("props", 7)) == ["7:3", "7:10", "8:10"]
    assert places(path, ("start", "legs", 1, "deeper")) == ["8:21"]


def test_a_variant_is_examined_together_with_what_it_varies(path: Path) -> None:
    seen = []

    def examine(
        figure: Mapping[str, object], base: Mapping[str, object] | None
    ) -> list[tuple[tuple[str | int, ...], str]]:
        seen.append((sorted(figure), base is not None))
        return [(("start", "arms", 0), "too far")] if base else []

    report = check([path], examine=examine)

    assert seen == [(["end", "props", "start"], False), (["start"], True)]
    assert [str(problem) for problem in report.problems] == [f"{path}:13:22: error: too far"]


def test_a_stretch_without_an_illustration_has_none_to_examine(path: Path) -> None:
    path.write_text("\n".join(line for line in STRETCH.splitlines()[:5]), "utf-8")

    assert places(path, ()) == []
