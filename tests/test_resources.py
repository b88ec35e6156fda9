from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stretch_timer import resources

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_checkout_has_them_beside_the_package() -> None:
    assert resources.routines() == Path(resources.__file__).resolve().parents[1] / "routines"
    assert (resources.routines() / "hamstring-lower-back.yaml").is_file()


def test_a_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("site/stretch_timer/_shipped/assets", "site/assets"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "site" / "stretch_timer")

    assert resources.assets() == tmp_path / "site/stretch_timer/_shipped/assets"


def test_a_bundle_has_them_where_it_unpacked_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "assets").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert resources.assets() == tmp_path / "assets"


@pytest.mark.parametrize("which", [resources.assets, resources.routines])
def test_what_is_missing_is_named_where_it_should_be(
    which: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "stretch_timer")

    assert which() == tmp_path / "stretch_timer" / "_shipped" / which.__name__
