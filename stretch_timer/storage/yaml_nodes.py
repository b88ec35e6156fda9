"""What a YAML node says, without knowing what it is for."""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import yaml

from stretch_timer.storage.wording import quoted
from stretch_timer.storage.yaml_guard import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stretch_timer.storage.problems import Place

    Complain = Callable[[yaml.Node, str], None]

_TAG = "tag:yaml.org,2002:"
_MERGE = _TAG + "merge"
_KINDS = {"int": "the number ", "float": "the number ", "bool": "the answer ", "timestamp": "the date "}


class Entry(NamedTuple):
    """A key of a mapping and its value."""

    key: yaml.Node
    value: yaml.Node


def place(node: yaml.Node) -> Place:
    """Where *node* begins."""
    return place_of(node.start_mark)


def described(node: yaml.Node) -> str:
    """What *node* is, for "must be text, not …"."""
    if isinstance(node, yaml.MappingNode):
        return "keys and values"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    if node.tag == _TAG + "null":
        return "nothing"
    kind = _KINDS.get(node.tag.removeprefix(_TAG))
    return f"{kind}{node.value}; quotes make it text" if kind else quoted(node.value)


def is_text(node: yaml.Node) -> bool:
    """Whether YAML takes *node* for text: not for a number, a date or a plain yes."""
    return isinstance(node, yaml.ScalarNode) and node.tag == _TAG + "str"


def clean(text: str, name: str) -> str:
    """*text*, which is the value of *name*, on one line.

    Raises:
        ValueError: It holds a character that is none, such as one that moves a terminal's cursor.
    """
    line = " ".join(text.split())
    bad = next((character for character in line if unicodedata.category(character) in {"Cc", "Cs"}), None)
    if bad is not None:
        raise ValueError(f"{name} must not hold the character {bad!r}")
    return line


def entries(node: yaml.MappingNode, complain: Complain) -> dict[str, Entry]:
    """The keys and values of *node*, those it merges with `<<` included; its own go first."""
    found: dict[str, Entry] = {}
    merged: list[Entry] = []
    for key, value in node.value:
        if key.tag == _MERGE:
            merged += _merged(value, complain)
        elif not isinstance(key, yaml.ScalarNode):
            complain(key, "a key must be text")
        elif key.value in found:
            complain(key, f"duplicate key {quoted(key.value)}; first on line {place(found[key.value].key).line}")
        else:
            found[key.value] = Entry(key, value)
    for entry in merged:
        found.setdefault(entry.key.value, entry)
    return found


def _merged(node: yaml.Node, complain: Complain) -> Iterator[Entry]:
    for part in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        if isinstance(part, yaml.MappingNode):
            yield from entries(part, complain).values()
        else:
            complain(part, "<< merges keys and values, or a list of them")


def plain(node: yaml.Node, complain: Complain) -> object:
    """*node* as dicts, lists, text, numbers, yes or no and None: for whoever reads it later."""
    if isinstance(node, yaml.MappingNode):
        return {key: plain(entry.value, complain) for key, entry in entries(node, complain).items()}
    if isinstance(node, yaml.SequenceNode):
        return [plain(part, complain) for part in node.value]
    try:
        return _scalar(node)
    except ValueError as error:
        complain(node, str(error))
        return None


def _scalar(node: yaml.Node) -> object:
    if node.tag.removeprefix(_TAG) not in {"null", "bool", "int", "float"}:
        return clean(node.value, "text")
    try:
        value = yaml.constructor.SafeConstructor().construct_object(node)
    except (ValueError, KeyError, IndexError):  # PyYAML lets "!!int x" and "!!bool x" fall over
        raise ValueError(f"{quoted(node.value)} is not a number") from None
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{quoted(node.value)} is not a finite number")
    return value
