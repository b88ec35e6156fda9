"""Trouser legs: from under the tee to the hem, with shade, folds and seam."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from stretch_timer.figure.angles import along, lerp, mixed, smoothstep
from stretch_timer.figure.areas import bowed_band, stripe
from stretch_timer.figure.contours import cut, shade
from stretch_timer.figure.curves import Outline, bow, through
from stretch_timer.figure.roles import Role
from stretch_timer.figure.shapes import fill, mix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stretch_timer.figure.body import Point
    from stretch_timer.figure.leg_form import LegForm
    from stretch_timer.figure.shapes import Shape

HEM = 1.8
"""Tag at which the trousers end: the leggings are cropped."""
HEM_BULGE = 0.7
SEAM_WIDTH = 0.55
SHADE_DEPTH = 0.27
HANGING = 40.0
"""Degrees of hip flexion below which the thigh is in line with the trunk and the outline runs on up the pelvis."""
LEAST_CREASE = 40.0
"""Degrees of knee flexion from which a crease shows."""


class Hem:
    """Where a trouser leg ends: a curve from the front to the back of the shank."""

    def __init__(self, form: LegForm) -> None:
        (fx, fy, *_), (bx, by, *_) = cut(form.front, HEM, 2.0)[0], cut(form.back, HEM, 2.0)[0]
        self.front: Point = (fx, fy)
        self.back: Point = (bx, by)
        self.d = form.leg.d2
        self.control = along(((fx + bx) / 2, (fy + by) / 2), self.d, HEM_BULGE)

    def seam(self) -> Outline:
        """A line a little above the hem."""
        low = (along(self.back, self.d, -0.28), along(self.control, self.d, -0.28), along(self.front, self.d, -0.28))
        return bowed_band(low, (-self.d[0] * SEAM_WIDTH, -self.d[1] * SEAM_WIDTH))


def trouser_shapes(form: LegForm, hem: Hem) -> list[Shape]:
    """The cloth and its shade."""
    cloth, dark = (Role.PANTS_FAR, Role.PANTS_FAR_SH) if form.far else (Role.PANTS, Role.PANTS_SH)
    shapes: list[Shape] = [fill(_outline(form, hem), cloth, form.shift)]
    crescent = shade(cut(form.seat, -2.0, HEM), SHADE_DEPTH)
    if crescent is not None:
        shapes.append(fill(crescent, dark, form.shift))
    return shapes


def _outline(form: LegForm, hem: Hem) -> Outline:
    down = cut(form.front, 0.1 * smoothstep(8, 55, form.leg.hip_flexion), HEM)
    up = cut(form.back, 0.22 if form.far else 0.1, HEM)
    ring: list[Sequence[float]] = [*reversed(down), *_cap(form), *form.arc, *up]
    return Outline(hem.front, (*through(ring), bow(hem.back, hem.control, hem.front)))


def _cap(form: LegForm) -> list[Point]:
    """How the cloth closes over the hip joint, under the tee's hem while the thigh hangs."""
    leg, trunk, hips = form.leg, form.trunk, form.girth.hips
    points: list[Point] = []
    if leg.hip_flexion < HANGING:
        front = 6.0 - 3.4 * smoothstep(4, HANGING, leg.hip_flexion) - (1.2 if form.far else 0.0)
        points.append(trunk.at(2.6, front * hips))
    start = math.atan2(leg.n1[1], leg.n1[0])
    sweep = 180 - form.flexion
    radius = lerp(2.6, 5.0, smoothstep(5, 75, leg.hip_flexion)) * hips
    count = max(1, round(sweep / 45))
    for i in range(1, count + 1):
        angle = start + math.radians(sweep * i / (count + 1))
        points.append((leg.hip[0] + radius * math.cos(angle), leg.hip[1] + radius * math.sin(angle)))
    return [*points, trunk.at(1.9, (-5.5 if form.far else -7.5) * hips)]


def finish_shapes(form: LegForm, hem: Hem) -> list[Shape]:
    """What is painted over the muscle zones: creases and the seam above the hem."""
    seam = fill(hem.seam(), Role.PANTS if form.far else Role.PANTS_LT, form.shift)
    return [*_knee_crease(form), *_groin(form), seam]


def _knee_crease(form: LegForm) -> list[Shape]:
    if form.crease is None or form.leg.knee_flexion <= LEAST_CREASE:
        return []
    cloth, dark = (Role.PANTS_FAR, Role.PANTS_FAR_SH) if form.far else (Role.PANTS, Role.PANTS_FAR)
    depth = min(1.0, (form.leg.knee_flexion - LEAST_CREASE) / 40) * 0.9
    a, b = form.crease
    return [fill(stripe([a, mixed(a, b, 0.5), b], 0.65, 0.2), mix(cloth, dark, depth), form.shift)]


def _groin(form: LegForm) -> list[Shape]:
    """The fold that runs into the cloth from where thigh and tee meet."""
    depth = smoothstep(35, 80, form.leg.hip_flexion)
    if form.far or not depth:
        return []
    x, y, _, *bone = cut(form.front, 0.08, 2.0)[0]
    skin, core = (x, y), (bone[0], bone[1])
    middle = mixed(skin, core, 0.28)
    fold = [mixed(skin, core, 0.05), along(middle, form.leg.d1, -0.4), mixed(middle, form.leg.hip, 0.45)]
    return [fill(stripe(fold, 0.7, 0.1), mix(Role.PANTS, Role.PANTS_FAR, depth * 0.7))]
