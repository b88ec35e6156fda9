from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING

import pytest

from stretch_timer.desktop import display

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A Linux desktop with nothing on it; its X servers would listen in a folder of the test's."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(display, "X_SOCKETS", tmp_path)
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)


def listen(path: Path) -> socket.socket:
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(path))
    server.listen()
    return server


def test_no_display_is_found_where_there_is_none() -> None:
    assert not display.has_display()


@pytest.mark.parametrize("name", [":7", ":7.0", "unix:7"])
def test_an_x_server_that_answers_is_a_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    monkeypatch.setenv("DISPLAY", name)
    assert not display.has_display()
    with listen(tmp_path / "X7"):
        assert display.has_display()


def test_a_dead_servers_socket_is_no_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    listen(tmp_path / "X7").close()

    assert not display.has_display()


def test_a_wayland_compositor_that_answers_is_a_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert not display.has_display()
    with listen(tmp_path / "wayland-0"):
        assert display.has_display()


def test_a_far_x_server_is_asked_over_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        monkeypatch.setenv("DISPLAY", f"127.0.0.1:{number}.0")
        assert display.has_display()
    assert not display.has_display()


@pytest.mark.parametrize("name", ["", "nonsense", ":", "host:x"])
def test_a_display_with_no_number_is_none(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("DISPLAY", name)

    assert not display.has_display()


def test_a_platform_without_a_server_always_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display.has_display()
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr(sys, "platform", "win32")
    assert display.has_display()
