"""Keys during a session: caught before any widget, so that Space never presses a focused button."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from stretch_timer.core.controls import Command

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_K = Qt.Key
KEYS = MappingProxyType(
    {
        _K.Key_Space: Command.PAUSE_OR_RESUME,
        _K.Key_B: Command.PAUSE_OR_RESUME,
        _K.Key_Period: Command.PAUSE_OR_RESUME,
        _K.Key_MediaPlay: Command.PAUSE_OR_RESUME,
        _K.Key_MediaTogglePlayPause: Command.PAUSE_OR_RESUME,
        _K.Key_Left: Command.AGAIN,
        _K.Key_PageUp: Command.AGAIN,
        _K.Key_MediaPrevious: Command.AGAIN,
        _K.Key_Right: Command.NEXT,
        _K.Key_PageDown: Command.NEXT,
        _K.Key_MediaNext: Command.NEXT,
        _K.Key_Up: Command.LONGER,
        _K.Key_Plus: Command.LONGER,
        _K.Key_R: Command.ONE_MORE,
        _K.Key_E: Command.EASE_OFF,
        _K.Key_Down: Command.EASE_OFF,
        _K.Key_Escape: Command.STOP,
    }
)
REPEATING = frozenset({Command.LONGER})
"""Commands that a held key may give again and again."""


class SessionKeys(QObject):
    """Turns the keys pressed in *window* into commands while it is switched on."""

    pressed = Signal(object)  # Command

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.on = False
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a session's key; leave everything else to whom it belongs."""
        if not (self.on and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)):
            return super().eventFilter(watched, event)
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        command = KEYS.get(Qt.Key(event.key())) if plain and self._window.isActiveWindow() else None
        if command is None:
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat() or command in REPEATING:
            self.pressed.emit(command)
        return True
