from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from stretch_timer.desktop.interrupts import Interrupts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_reaches_qt(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    interrupts = Interrupts()
    with qtbot.waitSignal(interrupts.interrupted, check_params_cb=lambda got: got == number):
        os.kill(os.getpid(), number)
    interrupts.close()

    assert signal.getsignal(number) is before
