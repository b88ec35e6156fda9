"""The window as it is put together, without sound and without a log."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel
from shiboken6 import delete

from stretch_timer.core.compiling import compile_plan
from stretch_timer.core.errors import ExplainedError
from stretch_timer.figure.builds import Build
from stretch_timer.figure.characters import Character, Skin, of_the_day
from stretch_timer.figure.outline_head import Hair
from stretch_timer.figure_wish import FigureWish
from stretch_timer.log_book import LogBook
from stretch_timer.request import Request
from stretch_timer.storage.library import Library
from stretch_timer.storage.settings import FigureSettings, Settings, SettingsFile
from stretch_timer.ui.figure_chooser import FigureChoice, FigureChooser
from stretch_timer.ui.main_window import MainWindow
from stretch_timer.ui.routine_rows import SUBJECT
from stretch_timer.window_app import WindowApp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

DEEP = Character(Skin.DEEP, Hair.SHORT, build=Build.STURDY)
REQUEST = Request(mute=True, log=False)


@contextmanager
def opened() -> Iterator[WindowApp]:
    app = WindowApp(REQUEST, LogBook(None, 1.0))
    try:
        app.open()
        yield app
    finally:
        app.close()
        delete(window())


@pytest.fixture
def app(qtbot: QtBot) -> Iterator[WindowApp]:
    with opened() as app:
        yield app


def window() -> MainWindow:
    # Windows of other tests may be closed, but not deleted yet.
    shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())
    return next(shown)


def said() -> list[str]:
    return [label.text() for label in window().start_page.findChildren(QLabel) if label.isVisible()]


def choose(qtbot: QtBot, *names: str) -> None:
    """Open the dialog by its button, choose what is called so, and use it."""
    qtbot.mouseClick(window().start_page.figure, Qt.MouseButton.LeftButton)
    chooser = window().findChild(FigureChooser)
    assert isinstance(chooser, FigureChooser)
    for radios in (chooser.skin, chooser.hair, chooser.build):
        for button in radios.group.buttons():
            if button.accessibleName() in names:
                button.click()
    for box in (chooser.surprise, chooser.reduced):
        if box.text() in names:
            box.click()
    chooser.findChild(QDialogButtonBox).accepted.emit()


def test_each_routine_is_shown_with_its_longest_stretch(app: WindowApp) -> None:
    rows = window().start_page.routines
    subjects = {rows.item(i).text().partition("\n")[0]: rows.item(i).data(SUBJECT) for i in range(rows.count())}

    for routine in Library.here().routines().found.values():
        seconds: Counter[str] = Counter()
        for segment in compile_plan(routine).segments:
            seconds[segment.stretch] += round(segment.seconds)
        assert subjects[routine.name].stretch.id == seconds.most_common()[0][0]


def test_who_is_chosen_is_drawn_kept_and_there_again(app: WindowApp, qtbot: QtBot) -> None:
    choose(qtbot, "Skin: deep", "Hair: short", "Build: sturdy", "Less motion")

    page, stage = window().start_page, window().session_page.stage
    assert stage.character == page.thumbnails.character == DEEP
    assert stage.reduced
    assert FigureWish.here().choice == FigureChoice(DEEP, surprise=False, reduced=True)


def test_a_surprise_is_the_day_s_and_the_choice_behind_it_is_kept(app: WindowApp, qtbot: QtBot) -> None:
    choose(qtbot, "Skin: deep", "Surprise me each day")

    assert SettingsFile.here().read().settings.figure == FigureSettings("deep", surprise=True)
    for day in (date(2026, 3, 1), date(2026, 3, 2)):
        with time_machine.travel(day, tick=False):
            assert FigureWish.here().character == of_the_day(day.toordinal())


def test_settings_that_cannot_be_read_are_told_on_the_page(qtbot: QtBot, home: object) -> None:
    file = SettingsFile.here()
    file.path.parent.mkdir(parents=True)
    file.path.write_text("{")
    with opened():
        assert f"{file.path} is not used, the usual settings are: it is damaged." in said()

        choose(qtbot, "Hair: short")
        assert not any("damaged" in sentence for sentence in said())


def test_settings_that_cannot_be_kept_count_until_the_window_closes(
    app: WindowApp, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(SettingsFile, "save", full)
    choose(qtbot, "Hair: short")

    assert any(sentence.startswith("The figure stays so until") for sentence in said())
    assert window().session_page.stage.character == Character(hair=Hair.SHORT)


def test_who_has_not_said_anything_about_motion_still_has_not() -> None:
    wish = FigureWish.here()
    wish.change(replace(wish.choice, character=DEEP))
    assert SettingsFile.here().read().settings.figure.reduced_motion is None

    wish.change(replace(wish.choice, reduced=True))
    wish.change(replace(wish.choice, reduced=False))
    assert SettingsFile.here().read().settings.figure.reduced_motion is False


def test_what_cannot_be_kept_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(SettingsFile, "save", full)
    wish = FigureWish.here()
    with pytest.raises(ExplainedError, match="No space left on device"):
        wish.change(FigureChoice(DEEP))

    assert wish.character == DEEP


def test_every_setting_there_is_can_be_drawn() -> None:
    for skin in Skin:
        SettingsFile.here().save(Settings(FigureSettings(skin)))
        assert FigureWish.here().character.skin is skin
