"""Checks files and folders of them: what is wrong, where, and what would be allowed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from stretch_timer.storage.figure_places import refuse_figures
from stretch_timer.storage.file_shapes import SourcesFile
from stretch_timer.storage.library import Library
from stretch_timer.storage.problems import Problem, RoutineError
from stretch_timer.storage.reader import Reading
from stretch_timer.storage.shelf import is_yaml
from stretch_timer.storage.stretch_files import stretch_from
from stretch_timer.storage.yaml_tree import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stretch_timer.storage.figure_places import Examine
    from stretch_timer.storage.yaml_tree import Document


@dataclass(frozen=True, slots=True)
class Report:
    """What a check has found.

    Attributes:
        files: How many files were looked at.
        problems: In the order of the files, each once.
    """

    files: int
    problems: tuple[Problem, ...]

    @property
    def summary(self) -> str:
        """`3 files, 2 problems`."""
        return f"{_counted(self.files, 'file')}, {_counted(len(self.problems), 'problem')}"


def check(
    paths: Iterable[str | Path], library: Library | None = None, examine: Examine = lambda _figure, _base: ()
) -> Report:
    """Check routines and stretches: files, or folders with everything below them. Never raises for what is there.

    Args:
        paths: What to look at.
        library: Where the stretches of a routine are found; this computer's by default.
        examine: Tells what is wrong with an illustration; by default it is not looked at.
    """
    library = library or Library.here()
    files = 0
    problems: dict[Problem, None] = {}
    for path in map(Path, paths):
        for found in _files(path):
            if isinstance(found, Problem):
                problems[found] = None
                continue
            files += 1
            problems |= dict.fromkeys(_problems_in(found, library, examine))
    return Report(files, tuple(problems))


def _files(path: Path) -> Iterator[Path | Problem]:
    """*path*, or the YAML files below it; a problem for each folder that gives none."""
    if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder above may not be entered
        yield path
        return
    unreadable: list[OSError] = []
    found = [
        Path(folder, name)
        for folder, _, names in sorted(os.walk(path, onerror=unreadable.append))
        for name in sorted(names)
        if is_yaml(name)
    ]
    yield from found
    for error in unreadable:
        yield RoutineError.at(Path(error.filename), f"cannot be read: {error.strerror}").problems[0]
    if not found and not unreadable:
        yield RoutineError.at(path, "no YAML files in this folder").problems[0]


def _problems_in(path: Path, library: Library, examine: Examine) -> tuple[Problem, ...]:
    try:
        _read(read_document(path), library, examine)
    except RoutineError as error:
        return error.problems
    return ()


def _read(document: Document, library: Library, examine: Examine) -> None:
    """Read *document* as what its keys, or else its folder, say it is."""
    keys = _top_level_keys(document.root)
    folder = document.path.absolute().parent.name
    if "stretches" in keys:
        library.routine_in(document)
    elif keys & {"dose", "say", "position"} or folder == "stretches":
        refuse_figures(document, stretch_from(document), examine)
    elif "sources" in keys:
        Reading(document, SourcesFile).finish()
    elif folder == "routines":
        library.routine_in(document)
    else:
        raise RoutineError.at(
            document.path, "neither a routine, which has the key 'stretches', nor a stretch, which has 'dose'"
        )


def _top_level_keys(root: yaml.Node) -> set[str]:
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return {key.value for key, _ in pairs if isinstance(key, yaml.ScalarNode)}


def _counted(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"
