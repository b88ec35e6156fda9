"""Trying a figure out: whether the body can do what is asked of it, in every key pose and on the way between them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from stretch_timer.figure.angles import along, turned, wrapped
from stretch_timer.figure.between import Movement
from stretch_timer.figure.contacts import foot_circles, knee_circle, trunk_circles
from stretch_timer.figure.pose import END, RELEASE, START, Pin
from stretch_timer.figure.promises import promise
from stretch_timer.figure.proportions import ELBOW_RADIUS, HAND, HEAD_OUTLINE, JOINTS
from stretch_timer.figure.reach import LEAST_SHOULDER
from stretch_timer.figure.solve import solve
from stretch_timer.figure.spine import point_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stretch_timer.figure.body import Arm, Body, Leg
    from stretch_timer.figure.errors import KeyPath
    from stretch_timer.figure.pose import Depth, Figure
    from stretch_timer.figure.promises import Promise

DEPTHS: tuple[Depth, Depth] = ("near", "far")
STEPS = 20
"""Pictures tried on each way."""
OF_HEIGHT = "% of the body's height"
SINKS = 0.5
"""How far anything may be below the floor before it is wrong; it is soft, and so are bodies."""
FINGERS_SINK = 1.5
MISSES_FOOT = 0.5
MISSES_HAND = 2.0
ROUNDING = 0.05
"""Degrees a joint may be over its range: reaching is a matter of rounded numbers."""


class Flaw(NamedTuple):
    """Something the body cannot do.

    Attributes:
        part: What of the pose is to blame, such as `leg.near`.
        what: What is wrong with it, in a word: the same all along a way.
        by: How much it is wrong.
        key: What inside of the part is to blame.
        way: From which key pose to which, if that is where it is wrong.
    """

    part: str
    what: str
    by: float
    message: str
    key: KeyPath = ()
    way: str = ""


def flaws(figure: Figure) -> Iterator[tuple[str, Flaw]]:
    """Everything the body cannot do, with the name of the key pose that is to blame.

    Ways are tried only where the key poses are right: they would but repeat what is wrong with them.
    """
    found = list(_key_pose_flaws(figure))
    yield from found or _way_flaws(figure)


def _key_pose_flaws(figure: Figure) -> Iterator[tuple[str, Flaw]]:
    for name, pose in figure.key_poses.items():
        if name == RELEASE and figure.release is None:
            continue
        body = solve(figure, pose)
        promises = [promise(pose, which, body, figure.strapped) for which in DEPTHS]
        yield from ((name, flaw) for flaw in _body_flaws(body, promises))


def _way_flaws(figure: Figure) -> Iterator[tuple[str, Flaw]]:
    ways = [(START, END)] + ([(RELEASE, END)] if figure.release else [])
    for a, b in ways:
        worst: dict[tuple[str, str], Flaw] = {}
        for flaw in _flaws_between(figure, a, b):
            same = (flaw.part, flaw.what)
            if same not in worst or flaw.by > worst[same].by:
                worst[same] = flaw
        for flaw in worst.values():
            yield b if a == START else a, flaw._replace(way=f"on the way from {a} to {b}")


def _flaws_between(figure: Figure, a: str, b: str) -> Iterator[Flaw]:
    movement = Movement(figure, figure.pose(a), figure.pose(b))
    for i in range(1, STEPS + 1):
        e = i / (STEPS + 1)
        body, (one, other, within) = movement.at(e), movement.place(e)
        promises = [
            promise(one, which, body, figure.strapped).mixed(promise(other, which, body, figure.strapped), within)
            for which in DEPTHS
        ]
        yield from _body_flaws(body, promises)


def _body_flaws(body: Body, promises: Iterable[Promise]) -> Iterator[Flaw]:
    yield from _trunk_flaws(body)
    limbs = ((body.leg_near, body.arm_near), (body.leg_far, body.arm_far))
    for which, (leg, arm), promised in zip(DEPTHS, limbs, promises, strict=True):
        yield from _promise_flaws(which, leg, arm, promised)
        yield from _leg_flaws(which, leg)
        yield from _arm_flaws(f"hand.{which}" if promised.hand else f"arm.{which}", which, arm, body.chest)


def _promise_flaws(which: Depth, leg: Leg, arm: Arm, promised: Promise) -> Iterator[Flaw]:
    foot, hand = promised.foot_missed(leg), promised.hand_missed(arm)
    if foot > MISSES_FOOT:
        message = f"the {which} foot cannot stand there: the leg is {foot:.1f} {OF_HEIGHT} too far away"
        yield Flaw(f"leg.{which}", "foot missed", foot, message, ("foot",))
    if hand > MISSES_HAND:
        message = f"the {which} hand cannot reach {promised.on}: {hand:.1f} {OF_HEIGHT} is missing"
        yield Flaw(f"hand.{which}", "hand missed", hand, message, ("to",))


def _leg_flaws(which: Depth, leg: Leg) -> Iterator[Flaw]:
    part = f"leg.{which}"
    yield from _sunk(part, f"the {which} foot", min(circle.bottom for circle in foot_circles(leg)))
    yield from _sunk(part, f"the {which} knee", knee_circle(leg).bottom)
    angles = {"hip": leg.hip_flexion, "knee": leg.knee_flexion, "ankle": leg.foot_pitch - leg.a2, "toe": leg.toe}
    yield from _overbent(part, which, angles)


def _arm_flaws(part: str, which: Depth, arm: Arm, chest: float) -> Iterator[Flaw]:
    yield from _sunk(part, f"the {which} elbow", arm.elbow[1] - ELBOW_RADIUS)
    yield from _sunk(part, f"the {which} hand's finger tips", along(arm.wrist, arm.d_hand, HAND)[1], FINGERS_SINK)
    shoulder = wrapped(arm.a1 + chest, LEAST_SHOULDER)
    yield from _overbent(part, which, {"shoulder": shoulder, "elbow": arm.elbow_flexion, "wrist": arm.a_hand - arm.a2})


def _trunk_flaws(body: Body) -> Iterator[Flaw]:
    beside = partial(point_beside, body.stations)
    yield from _sunk("root", "the buttocks", trunk_circles(Pin.BUTTOCKS, beside)[0].bottom)
    back = (*trunk_circles(Pin.BACK, beside)[1:], *trunk_circles(Pin.SHOULDERS, beside))
    yield from _sunk("spine", "the back", min(circle.bottom for circle in back))
    head = (turned(point, -body.head)[1] for point in HEAD_OUTLINE)
    yield from _sunk("spine", "the head", body.atlas[1] + min(head))


def _sunk(part: str, what: str, height: float, allowed: float = SINKS) -> Iterator[Flaw]:
    if height < -allowed:
        are = "are" if what.endswith("s") else "is"
        yield Flaw(part, what, -height, f"{what} {are} {-height:.1f} {OF_HEIGHT} below the floor")


def _overbent(part: str, which: Depth, angles: dict[str, float]) -> Iterator[Flaw]:
    for name, angle in angles.items():
        least, most = JOINTS[name]
        over = max(least - angle, angle - most)
        if over > ROUNDING:
            yield Flaw(part, name, over, f"the {which} {name} must be {JOINTS[name]} degrees, not {angle:.0f}")
