from __future__ import annotations

import pytest

from stretch_timer.core.routine import Item, Level, Routine
from stretch_timer.core.stretch import Dose, Laterality, Position, RepRange, Script, Stretch


def stretch(name: str, sides: Laterality, dose: Dose, say: Script | None = None) -> Stretch:
    return Stretch(
        id=name.lower().replace(" ", "-"),
        name=name,
        position=Position.SUPINE,
        sides=sides,
        dose=dose,
        say=say or Script(),
    )


STANDING = stretch(
    "Standing hamstring stretch",
    Laterality.TOGETHER,
    Dose(15, RepRange(4, 4), move_in_s=4, move_out_s=3, set_up_s=8),
    Script(
        set_up=("Feet hip-width apart, knees soft.",),
        move_in="Fold slowly forward from your hips.",
        hold=("Reach only as far as is comfortable.", "Let your arms hang heavy."),
        move_out="Lift your chest halfway.",
        finish="Bend your knees and rise slowly.",
    ),
)
CHAIR = stretch(
    "Chair hamstring stretch",
    Laterality.EACH,
    Dose(15, RepRange(4, 4), move_in_s=3, move_out_s=2, rest_s=3, set_up_s=20, switch_s=12),
    Script(
        set_up=("Rest your {side} heel on the second chair.", "Keep your {other} foot flat on the floor."),
        move_in="Lead with your chest.",
        hold=("Relax your shoulders.",),
        finish="Sit back up.",
        switch=("Put your {side} heel up.",),
    ),
)
BAND = stretch(
    "Band hamstring stretch",
    Laterality.EACH,
    Dose(30, RepRange(2, 2), move_in_s=5, move_out_s=3, rest_s=10, set_up_s=25, switch_s=12),
    Script(set_up=("Loop the band round your {side} foot.",), move_in="Straighten your knee toward the ceiling."),
)
WALL = stretch(
    "Wall hamstring stretch",
    Laterality.TOGETHER,
    Dose(40, RepRange(6, 8), move_in_s=3, move_out_s=2, rest_s=10, set_up_s=30),
    Script(
        set_up=("Sit sideways to the wall and swing your legs up.", "Bring your hips close."),
        move_in="Straighten your knees.",
        hold=("Keep your tailbone heavy on the mat.",),
        move_out="Soften your knees.",
        finish="Bend your knees and roll to one side.",
    ),
)
ROLL = stretch(
    "Lying trunk rotation",
    Laterality.ALTERNATE,
    Dose(5, RepRange(4, 4), move_in_s=2, move_out_s=2, set_up_s=8),
    Script(set_up=("Knees bent and together.",), move_in="Roll both knees to the {side}."),
)
SQUAT = stretch("Banded squat", Laterality.TOGETHER, Dose(4, RepRange(6, 6), moving=True, set_up_s=20))


def routine(*stretches: Stretch, name: str = "Test routine") -> Routine:
    return Routine("test-routine", name, tuple(Item(s, s.dose) for s in stretches), level=Level.BEGINNER)


@pytest.fixture
def flagship() -> Routine:
    return routine(STANDING, CHAIR, BAND, WALL)
