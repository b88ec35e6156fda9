"""Where in a stretch file the problems of its illustrations are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import yaml

from stretch_timer.storage.problems import Problem, RoutineError
from stretch_timer.storage.yaml_nodes import place

if TYPE_CHECKING:
    from stretch_timer.core.stretch import Stretch
    from stretch_timer.storage.problems import Place
    from stretch_timer.storage.yaml_tree import Document

Way = tuple[str | int, ...]
"""Keys, and positions in lists counted from 0. A last key that has a true `at_key` means itself and not its value."""
Illustration = Mapping[str, object]
Examine = Callable[[Illustration, Illustration | None], Iterable[tuple[Way, str]]]
"""What is wrong with an illustration, given the one it is a variant of: the way to each problem, and a sentence."""


def refuse_figures(document: Document, stretch: Stretch, examine: Examine) -> None:
    """Have every illustration of *stretch* examined.

    Raises:
        RoutineError: One is not right.
    """
    problems = []
    told: list[tuple[Way, str]] = []
    for where, one in _illustrated(stretch):
        found = list(examine(one.figure or {}, one.figure_base))
        if one.figure_base is None:
            told = found
        else:
            found = [(way, message) for way, message in found if not _inherited(way, message, told)]
        problems += [Problem(document.path, place_of(document.root, (*where, *way)), message) for way, message in found]
    if problems:
        raise RoutineError(problems)


def _inherited(way: Way, message: str, told: Iterable[tuple[Way, str]]) -> bool:
    """Whether a variant's problem is one of the stretch's own, with *way* as far as it is written in the variant."""
    return any(way == base_way[: len(way)] and message.startswith(base_message) for base_way, base_message in told)


def _illustrated(stretch: Stretch) -> Iterable[tuple[Way, Stretch]]:
    """The stretch and those variants that have an illustration of their own, and the way to each."""
    if stretch.figure is not None:
        yield ("figure",), stretch
    for name, variant in stretch.variants.items():
        if variant.figure is not stretch.figure:
            yield ("variants", name, "figure"), variant


def place_of(root: yaml.Node, way: Way) -> Place:
    """Where the value or the key at the end of *way* stands, or the last value on it that is written."""
    node = root
    for step in way:
        following = _step(node, step)
        if following is None:
            break
        node = following
    return place(node)


def _step(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        at_key = getattr(step, "at_key", False)
        return next((key if at_key else value for key, value in node.value if key.value == step), None)
    return None
