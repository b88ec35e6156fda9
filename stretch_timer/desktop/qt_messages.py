"""What Qt says of its own accord."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext

CHATTER = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
NO_SOUND_SERVER = "PulseAudioService:"


def pass_on() -> None:
    """Show warnings on standard error; that there is no sound server, the page and `doctor` say in words."""
    qInstallMessageHandler(_pass_on)


def _pass_on(kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    if kind not in CHATTER and not message.startswith(NO_SOUND_SERVER):
        sys.stderr.write(f"{message}\n")
