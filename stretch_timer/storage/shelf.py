"""Which YAML files there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.storage.problems import RoutineError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIXES = (".yaml", ".yml")


def yaml_files(*folders: Path) -> dict[str, Path]:
    """The YAML files in *folders* by their ids, in alphabetical order; an earlier folder hides a later one's.

    Raises:
        RoutineError: A folder cannot be read. One that does not exist is merely empty.
    """
    found: dict[str, Path] = {}
    for path in (path for folder in folders for path in _yaml_in(folder)):
        found.setdefault(path.stem, path)
    return dict(sorted(found.items()))


def is_yaml(name: str) -> bool:
    """Whether a file of this name is meant to be read: editors leave hidden ones behind."""
    return name.endswith(SUFFIXES) and not name.startswith(".")


def _yaml_in(folder: Path) -> Iterator[Path]:
    """The YAML files of *folder*; where an id has both suffixes, `.yaml` goes first."""
    try:
        paths = sorted(folder.iterdir(), key=lambda path: (path.suffix, path.name))
    except FileNotFoundError:
        return
    except OSError as error:
        raise RoutineError.at(folder, f"cannot be read: {error.strerror}") from None
    yield from (path for path in paths if is_yaml(path.name))
