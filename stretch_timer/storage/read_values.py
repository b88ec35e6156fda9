"""A node to a single value, or to a `ValueError` that says what was expected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml
from msgspec import inspect

from stretch_timer.storage.wording import either, is_kebab, quoted
from stretch_timer.storage.yaml_nodes import clean, described, is_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

_PLACEHOLDERS = {"{side}", "{other}"}
_IN_BRACES = re.compile(r"\{[^{}]*\}?|\}")


def written(node: yaml.Node, name: str, read: Callable[[str], object]) -> object:
    """What *read* makes of the text of *node*, whatever YAML would take it for."""
    if not isinstance(node, yaml.ScalarNode):
        raise ValueError(f"{name} must be a single value, not {described(node)}")  # noqa: TRY004 - a file's type, not ours
    return read(node.value)


def scalar(node: yaml.Node, name: str, kind: inspect.Type) -> object:
    """What *node* says where one of a few words or a text is wanted."""
    match kind:
        case inspect.EnumType():
            return _choice(node, name, kind)
        case inspect.StrType():
            return _text(node, name, kind)
        case _:  # ours: a shape with a type that nobody taught the reader
            raise TypeError(kind)


def as_list(node: yaml.Node, name: str) -> yaml.SequenceNode:
    """*node*, which is a list."""
    if not isinstance(node, yaml.SequenceNode):
        raise ValueError(f"{name} must be a list, not {described(node)}")  # noqa: TRY004 - a file's type, not ours
    return node


def as_mapping(node: yaml.Node, name: str) -> yaml.MappingNode:
    """*node*, which has keys and values."""
    if not isinstance(node, yaml.MappingNode):
        raise ValueError(f"{name} must be keys and values, not {described(node)}")  # noqa: TRY004 - as above
    return node


def _choice(node: yaml.Node, name: str, kind: inspect.EnumType) -> Enum:
    words = [member.value for member in kind.cls]
    if isinstance(node, yaml.ScalarNode) and node.value in words:
        return kind.cls(node.value)
    found = quoted(node.value) if isinstance(node, yaml.ScalarNode) else described(node)
    raise ValueError(f"{name} must be {either(words)}, not {found}")


def _text(node: yaml.Node, name: str, kind: inspect.StrType) -> str:
    """The text of *node* on one line."""
    if not is_text(node):
        raise ValueError(f"{name} must be text, not {described(node)}")
    line = clean(node.value, name)
    if kind.pattern and not is_kebab(line):
        raise ValueError(f"{name} must be lower-case words joined by hyphens, not {quoted(line)}")
    refuse_length(len(line), kind, name, "characters")
    return line


def refuse_length(length: int, limits: inspect.StrType | inspect.VarTupleType, name: str, unit: str) -> None:
    """Refuse what is shorter or longer than its limits, both counted in *unit*."""
    if length < (limits.min_length or 0):
        raise ValueError(f"{name} must not be empty")
    if limits.max_length is not None and length > limits.max_length:
        raise ValueError(f"{name} must have at most {limits.max_length} {unit}, not {length}")


def refuse_placeholders(line: str, name: str) -> None:
    """Refuse anything in braces that nobody would replace: it would be read out as it stands."""
    unknown = next((found for found in _IN_BRACES.findall(line) if found not in _PLACEHOLDERS), None)
    if unknown:
        raise ValueError(f"{name}: {quoted(unknown)} is not known; {{side}} and {{other}} are")
