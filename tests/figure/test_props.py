"""Things in the room and on the body."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from stretch_timer.figure.between import Movement
from stretch_timer.figure.outline_legs import leg_drawing
from stretch_timer.figure.pose import Cue, Prop, SpinePoint
from stretch_timer.figure.props import BEHIND, props_behind, props_between
from stretch_timer.figure.roles import Role
from stretch_timer.figure.shadows import contact_shadows
from stretch_timer.figure.style import Style
from stretch_timer.figure.worn_props import cue_shapes, worn_before, worn_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stretch_timer.figure.body import Body, Point
    from stretch_timer.figure.pose import Figure
    from stretch_timer.figure.shapes import Shape

EXTENT = {"x": 20.0, "x0": -30.0, "x1": 30.0}


def knots(shapes: Sequence[Shape]) -> list[Point]:
    return [knot for shape in shapes for part in shape.parts for knot in part.outline.knots]


@pytest.fixture
def lying(figures: dict[str, Figure]) -> Body:
    figure = figures["band_hamstring"]
    return Movement(figure, figure.start, figure.end).at(1.0)


@pytest.mark.parametrize("kind", BEHIND)
def test_every_thing_is_drawn(kind: str) -> None:
    assert props_behind([Prop(kind, **EXTENT)])


def test_a_mat_reaches_from_end_to_end() -> None:
    xs = [x for x, _ in knots(props_behind([Prop("mat", x0=-50, x1=40)]))]
    assert min(xs) == pytest.approx(-50, abs=4)
    assert max(xs) == pytest.approx(40, abs=7)


@pytest.mark.parametrize("face", [-1, 1])
def test_a_chair_faces_either_way(face: int) -> None:
    seen = knots(props_behind([Prop("chair", x=0, face=face)]))
    assert all(x * face < 0 for x, y in seen if y > 45)


def test_a_chair_can_lack_a_back() -> None:
    stool = props_behind([Prop("chair", x=0, back=False)])
    assert max(y for _, y in knots(stool)) < 30


def test_a_wall_is_to_the_right_of_its_edge() -> None:
    assert min(x for x, _ in knots(props_behind([Prop("wall", x=21.5)]))) == 21.5


def test_a_doorway_has_a_jamb_in_front_of_the_leg_that_lies_through_it() -> None:
    door = [Prop("doorway", x=12.0)]
    jamb = knots(props_between(door))
    assert min(x for x, _ in jamb) == 12.0
    assert max(x for x, _ in jamb) < 16
    assert Role.ROOM in {shape.colour for shape in props_behind(door)}
    assert props_between([Prop("wall", x=12.0)]) == []


@pytest.mark.parametrize(("style", "role"), [("band", Role.BAND), ("towel", Role.TOWEL)])
def test_a_strap_joins_sole_and_hands(lying: Body, style: str, role: Role) -> None:
    props = [Prop("strap", foot="near", style=style)]
    near_leg = leg_drawing(lying.leg_near, lying.lean, (), Style(), far=False)
    before, behind = worn_before(props, lying, near_leg), worn_behind(props, lying)
    assert before[0].colour is role
    assert behind[0].colour is Role(f"{role}_far")
    reach = knots(before)
    assert min(math.dist(knot, lying.leg_near.ankle) for knot in reach) < 9
    assert min(math.dist(knot, lying.arm_near.wrist) for knot in reach) < 5


def test_a_loop_is_round_both_thighs(lying: Body) -> None:
    props = [Prop("loop", t=0.66)]
    near_leg = leg_drawing(lying.leg_near, lying.lean, (), Style(), far=False)
    (near,), (far,) = worn_before(props, lying, near_leg), worn_behind(props, lying)
    assert near.colour is Role.BAND
    assert far.colour is Role.BAND_FAR


@pytest.mark.parametrize("bend", [-0.4, 0.0, 0.4, 6.0])
def test_an_arrow_ends_at_its_point(lying: Body, bend: float) -> None:
    (arrow,) = cue_shapes(Cue((0.0, 30.0), (10.0, 50.0), bend), lying, 1.0)
    assert arrow.parts[1].outline.start == (10.0, 50.0)
    assert arrow.parts[0].outline.start == pytest.approx((0.0, 30.0), abs=0.5)


def test_an_arrow_can_be_beside_the_spine(lying: Body) -> None:
    (arrow,) = cue_shapes(Cue(SpinePoint(13.5, 17.0), SpinePoint(13.5, 8.0)), lying, 0.6)
    assert arrow.opacity == pytest.approx(0.6)


def test_what_lies_on_the_floor_casts_one_long_shadow(lying: Body) -> None:
    shadows = contact_shadows(lying)
    assert max(shadow.rx for shadow in shadows) > 25
    assert all(0 < shadow.weight <= 1 for shadow in shadows)


def test_someone_standing_casts_a_short_one(figures: dict[str, Figure]) -> None:
    figure = figures["standing_fold"]
    (shadow,) = contact_shadows(Movement(figure, figure.start, figure.end).at(0.0))
    assert shadow.rx < 20
