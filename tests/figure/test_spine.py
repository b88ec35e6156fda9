"""The trunk as a curve."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from stretch_timer.figure.pose import SpinePose
from stretch_timer.figure.solve import solve
from stretch_timer.figure.spine import STATIONS, point_beside, spine

if TYPE_CHECKING:
    from stretch_timer.figure.pose import Figure


def test_upright_it_is_nearly_straight_above_the_hip() -> None:
    curve = spine(SpinePose())

    assert curve.c7[1] == pytest.approx(31.4, abs=0.2)
    assert abs(curve.c7[0]) < 1
    assert curve.head == 0


def test_bending_forward_takes_it_forward_and_rounds_it_gradually() -> None:
    curve = spine(SpinePose(lumbar=40, thorax=50))
    headings = [b[0] - a[0] for a, b in pairwise(curve.points[1:])]

    assert curve.c7[0] > 12
    assert curve.chest == 90
    assert max(abs(a - b) for a, b in pairwise(headings)) < 0.9


def test_a_point_is_found_at_any_height_also_on_a_solved_body(figures: dict[str, Figure]) -> None:
    figure = figures["cat_cow"]
    body = solve(figure, figure.end)

    for station in body.stations[1:]:
        assert point_beside(body.stations, station.s) == pytest.approx(station.at)
    assert point_beside(body.stations, 0) == body.hip
    below = point_beside(body.stations, STATIONS[0])
    assert below[0] - body.hip[0] == pytest.approx(body.stations[0].at[0] - body.hip[0], abs=0.3)
