"""The joints of seventeen figures as they were when their pictures were judged good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from stretch_timer.figure.between import Movement
from stretch_timer.figure.solve import solve

if TYPE_CHECKING:
    from stretch_timer.figure.pose import Figure

TOLERANCE = 0.3  # percent of the body's height, degrees
TOLERANCE_FORESHORTENING = 0.01
# Back then an arm was solved twice, not until the shoulder it moves agrees: hands were up to 0.2 from their targets.
TOLERANCE_ELBOW = 1.5


def test_joints_are_where_they_were(golden: tuple[str, str, dict[str, Any]], figures: dict[str, Figure]) -> None:
    name, phase, was = golden
    figure = figures[name]

    body = Movement(figure, figure.start, figure.end).at(float(phase))

    assert body.hip == pytest.approx(was["hip"], abs=TOLERANCE)
    assert body.c7 == pytest.approx(was["c7"], abs=TOLERANCE)
    assert body.atlas == pytest.approx(was["atlas"], abs=TOLERANCE)
    assert body.head == pytest.approx(was["head_angle"], abs=TOLERANCE)
    assert body.chest == pytest.approx(was["chest_angle"], abs=TOLERANCE)
    for leg, arm, side in (
        (body.leg_near, body.arm_near, was["near"]),
        (body.leg_far, body.arm_far, was["far"]),
    ):
        for joint in ("hip", "knee", "ankle"):
            assert getattr(leg, joint) == pytest.approx(side[joint], abs=TOLERANCE)
        for angle in ("hip_flexion", "knee_flexion", "foot_pitch"):
            assert getattr(leg, angle) == pytest.approx(side[angle], abs=TOLERANCE)
        for joint in ("shoulder", "elbow", "wrist"):
            assert getattr(arm, joint) == pytest.approx(side[joint], abs=TOLERANCE)
        assert arm.elbow_flexion == pytest.approx(side["elbow_flexion"], abs=TOLERANCE_ELBOW)
        assert (arm.a_hand - side["hand_angle"] + 180) % 360 - 180 == pytest.approx(0, abs=TOLERANCE)
        assert arm.foreshortening == pytest.approx(side["foreshortening"], abs=TOLERANCE_FORESHORTENING)


def test_a_movement_begins_and_ends_with_its_key_poses(figure: Figure) -> None:
    movement = Movement(figure, figure.start, figure.end)

    assert movement.at(0) == solve(figure, figure.start)
    assert movement.at(1) == solve(figure, figure.end)
