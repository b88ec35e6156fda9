from __future__ import annotations

import pytest

from stretch_timer.core.compiling import compile_plan
from stretch_timer.core.routine import Item, Routine
from stretch_timer.core.session import Session
from stretch_timer.core.stretch import Dose, Laterality, Position, RepRange, Script, Stretch


@pytest.fixture
def session() -> Session:
    """Two repetitions a leg (2 s in, 10 s held, 2 s out, 4 s rest), then one hold of 20 s in a range of 1 to 2."""
    chair = Stretch(
        "chair",
        "Chair stretch",
        Position.SEATED,
        Laterality.EACH,
        Dose(10, RepRange(2, 2), move_in_s=2, move_out_s=2, rest_s=4, set_up_s=10, switch_s=8),
        Script(set_up=("Put your {side} heel up.",)),
    )
    wall = Stretch(
        "wall", "Wall stretch", Position.SUPINE, Laterality.TOGETHER, Dose(20, RepRange(1, 2), set_up_s=5), Script()
    )
    return Session(compile_plan(Routine("short", "Short", tuple(Item(one, one.dose) for one in (chair, wall)))))
