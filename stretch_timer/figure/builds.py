"""How broad a person is: the widths of `tables`, for each build. Bones, head, hands and feet are everyone's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import lerp, smoothstep
from stretch_timer.figure.tables import THIGH, TORSO, UPPER_ARM, Profile, Widths

if TYPE_CHECKING:
    from collections.abc import Mapping


class Build(StrEnum):
    """A build."""

    SLIM = "slim"
    STURDY = "sturdy"


@dataclass(frozen=True, slots=True)
class Girth:
    """The widths of one build.

    Attributes:
        hips: What is round the hip joint without a row of its own, as a multiple of the slim build's.
        shoulders: The same round the shoulder joint.
    """

    torso: Widths
    thigh: Profile
    upper_arm: Profile
    hips: float
    shoulders: float


STURDY_TORSO, STURDY_THIGH, STURDY_UPPER_ARM = 1.12, 1.10, 1.08
COLLAR = (26.0, 30.0)
"""Units of spine between which the torso narrows to the neck, which is everyone's."""
TO_JOINT = (0.45, 1.0)
"""Places along a bone between which it narrows to the knee or the elbow, which are everyone's."""


def _torso(factor: float) -> Widths:
    grown = [(s, lerp(factor, 1.0, smoothstep(*COLLAR, s)), front, back) for s, front, back in TORSO]
    return tuple((s, front * by, back * by) for s, by, front, back in grown)


def _limb(profile: Profile, factor: float) -> Profile:
    def grown(rows: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
        return tuple((t, width * lerp(factor, 1.0, smoothstep(*TO_JOINT, t))) for t, width in rows)

    return Profile(grown(profile.front), grown(profile.back))


GIRTHS: Mapping[Build, Girth] = MappingProxyType(
    {
        Build.SLIM: Girth(TORSO, THIGH, UPPER_ARM, hips=1.0, shoulders=1.0),
        Build.STURDY: Girth(
            _torso(STURDY_TORSO),
            _limb(THIGH, STURDY_THIGH),
            _limb(UPPER_ARM, STURDY_UPPER_ARM),
            hips=STURDY_TORSO,
            shoulders=STURDY_UPPER_ARM,
        ),
    },
)
