"""Reading what a hand is put on: `[x, y]`, `foot.near.toes`, `shin@0.3`, `thigh.far.back@0.7`, `belly@9`, `band@22`."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from stretch_timer.figure.nodes import HEIGHTS, quoted, suggestion
from stretch_timer.figure.pose import Place, Target
from stretch_timer.figure.proportions import REACHABLE, Range
from stretch_timer.figure.targets import FOOT_PARTS

if TYPE_CHECKING:
    from stretch_timer.figure.nodes import Node
    from stretch_timer.figure.pose import Depth

DEPTHS: MappingProxyType[str, Depth] = MappingProxyType({"near": "near", "far": "far"})


class Grammar(NamedTuple):
    """How a place is written.

    Attributes:
        sided: Whether `.near` or `.far` can follow.
        details: What can follow then; the first is meant where none does.
        along: The range of the number after `@`, if there can be one, and the number meant where there is none.
    """

    sided: bool = True
    details: tuple[str, ...] = ("",)
    along: tuple[Range, float] | None = None


GRAMMAR = MappingProxyType(
    {
        Place.FOOT: Grammar(details=tuple(FOOT_PARTS)),
        Place.SHIN: Grammar(details=("", "front", "back"), along=(Range(0, 1), 0.3)),
        Place.THIGH: Grammar(details=("", "front", "back"), along=(Range(0, 1), 0.7)),
        Place.KNEE: Grammar(),
        Place.BELLY: Grammar(sided=False, along=(Range(0, 31.5), 9.0)),
        Place.HIP: Grammar(sided=False),
        Place.BAND: Grammar(along=(Range(0, 100), 16.0)),
    }
)


def read_target(node: Node) -> Target:
    """Where a hand goes."""
    if isinstance(node.value, str):
        return _on_body(node, node.value)
    xy = node.row("to", ("x", "y"), least=2)
    if not xy:
        return Target(Place.POINT, "")
    x, y = xy[0].number("x", REACHABLE, HEIGHTS), xy[1].height("y", REACHABLE)
    return Target(Place.POINT, f"[{x:g}, {y:g}]", point=(x, y))


def _on_body(node: Node, text: str) -> Target:
    words, at, number = text.partition("@")
    name, *rest = words.split(".")
    place = node.choice("target", name, {place.value: place for place in GRAMMAR})
    grammar = GRAMMAR[place]
    depth = DEPTHS[rest.pop(0)] if grammar.sided and rest and rest[0] in DEPTHS else None
    detail = rest.pop(0) if rest else grammar.details[0]
    if rest or detail not in grammar.details:
        node.problem(f"unknown target {quoted(text)}{_possible(place, grammar, detail)}")
        detail = grammar.details[0]
    return Target(place, text, depth, detail, _along(node, grammar, number if at else None))


def _possible(place: Place, grammar: Grammar, detail: str) -> str:
    details = [word for word in grammar.details if word]
    if details:
        return suggestion(detail, details)
    return f"; after {place.value!r} nothing but .near or .far" if grammar.sided else f"; only {place.value!r} is known"


def _along(node: Node, grammar: Grammar, number: str | None) -> float:
    if grammar.along is None:
        if number is not None:
            node.problem(f"target {quoted(node.value)} has no place for @")
        return 0.0
    allowed, default = grammar.along
    if number is None:
        return default
    try:
        along = float(number)
    except ValueError:
        node.problem(f"after @ must be a number, {allowed}, not {quoted(number)}")
        return default
    if along not in allowed:
        node.problem(f"after @ must be {allowed}, not {along:g}")
    return along
