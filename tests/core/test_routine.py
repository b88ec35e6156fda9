from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.routine import Item, Routine
from stretch_timer.core.stretch import RepRange

if TYPE_CHECKING:
    from collections.abc import Callable

    from stretch_timer.core.stretch import Stretch


def test_a_routine_without_stretches_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^a routine needs at least one stretch$"):
        Routine("empty", "Empty", ())


def test_the_equipment_of_a_routine_names_each_thing_once(
    routine_of: Callable[..., Routine], chair: Stretch, wall: Stretch, band: Stretch
) -> None:
    made = routine_of(
        replace(wall, equipment=("wall", "mat")),
        replace(chair, equipment=("two chairs",)),
        replace(band, equipment=("mat",)),
    )

    assert made.equipment == ("wall", "mat", "two chairs")


def test_an_item_done_more_often_is_the_same_in_everything_else(wall: Stretch) -> None:
    item = Item(wall, wall.dose, variant="towel").with_repeat(RepRange(2, 3))

    assert str(item.dose.repeat) == "2-3"
    assert (item.dose.hold_s, item.variant, item.stretch) == (40, "towel", wall)
