"""Two bones that reach."""

from __future__ import annotations

import itertools
from math import dist
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretch_timer.figure.angles import along, limb
from stretch_timer.figure.two_bones import ELBOW, KNEE, SOFT, bend

if TYPE_CHECKING:
    from stretch_timer.figure.body import Point
    from stretch_timer.figure.two_bones import Bend

LENGTHS = (16.8, 14.2)
coordinates = st.floats(-60, 60)
points = st.tuples(coordinates, coordinates)


def end(bent: Bend, joint: float) -> Point:
    elbow = along((0.0, 0.0), limb(bent.first), LENGTHS[0])
    return along(elbow, limb(bent.first + joint * bent.bend), LENGTHS[1])


@given(points, st.sampled_from([ELBOW, KNEE]))
def test_they_get_where_they_can_and_point_where_they_cannot(target: Point, joint: float) -> None:
    bent = bend((0.0, 0.0), target, LENGTHS, joint)
    away = dist(target, (0, 0))

    assert 0 <= bent.bend <= 180
    reached = min(max(away, 2.8), 0.9995 * 31)
    assert dist(end(bent, joint), target) == pytest.approx(abs(away - reached), abs=1e-6)


@given(points)
def test_softly_they_miss_a_far_target_by_little_more(target: Point) -> None:
    hard = dist(end(bend((0.0, 0.0), target, LENGTHS, ELBOW), ELBOW), target)
    soft = dist(end(bend((0.0, 0.0), target, LENGTHS, ELBOW, SOFT), ELBOW), target)

    assert soft <= hard + SOFT


def test_elbow_and_knee_bend_to_different_sides() -> None:
    target = (0.0, -25.0)

    assert bend((0, 0), target, LENGTHS, ELBOW).first == pytest.approx(-bend((0, 0), target, LENGTHS, KNEE).first)
    assert bend((0, 0), target, LENGTHS, ELBOW).first < 0


def test_a_softly_reaching_arm_straightens_without_a_jump() -> None:
    bends = [bend((0, 0), (0.0, -25 - i / 50), LENGTHS, ELBOW, SOFT).bend for i in range(500)]

    assert max(abs(a - b) for a, b in itertools.pairwise(bends)) < 0.5
    assert bends[-1] > 1
