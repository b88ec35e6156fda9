"""YAML nodes to the shapes of `file_shapes`, with every problem of a file found in one go."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import yaml
from msgspec import inspect

from stretch_timer.storage.file_shapes import Shape
from stretch_timer.storage.file_values import NewerSchemaError
from stretch_timer.storage.problems import Problem, RoutineError
from stretch_timer.storage.read_values import as_list, as_mapping, refuse_length, refuse_placeholders, scalar, written
from stretch_timer.storage.wording import either, quoted, suggestion
from stretch_timer.storage.yaml_nodes import entries, place, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stretch_timer.storage.problems import Place
    from stretch_timer.storage.yaml_nodes import Entry
    from stretch_timer.storage.yaml_tree import Document

T = TypeVar("T", bound=Shape)
Where = tuple[str | int, ...]
"""The way to a value: keys, and positions in lists counted from 0."""
MOST_PROBLEMS = 100


class Given(NamedTuple):
    """A value that was read well, and where it stands."""

    value: Any
    place: Place


class Reading(Generic[T]):
    """One file, read as one shape.

    Attributes:
        given: Every value that is right, by the way to it; there even where its neighbours are wrong.
    """

    def __init__(self, document: Document, shape: type[T]) -> None:
        self.path = document.path
        self.given: dict[Where, Given] = {}
        self._problems: list[Problem] = []
        self._whole: Any = self._read(document.root, _type_of(shape), ())

    def finish(self) -> T:
        """The whole.

        Raises:
            RoutineError: There were problems: all of them.
        """
        if self._problems:
            raise RoutineError(self._problems)
        whole: T = self._whole
        return whole

    def complain(self, place: Place, message: str) -> None:
        """Note a problem at *place*."""
        self.borrow([Problem(self.path, place, message)])

    def borrow(self, problems: Iterable[Problem]) -> None:
        """Note problems, also of another file that this one needs.

        Raises:
            RoutineError: There are so many by now that the rest would help nobody.
        """
        self._problems += problems
        if len(self._problems) >= MOST_PROBLEMS:
            raise RoutineError(self._problems)

    def _wrong(self, node: yaml.Node, message: str) -> None:
        self.complain(place(node), message)

    def _read(self, node: yaml.Node, kind: inspect.Type, where: Where) -> object:
        """Read *node*; None stands for what is wrong, since the whole is then never handed out."""
        before = len(self._problems)
        value = None
        try:
            value = self._value(node, kind, where)
        except NewerSchemaError as error:
            # What a later version writes differently is no mistake: say nothing else.
            raise RoutineError.at(self.path, str(error), place(node)) from None
        except ValueError as error:
            self._wrong(node, str(error))
        if len(self._problems) == before:
            self.given[where] = Given(value, place(node))
        return value

    def _value(self, node: yaml.Node, kind: inspect.Type, where: Where) -> object:
        name = next((str(part) for part in reversed(where) if isinstance(part, str)), "the file")
        match kind:
            case inspect.Metadata(extra={"read": read}):
                return written(node, name, read)
            case inspect.Metadata():
                value = self._value(node, kind.type, where)
                if kind.extra:
                    refuse_placeholders(str(value), name)
                return value
            case inspect.UnionType():
                one, several = kind.types
                return self._value(node, several if isinstance(node, yaml.SequenceNode) else one, where)
            case inspect.VarTupleType():
                return self._list(as_list(node, name), name, kind, where)
            case inspect.StructType() | inspect.DictType():
                return self._mapping(as_mapping(node, name), kind, where)
        return scalar(node, name, kind)

    def _list(self, node: yaml.SequenceNode, name: str, kind: inspect.VarTupleType, where: Where) -> tuple[object, ...]:
        refuse_length(len(node.value), kind, name, "entries")
        return tuple(self._read(part, kind.item_type, (*where, index)) for index, part in enumerate(node.value))

    def _mapping(self, node: yaml.MappingNode, kind: inspect.StructType | inspect.DictType, where: Where) -> object:
        if isinstance(kind, inspect.StructType):
            return self._struct(node, kind, where)
        if isinstance(kind.value_type, inspect.AnyType):
            return plain(node, self._wrong)
        return self._dict(node, kind, where)

    def _dict(self, node: yaml.MappingNode, kind: inspect.DictType, where: Where) -> dict[str, object]:
        found = entries(node, self._wrong)
        for number, entry in enumerate(found.values()):
            self._read(entry.key, kind.key_type, (*where, number))
        return {key: self._read(entry.value, kind.value_type, (*where, key)) for key, entry in found.items()}

    def _struct(self, node: yaml.MappingNode, kind: inspect.StructType, where: Where) -> object:
        found = entries(node, self._wrong)
        self._refuse_unknown(found, kind)
        self._refuse_both(node, found, kind)
        values: dict[str, object] = {}
        for field in kind.fields:
            entry = found.get(field.encode_name)
            if entry:
                values[field.name] = self._read(entry.value, field.type, (*where, field.encode_name))
            elif field.required:
                self._wrong(node, f"missing key {field.encode_name!r}")
                values[field.name] = None
        return kind.cls(**values)

    def _refuse_unknown(self, found: dict[str, Entry], kind: inspect.StructType) -> None:
        known = {field.encode_name for field in kind.fields}
        for key, entry in found.items():
            if key not in known:
                self._wrong(entry.key, f"unknown key {quoted(key)}{suggestion(key, known)}")

    def _refuse_both(self, node: yaml.Node, found: dict[str, Entry], kind: inspect.StructType) -> None:
        shape: Any = kind.cls
        there = [found[key].key for key in found if key in shape.either]
        choice_of = either(map(repr, shape.either)) if shape.either else ""
        if len(there) > 1:
            self._wrong(max(there, key=place), f"either {choice_of}, not both")
        if not there and shape.needs_either:
            self._wrong(node, f"missing key {choice_of}")


@cache
def _type_of(shape: type[Shape]) -> inspect.Type:
    return inspect.type_info(shape)
