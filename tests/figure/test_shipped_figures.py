"""The illustrations that ship."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stretch_timer.core.stretch import Laterality
from stretch_timer.figure.pose_reading import read_figure
from stretch_timer.figure.stretch_figure import figure_of, problems_of
from stretch_timer.storage.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stretch_timer.core.stretch import Stretch


def shipped() -> Iterator[tuple[str, Stretch]]:
    for name, stretch in Library.here().stretches().found.items():
        yield name, stretch
        yield from ((f"{name}/{variant}", one) for variant, one in stretch.variants.items())


def test_every_stretch_and_every_variant_has_one() -> None:
    assert [name for name, stretch in shipped() if figure_of(stretch) is None] == []
    assert len(dict(shipped())) >= 27 + 20


def test_a_body_can_do_all_of_it() -> None:
    assert {name: problems_of(one.figure or {}, one.figure_base) for name, one in shipped()} == {
        name: [] for name, _ in shipped()
    }


def test_every_pose_is_told_in_words() -> None:
    for name, stretch in shipped():
        for pose, written in read_figure(stretch.figure or {}, stretch.figure_base).key_poses.items():
            assert written.text.endswith("."), f"{name}: {pose}"


def test_words_name_a_side_only_where_there_is_one() -> None:
    sided = re.compile(r"\{(side|other)\}")
    for name, stretch in shipped():
        if stretch.sides is Laterality.TOGETHER:
            figure = read_figure(stretch.figure or {}, stretch.figure_base, checked=False)
            assert not any(sided.search(pose.text) for pose in figure.key_poses.values()), name


def test_the_standing_stretch_has_its_three_positions() -> None:
    figure = figure_of(Library.here().stretch("standing-hamstring"))
    assert figure is not None
    assert figure.release is not None
    leans = [pose.spine.lean for pose in (figure.start, figure.end, figure.release)]

    assert leans[0] < leans[2] < leans[1]
