"""Curves and areas: through their points, closed, and running the same way."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretch_timer.figure import areas, feet, hands
from stretch_timer.figure.areas import anticlockwise, polygon, reversed_outline, signed_area
from stretch_timer.figure.contours import cut, shade
from stretch_timer.figure.curves import blended, closed_curve, open_curve, through

if TYPE_CHECKING:
    from stretch_timer.figure.body import Point
    from stretch_timer.figure.curves import Outline

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
CONTOUR = [(0.0, 5.0, 0.0, 0.0, 0.0), (4.0, 5.0, 0.4, 4.0, 0.0), (10.0, 5.0, 1.0, 10.0, 0.0)]
coordinates = st.floats(-200, 200)
points = st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=12)


@given(points)
def test_an_open_curve_passes_through_its_points(given_points: list[Point]) -> None:
    assert open_curve(given_points).knots == tuple(given_points)


@given(points)
def test_a_closed_curve_ends_where_it_starts(given_points: list[Point]) -> None:
    assert closed_curve(given_points).knots == (*given_points, given_points[0])


def test_a_closed_curve_is_as_smooth_at_its_first_point_as_elsewhere() -> None:
    turned_round = [*SQUARE[1:], SQUARE[0]]
    assert set(closed_curve(SQUARE).cubics) == set(closed_curve(turned_round).cubics)


def test_points_that_coincide_make_no_error() -> None:
    assert all(map(math.isfinite, through([(1.0, 1.0), (1.0, 1.0), (1.0, 1.0)])[0]))


def test_an_outline_run_backwards_is_the_same_line() -> None:
    outline = open_curve([(0.0, 0.0), (3.0, 4.0), (9.0, 1.0)])
    back = reversed_outline(outline)
    assert back.knots == outline.knots[::-1]
    assert reversed_outline(back) == outline._replace(cubics=tuple(outline.cubics))


def test_areas_can_be_made_to_run_anticlockwise() -> None:
    clockwise = polygon(SQUARE[::-1])
    assert signed_area(clockwise) == -100
    assert signed_area(anticlockwise(clockwise)) == 100


@pytest.mark.parametrize(
    "outline",
    [
        feet.SHOE,
        feet.SOLE,
        *feet.LACES,
        *hands.GRIP.skin,
        *hands.GRIP.over,
        *hands.FLAT.skin,
        areas.capsule((0, 0), (4, 9), 2.0),
        areas.ellipse((3, 4), 2, 1),
        areas.rounded_box((0, 0), (9, 5), 1),
    ],
)
def test_areas_run_anticlockwise(outline: Outline) -> None:
    assert signed_area(outline) > 0


@pytest.mark.parametrize(
    ("outline", "size"),
    [
        (areas.capsule((0, 0), (10, 0), 2.0), 20),
        (areas.stripe([(0, 0), (5, 0), (10, 0)], 2.0), 20),
        (areas.rounded_box((0, 0), (9, 5), 0.0), 45),
        (areas.bowed_band(((0, 0), (5, 0), (10, 0)), (0, 1)), 10),
    ],
)
def test_areas_have_their_size(outline: Outline, size: float) -> None:
    assert abs(signed_area(outline)) == pytest.approx(size, rel=0.01)


def test_a_blend_begins_and_ends_at_its_curves() -> None:
    a, b = through(SQUARE[:3]), through([(1.0, 1.0), (2.0, 2.0), (3.0, 0.0)])
    assert blended(a, b, 0.0) == a
    assert blended(a, b, 1.0) == b


def test_cutting_a_contour_interpolates_its_ends() -> None:
    first, middle, last = cut(CONTOUR, 0.2, 0.7)
    assert first == pytest.approx((2.0, 5.0, 0.2, 2.0, 0.0))
    assert middle == CONTOUR[1]
    assert last == pytest.approx((7.0, 5.0, 0.7, 7.0, 0.0))


def test_cutting_beyond_the_ends_keeps_everything() -> None:
    assert cut(CONTOUR, -5.0, 5.0) == CONTOUR


def test_a_shade_is_thin_at_both_ends_and_deep_between() -> None:
    contour = [(float(x), 10.0, x / 10, float(x), 0.0) for x in range(11)]
    crescent = shade(contour, 0.5)
    assert crescent is not None
    assert min(y for _, y in crescent.knots) == pytest.approx(5.0)
    assert (0.0, 10.0) in crescent.knots
    assert (10.0, 10.0) in crescent.knots


def test_too_short_a_contour_has_no_shade() -> None:
    assert shade(CONTOUR[:2], 0.5) is None
