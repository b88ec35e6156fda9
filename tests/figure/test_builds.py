"""Everybody has the same bones; what is round them differs by build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stretch_timer.figure.areas import signed_area
from stretch_timer.figure.between import Movement
from stretch_timer.figure.builds import GIRTHS, Build
from stretch_timer.figure.characters import Character
from stretch_timer.figure.contours import cut
from stretch_timer.figure.figure_shapes import Muscles, figure_layers
from stretch_timer.figure.leg_form import leg_form
from stretch_timer.figure.outline_arms import arm_shapes
from stretch_timer.figure.outline_head import head_shapes
from stretch_timer.figure.outline_torso import tee
from stretch_timer.figure.scene import Scene
from stretch_timer.figure.style import Style
from stretch_timer.figure.tables import THIGH, TORSO, UPPER_ARM

if TYPE_CHECKING:
    from stretch_timer.figure.body import Body
    from stretch_timer.figure.pose import Figure

SLIM, STURDY = Style(), Style(build=Build.STURDY)


@pytest.fixture
def bodies(figure: Figure) -> list[Body]:
    movement = Movement(figure, figure.start, figure.end)
    return [movement.at(e) for e in (0.0, 0.3, 0.6, 1.0)]


def test_the_slim_build_is_what_the_tables_say() -> None:
    girth = GIRTHS[Build.SLIM]
    assert (girth.torso, girth.thigh, girth.upper_arm) == (TORSO, THIGH, UPPER_ARM)


def test_the_sturdy_build_is_broader_where_it_is_broadest_and_meets_everyone_s_joints() -> None:
    girth = GIRTHS[Build.STURDY]
    for slim, sturdy, factor in (
        (THIGH.front, girth.thigh.front, 1.10),
        (THIGH.back, girth.thigh.back, 1.10),
        (UPPER_ARM.front, girth.upper_arm.front, 1.08),
        (UPPER_ARM.back, girth.upper_arm.back, 1.08),
    ):
        assert sturdy[0][1] == pytest.approx(slim[0][1] * factor)
        assert sturdy[-1] == slim[-1]
    waist, neck = TORSO[7], TORSO[-1]
    assert girth.torso[7] == (waist[0], pytest.approx(waist[1] * 1.12), pytest.approx(waist[2] * 1.12))
    assert girth.torso[-1] == neck


def test_trunk_and_limbs_grow_and_nothing_else_does(figure: Figure, bodies: list[Body]) -> None:
    for body in bodies:
        slim_tee, sturdy_tee = (abs(signed_area(tee(body, (), style).outline)) for style in (SLIM, STURDY))
        assert sturdy_tee > 1.05 * slim_tee
        assert head_shapes(body, STURDY) == head_shapes(body, SLIM)
        slim, sturdy = (leg_form(body.leg_near, body.lean, style.girth, far=False) for style in (SLIM, STURDY))
        assert list(cut(sturdy.back, 1.9, 2.0)) == list(cut(slim.back, 1.9, 2.0))
        hands = [arm_shapes(body.arm_near, style, far=False)[0].parts[0] for style in (SLIM, STURDY)]
        assert hands[0] == hands[1]


def test_every_build_is_painted_in_the_same_order(figure: Figure, bodies: list[Body]) -> None:
    for body in bodies:
        slim, sturdy = (figure_layers(body, style, Muscles(), 0.0) for style in (SLIM, STURDY))
        for one, other in ((slim.behind, sturdy.behind), (slim.middle, sturdy.middle), (slim.front, sturdy.front)):
            assert [type(shape) for shape in one] == [type(shape) for shape in other]


def test_a_scene_gives_its_character_their_build_and_the_same_camera(figure: Figure) -> None:
    slim, sturdy = (Scene(figure, character=Character(build=build)) for build in Build)
    body = Movement(figure, figure.start, figure.end).at(1.0)

    assert slim.framing == sturdy.framing
    assert slim.shapes(body, 0.0) != sturdy.shapes(body, 0.0)
