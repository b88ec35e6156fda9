"""The window: the start page, and the session that takes it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from stretch_timer.ui.session_keys import SessionKeys
from stretch_timer.ui.session_page import SessionPage
from stretch_timer.ui.start_page import StartPage

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

DEFAULT_SIZE = QSize(1280, 800)
FRAME = 40
"""Pixels a window manager may put around a window."""


class MainWindow(QMainWindow):
    """One window, one page at a time."""

    closing = Signal()
    """The person closes the window; what is open is to be saved."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Stretch Timer")
        self.setMinimumSize(900, 600)
        self.resize(_default_size(self))
        self.start_page = StartPage()
        self.session_page = SessionPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.session_page)
        self.setCentralWidget(self._pages)
        self._keys = SessionKeys(self)
        self._keys.pressed.connect(self.session_page.ask)
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101  # Qt makes no widget without one
        application.installEventFilter(self._keys)

    def show_start(self) -> None:
        """Show the start page."""
        self._keys.on = False
        self._pages.setCurrentWidget(self.start_page)

    def show_session(self) -> None:
        """Show the session; from now on its keys count."""
        self._keys.on = True
        self._pages.setCurrentWidget(self.session_page)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let whoever is concerned save first."""
        self.closing.emit()
        super().closeEvent(event)


def _default_size(window: QMainWindow) -> QSize:
    """The size the pages are made for, or what of it the screen has room for beside the window's frame."""
    room = window.screen().availableSize() - QSize(FRAME, FRAME)
    return DEFAULT_SIZE.boundedTo(room).expandedTo(window.minimumSize())
