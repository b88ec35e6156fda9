from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from stretch_timer.core.stretch import Dose, Laterality, Position, RepRange, Side, Stretch
from stretch_timer.figure.characters import Character, Skin, palette
from stretch_timer.figure.palette import Theme
from stretch_timer.figure.roles import Role
from stretch_timer.figure.scene import Scene
from stretch_timer.ui import thumbnails as module
from stretch_timer.ui.routine_rows import SIZE
from stretch_timer.ui.start_page import Choice, StartPage
from stretch_timer.ui.thumbnails import Subject, Thumbnails

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

STRETCH = Stretch(
    "calf",
    "Calf stretch",
    Position.STANDING,
    Laterality.EACH,
    Dose(10, RepRange(1, 1)),
    figure={"start": {}, "end": {"leg.near": [40, 60, 0]}},
)
SMALL = QSize(64, 48)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Scene]:
    """Every scene that is made."""
    scenes: list[Scene] = []

    def remember(*arguments: object, **options: object) -> Scene:
        scenes.append(Scene(*arguments, **options))
        return scenes[-1]

    monkeypatch.setattr(module, "Scene", remember)
    return scenes


@pytest.fixture
def thumbnails(qapp: object) -> Thumbnails:
    return Thumbnails()


def test_a_picture_has_the_size_that_is_asked_for_in_the_screen_s_pixels(thumbnails: Thumbnails) -> None:
    pixmap = thumbnails.pixmap(Subject(STRETCH), SMALL, 1.5)

    assert pixmap is not None
    assert pixmap.size() == QSize(96, 72)
    assert pixmap.deviceIndependentSize().toSize() == SMALL


def test_it_shows_somebody_on_a_card_with_round_corners(thumbnails: Thumbnails) -> None:
    thumbnails.character = Character(Skin.DEEP)
    pixmap = thumbnails.pixmap(Subject(STRETCH), SIZE, 1.0)

    assert pixmap is not None
    image = pixmap.toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    colours = {image.pixelColor(x, y).name().upper() for x in range(SIZE.width()) for y in range(SIZE.height())}
    wanted = palette(Theme.LIGHT, thumbnails.character)
    assert {wanted[Role.BG], wanted[Role.TOP], wanted[Role.PANTS], wanted[Role.SKIN]} <= colours


def test_a_picture_is_drawn_once(thumbnails: Thumbnails, drawn: list[Scene]) -> None:
    first = thumbnails.pixmap(Subject(STRETCH), SMALL, 1.0)

    assert thumbnails.pixmap(Subject(replace(STRETCH)), SMALL, 1.0) is first
    assert len(drawn) == 1


def test_whatever_changes_it_draws_another(thumbnails: Thumbnails, drawn: list[Scene]) -> None:
    bent = {"start": {}, "end": {"leg.near": [60, 80, 0]}}
    subjects = [
        Subject(STRETCH),
        Subject(STRETCH, "bent"),
        Subject(STRETCH, side=Side.LEFT),
        Subject(replace(STRETCH, id="other")),
        Subject(replace(STRETCH, figure=bent)),
    ]
    for subject in subjects:
        thumbnails.pixmap(subject, SMALL, 1.0)
    thumbnails.pixmap(subjects[1], SIZE, 1.0)
    thumbnails.pixmap(subjects[1], SMALL, 2.0)
    thumbnails.theme = Theme.DARK
    thumbnails.pixmap(subjects[1], SMALL, 1.0)
    thumbnails.character = Character(Skin.TAN)
    thumbnails.pixmap(subjects[1], SMALL, 1.0)

    assert len(drawn) == 9
    assert [scene.mirrored for scene in drawn[:3]] == [False, False, True]


def test_the_longest_unseen_are_forgotten(
    thumbnails: Thumbnails, drawn: list[Scene], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    a, b, c = (Subject(STRETCH, name) for name in "abc")
    for subject in (a, b, a, c, a):
        thumbnails.pixmap(subject, SMALL, 1.0)
    assert len(drawn) == 3

    thumbnails.pixmap(b, SMALL, 1.0)
    assert len(drawn) == 4


@pytest.mark.parametrize("figure", [None, {"no": "figure"}])
def test_what_cannot_be_drawn_has_no_picture(thumbnails: Thumbnails, figure: dict[str, object] | None) -> None:
    assert thumbnails.pixmap(Subject(replace(STRETCH, figure=figure)), SMALL, 1.0) is None


def test_a_list_draws_the_rows_that_are_seen_when_they_are_seen(qtbot: QtBot, drawn: list[Scene]) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(600, 400)
    several = [Choice(f"{i}", f"Routine {i}", "2:00", Subject(STRETCH, f"{i}")) for i in range(20)]
    page.offer([Choice("bare", "Bare", "1:00"), *several], "bare")
    rows = [page.routines.visualItemRect(page.routines.item(i)).height() for i in (0, 1)]
    assert rows[0] < SIZE.height() <= rows[1]
    assert drawn == []

    page.show()
    page.grab()
    assert 0 < len(drawn) < 6

    seen = len(drawn)
    page.grab()
    assert len(drawn) == seen
    page.thumbnails.character = Character(Skin.DEEP)
    page.redraw()
    page.grab()
    assert len(drawn) == 2 * seen


def test_a_row_whose_stretch_cannot_be_drawn_is_shown_without(qtbot: QtBot, drawn: list[Scene]) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.offer([Choice("one", "One", "2:00", Subject(replace(STRETCH, figure={"no": 1})))], "one")
    page.show()
    page.grab()

    assert drawn == []
