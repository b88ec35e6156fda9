from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from stretch_timer.core.controls import Command
from stretch_timer.session_clock import SessionClock
from stretch_timer.ui.main_window import MainWindow
from stretch_timer.ui.session_driver import SessionDriver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from stretch_timer.core.session import Session
    from tests.conftest import Clock


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def driver(window: MainWindow, session: Session, clock: Clock) -> SessionDriver:
    """A session in the window, whose clock stands still until a test moves it."""
    driver = SessionDriver(session, SessionClock(1.0, clock, clock), window)
    page = window.session_page
    page.show_session(session)
    driver.happened.connect(lambda event, _late_s: page.happened(event))
    driver.looked.connect(page.look)
    page.wished.connect(driver.obey)
    window.show_session()
    driver.start()
    return driver


def go_to(driver: SessionDriver, clock: Clock, at: float) -> None:
    while clock.now < at:
        clock.advance(min(5.0, at - clock.now))
        driver.poll()


def text(window: MainWindow, name: str) -> str:
    label = window.session_page.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def buttons(window: MainWindow) -> list[str]:
    return [b.text() for b in window.session_page.findChildren(QPushButton) if b.isVisible()]


def test_it_shows_the_leg_the_repetition_and_the_seconds(
    driver: SessionDriver, window: MainWindow, clock: Clock
) -> None:
    go_to(driver, clock, 33.4)  # the second hold begins at 30 s

    assert text(window, "leg") == "Right leg"
    assert text(window, "repetition") == "Rep 2 of 2"
    assert text(window, "phase") == "Hold"
    assert text(window, "seconds") == "7"
    assert text(window, "title") == "Chair stretch  ·  1 of 2"
    assert text(window, "time left") == "1 min 14 s left"


def test_the_other_leg_is_shown_when_it_begins(driver: SessionDriver, window: MainWindow, clock: Clock) -> None:
    go_to(driver, clock, 43.0)

    assert text(window, "leg") == "Left leg"
    assert text(window, "phase") == "Switch legs"


def test_space_pauses_whatever_has_the_focus(
    driver: SessionDriver, window: MainWindow, clock: Clock, qtbot: QtBot
) -> None:
    button = next(b for b in window.session_page.findChildren(QPushButton) if b.text().startswith("Next"))
    button.setFocus()
    go_to(driver, clock, 15.0)
    qtbot.keyClick(button, Qt.Key.Key_Space)

    assert text(window, "phase") == "Paused"
    assert text(window, "caption") == "Paused. Press Space when you are ready."
    assert driver.session.item == 0


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_Space, Command.PAUSE_OR_RESUME),
        (Qt.Key.Key_Right, Command.NEXT),
        (Qt.Key.Key_PageDown, Command.NEXT),
        (Qt.Key.Key_Left, Command.AGAIN),
        (Qt.Key.Key_Up, Command.LONGER),
        (Qt.Key.Key_R, Command.ONE_MORE),
        (Qt.Key.Key_E, Command.EASE_OFF),
    ],
)
def test_every_key_has_its_command(
    driver: SessionDriver, window: MainWindow, qtbot: QtBot, key: Qt.Key, command: Command
) -> None:
    with qtbot.waitSignal(window.session_page.wished, check_params_cb=lambda wish: wish is command):
        qtbot.keyClick(window, key)


def test_every_command_has_a_button(driver: SessionDriver, window: MainWindow) -> None:
    assert buttons(window) == [
        "Again  [←]",
        "Pause  [Space]",
        "Next  [→]",
        "10 s more  [↑]",
        "One more rep  [R]",
        "Ease off  [E]",
        "End  [Esc]",
    ]


def test_a_letter_with_ctrl_is_no_command(driver: SessionDriver, window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.session_page.wished):
        qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_escape_asks_first_and_pauses_meanwhile(driver: SessionDriver, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    sheet = window.session_page.end_sheet

    assert sheet.isVisible()
    assert text(window, "phase") == "Paused"

    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert text(window, "phase") == "Get ready"


def test_saving_and_finishing_shows_what_was_done(
    driver: SessionDriver, window: MainWindow, clock: Clock, qtbot: QtBot
) -> None:
    go_to(driver, clock, 25.0)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    finish = next(b for b in window.session_page.end_sheet.findChildren(QPushButton) if b.text() == "Save and finish")
    qtbot.mouseClick(finish, Qt.MouseButton.LeftButton)

    assert text(window, "caption") == "Stopped early. 25 s, 10 s of it held."
    assert buttons(window) == ["Close"]


def test_at_the_ceiling_one_more_is_greyed(driver: SessionDriver, window: MainWindow, clock: Clock) -> None:
    more = next(b for b in window.session_page.findChildren(QPushButton) if b.text().startswith("One more"))
    driver.obey(Command.NEXT)
    assert more.isEnabled()
    driver.obey(Command.ONE_MORE)
    go_to(driver, clock, 6.0)

    assert not more.isEnabled()


def test_the_notice_is_always_there(window: MainWindow) -> None:
    assert text(window, "notice").startswith("General information, not medical advice. Stop if it hurts. With a disc")
    window.session_page.notice("No voice was found.")
    assert text(window, "notice") == "No voice was found."
