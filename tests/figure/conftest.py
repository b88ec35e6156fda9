"""Seventeen figures, and the points of a body that tests look at. Test files cannot import from each other."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from stretch_timer.figure.body import Point
from stretch_timer.figure.kinematics import foot_point
from stretch_timer.figure.pose_reading import read_figure
from stretch_timer.figure.proportions import HAND
from stretch_timer.storage.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stretch_timer.core.stretch import Stretch
    from stretch_timer.figure.body import Body
    from stretch_timer.figure.pose import Figure

HERE = Path(__file__).parent
FIGURES: dict[str, dict[str, object]] = yaml.safe_load((HERE / "figures.yaml").read_text(encoding="utf-8"))
GOLDEN: dict[str, dict[str, dict[str, object]]] = json.loads((HERE / "golden.json").read_text(encoding="utf-8"))

UNSOUND = {"standing_quad", "desk_hamstring"}
"""Figures that ask too much of the body: reading them says what."""


def _shipped() -> Iterator[tuple[str, Stretch]]:
    """Every stretch that ships and every variant of it, by name."""
    for name, stretch in Library.here().stretches().found.items():
        yield name, stretch
        yield from ((f"{name}/{variant}", one) for variant, one in stretch.variants.items())


SHIPPED = dict(_shipped())
KeyPoints = Mapping[str, Point]


@pytest.fixture(scope="session")
def written() -> dict[str, dict[str, object]]:
    """The figures as they are written, by name."""
    return FIGURES


@pytest.fixture(scope="session")
def figures() -> dict[str, Figure]:
    """The figures by name, those that ship too; not all of the others are sound."""
    shipped = {name: read_figure(one.figure or {}, one.figure_base, checked=False) for name, one in SHIPPED.items()}
    return shipped | {name: read_figure(data, checked=False) for name, data in FIGURES.items()}


@pytest.fixture(params=[*FIGURES, *SHIPPED])
def figure(request: pytest.FixtureRequest, figures: dict[str, Figure]) -> Figure:
    """Each of the figures in turn."""
    return figures[request.param]


@pytest.fixture(params=[*sorted(set(FIGURES) - UNSOUND), *SHIPPED])
def sound(request: pytest.FixtureRequest, figures: dict[str, Figure]) -> Figure:
    """Each of the figures in turn that ask nothing impossible."""
    return figures[request.param]


@pytest.fixture(params=[(name, phase) for name, phases in GOLDEN.items() for phase in phases], ids="-".join)
def golden(request: pytest.FixtureRequest) -> tuple[str, str, dict[str, object]]:
    """Name of a figure, phase from start to end, and where its joints are then."""
    name, phase = request.param
    return name, phase, GOLDEN[name][phase]


@pytest.fixture(scope="session")
def key_points() -> Callable[[Body], KeyPoints]:
    """Finds the points of a body that are seen to move."""

    def of(body: Body) -> KeyPoints:
        points = {"hip": body.hip, "c7": body.c7, "atlas": body.atlas}
        for side, leg, arm in (("near", body.leg_near, body.arm_near), ("far", body.leg_far, body.arm_far)):
            tips = arm.wrist[0] + HAND * arm.d_hand[0], arm.wrist[1] + HAND * arm.d_hand[1]
            points |= {
                f"{side} knee": leg.knee,
                f"{side} ankle": leg.ankle,
                f"{side} toes": foot_point(leg, (11.0, -3.55)),
                f"{side} shoulder": arm.shoulder,
                f"{side} elbow": arm.elbow,
                f"{side} wrist": arm.wrist,
                f"{side} finger tips": tips,
            }
        return points

    return of
