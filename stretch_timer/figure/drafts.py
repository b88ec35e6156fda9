"""A figure as it is written: its keys, what a pose inherits from another, and where each thing was told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, get_args

from stretch_timer.figure.errors import Problem
from stretch_timer.figure.nodes import Node, given
from stretch_timer.figure.pose import END, RELEASE, START, Depth

if TYPE_CHECKING:
    from stretch_timer.figure.errors import KeyPath
    from stretch_timer.figure.pose_checks import Flaw

KEY_POSES = (START, END, RELEASE)
VIA = "via"
FIGURE_KEYS = ("muscles", "shoes", "props", "cues", "camera", "cycle", START, VIA, END, RELEASE)
PLURALS = MappingProxyType({"legs": "leg", "arms": "arm", "hands": "hand"})
"""What is told of both limbs at once, and the word for one of them."""
DEPTHS: tuple[Depth, ...] = get_args(Depth)
POSE_KEYS = (
    "root",
    "spine",
    *PLURALS,
    *(f"{limb}.{depth}" for limb in PLURALS.values() for depth in DEPTHS),
    "text",
    "scale",
)
NONE: tuple[Node, ...] = ()

PoseKeys = dict[str, Node]
"""What is told about a pose, inherited or not, by key."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure as written.

    Attributes:
        keys: Everything but the poses of which a variant may tell a part.
        poses: What is told about `start`, `end` and `release`, each without what it inherits.
    """

    node: Node
    keys: dict[str, Node]
    poses: dict[str, PoseKeys]

    @classmethod
    def of(cls, node: Node) -> Draft:
        """What one mapping says."""
        keys = node.mapping("figure", FIGURE_KEYS)
        poses = {name: _pose_keys(keys.pop(name)) for name in KEY_POSES if name in keys}
        return cls(node, keys, poses)

    def varied(self, own: Draft) -> Draft:
        """This figure with a variant's own keys, its poses merged key by key."""
        names = dict.fromkeys((*self.poses, *own.poses))
        poses = {name: _merged(self.poses.get(name, {}), own.poses.get(name, {})) for name in names}
        return Draft(own.node, self.keys | own.keys, poses)

    def complete(self) -> dict[str, PoseKeys]:
        """Every key pose with what it inherits, by name; the poses on the way are `via-0` and so on."""
        start = self.poses.get(START, {})
        end = _inherited(start, self.poses.get(END, {}))
        via = given(self.keys, VIA, lambda node: node.items(VIA), NONE)
        ways = {f"{VIA}-{i}": _inherited(start, _pose_keys(node)) for i, node in enumerate(via)}
        release = {RELEASE: _inherited(end, self.poses[RELEASE])} if RELEASE in self.poses else {}
        return {START: start, **ways, END: end, **release}

    def blamed(self, pose: str, flaw: Flaw) -> Problem:
        """The problem of a part of a pose, at what is told about it."""
        limb, _, depth = flaw.part.partition(".")
        keys = self.complete()[pose]
        node = told(keys, limb, "near" if depth == "near" else "far") if depth else keys.get(flaw.part)
        own = _path_of(pose)
        path = within(self.node.value, (*node.path, *flaw.key) if node else own)
        when = flaw.way or ("" if path[: len(own)] == own else f"in the {own[0]} pose")
        return Problem(path, f"{flaw.message}, {when}" if when else flaw.message)


def told(keys: PoseKeys, limb: str, depth: Depth) -> Node | None:
    """What is told about one limb, alone or together with the other."""
    return keys.get(f"{limb}.{depth}") or keys.get(f"{limb}s")


def within(data: object, path: KeyPath) -> KeyPath:
    """As much of *path* as there is in *data*: what a variant inherits is not written there."""
    value = data
    for i, step in enumerate(path):
        if isinstance(value, Mapping):
            found = {str(key): entry for key, entry in value.items()}
            if step not in found:
                return path[:i]
            value = found[str(step)]
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return path[:i]
    return path


def _path_of(pose: str) -> KeyPath:
    name, _, number = pose.partition("-")
    return (name, int(number)) if number else (name,)


def _pose_keys(node: Node) -> PoseKeys:
    return node.mapping("pose", POSE_KEYS)


def _merged(base: PoseKeys, over: PoseKeys) -> PoseKeys:
    """*base* with what is told again; what is told of both limbs clears what was told of one."""
    again = {f"{limb}.{depth}" for plural, limb in PLURALS.items() if plural in over for depth in DEPTHS}
    return {key: node for key, node in base.items() if key not in again} | over


def _inherited(base: PoseKeys, over: PoseKeys) -> PoseKeys:
    """A pose that holds only what differs from another one; a description belongs to its own pose."""
    return _merged({key: node for key, node in base.items() if key != "text"}, over)
