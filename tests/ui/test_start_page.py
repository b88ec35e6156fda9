from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from stretch_timer.ui.start_page import Choice, StartPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage()
    qtbot.addWidget(page)
    page.offer([Choice("long", "Long one", "14:25"), Choice("short", "Short one", "2:00")], "short")
    page.show()
    return page


def test_the_recommended_routine_is_chosen_already(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.started, check_params_cb=lambda routine: routine == "short"):
        qtbot.mouseClick(page.start, Qt.MouseButton.LeftButton)


def test_enter_in_the_list_starts_what_is_chosen(page: StartPage, qtbot: QtBot) -> None:
    page.routines.setCurrentRow(0)
    with qtbot.waitSignal(page.started, check_params_cb=lambda routine: routine == "long"):
        qtbot.keyClick(page.routines, Qt.Key.Key_Return)


def test_an_interrupted_session_is_offered_and_the_offer_taken_back(page: StartPage, qtbot: QtBot) -> None:
    assert not page.resume.isVisible()
    page.offer_to_resume("Wall stretch, rep 4 of 6 was interrupted.")
    with qtbot.waitSignal(page.resumed):
        qtbot.mouseClick(page.resume, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.kept):
        qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)

    page.offer_to_resume("")
    assert not page.resume.isVisible()


def test_why_nothing_was_started_is_said_on_the_page(page: StartPage) -> None:
    def said() -> list[str]:
        return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    page.explain("mine.yaml:3:5: error: unknown key 'repeats'")
    assert "mine.yaml:3:5: error: unknown key 'repeats'" in said()
    page.explain("")
    assert "mine.yaml:3:5: error: unknown key 'repeats'" not in said()


def test_with_no_routine_there_is_nothing_to_start(page: StartPage, qtbot: QtBot) -> None:
    page.offer([], "")

    assert not page.start.isEnabled()
