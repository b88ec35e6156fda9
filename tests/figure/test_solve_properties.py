"""Whatever pose is asked for within the body's limits, solving it gives a body: finite, in one piece."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from math import dist, isfinite
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretch_timer.figure.between import Movement
from stretch_timer.figure.body import HandShape
from stretch_timer.figure.pose import (
    ArmPose,
    Figure,
    HandPose,
    LegAngles,
    LegPose,
    Pin,
    Place,
    Planted,
    Pose,
    Prop,
    Root,
    SpinePose,
    Target,
)
from stretch_timer.figure.proportions import JOINTS, LEAN, REACHABLE, SCALE, TURN
from stretch_timer.figure.solve import solve
from stretch_timer.figure.target_reading import GRAMMAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stretch_timer.figure.body import Body
    from stretch_timer.figure.proportions import Range


def within(allowed: Range) -> st.SearchStrategy[float]:
    return st.floats(allowed.least, allowed.most) | st.sampled_from([allowed.least, allowed.most])


def joint(name: str) -> st.SearchStrategy[float]:
    return within(JOINTS[name])


def targets(place: Place) -> st.SearchStrategy[Target]:
    grammar = GRAMMAR[place]
    return st.builds(
        Target,
        st.just(place),
        st.just(place.value),
        st.sampled_from([None, "near", "far"] if grammar.sided else [None]),
        st.sampled_from(grammar.details),
        within(grammar.along[0]) if grammar.along else st.just(0.0),
    )


coordinates = within(REACHABLE)
points = st.builds(lambda x, y: Target(Place.POINT, "", point=(x, y)), coordinates, coordinates | st.floats(-5, 60))
spines = st.builds(SpinePose, within(LEAN), *(joint(name) for name in ("lumbar", "thorax", "neck", "head")))
angles = st.builds(
    LegAngles,
    *(joint(name) for name in ("hip", "knee", "ankle", "toe")),
    *(st.just(1.0) | within(SCALE) for _ in range(3)),
)
feet = st.builds(Planted, coordinates, coordinates, within(TURN))
legs = st.builds(LegPose, angles, st.none() | within(TURN), st.none() | feet)
arms = st.builds(ArmPose, joint("shoulder"), joint("elbow"), joint("wrist"), st.just(1.0) | within(SCALE))
hands = st.builds(
    HandPose,
    st.none() | points | st.sampled_from(list(GRAMMAR)).flatmap(targets),
    st.none() | within(TURN),
    st.sampled_from(HandShape),
)
roots = st.builds(Root, st.sampled_from(Pin), coordinates, coordinates | st.just(0.0))
poses = st.builds(Pose, roots, spines, legs, legs, arms, arms, hands, hands)
figures = st.builds(
    Figure,
    poses,
    poses,
    st.lists(poses, max_size=2).map(tuple),
    props=st.sampled_from([(), (Prop("strap", foot="far"),)]),
)


def numbers(value: object) -> Iterator[float]:
    """Every number in a body."""
    if isinstance(value, float | int):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from numbers(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from numbers(getattr(value, field.name))


def check(body: Body) -> None:
    assert all(isfinite(number) for number in numbers(body))
    assert dist(body.stations[1].at, body.hip) == 0
    for part in (body.leg_near, body.leg_far, body.arm_near, body.arm_far):
        for vector in (part.d1, part.n1, part.d2, part.n2):
            assert dist(vector, (0, 0)) == pytest.approx(1)


@given(figures)
def test_every_key_pose_is_a_body(figure: Figure) -> None:
    check(solve(figure, figure.start))


@given(figures, st.floats(-0.1, 1.1), st.floats(-1, 1))
def test_every_moment_of_a_movement_is_a_body(figure: Figure, e: float, breath: float) -> None:
    check(Movement(figure, figure.start, figure.end).at(e, breath))


@given(figures)
def test_solving_is_the_same_every_time(figure: Figure) -> None:
    assert solve(figure, figure.end) == solve(figure, figure.end)
