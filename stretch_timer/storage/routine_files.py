"""A routine file to a `Routine`, with its stretches looked up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stretch_timer.core.routine import Item, Routine
from stretch_timer.storage.file_shapes import RoutineFile
from stretch_timer.storage.problems import RoutineError
from stretch_timer.storage.reader import Reading
from stretch_timer.storage.stretch_files import dose_changes, refuse_name
from stretch_timer.storage.wording import quoted, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from stretch_timer.core.stretch import Stretch
    from stretch_timer.storage.file_shapes import ItemShape
    from stretch_timer.storage.yaml_tree import Document

    FindStretch = Callable[[str], Stretch]
    """A stretch by its id; raises `LookupError` for an unknown one, `RoutineError` for one that is not right."""


def routine_from(document: Document, find: FindStretch, *, shipped: bool = False) -> Routine:
    """The routine that *document* describes.

    Raises:
        RoutineError: The file, or a stretch it names, is not right.
    """
    reading = Reading(document, RoutineFile)
    refuse_name(reading)
    stretches = _stretches(reading, find)
    file = reading.finish()
    return Routine(
        id=document.path.stem,
        name=file.name,
        items=tuple(_item(shape, stretches[index]) for index, shape in enumerate(file.stretches)),
        purpose=file.purpose or "",
        level=file.level,
        shipped=shipped,
    )


def _item(shape: ItemShape, stretch: Stretch) -> Item:
    dose = replace(stretch.dose, **dose_changes(shape))
    # The choice is made; the other variants would only weigh down every plan.
    return Item(replace(stretch, variants={}), dose, variant=shape.variant or "", sides=shape.sides, first=shape.first)


def _stretches(reading: Reading[RoutineFile], find: FindStretch) -> dict[int, Stretch]:
    """The stretch of each item, its variant chosen; what cannot be found is noted."""
    found = {}
    for where, given in list(reading.given.items()):
        match where:
            case ("stretches", int(index), "stretch"):
                try:
                    found[index] = _chosen(reading, index, find(given.value))
                except LookupError as error:
                    reading.complain(given.place, str(error))
                except RoutineError as error:
                    reading.borrow(error.problems)
    return found


def _chosen(reading: Reading[RoutineFile], index: int, stretch: Stretch) -> Stretch:
    """*stretch*, or the variant of it that item *index* asks for."""
    variant = reading.given.get(("stretches", index, "variant"))
    if variant is None:
        return stretch
    if variant.value not in stretch.variants:
        known = suggestion(variant.value, stretch.variants) or "; it has none"
        reading.complain(variant.place, f"{stretch.id} has no variant {quoted(variant.value)}{known}")
    return stretch.variants.get(variant.value, stretch)
