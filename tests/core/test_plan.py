from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.core.cues import Cue, CueKind, Priority
from stretch_timer.core.plan import Segment, SegmentKind
from stretch_timer.core.stretch import Side

if TYPE_CHECKING:
    from stretch_timer.core.plan import Plan


def test_segments_start_where_the_ones_before_end(flagship_plan: Plan) -> None:
    assert flagship_plan.starts_s[:5] == (0, 8, 12, 27, 30)
    assert flagship_plan.starts_s[-1] == 863
    assert len(flagship_plan.starts_s) == len(flagship_plan.segments)


def test_a_sentence_that_is_said_often_is_listed_once(flagship_plan: Plan) -> None:
    assert flagship_plan.sentences[:4] == (
        "Standing hamstring stretch.",
        "Feet hip-width apart, knees soft.",
        "Fold slowly forward from your hips.",
        "A mild pull is fine. Pain is not.",
    )
    assert flagship_plan.sentences.count("Halfway.") == 1
    assert "tick" not in flagship_plan.sentences


def test_every_segment_belongs_to_an_item(flagship_plan: Plan) -> None:
    assert [flagship_plan.item_at(index) for index in (0, 12, 13, 44, 45, 61, 84)] == [0, 0, 1, 1, 2, 3, 3]


def test_a_leg_is_held_alone_and_with_the_other(flagship_plan: Plan) -> None:
    standing_s, chair_s, band_s, wall_s = 60, 60, 60, 240

    assert flagship_plan.hold_seconds(Side.LEFT) == standing_s + chair_s + band_s + wall_s
    assert flagship_plan.hold_seconds(Side.RIGHT) == flagship_plan.hold_seconds(Side.LEFT)


def test_an_extension_moves_what_is_still_to_be_heard() -> None:
    start, halfway, end = (Cue(at_s, CueKind.TONE, "x", 0.1, Priority.MARK) for at_s in (0, 10, 20))
    longer = Segment(SegmentKind.HOLD, 20, "any", cues=(start, halfway, end)).extended(10, first_cue=1)

    assert longer.seconds == 30
    assert [cue.at_s for cue in longer.cues] == [0, 20, 30]


def test_an_extension_leaves_the_beginning_alone() -> None:
    start, end = (Cue(at_s, CueKind.TONE, "x", 0.1, Priority.MARK) for at_s in (0, 20))
    longer = Segment(SegmentKind.HOLD, 20, "any", cues=(start, end)).extended(10, first_cue=0)

    assert [cue.at_s for cue in longer.cues] == [0, 30]
