"""All routines and stretches there are: the shipped ones and one's own, which hide shipped ones of the same id."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from stretch_timer import resources
from stretch_timer.core.errors import ExplainedError
from stretch_timer.storage.folders import Folders
from stretch_timer.storage.problems import Problem, RoutineError
from stretch_timer.storage.routine_files import routine_from
from stretch_timer.storage.shelf import SUFFIXES, yaml_files
from stretch_timer.storage.stretch_files import stretch_from
from stretch_timer.storage.wording import quoted, suggestion
from stretch_timer.storage.yaml_tree import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from stretch_timer.core.routine import Routine
    from stretch_timer.core.stretch import Stretch
    from stretch_timer.storage.yaml_tree import Document

T = TypeVar("T")


class UnknownRoutineError(ExplainedError):
    """There is no such routine; says which there are."""


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """What there is, and what is wrong with the rest: nothing is left out in silence.

    Attributes:
        found: By id.
    """

    found: dict[str, T]
    problems: tuple[Problem, ...]


class Library:
    """Reads a file when it is first asked for, and once: make a new library to see what has changed since."""

    def __init__(self, shipped: Path, folders: Folders) -> None:
        self._shipped = shipped
        self._own = folders
        self._read: dict[Path, Stretch] = {}

    @classmethod
    def here(cls) -> Library:
        """This computer's."""
        return cls(resources.routines(), Folders.here())

    def routine(self, name: str) -> Routine:
        """The routine with the id *name*, or in the YAML file *name*. Reads it and its stretches, nothing else.

        Raises:
            UnknownRoutineError: There is none.
            RoutineError: It is not right.
        """
        files = self._routine_files()
        path = files.get(name) or (Path(name) if _is_path(name) else None)
        if path is None:
            raise UnknownRoutineError(f"no routine {quoted(name)}{suggestion(name, files)}")
        return self.routine_in(read_document(path))

    def routine_in(self, document: Document) -> Routine:
        """The routine that *document* describes; its stretches may stand in `stretches` beside it.

        Raises:
            RoutineError: It is not right.
        """
        folder = document.path.parent
        shipped = folder.resolve() == self._shipped.resolve()
        files = self._stretch_files() if shipped else self._stretch_files(folder / "stretches")
        return routine_from(document, lambda name: self._stretch_among(files, name), shipped=shipped)

    def stretch(self, name: str) -> Stretch:
        """The stretch with the id *name*.

        Raises:
            LookupError: There is none; the message says which there are.
            RoutineError: It is not right.
        """
        return self._stretch_among(self._stretch_files(), name)

    def routines(self) -> Listing[Routine]:
        """Every routine."""
        return _listing(self._routine_files(), lambda path: self.routine_in(read_document(path)))

    def stretches(self) -> Listing[Stretch]:
        """Every stretch, whether a routine uses it or not."""
        return _listing(self._stretch_files(), self._stretch_in)

    def _routine_files(self) -> dict[str, Path]:
        sources = self._shipped / "sources.yaml"
        files = yaml_files(self._own.own_routines, self._shipped)
        return {name: path for name, path in files.items() if path != sources}

    def _stretch_files(self, *first: Path) -> dict[str, Path]:
        return yaml_files(*first, self._own.own_stretches, self._shipped / "stretches")

    def _stretch_among(self, files: dict[str, Path], name: str) -> Stretch:
        if name not in files:
            raise LookupError(f"unknown stretch {quoted(name)}{suggestion(name, files)}")
        return self._stretch_in(files[name])

    def _stretch_in(self, path: Path) -> Stretch:
        if path not in self._read:
            self._read[path] = stretch_from(read_document(path))
        return self._read[path]


def _is_path(name: str) -> bool:
    """Whether *name* means a file and not an id gone wrong."""
    return name.endswith(SUFFIXES) or "/" in name or "\\" in name


def _listing(files: dict[str, Path], read: Callable[[Path], T]) -> Listing[T]:
    found: dict[str, T] = {}
    problems: list[Problem] = []
    for name, path in files.items():
        try:
            found[name] = read(path)
        except RoutineError as error:
            problems += error.problems
    return Listing(found, tuple(dict.fromkeys(problems)))
