"""Waiting for facts: nothing here waits for time to pass and hopes."""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

LOOK_AGAIN_S = 0.02

T = TypeVar("T")


def wait_until(predicate: Callable[[], T], seconds: float = 10.0, what: str = "a fact") -> T:
    """The first true answer of *predicate*, or a failed test that says *what* did not come within *seconds*."""
    deadline = time.monotonic() + seconds
    pause = Event()
    while True:
        answer = predicate()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds:g} s in vain for {what}")
        pause.wait(LOOK_AGAIN_S)
