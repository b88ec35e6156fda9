from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton, QWidget
from shiboken6 import isValid

from stretch_timer.figure.builds import Build
from stretch_timer.figure.characters import Character, Outfit, Skin
from stretch_timer.figure.outline_head import Hair
from stretch_timer.ui.figure_chooser import FigureChoice, FigureChooser
from stretch_timer.ui.figure_preview import FigurePreview

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CHOICE = FigureChoice(Character(Skin.TAN, Hair.SHORT, Outfit.SAND))
TODAY = Character(Skin.DEEP, Hair.BUN)


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return owner


@pytest.fixture
def chooser(qtbot: QtBot, owner: QWidget) -> FigureChooser:
    chooser = FigureChooser(CHOICE, TODAY, parent=owner)
    chooser.open()
    chooser.activateWindow()
    qtbot.waitUntil(chooser.isActiveWindow)
    return chooser


def button(chooser: FigureChooser, name: str) -> QAbstractButton:
    return next(b for b in chooser.findChildren(QAbstractButton) if name in (b.text(), b.accessibleName()))


def focused() -> str:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QAbstractButton)
    return widget.accessibleName() or widget.text()


def test_it_begins_with_what_was_chosen(chooser: FigureChooser) -> None:
    assert chooser.choice() == CHOICE
    assert chooser.preview.character == CHOICE.character
    on = [b.accessibleName() for b in chooser.findChildren(QRadioButton) if b.isChecked()]
    assert on == ["Skin: tan", "Hair: short", "Build: slim"]


def test_the_preview_follows_every_choice(chooser: FigureChooser, qtbot: QtBot) -> None:
    before = chooser.preview.grab().toImage()
    for name in ("Skin: deep", "Hair: bun", "Build: sturdy"):
        qtbot.mouseClick(button(chooser, name), Qt.MouseButton.LeftButton)

    assert chooser.preview.character == Character(Skin.DEEP, Hair.BUN, Outfit.SAND, build=Build.STURDY)
    assert chooser.preview.accessibleDescription() == "deep skin, bun hair, sturdy build"
    assert chooser.preview.grab().toImage() != before


def test_a_surprise_shows_who_comes_today_and_leaves_nothing_to_choose(chooser: FigureChooser) -> None:
    chooser.surprise.click()
    assert chooser.preview.character == TODAY
    assert not any(radio.isEnabled() for radio in chooser.findChildren(QRadioButton))

    chooser.surprise.click()
    assert chooser.preview.character == CHOICE.character
    assert all(radio.isEnabled() for radio in chooser.findChildren(QRadioButton))


def test_what_is_chosen_is_told_once_and_the_dialog_goes_away(chooser: FigureChooser, qtbot: QtBot) -> None:
    chooser.surprise.click()
    chooser.reduced.click()
    wanted = FigureChoice(CHOICE.character, surprise=True, reduced=True)
    with qtbot.waitSignal(chooser.chosen, check_params_cb=lambda choice: choice == wanted):
        button(chooser, "Use this figure").click()
    qtbot.waitUntil(lambda: not isValid(chooser))


@pytest.mark.parametrize("way", ["escape", "cancel"])
def test_leaving_changes_nothing(chooser: FigureChooser, qtbot: QtBot, way: str) -> None:
    chooser.reduced.click()
    told: list[object] = []
    chooser.chosen.connect(told.append)
    if way == "escape":
        qtbot.keyClick(chooser, Qt.Key.Key_Escape)
    else:
        button(chooser, "Cancel").click()
    qtbot.waitUntil(lambda: not isValid(chooser))

    assert told == []


def test_tab_goes_through_everything_and_arrows_choose(chooser: FigureChooser, qtbot: QtBot) -> None:
    stops = [focused()]
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(focused())
    assert stops == [
        "Skin: tan",
        "Hair: short",
        "Build: slim",
        "Surprise me each day",
        "Less motion",
        "Use this figure",
        "Cancel",
    ]

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert focused() == "Skin: deep"
    assert chooser.choice().character.skin is Skin.DEEP


def test_enter_uses_what_is_chosen(chooser: FigureChooser, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chooser.chosen):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_every_control_has_a_name_for_who_cannot_see_it(chooser: FigureChooser) -> None:
    controls = [*chooser.findChildren(QAbstractButton), *chooser.findChildren(FigurePreview)]
    names = [QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in controls]

    assert len(names) == len(set(names)) == 13
    assert all(names)
