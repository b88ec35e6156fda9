"""What must hold all along a movement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from math import dist
from statistics import median
from typing import TYPE_CHECKING

import pytest

from stretch_timer.figure.angles import lerp, mixed, turned, wrapped
from stretch_timer.figure.between import Movement
from stretch_timer.figure.body import Body, HandShape, Point
from stretch_timer.figure.contacts import PINNED_LEGS, foot_circles, knee_circle, leg_circles, trunk_circles
from stretch_timer.figure.kinematics import FAR_HIP_SHARE
from stretch_timer.figure.pose import Pin, Place
from stretch_timer.figure.pose_reading import read_figure
from stretch_timer.figure.promises import promise
from stretch_timer.figure.proportions import FOREARM, HEAD_OUTLINE, JOINTS, NECK, SHANK, THIGH, UPPER_ARM
from stretch_timer.figure.reach import LEAST_SHOULDER
from stretch_timer.figure.solve import solve
from stretch_timer.figure.spine import STATIONS, point_beside
from stretch_timer.figure.tables import FAR

if TYPE_CHECKING:
    from stretch_timer.figure.body import Arm, Leg
    from stretch_timer.figure.pose import Figure

KeyPointsOf = Callable[[Body], Mapping[str, Point]]

STEPS = 60
PHASES = [i / STEPS for i in range(STEPS + 1)]
CONTACT_SLIDES = 0.5  # percent of the body's height


@pytest.fixture
def movement(sound: Figure) -> Movement:
    return Movement(sound, sound.start, sound.end)


@pytest.fixture
def bodies(movement: Movement) -> list[Body]:
    return [movement.at(e) for e in PHASES]


def limbs(body: Body) -> tuple[tuple[Leg, Arm], ...]:
    return ((body.leg_near, body.arm_near), (body.leg_far, body.arm_far))


def test_bones_keep_their_length(bodies: list[Body]) -> None:
    for body in bodies:
        points = [station.at for station in body.stations]
        arcs = [b - a for a, b in pairwise(STATIONS)]
        assert [dist(p, q) for p, q in pairwise(points)] == pytest.approx(arcs)
        assert dist(body.c7, body.atlas) == pytest.approx(NECK)
        far_hip = mixed(body.leg_far.hip, (body.leg_far.hip[0] + FAR[0], body.leg_far.hip[1] + FAR[1]), FAR_HIP_SHARE)
        assert body.leg_near.hip == body.hip == pytest.approx(far_hip)
        for leg, arm in limbs(body):
            assert dist(body.hip, leg.knee) == pytest.approx(THIGH * leg.thigh_scale)
            assert dist(leg.knee, leg.ankle) == pytest.approx(SHANK * leg.shank_scale)
            assert dist(arm.shoulder, arm.elbow) == pytest.approx(UPPER_ARM * arm.foreshortening)
            assert dist(arm.elbow, arm.wrist) == pytest.approx(FOREARM * arm.foreshortening)


def test_joints_bend_only_as_far_as_they_can(bodies: list[Body]) -> None:
    for body in bodies:
        for leg, arm in limbs(body):
            angles = {
                "hip": leg.hip_flexion,
                "knee": leg.knee_flexion,
                "ankle": leg.foot_pitch - leg.a2,
                "toe": leg.toe,
                "shoulder": wrapped(arm.a1 + body.chest, LEAST_SHOULDER),
                "elbow": arm.elbow_flexion,
                "wrist": arm.a_hand - arm.a2,
            }
            assert {name: angle for name, angle in angles.items() if round(angle, 6) not in JOINTS[name]} == {}


def test_nothing_sinks_into_the_floor(bodies: list[Body]) -> None:
    for body in bodies:
        for leg, arm in limbs(body):
            assert min(circle.bottom for circle in (*foot_circles(leg), knee_circle(leg))) > -0.5
            assert arm.elbow[1] > 2.2 - 0.5
            assert arm.wrist[1] + 9.2 * arm.d_hand[1] > -1.5
        if body.lean < 0:  # face down one rests on what is flatter
            back = trunk_circles(Pin.BACK, partial(point_beside, body.stations))
            assert min(circle.bottom for circle in back) > -0.5
        assert body.atlas[1] + min(turned(point, -body.head)[1] for point in HEAD_OUTLINE) > -0.5


def contact(body: Body, pin: Pin) -> tuple[float, float]:
    """The first circle of what a figure is pinned by, and the height of its lowest one."""
    if pin in PINNED_LEGS:
        legs = {"near": body.leg_near, "far": body.leg_far}
        circles = [circle for depth in PINNED_LEGS[pin] for circle in leg_circles(pin, legs[depth])]
    else:
        circles = trunk_circles(pin, partial(point_beside, body.stations))
    return circles[0].x, min(circle.bottom for circle in circles)


def test_what_the_figure_rests_on_stays_where_it_is(bodies: list[Body], sound: Figure) -> None:
    a, b = sound.start.root, sound.end.root
    for e, body in zip(PHASES, bodies, strict=True):
        if a.pin is b.pin:
            assert contact(body, a.pin) == pytest.approx((lerp(a.x, b.x, e), lerp(a.y, b.y, e)), abs=CONTACT_SLIDES)


def test_planted_feet_and_hands_on_fixed_points_stay_where_they_are(sound: Figure, movement: Movement) -> None:
    for e in PHASES[1:-1]:
        body = movement.at(e)
        for which, (leg, arm) in zip(("near", "far"), limbs(body), strict=True):
            a, b = (promise(pose, which, body, sound.strapped) for pose in (sound.start, sound.end))
            kept = a.mixed(b, e)
            assert kept.foot_missed(leg) <= CONTACT_SLIDES
            to = sound.start.hand(which).to
            if to and to.place is Place.POINT:
                assert kept.hand_missed(arm) <= CONTACT_SLIDES


def test_nothing_jumps(movement: Movement, key_points: KeyPointsOf) -> None:
    ways = [key_points(movement.at(i / 300)) for i in range(301)]
    for name in ways[0]:
        steps = [dist(a[name], b[name]) for a, b in pairwise(ways)]
        # Elbows and knees are quick where they leave full extension, and where an elbow leaves the floor.
        assert max(steps) <= max(5 * median(steps), 0.35), name
        for i, step in enumerate(steps):
            assert step <= 5 * median(steps[max(0, i - 3) : i + 4]) + 0.05, (name, i)


def test_there_and_back_is_the_same_way(sound: Figure, movement: Movement, key_points: KeyPointsOf) -> None:
    back = Movement(sound, sound.end, sound.start)
    for e in (0.1, 0.5, 0.8):
        one, other = key_points(movement.at(e)), key_points(back.at(1 - e))
        assert all(one[name] == pytest.approx(other[name], abs=0.05) for name in one)


def test_breathing_does_not_move_the_bones(movement: Movement) -> None:
    for e in (0.0, 0.4, 1.0):
        assert movement.at(e, 0.7).breath == 0.7
        assert movement.at(e, 0.7).hip == movement.at(e).hip


def test_open_fingers_bend_gradually_and_a_fist_closes_half_way(figures: dict[str, Figure]) -> None:
    figure = figures["hip_flexor"]
    fist = read_figure(
        {
            "start": {"hands": {"shape": "reach"}},
            "end": {"hand.near": {"shape": "cup"}, "hand.far": {"shape": "grip"}},
        }
    )
    movement = Movement(fist, fist.start, fist.end)

    assert movement.at(0.5).arm_near.curl == pytest.approx(36)
    assert movement.at(0.49).arm_far.shape is HandShape.REACH
    assert movement.at(0.49).arm_far.curl == 10
    assert movement.at(0.5).arm_far.shape is HandShape.GRIP
    assert Movement(figure, figure.start, figure.end).at(0.3).arm_near.curl == 10


# Poses on the way: lifting the foot behind oneself, it must come off the floor first.

LIFT = {
    "props": [{"type": "wall", "x": 30}],
    "start": {"root": {"pin": "foot.far", "x": -6}, "legs": [0, 0, "flat"]},
    "via": [{"leg.near": [40, 80, 25], "leg.far": [0, 0, "flat"]}],
    "end": {"leg.far": [0, 0, "flat"], "leg.near": [-7, 130, -50]},
}


def test_a_movement_passes_its_poses_on_the_way(key_points: KeyPointsOf) -> None:
    figure = read_figure(LIFT)
    movement = Movement(figure, figure.start, figure.end)
    passed = min((movement.at(i / 1000) for i in range(1001)), key=lambda body: abs(body.leg_near.knee_flexion - 80))

    expected = key_points(solve(figure, figure.via[0]))
    assert all(dist(point, expected[name]) < 0.2 for name, point in key_points(passed).items())


def test_passing_is_smooth(key_points: KeyPointsOf) -> None:
    figure = read_figure(LIFT)
    movement = Movement(figure, figure.start, figure.end)
    ways = [key_points(movement.at(i / 300)) for i in range(301)]
    for name in ("near knee", "near ankle", "near toes"):
        steps = [dist(a[name], b[name]) for a, b in pairwise(ways)]
        assert max(steps) <= 5 * median(steps)


def test_each_part_lasts_as_long_as_its_way_is_long() -> None:
    figure = read_figure(LIFT)
    movement = Movement(figure, figure.start, figure.end)

    assert movement.place(0.05)[:2] == (figure.start, figure.via[0])
    assert movement.place(0.95)[:2] == (figure.via[0], figure.end)
    switch = next(i / 1000 for i in range(1, 1000) if movement.place(i / 1000)[0] is figure.via[0])
    assert 0.3 < switch < 0.7


def test_from_a_release_one_does_not_pass_the_poses_on_the_way_in() -> None:
    figure = read_figure(LIFT | {"release": {"leg.near": [-7, 100, -30]}})

    assert Movement(figure, figure.pose("release"), figure.end).place(0.5)[:2] == (figure.release, figure.end)


def test_a_figure_that_does_not_move_stands_still() -> None:
    figure = read_figure({"start": {}, "end": {}})
    movement = Movement(figure, figure.start, figure.end)

    assert movement.at(0.5).hip == pytest.approx(solve(figure, figure.start).hip)
