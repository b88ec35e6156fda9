"""The routines there are, as other programs and people read them: `routines`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.core.compiling import compile_plan
from stretch_timer.storage.plan_document import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stretch_timer.core.routine import Routine
    from stretch_timer.storage.library import Listing

SCHEMA = 1


def routines_document(listing: Listing[Routine]) -> dict[str, object]:
    """Every routine as plain data, and what is wrong with the files that are none."""
    return {
        "schema": SCHEMA,
        "routines": [_routine(routine) for routine in listing.found.values()],
        "problems": [str(problem) for problem in listing.problems],
    }


def _routine(routine: Routine) -> dict[str, object]:
    return {
        "id": routine.id,
        "name": routine.name,
        "purpose": routine.purpose,
        "level": routine.level,
        "seconds": compile_plan(routine).total_s,
        "stretches": [item.stretch.id for item in routine.items],
        "equipment": list(routine.equipment),
        "shipped": routine.shipped,
    }


def routine_lines(listing: Listing[Routine]) -> Iterator[str]:
    """One routine a line: its id, how long it takes, its name."""
    width = max((len(name) for name in listing.found), default=0)
    for name, routine in listing.found.items():
        own = "" if routine.shipped else "  (your own)"
        yield f"{name:<{width}}  {clock(compile_plan(routine).total_s):>6}  {routine.name}{own}"
