"""Reading a figure: from what a stretch file says to typed poses, with everything that is wrong and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from stretch_timer.figure.contacts import PINNED_LEGS
from stretch_timer.figure.drafts import DEPTHS, KEY_POSES, NONE, Draft, told, within
from stretch_timer.figure.errors import FigureError, Problem
from stretch_timer.figure.limb_reading import STANDING, read_arm, read_hand, read_leg, read_root, read_scale, read_spine
from stretch_timer.figure.nodes import Node, given
from stretch_timer.figure.pose import (
    END,
    RELEASE,
    START,
    ArmPose,
    Figure,
    HandPose,
    LegPose,
    Pose,
    Root,
    SpinePose,
)
from stretch_timer.figure.pose_checks import flaws
from stretch_timer.figure.prop_reading import CYCLE, read_camera, read_cue, read_muscle, read_prop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from stretch_timer.figure.drafts import PoseKeys
    from stretch_timer.figure.errors import KeyPath
    from stretch_timer.figure.pose import Depth

T = TypeVar("T")

SCALED = ("thigh", "shank", "foot", "arm")
SCALE_KEYS = (*SCALED, *(f"{part}.{depth}" for part in SCALED for depth in DEPTHS))


def read_figure(
    data: Mapping[str, object], base: Mapping[str, object] | None = None, *, checked: bool = True
) -> Figure:
    """A stretch's or a variant's figure.

    Args:
        data: The figure as written; a variant's may hold only what differs from the stretch's own.
        base: The stretch's own figure for a variant's; must be right itself.
        checked: Whether the body is also tried out, in every pose and on the way between them: contacts, reach, and
            what would be below the floor. That takes some thousandths of a second.

    Raises:
        FigureError: Something is wrong; every problem has its path in *data*.
    """
    problems: list[Problem] = []
    draft = Draft.of(Node(data, (), problems))
    if base is not None:
        draft = Draft.of(Node(base, (), problems)).varied(draft)
    figure = _figure(draft)
    if checked and not problems:
        problems += _tried_out(draft, figure)
    if problems:
        raise FigureError(Problem(within(data, path), message) for path, message in problems)
    return figure


def _tried_out(draft: Draft, figure: Figure) -> Iterable[Problem]:
    """What the body cannot do; where a pose inherits it, it is told once."""
    found: dict[tuple[KeyPath, str], Problem] = {}
    for pose, flaw in flaws(figure):
        problem = draft.blamed(pose, flaw)
        found.setdefault((problem.path, flaw.message), problem)
    return found.values()


def _figure(draft: Draft) -> Figure:
    for name in (START, END):
        if name not in draft.poses:
            draft.node.problem(f"figure needs {name!r}")
    poses = {name: _pose(keys) for name, keys in draft.complete().items()}
    return Figure(
        start=poses[START],
        end=poses[END],
        via=tuple(pose for name, pose in poses.items() if name not in KEY_POSES),
        release=poses.get(RELEASE),
        muscles=_each(draft, "muscles", read_muscle),
        props=_each(draft, "props", read_prop),
        cues=_each(draft, "cues", read_cue),
        camera=given(draft.keys, "camera", read_camera, None),
        shoes=given(draft.keys, "shoes", lambda node: node.flag("shoes"), default=False),
        cycle_s=given(draft.keys, "cycle", lambda node: node.number("cycle", CYCLE, " s"), 0.0),
    )


def _each(draft: Draft, key: str, read: Callable[[Node], T]) -> tuple[T, ...]:
    return tuple(map(read, given(draft.keys, key, lambda node: node.items(key), NONE)))


def _pose(keys: PoseKeys) -> Pose:
    bends = given(keys, "spine", read_spine, SpinePose())
    scales = given(keys, "scale", lambda node: node.mapping("scale", SCALE_KEYS), {})
    near, far = (_leg(keys, depth, bends.lean, scales) for depth in DEPTHS)
    arm_near, arm_far = (_arm(keys, depth, scales) for depth in DEPTHS)
    hand_near, hand_far = (_hand(keys, depth) for depth in DEPTHS)
    root = given(keys, "root", read_root, Root())
    _check_pin(keys, root, {"near": near, "far": far})
    text = given(keys, "text", lambda node: node.text("text"), "")
    return Pose(root, bends, near, far, arm_near, arm_far, hand_near, hand_far, text)


def _leg(keys: PoseKeys, depth: Depth, lean: float, scales: dict[str, Node]) -> LegPose:
    node = told(keys, "leg", depth)
    pose = read_leg(node, lean) if node else STANDING
    thigh, shank, foot = (_scale(scales, part, depth) for part in ("thigh", "shank", "foot"))
    angles = pose.angles._replace(thigh_scale=thigh, shank_scale=shank, foot_scale=foot)
    return LegPose(angles, pose.pitch, pose.planted)


def _arm(keys: PoseKeys, depth: Depth, scales: dict[str, Node]) -> ArmPose:
    node = told(keys, "arm", depth)
    pose = read_arm(node) if node else ArmPose()
    return pose._replace(scale=_scale(scales, "arm", depth))


def _hand(keys: PoseKeys, depth: Depth) -> HandPose:
    node = told(keys, "hand", depth)
    return read_hand(node) if node else HandPose()


def _scale(scales: dict[str, Node], part: str, depth: Depth) -> float:
    node = scales.get(f"{part}.{depth}") or scales.get(part)
    return read_scale(node, part) if node else 1.0


def _check_pin(keys: PoseKeys, root: Root, legs: dict[Depth, LegPose]) -> None:
    """A planted leg bends as the hip lies, so that the hip cannot lie as the leg bends."""
    for depth in PINNED_LEGS.get(root.pin, ()):
        node = keys.get("root") or told(keys, "leg", depth)
        if node and legs[depth].planted:
            node.problem(
                f"root cannot be pinned by {root.pin.value} while the {depth} foot is planted; "
                f"pin another part or tell where the hip is: {{at: [x, y]}}"
            )
