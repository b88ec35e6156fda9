"""How thick a body is where: half-widths in percent of its height, in front of and behind the bone."""

from __future__ import annotations

from typing import NamedTuple

Widths = tuple[tuple[float, float, float], ...]
"""Rows of (place along the bone, half-width in front, half-width behind)."""

FAR: tuple[float, float] = (1.9, 1.15)
"""How far the far side of the body is shifted: hips are 10 units apart and seen slightly from above and in front."""

TORSO: Widths = (
    (-2, 6.0, 7.6),
    (0, 6.2, 8.0),
    (2, 6.25, 8.0),
    (4, 6.25, 7.5),
    (6, 6.2, 6.6),
    (8, 6.1, 5.7),
    (10, 5.9, 5.05),
    (12, 5.7, 4.75),
    (14, 5.7, 4.8),
    (16, 5.95, 5.1),
    (18, 6.35, 5.5),
    (20, 6.8, 5.9),
    (22, 7.15, 6.25),
    (24, 7.2, 6.45),
    (26, 6.75, 6.4),
    (28, 5.75, 6.0),
    (29.5, 4.7, 5.3),
    (30.7, 3.8, 4.5),
    (31.5, 3.2, 3.9),
)
"""At units of spine above the hip joint: the stations of `body.Body`, in their order."""

TORSO_FRONT = (0, 1, 3, 5, 7, 9, 11, 13, 14, 15, 18)
TORSO_BACK = (0, 1, 2, 3, 5, 7, 9, 12, 14, 15, 16, 18)
"""Which stations an outline passes through: a curve through these is within 0.1 units of one through all."""


class Profile(NamedTuple):
    """A limb bone's half-widths, as (place along the bone 0 to 1, units), on either side.

    As few rows as describe the shape within 0.08 units: every row is a curve segment in every frame.
    """

    front: tuple[tuple[float, float], ...]
    back: tuple[tuple[float, float], ...]


THIGH = Profile(
    front=((0, 6.1), (0.14, 6.25), (0.32, 6.4), (0.56, 5.7), (0.88, 4.0), (1, 3.8)),
    back=((0, 7.6), (0.07, 7.2), (0.14, 6.5), (0.22, 5.95), (0.56, 4.8), (0.88, 3.2), (1, 2.95)),
)
"""Fuller in front, straighter behind."""
SHANK = Profile(
    front=((0, 3.8), (0.05, 3.6), (0.2, 2.85), (0.5, 2.5), (0.8, 2.05), (1, 2.0)),
    back=((0, 2.95), (0.05, 3.1), (0.12, 3.6), (0.2, 4.2), (0.3, 4.55), (0.4, 4.4), (0.6, 3.15), (0.8, 2.1), (1, 2.0)),
)
"""The calf is behind only."""
UPPER_ARM = Profile(
    front=((0, 3.3), (0.1, 3.3), (0.4, 2.95), (0.7, 2.5), (1, 2.15)),
    back=((0, 3.3), (0.25, 3.1), (0.55, 2.85), (0.85, 2.35), (1, 2.25)),
)
FOREARM = Profile(
    front=((0, 2.15), (0.22, 2.6), (0.52, 2.15), (0.86, 1.5), (1, 1.45)),
    back=((0, 2.25), (0.36, 2.05), (0.7, 1.6), (1, 1.35)),
)
