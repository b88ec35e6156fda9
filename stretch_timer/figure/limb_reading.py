"""Reading where a figure rests and how its limbs are held."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import wrapped
from stretch_timer.figure.body import HandShape
from stretch_timer.figure.legs import LEAST_HIP
from stretch_timer.figure.nodes import DEGREES, HEIGHTS, given, quoted
from stretch_timer.figure.pose import ArmPose, HandPose, LegAngles, LegPose, Pin, Planted, Root, SpinePose
from stretch_timer.figure.proportions import JOINTS, LEAN, REACHABLE, SCALE, TURN
from stretch_timer.figure.target_reading import read_target

if TYPE_CHECKING:
    from stretch_timer.figure.nodes import Node

ROOT_KEYS = ("pin", "x", "y", "at")
HAND_KEYS = ("to", "dir", "shape")
LEG_JOINTS = ("hip", "knee", "ankle", "toe")
LEG_KEYS = ("thigh", "foot", *LEG_JOINTS)
ARM_JOINTS = ("shoulder", "elbow", "wrist")
PINS = MappingProxyType({pin.value: pin for pin in Pin})
SHAPES = MappingProxyType({shape.value: shape for shape in HandShape})
FLAT, PITCH = "flat", "pitch"
STANDING = LegPose(pitch=0.0)
"""A leg of which nothing is told: straight, flat on the floor."""


def read_root(node: Node) -> Root:
    """Where the figure is."""
    keys = node.mapping("root", ROOT_KEYS)
    if "at" not in keys:
        pin = given(keys, "pin", lambda one: one.word("pin", PINS), Pin.FEET)
        x = given(keys, "x", lambda one: one.number("x", REACHABLE, HEIGHTS), 0.0)
        return Root(pin, x, given(keys, "y", lambda one: one.height("y", REACHABLE), 0.0))
    if len(keys) > 1:
        node.problem("root is either 'at', where the hip is, or 'pin' with 'x' and 'y'")
    at = keys["at"].row("at", ("x", "y"), least=2)
    return Root(Pin.HIP, at[0].number("x", REACHABLE, HEIGHTS), at[1].height("y", REACHABLE)) if at else Root(Pin.HIP)


def read_spine(node: Node) -> SpinePose:
    """Lean, lumbar, thorax, neck, head; what is missing at the end is 0."""
    ranges = {"lean": LEAN, **JOINTS}
    row = zip(SpinePose._fields, node.row("spine", SpinePose._fields), strict=False)
    return SpinePose(*(one.number(name, ranges[name], DEGREES) for name, one in row))


def read_leg(node: Node, lean: float) -> LegPose:
    """A leg of a trunk that leans *lean*: a list of joints, joints by name, or a planted foot."""
    if not isinstance(node.value, Mapping):
        keys = dict(zip(LEG_JOINTS, node.row("leg", LEG_JOINTS), strict=False))
    else:
        keys = node.mapping("leg", LEG_KEYS)
    toe = given(keys, "toe", lambda one: _joint(one, "toe"), 0.0)
    if "foot" in keys:
        return _standing(keys, toe)
    if "hip" in keys and "thigh" in keys:
        keys["thigh"].key_problem("a leg has either 'hip', against the trunk, or 'thigh', against the world")
    hip = given(keys, "hip", lambda one: _joint(one, "hip"), given(keys, "thigh", lambda one: _hip(one, lean), 0.0))
    knee = given(keys, "knee", lambda one: _joint(one, "knee"), 0.0)
    ankle, pitch = given(keys, "ankle", _ankle, (0.0, None))
    return LegPose(LegAngles(hip, knee, ankle, toe), pitch)


def _joint(node: Node, name: str) -> float:
    return node.number(name, JOINTS[name], DEGREES)


def _hip(thigh: Node, lean: float) -> float:
    """The hip's angle of a thigh that is given against the world."""
    angle = thigh.number("thigh", TURN, DEGREES)
    hip = wrapped(angle + lean, LEAST_HIP)
    if hip not in JOINTS["hip"]:
        bends = f"thigh {angle:g} on a trunk that leans {lean:g} bends the hip by {hip:g}"
        thigh.problem(f"hip must be {JOINTS['hip']} degrees; {bends}")
    return hip


def _ankle(node: Node) -> tuple[float, float | None]:
    """The ankle's angle, or the pitch of the sole."""
    if not isinstance(node.value, str):
        return _joint(node, "ankle"), None
    word, _, number = node.value.partition(" ")
    if node.value == FLAT:
        return 0.0, 0.0
    try:
        pitch = float(number) if word == PITCH else float("nan")
    except ValueError:
        pitch = float("nan")
    if pitch not in TURN:
        node.problem(f"ankle must be {JOINTS['ankle']} degrees, 'flat' or 'pitch 20', not {quoted(node.value)}")
        return 0.0, 0.0
    return 0.0, pitch


def _standing(keys: dict[str, Node], toe: float) -> LegPose:
    for key in ("hip", "thigh", "knee", "ankle"):
        if key in keys:
            keys[key].key_problem(f"a leg with a planted 'foot' bends as it must; it cannot have {key!r}")
    row = keys["foot"].row("foot", ("x", "y", "pitch"), least=2)
    if not row:
        return LegPose(planted=Planted(0.0))
    x, y = row[0].number("x", REACHABLE, HEIGHTS), row[1].height("y", REACHABLE)
    pitch = row[2].number("pitch", TURN, DEGREES) if row[2:] else 0.0
    return LegPose(LegAngles(toe=toe), planted=Planted(x, y, pitch))


def read_arm(node: Node) -> ArmPose:
    """Shoulder, elbow, wrist; what is missing at the end is 0."""
    row = zip(ARM_JOINTS, node.row("arm", ARM_JOINTS), strict=False)
    angles = {name: one.number(name, JOINTS[name], DEGREES) for name, one in row}
    return ArmPose(*(angles.get(name, 0.0) for name in ARM_JOINTS))


def read_hand(node: Node) -> HandPose:
    """A hand; an empty mapping is a hand that holds nothing."""
    keys = node.mapping("hand", HAND_KEYS)
    if "dir" in keys and "to" not in keys:
        keys["dir"].key_problem("'dir' says how a hand is put on something; it needs 'to'")
    return HandPose(
        given(keys, "to", read_target, None),
        given(keys, "dir", lambda one: one.number("dir", TURN, DEGREES), None),
        given(keys, "shape", lambda one: one.word("shape", SHAPES), HandShape.RELAXED),
    )


def read_scale(node: Node, part: str) -> float:
    """How much of a bone's length is shown."""
    return node.number(f"scale of the {part}", SCALE)
