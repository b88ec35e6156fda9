"""What a session consisted of, small enough to be kept for ever: routines change, the log does not."""
# Without `from __future__ import annotations`: msgspec reads the annotations while the program runs.

from collections.abc import Mapping

import msgspec

from stretch_timer.core.plan import Plan
from stretch_timer.core.stretch import Dose, Side


class FollowedItem(msgspec.Struct, frozen=True):
    """One stretch as it was followed.

    Attributes:
        sides: Repetitions by side, in the order the sides were done.
    """

    stretch: str
    name: str
    variant: str
    dose: Dose
    sides: Mapping[Side, int]


def snapshot(plan: Plan) -> str:
    """The items of *plan* as JSON."""
    items = [
        FollowedItem(one.item.stretch.id, one.item.stretch.name, one.item.variant, one.item.dose, one.reps)
        for one in plan.items
    ]
    return as_json(items)


def as_json(value: object) -> str:
    """*value*, of any of the core's types, as compact JSON."""
    # Mappings that cannot be changed are the only thing in the core that msgspec does not know.
    return msgspec.json.encode(value, enc_hook=dict).decode()
