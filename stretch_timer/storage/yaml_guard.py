"""Watches a YAML file go by, event by event, and stops it before it grows too deep or too large."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import yaml

from stretch_timer.storage.problems import START, Place

DEEPEST = 50
MOST_NODES = 10_000
"""Values in a file with every alias written out."""
_TAG = "tag:yaml.org,2002:"
_USED_TAGS = {"!", *(_TAG + name for name in ("str", "int", "float", "bool", "null", "seq", "map"))}


class Mark(Protocol):
    """A position as PyYAML counts, from 0; its two parsers have a class each."""

    line: int
    column: int


def place_of(mark: Mark | None) -> Place:
    """Where *mark* points; PyYAML may have none."""
    return Place(mark.line + 1, mark.column + 1) if mark else START


class NotUsedHereError(Exception):
    """YAML may be like this, the files of this program may not."""

    def __init__(self, message: str, place: Place) -> None:
        super().__init__(message)
        self.place = place


@dataclass(slots=True)
class _Size:
    """A value with everything in it: how many values, how many levels."""

    nodes: int = 1
    levels: int = 0
    anchor: str | None = None


class Guard:
    """Counts what a file would become with every alias written out."""

    def __init__(self) -> None:
        self._total = 0
        self._documents = 0
        self._open: list[_Size] = []
        self._anchored: dict[str, _Size] = {}

    def see(self, event: yaml.Event) -> None:
        """Take in the next event.

        Raises:
            NotUsedHereError: The file is too deep or too large, or holds what no routine needs.
        """
        try:
            self._see(event)
        except ValueError as error:
            raise NotUsedHereError(str(error), place_of(event.start_mark)) from None

    def finish(self) -> None:
        """Nothing follows.

        Raises:
            NotUsedHereError: There was nothing at all.
        """
        if not self._documents:
            raise NotUsedHereError("the file is empty", START)

    def _see(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._begin_document()
            case yaml.CollectionStartEvent():
                _refuse_tag(event.tag)
                self._open.append(_Size(levels=1, anchor=event.anchor))
                self._grow(nodes=1, levels=0)
            case yaml.CollectionEndEvent():
                self._close(self._open.pop())
            case yaml.ScalarEvent():
                _refuse_tag(event.tag)
                self._grow(nodes=1, levels=0)
                self._close(_Size(anchor=event.anchor))
            case yaml.AliasEvent():
                size = self._alias(str(event.anchor))
                self._grow(size.nodes, size.levels)
                self._close(_Size(size.nodes, size.levels))

    def _begin_document(self) -> None:
        self._documents += 1
        if self._documents > 1:
            raise ValueError("a second document begins here; a file holds one")

    def _grow(self, nodes: int, levels: int) -> None:
        self._total += nodes
        if len(self._open) + levels > DEEPEST:
            raise ValueError(f"nested deeper than {DEEPEST} levels")
        if self._total > MOST_NODES:
            raise ValueError(f"more than {MOST_NODES} values, aliases written out")

    def _close(self, size: _Size) -> None:
        """Add a finished value to the one it is in."""
        if size.anchor:
            self._anchored[size.anchor] = size
        if self._open:
            around = self._open[-1]
            around.nodes += size.nodes
            around.levels = max(around.levels, size.levels + 1)

    def _alias(self, name: str) -> _Size:
        if any(around.anchor == name for around in self._open):
            raise ValueError(f"alias *{name} contains itself")
        if name not in self._anchored:
            raise ValueError(f"alias *{name} has no anchor &{name} before it")
        return self._anchored[name]


def _refuse_tag(tag: str | None) -> None:
    if tag is not None and tag not in _USED_TAGS:
        raise ValueError(f"tag {tag.removeprefix(_TAG)!r} is not used in these files")
