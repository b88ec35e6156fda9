"""Facts about the project that no room owns: what may be installed with what."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtGui import QPainterPath

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
PYTHONS = ("3.11", "3.12", "3.13")


def dependencies(python: str) -> dict[str, Requirement]:
    """What the package asks for on one version of Python, by name."""
    project = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
    requirements = [Requirement(line) for line in project["dependencies"]]
    environment = {"python_version": python, "python_full_version": f"{python}.1"}
    return {r.name: r for r in requirements if r.marker is None or r.marker.evaluate(environment)}


def test_qt_calls_that_return_nothing_keep_the_references_to_none() -> None:
    # PySide6 6.12.0 drops one with every such call, and Python 3.11 dies when none is left. From 3.12 on None is
    # immortal: its count never changes, whichever PySide6 is installed.
    path = QPainterPath()
    before = sys.getrefcount(None)

    for _ in range(500):
        path.moveTo(1, 2)

    assert before - sys.getrefcount(None) < 100


@pytest.mark.parametrize("name", ["PySide6_Essentials", "PySide6_Addons"])
@pytest.mark.parametrize("python", PYTHONS)
def test_every_python_gets_qt(python: str, name: str) -> None:
    assert dependencies(python)[name].specifier.contains("6.11.3")


@pytest.mark.parametrize("name", ["PySide6_Essentials", "PySide6_Addons"])
@pytest.mark.parametrize("version", ["6.12.0", "6.12.1", "6.13.0"])
def test_python_3_11_never_gets_the_qt_that_loses_none(name: str, version: str) -> None:
    assert not dependencies("3.11")[name].specifier.contains(version, prereleases=True)


@pytest.mark.parametrize("python", PYTHONS)
def test_the_whole_of_qt_is_not_asked_for(python: str) -> None:
    # The meta package brings WebEngine and PDF as well: 719 MB instead of 402.
    assert "PySide6" not in dependencies(python)
