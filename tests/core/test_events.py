from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from stretch_timer.core.events import HoldEnded, Outcome, Paused
from stretch_timer.core.plan import Segment, SegmentKind

HOLD = Segment(SegmentKind.HOLD, 15.0, "chair-hamstring")


def test_what_happened_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Paused(1.0).at = 2.0  # type: ignore[misc]  # that is the point


def test_the_same_thing_at_the_same_time_is_the_same_event() -> None:
    assert HoldEnded(27.0, HOLD, 15.0, 15.0, Outcome.DONE) == HoldEnded(27.0, HOLD, 15.0, 15.0, Outcome.DONE)
    assert Paused(1.0) != Paused(2.0)
