"""Reading what stands around the figure: props, arrows, the camera, and the muscles that are shown."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from stretch_timer.figure.nodes import HEIGHTS, given
from stretch_timer.figure.pose import Camera, Cue, Prop, SpinePoint
from stretch_timer.figure.proportions import REACHABLE, Range

if TYPE_CHECKING:
    from stretch_timer.figure.body import Point
    from stretch_timer.figure.nodes import Node
    from stretch_timer.figure.pose import Depth

LEG_ZONES = ("hamstrings", "quads", "calf", "glutes", "hipflexor", "shin")
"""Muscles of a leg; `.near` or `.far` means one leg's."""
TRUNK_ZONES = ("lowerback", "back", "upperback", "abs", "chest")
ZONES = MappingProxyType(
    {zone: zone for zone in (*LEG_ZONES, *TRUNK_ZONES, *(f"{zone}.{d}" for zone in LEG_ZONES for d in ("near", "far")))}
)

PROP_KEYS = MappingProxyType(
    {
        "mat": ("x",),
        "chair": ("x", "face", "back"),
        "desk": ("x",),
        "wall": ("x",),
        "doorway": ("x",),
        "pillow": ("x", "w", "h"),
        "strap": ("foot", "style", "hand"),
        "loop": ("t",),
    }
)
"""What can be told about each type of prop; where it is, `x`, must be."""
CUE_KEYS = ("from", "to", "bend")
SPINE_POINT_KEYS = ("s", "front")
CAMERA_KEYS = ("x", "zoom", "lift")
WIDE = frozenset({"mat", "desk"})
"""Props whose `x` is both ends."""
SIZE = Range(0.5, 100)
SHARE = Range(0, 1)
CYCLE = Range(0.5, 60)
BEND = Range(-10, 10)
ZOOM = Range(0.2, 5)
TRUNK = Range(-2, 31.5)
LIFT = Range(-100, 100)
FACING = Range(-1, 1)
DEPTHS: MappingProxyType[str, Depth] = MappingProxyType({"near": "near", "far": "far"})
HANDS = MappingProxyType({"near": "near", "far": "far", "both": "both"})
STYLES = MappingProxyType({"band": "band", "towel": "towel"})
PROPS = MappingProxyType({name: name for name in PROP_KEYS})


def read_muscle(node: Node) -> str:
    """A zone."""
    return node.word("muscle", ZONES)


def read_prop(node: Node) -> Prop:
    """A thing in the picture."""
    every = {"type", *(key for keys in PROP_KEYS.values() for key in keys)}
    keys = node.mapping("a prop", every, needed=("type",))
    if "type" not in keys:
        return Prop("")
    kind_told = keys.pop("type")
    kind = kind_told.word("prop", PROPS)
    if kind != kind_told.value:
        return Prop("")
    for key in set(keys) - set(PROP_KEYS[kind]):
        keys.pop(key).key_problem(f"a {kind} has no {key!r}; it can have {', '.join(PROP_KEYS[kind])}")
    if "x" in PROP_KEYS[kind] and "x" not in keys:
        node.problem(f"a {kind} needs 'x', where it is")
    x0, x1 = _ends(keys["x"]) if kind in WIDE and "x" in keys else (0.0, 0.0)
    return Prop(
        kind,
        x=0.0 if kind in WIDE else given(keys, "x", lambda one: one.number("x", REACHABLE, HEIGHTS), 0.0),
        x0=x0,
        x1=x1,
        face=given(keys, "face", lambda one: 1 if one.number("face", FACING) > 0 else -1, 1),
        back=given(keys, "back", lambda one: one.flag("back"), default=True),
        w=given(keys, "w", lambda one: one.number("w", SIZE, HEIGHTS), 17.0),
        h=given(keys, "h", lambda one: one.number("h", SIZE, HEIGHTS), 4.2),
        foot=given(keys, "foot", lambda one: one.word("foot", DEPTHS), "near"),
        style=given(keys, "style", lambda one: one.word("style", STYLES), "band"),
        hand=given(keys, "hand", lambda one: one.word("hand", HANDS), "both"),
        t=given(keys, "t", lambda one: one.number("t", SHARE), 0.66),
    )


def _ends(node: Node) -> tuple[float, float]:
    row = node.row("x", ("left", "right"), least=2)
    if not row:
        return 0.0, 0.0
    left, right = (end.number("x", REACHABLE, HEIGHTS) for end in row)
    if left > right:
        node.problem(f"x must rise from left to right, not fall from {left:g} to {right:g}")
    return left, right


def read_cue(node: Node) -> Cue:
    """An arrow."""
    keys = node.mapping("a cue", CUE_KEYS, needed=("from", "to"))
    start, end = (_cue_point(keys[key], key) if key in keys else (0.0, 0.0) for key in ("from", "to"))
    return Cue(start, end, given(keys, "bend", lambda one: one.number("bend", BEND), 0.0))


def _cue_point(node: Node, what: str) -> Point | SpinePoint:
    if isinstance(node.value, (list, tuple)):
        row = node.row(what, ("x", "y"), least=2)
        return (row[0].number("x", REACHABLE, HEIGHTS), row[1].number("y", REACHABLE, HEIGHTS)) if row else (0.0, 0.0)
    keys = node.mapping(what, SPINE_POINT_KEYS, needed=SPINE_POINT_KEYS)
    s = given(keys, "s", lambda one: one.number("s", TRUNK), 0.0)
    return SpinePoint(s, given(keys, "front", lambda one: one.number("front", REACHABLE), 0.0))


def read_camera(node: Node) -> Camera:
    """What overrides the framing."""
    keys = node.mapping("camera", CAMERA_KEYS)
    return Camera(
        x=given(keys, "x", lambda one: one.number("x", REACHABLE, HEIGHTS), None),
        zoom=given(keys, "zoom", lambda one: one.number("zoom", ZOOM), None),
        lift=given(keys, "lift", lambda one: one.number("lift", LIFT, HEIGHTS), None),
    )
