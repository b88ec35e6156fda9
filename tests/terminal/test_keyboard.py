from __future__ import annotations

import os
import pty
import sys
import termios
from typing import TYPE_CHECKING

import pytest

from stretch_timer.terminal.keyboard import NoKeyboard, keyboard, split_keys

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The far end of a real terminal that stands for the person's."""
    far, near = pty.openpty()
    with os.fdopen(near, "r") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield far
    os.close(far)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (" ", [" "]),
        ("\x1b[C", ["\x1b[C"]),
        ("\x1b", ["\x1b"]),
        ("r\x1b[Ae", ["r", "\x1b[A", "e"]),
        ("", []),
    ],
)
def test_what_was_read_is_cut_into_keys(text: str, keys: list[str]) -> None:
    assert split_keys(text) == keys


def test_a_key_comes_without_enter(terminal: int) -> None:
    with keyboard() as keys:
        os.write(terminal, b"e")
        assert keys.wait(5.0) == ["e"]


def test_no_key_is_no_answer(terminal: int) -> None:
    with keyboard() as keys:
        assert keys.wait(0.0) == []


def test_the_terminal_is_given_back_as_it_was(terminal: int) -> None:
    before = termios.tcgetattr(sys.stdin.fileno())
    with keyboard():
        assert termios.tcgetattr(sys.stdin.fileno()) != before
    assert termios.tcgetattr(sys.stdin.fileno()) == before


def test_input_from_a_file_has_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    with open(os.devnull) as nothing:  # noqa: PTH123  # as the shell would open it
        monkeypatch.setattr(sys, "stdin", nothing)
        with keyboard() as keys:
            assert isinstance(keys, NoKeyboard)
            assert keys.wait(0.0) == []
