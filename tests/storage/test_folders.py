from __future__ import annotations

from pathlib import Path

import pytest

from stretch_timer.storage.folders import Folders


def test_one_folder_holds_everything_where_the_variable_says_so(home: Path) -> None:
    assert Folders.here() == Folders(config=home / "config", data=home / "data", cache=home / "cache")
    assert Folders.here().own_routines == home / "data" / "routines"
    assert Folders.here().own_stretches == home / "data" / "stretches"


def test_naming_the_folders_makes_none(home: Path) -> None:
    _ = Folders.here().own_routines

    assert not home.exists()


def test_the_variable_may_be_relative_or_begin_with_a_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/someone")
    monkeypatch.setenv("STRETCH_TIMER_HOME", "stick")
    assert Folders.here().data == tmp_path / "stick" / "data"

    monkeypatch.setenv("STRETCH_TIMER_HOME", "~/stick")
    assert Folders.here().data == Path("/home/someone/stick/data")


@pytest.mark.parametrize("value", [None, ""])
def test_else_they_are_where_the_platform_wants_them(
    value: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for kind in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    monkeypatch.delenv("STRETCH_TIMER_HOME")
    if value is not None:
        monkeypatch.setenv("STRETCH_TIMER_HOME", value)

    assert Folders.here() == Folders(
        config=tmp_path / "config" / "stretch-timer",
        data=tmp_path / "data" / "stretch-timer",
        cache=tmp_path / "cache" / "stretch-timer",
    )
