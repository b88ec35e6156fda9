from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from stretch_timer.figure.builds import Build
from stretch_timer.figure.characters import Skin
from stretch_timer.figure.outline_head import Hair
from stretch_timer.storage import settings as module
from stretch_timer.storage.settings import FigureSettings, Settings, SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

CHOSEN = Settings(FigureSettings("deep", "short", "sturdy", surprise=True, reduced_motion=True))


@pytest.fixture
def file(home: Path) -> SettingsFile:
    return SettingsFile.here()


def put(file: SettingsFile, content: str | bytes) -> None:
    file.path.parent.mkdir(parents=True, exist_ok=True)
    file.path.write_bytes(content if isinstance(content, bytes) else content.encode())


def names(file: SettingsFile) -> list[str]:
    return sorted(path.name for path in file.path.parent.iterdir())


def test_they_are_in_the_config_folder(file: SettingsFile, home: Path) -> None:
    assert file.path == home / "config" / "settings.json"


def test_without_a_file_they_are_the_usual_ones_and_reading_makes_none(file: SettingsFile, home: Path) -> None:
    reading = file.read()

    assert (reading.settings, reading.problem) == (Settings(), "")
    assert reading.settings.figure == FigureSettings("medium", "bun", "slim", surprise=False, reduced_motion=None)
    assert not home.exists()


def test_what_is_saved_is_read_again(file: SettingsFile) -> None:
    file.save(CHOSEN)

    assert file.read().settings == CHOSEN
    assert names(file) == ["settings.json"]
    assert json.loads(file.path.read_text()) == {
        "figure": {"skin": "deep", "hair": "short", "build": "sturdy", "surprise": True, "reduced_motion": True}
    }


def test_what_is_not_in_the_file_is_as_usual(file: SettingsFile) -> None:
    put(file, '{"figure": {"hair": "short"}}')

    assert file.read().settings == Settings(FigureSettings(hair="short"))


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_an_editor_s_byte_order_mark_does_no_harm(file: SettingsFile, mark: str) -> None:
    put(file, '{"figure": {"hair": "short"}}'.encode(mark))

    assert file.read().settings.figure.hair == "short"


def test_keys_of_a_later_version_survive(file: SettingsFile) -> None:
    later = {"voice": {"rate": 1.25, "name": "Zoë \ud800"}, "figure": {"skin": "tan", "hat": [1, None]}, "big": 10**30}
    put(file, json.dumps(later))

    file.save(CHOSEN)

    written = json.loads(file.path.read_text())
    assert written["voice"] == later["voice"]
    assert written["big"] == 10**30
    assert written["figure"]["hat"] == [1, None]
    assert written["figure"]["skin"] == "deep"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "it is damaged"),
        ('{"figure": {"skin": "ta', "it is damaged"),
        (b"\xff\xfe\xfa", "it is damaged"),
        (b"\x80", "it is damaged"),
        ("[" * 100_000, "it is damaged"),
        ("9" * 5000, "it is damaged"),
        ("[]", "it is no object"),
        ("null", "it is no object"),
        ('{"figure": 1}', "figure must be an object"),
        ('{"figure": {"skin": "green"}}', "figure.skin must be light, medium, tan or deep"),
        ('{"figure": {"skin": "tan\\n"}}', "figure.skin must be light, medium, tan or deep"),
        ('{"figure": {"hair": null}}', "figure.hair must be bun or short"),
        ('{"figure": {"build": 3}}', "figure.build must be slim or sturdy"),
        ('{"figure": {"surprise": "yes"}}', "figure.surprise must be true or false"),
        ('{"figure": {"reduced_motion": 1}}', "figure.reduced_motion must be true, false or null"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence_and_kept(
    file: SettingsFile, content: str | bytes, reason: str
) -> None:
    put(file, content)
    was = file.path.read_bytes()

    reading = file.read()
    assert reading.problem == f"{file.path} is not used, the usual settings are: {reason}."
    assert reading.settings == Settings()
    assert names(file) == ["settings.json"]

    file.save(CHOSEN)
    assert names(file) == ["settings.json", "settings.json.damaged-1"]
    assert file.path.with_name("settings.json.damaged-1").read_bytes() == was
    assert file.read().settings == CHOSEN


def test_every_damaged_file_is_kept(file: SettingsFile) -> None:
    for content in ("one", "two"):
        put(file, content)
        file.save(CHOSEN)

    assert [file.path.with_name(f"settings.json.damaged-{n}").read_text() for n in (1, 2)] == ["one", "two"]


def test_a_folder_in_its_place_is_put_aside_too(file: SettingsFile) -> None:
    file.path.mkdir(parents=True)
    assert file.read().problem.endswith("Is a directory.")

    file.save(CHOSEN)
    assert file.read().settings == CHOSEN
    assert file.path.with_name("settings.json.damaged-1").is_dir()


def test_when_it_cannot_be_written_the_old_one_stays(file: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> None:
    file.save(CHOSEN)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        file.save(Settings())

    assert file.read().settings == CHOSEN
    assert names(file) == ["settings.json"]


def test_a_link_to_the_file_stays_a_link(file: SettingsFile, tmp_path: Path) -> None:
    elsewhere = tmp_path / "dotfiles" / "settings.json"
    elsewhere.parent.mkdir()
    elsewhere.write_text("{}")
    file.path.parent.mkdir(parents=True)
    file.path.symlink_to(elsewhere)

    file.save(CHOSEN)

    assert file.path.is_symlink()
    assert SettingsFile(elsewhere).read().settings == CHOSEN


def test_what_can_be_chosen_is_what_can_be_drawn() -> None:
    assert tuple(Skin) == module.SKINS
    assert tuple(Hair) == module.HAIRS
    assert tuple(Build) == module.BUILDS
