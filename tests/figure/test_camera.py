"""Framing: nothing leaves the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stretch_timer.figure.between import Movement
from stretch_timer.figure.camera import CLOSEST, MOST_LIFT, Framing, framing, view
from stretch_timer.figure.figure_shapes import Muscles, figure_layers
from stretch_timer.figure.kinematics import foot_point
from stretch_timer.figure.pose import Camera
from stretch_timer.figure.scene import automatic_framing
from stretch_timer.figure.style import Style

if TYPE_CHECKING:
    from stretch_timer.figure.pose import Figure

WIDTH, HEIGHT = 640, 480


def test_a_whole_movement_is_in_the_picture(figure: Figure) -> None:
    seen = view(automatic_framing(figure), WIDTH, HEIGHT)
    movement = Movement(figure, figure.start, figure.end)
    for i in range(11):
        layers = figure_layers(movement.at(i / 10), Style(), Muscles(), 0.0)
        for shape in [*layers.behind, *layers.middle, *layers.front]:
            for part in shape.parts:
                if part.place.turn:
                    continue
                for x, y, *_ in part.outline.knots:
                    assert 0 < seen.dx + seen.sx * x < WIDTH
                    assert 0 < seen.dy - seen.scale * y < HEIGHT


def test_the_camera_neither_creeps_up_nor_floats(figure: Figure) -> None:
    found = automatic_framing(figure)
    assert 0.7 < found.zoom <= CLOSEST
    assert 0 <= found.lift <= MOST_LIFT


def test_a_figure_can_fix_its_camera(figures: dict[str, Figure]) -> None:
    figure = figures["cat_cow"]
    body = Movement(figure, figure.start, figure.end).at(1.0)
    assert framing([body], figure.props, Camera(x=3.0, zoom=1.1, lift=2.0)) == Framing(3.0, 1.1, 2.0)


def test_what_is_not_fixed_stays_automatic(figures: dict[str, Figure]) -> None:
    figure = figures["cat_cow"]
    body = Movement(figure, figure.start, figure.end).at(1.0)
    free = framing([body], figure.props)
    assert framing([body], figure.props, Camera(zoom=1.1)) == Framing(free.x, 1.1, free.lift)


@pytest.mark.parametrize("x", [-40.0, 0.0, 55.5])
def test_the_left_side_is_the_exact_mirror(x: float) -> None:
    right = view(Framing(7.0, 1.2, 3.0), WIDTH, HEIGHT)
    left = view(Framing(7.0, 1.2, 3.0), WIDTH, HEIGHT, mirrored=True)
    assert right.dx + right.sx * x + left.dx + left.sx * x == pytest.approx(WIDTH)
    assert (right.scale, right.dy) == (left.scale, left.dy)


def test_turning_round_keeps_the_feet_on_the_floor(figures: dict[str, Figure]) -> None:
    figure = figures["standing_fold"]
    body = Movement(figure, figure.start, figure.end).at(0.0)
    heel = foot_point(body.leg_near, (-2.7, -4.1))
    heights = {
        view(Framing(0, 1, 0), WIDTH, HEIGHT, squash=squash).dy - view(Framing(0, 1, 0), WIDTH, HEIGHT).scale * heel[1]
        for squash in (1.0, 0.4, 0.02)
    }
    assert len(heights) == 1
