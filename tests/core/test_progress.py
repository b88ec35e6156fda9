from __future__ import annotations

import pytest

from stretch_timer.core.progress import Progress, State


@pytest.mark.parametrize(
    ("progress", "elapsed_s"),
    [
        (Progress(), 0.0),
        (Progress(State.RUNNING, segment_at=12.0), 8.0),
        (Progress(State.LEAD_IN, segment_at=14.0, lead_in_until=21.0), 7.0),
        (Progress(State.PAUSED, segment_at=12.0, paused_at=15.0, paused_elapsed_s=3.0), 3.0),
        (Progress(State.FINISHED, segment_at=12.0, paused_elapsed_s=2.0), 2.0),
    ],
    ids=["ready", "running", "lead-in", "paused", "finished"],
)
def test_how_much_of_a_segment_has_passed_at_20(progress: Progress, elapsed_s: float) -> None:
    assert progress.elapsed_s(20.0) == elapsed_s


def test_another_clock_moves_times_and_no_lengths() -> None:
    before = Progress(asked_at=1, begun_at=2, segment_at=3, paused_at=4, lead_in_until=5, paused_elapsed_s=7, held_s=8)

    assert before.shifted(100) == Progress(
        asked_at=101,
        begun_at=102,
        segment_at=103,
        paused_at=104,
        lead_in_until=105,
        paused_elapsed_s=7,
        held_s=8,
    )
