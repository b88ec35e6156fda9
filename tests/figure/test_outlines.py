"""What is drawn of a body, for every figure and all along its movement: geometry, not pixels."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest

from stretch_timer.figure.areas import signed_area
from stretch_timer.figure.between import Movement
from stretch_timer.figure.body import HandShape
from stretch_timer.figure.figure_shapes import Muscles, figure_layers, muscles
from stretch_timer.figure.hands import hand_outlines
from stretch_timer.figure.leg_form import leg_form
from stretch_timer.figure.outline_arms import arm_shapes
from stretch_timer.figure.outline_head import Hair
from stretch_timer.figure.roles import Role
from stretch_timer.figure.shapes import Fill, Mix, Stroke, mix
from stretch_timer.figure.style import Style
from stretch_timer.figure.tables import FAR
from stretch_timer.figure.zones import HALO_HEAT, Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stretch_timer.figure.body import Body, Point
    from stretch_timer.figure.curves import Outline
    from stretch_timer.figure.pose import Figure
    from stretch_timer.figure.shapes import Colour, Shape

PHASES = [i / 10 for i in range(11)]
SLIP = 2.0
"""Units: a loop this short is inside a crease, not in the silhouette."""
FOLDED = 150.0
"""Degrees of knee flexion from which calf and thigh lie on each other, and so do their outlines."""
CLOTH = {Role.PANTS, Role.PANTS_FAR, Role.TOP, Role.TOP_LT, Role.TOP_FAR, Role.SKIN, Role.SKIN_FAR}


@pytest.fixture
def bodies(figure: Figure) -> list[Body]:
    movement = Movement(figure, figure.start, figure.end)
    return [movement.at(e, breath=0.5) for e in PHASES]


def drawn(body: Body, figure: Figure, glow: float = 0.0) -> list[Shape]:
    layers = figure_layers(body, Style(shoes=figure.shoes), muscles(figure.muscles), glow)
    return [*layers.behind, *layers.middle, *layers.front]


def sampled(outline: Outline, steps: int = 4) -> Iterator[Point]:
    yield outline.start[:2]
    (x, y, *_) = outline.start
    for ax, ay, bx, by, ex, ey in outline.cubics:
        for i in range(1, steps + 1):
            t, u = i / steps, 1 - i / steps
            yield (
                u**3 * x + 3 * u * u * t * ax + 3 * u * t * t * bx + t**3 * ex,
                u**3 * y + 3 * u * u * t * ay + 3 * u * t * t * by + t**3 * ey,
            )
        x, y = ex, ey


def longest_loop(outline: Outline) -> float:
    """How long the longest part of *outline* is that leaves it and comes back across it."""
    corners = list(sampled(outline))
    corners.append(corners[0])
    walked = [0.0]
    for a, b in pairwise(corners):
        walked.append(walked[-1] + math.dist(a, b))
    loops = [0.0]
    for (i, (p, q)), (j, (r, s)) in combinations(enumerate(pairwise(corners)), 2):
        if crosses(p, q, r, s):
            loops.append(min(walked[j] - walked[i], walked[-1] - walked[j] + walked[i]))
    return max(loops)


def crosses(p: Point, q: Point, r: Point, s: Point) -> bool:
    if max(p[0], q[0]) < min(r[0], s[0]) or max(r[0], s[0]) < min(p[0], q[0]):
        return False
    return side(p, q, r) * side(p, q, s) < 0 and side(r, s, p) * side(r, s, q) < 0


def side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def test_no_outline_crosses_itself(figure: Figure, bodies: list[Body]) -> None:
    for body in bodies:
        if max(body.leg_near.knee_flexion, body.leg_far.knee_flexion) > FOLDED:
            continue
        for shape in drawn(body, figure):
            for part in shape.parts:
                assert longest_loop(part.outline) < SLIP, shape.colour


def test_what_is_filled_as_one_joins_instead_of_cutting_holes(figure: Figure, bodies: list[Body]) -> None:
    for body in bodies:
        for shape in drawn(body, figure, glow=1.0):
            if isinstance(shape, Fill) and len(shape.parts) > 1:
                assert len({signed_area(part.outline) > 0 for part in shape.parts}) == 1, shape.colour


def test_every_number_is_finite(figure: Figure, bodies: list[Body]) -> None:
    for body in bodies:
        for shape in drawn(body, figure, glow=1.0):
            for part in shape.parts:
                assert all(math.isfinite(n) for cubic in part.outline.cubics for n in cubic)


def test_outlines_stay_near_the_body(figure: Figure, bodies: list[Body]) -> None:
    for body in bodies:
        joints = [body.hip, body.c7, body.atlas]
        for leg, arm in ((body.leg_near, body.arm_near), (body.leg_far, body.arm_far)):
            joints += [leg.knee, leg.ankle, arm.elbow, arm.wrist]
        for shape in drawn(body, figure):
            for part in shape.parts:
                if part.place.turn or part.place.x != part.place.y != 0:
                    continue
                for knot in part.outline.knots:
                    assert min(math.dist(knot[:2], joint) for joint in joints) < 26


def test_the_same_body_is_drawn_the_same(figure: Figure, bodies: list[Body]) -> None:
    for body in bodies[::5]:
        assert repr(drawn(body, figure, 0.7)) == repr(drawn(body, figure, 0.7))


def test_what_did_not_move_is_not_made_again(figure: Figure, bodies: list[Body]) -> None:
    first, second = drawn(bodies[3], figure), drawn(bodies[3], figure)
    kept = {id(part.outline) for shape in first for part in shape.parts}
    again = [id(part.outline) for shape in second for part in shape.parts]
    # Neck, tee, its shade, its collar, the belly's folds and the pelvis follow the breath and are cheap.
    assert sum(outline not in kept for outline in again) <= 8


@pytest.mark.parametrize("far", [False, True])
def test_hands_are_drawn_where_the_body_has_them(bodies: list[Body], *, far: bool) -> None:
    for body in bodies:
        arm = body.arm_far if far else body.arm_near
        shift = FAR if far else (0.0, 0.0)
        outlines = {id(outline) for outline in hand_outlines(arm).skin}
        shapes = arm_shapes(arm, Style(), far=far)
        places = [part.place for shape in shapes for part in shape.parts if id(part.outline) in outlines]
        assert places
        for place in places:
            assert (place.x, place.y) == pytest.approx((arm.wrist[0] + shift[0], arm.wrist[1] + shift[1]))
            assert place.turn == pytest.approx(arm.a_hand - 90)


def test_every_hand_shape_has_an_outline(bodies: list[Body]) -> None:
    for shape in HandShape:
        assert hand_outlines(replace(bodies[0].arm_near, shape=shape)).skin


def test_only_the_near_leg_is_painted_near(figure: Figure, bodies: list[Body]) -> None:
    layers = figure_layers(bodies[0], Style(), Muscles(), 0.0)
    assert Role.PANTS_FAR in {shape.colour for shape in layers.behind}
    assert Role.PANTS in {shape.colour for shape in layers.middle}
    assert Role.TOP_LT in {shape.colour for shape in layers.front}


def test_shoes_replace_bare_feet(bodies: list[Body]) -> None:
    def colours(*, shoes: bool) -> set[Colour]:
        return {shape.colour for shape in figure_layers(bodies[0], Style(shoes=shoes), Muscles(), 0.0).middle}

    assert Role.SHOE in colours(shoes=True)
    assert Role.SHOE not in colours(shoes=False)


def test_a_rim_grows_with_the_glow_and_nothing_else_does(figure: Figure, bodies: list[Body]) -> None:
    faint, bright = drawn(bodies[-1], figure, 0.5), drawn(bodies[-1], figure, 1.0)
    changed = {b.colour for a, b in zip(faint, bright, strict=True) if a.parts != b.parts}
    assert changed == {mix(Role.BLOB, Role.HOT, HALO_HEAT)}
    assert [shape.colour for shape in faint] != [shape.colour for shape in bright]


def test_nothing_glows_without_glow(figure: Figure, bodies: list[Body]) -> None:
    roles = {
        r for s in drawn(bodies[-1], figure, 0.0) for r in (s.colour[:2] if isinstance(s.colour, Mix) else [s.colour])
    }
    assert Role.HOT not in roles


def test_hot_is_kept_for_muscles(figure: Figure, bodies: list[Body]) -> None:
    plain = figure_layers(bodies[-1], Style(), Muscles(), 1.0)
    for shape in [*plain.behind, *plain.middle, *plain.front]:
        assert shape.colour is not Role.HOT


@pytest.mark.parametrize("zone", Zone)
def test_every_zone_shows_on_a_body(bodies: list[Body], zone: Zone) -> None:
    bare = figure_layers(bodies[0], Style(), Muscles(), 1.0)
    lit = figure_layers(bodies[0], Style(), muscles([zone]), 1.0)
    assert len(lit.middle) > len(bare.middle)


def test_zones_are_sorted_by_what_they_lie_on() -> None:
    found = muscles(["hamstrings.near", "calf.far", "quads", "lowerback"])
    assert found == Muscles((Zone.HAMSTRINGS, Zone.QUADS), (Zone.CALF, Zone.QUADS), (Zone.LOWER_BACK,))


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="eyebrows"):
        muscles(["eyebrows"])


def test_high_contrast_draws_a_line_round_every_limb(bodies: list[Body]) -> None:
    layers = figure_layers(bodies[0], Style(edged=True), Muscles(), 0.0)
    lines = [s for s in [*layers.behind, *layers.middle, *layers.front] if isinstance(s, Stroke)]
    assert len(lines) == 8
    assert {line.colour for line in lines} == {Role.EDGE}


@pytest.mark.parametrize("hair", Hair)
def test_both_ways_to_wear_hair_are_drawn(bodies: list[Body], hair: Hair) -> None:
    assert figure_layers(bodies[0], Style(hair=hair), Muscles(), 0.0).middle


def test_a_bone_that_points_out_of_the_picture_is_drawn_as_short_as_it_looks(bodies: list[Body]) -> None:
    leg = bodies[0].leg_near
    knee = tuple((h + k) / 2 for h, k in zip(leg.hip, leg.knee, strict=True))
    short = leg_form(replace(leg, knee=knee, thigh_scale=0.5), 0.0, Style().girth, far=False)
    at_knee = [(x, y) for _, _, tag, x, y in short.front if tag == 1]
    assert at_knee[0] == pytest.approx(knee)
