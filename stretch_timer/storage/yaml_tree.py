"""Text to a tree of YAML nodes that know their line and column. Nothing is built before it is known to be small."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from stretch_timer.storage.problems import START, RoutineError
from stretch_timer.storage.yaml_guard import Guard, NotUsedHereError, place_of
from stretch_timer.storage.yaml_text import read_text

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML's fast parser, or where it was built without one, the slow one."""
_HINTS = {
    "mapping values are not allowed": "text with a colon needs quotes",
    "cannot start any token": "a tab cannot indent, and text that begins with @, %, ` or a tab needs quotes",
    "tab character": "indent with spaces",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file, read and found harmless."""

    path: Path
    root: yaml.Node


def read_document(path: Path) -> Document:
    """The one document in the file at *path*.

    Raises:
        RoutineError: It cannot be read, is not YAML, or would grow beyond what a routine can need.
    """
    text = read_text(path)
    try:
        _watch(text)
        root = yaml.compose(text, LOADER)
        assert root is not None  # noqa: S101 - the guard has seen a document
        return Document(path, root)
    except NotUsedHereError as error:
        raise RoutineError.at(path, str(error), error.place) from None
    except yaml.MarkedYAMLError as error:
        raise RoutineError.at(path, f"not YAML: {_reason(error)}", place_of(error.problem_mark)) from None
    except (ValueError, OverflowError) as error:  # the slow parser lets its numbers fall over
        raise RoutineError.at(path, f"not YAML: {error}") from None


def _watch(text: str) -> None:
    """Let the guard see every event. Parsing keeps no tree and does not recurse, so no file is too deep for it."""
    # The fast parser compares each of them with every other: a megabyte would take ten seconds.
    if re.search("^%TAG", text, re.MULTILINE):
        raise NotUsedHereError("%TAG is not used in these files", START)
    guard = Guard()
    for event in yaml.parse(text, LOADER):
        guard.see(event)
    guard.finish()


def _reason(error: yaml.MarkedYAMLError) -> str:
    reason = " ".join(part for part in (error.context, error.problem) if part)
    hint = next((hint for sign, hint in _HINTS.items() if sign in reason), None)
    return f"{reason}; {hint}" if hint else reason
