"""What is shown at a moment of a session."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.plan import SegmentKind
from stretch_timer.figure.between import Movement
from stretch_timer.figure.motion import Frame, ease, frame
from stretch_timer.figure.pose_reading import read_figure
from stretch_timer.figure.solve import solve

if TYPE_CHECKING:
    from stretch_timer.figure.pose import Figure

TIMED = {
    SegmentKind.SET_UP: 20.0,
    SegmentKind.MOVE_IN: 3.0,
    SegmentKind.HOLD: 15.0,
    SegmentKind.MOVE_OUT: 2.0,
    SegmentKind.REST: 4.0,
    SegmentKind.SWITCH_SIDES: 12.0,
}


@pytest.fixture
def fold(figures: dict[str, Figure]) -> Figure:
    return figures["standing_fold"]


@pytest.fixture
def halfway(fold: Figure) -> Figure:
    """A fold that is come out of only half way between two repetitions."""
    return replace(fold, release=replace(fold.end, spine=fold.end.spine._replace(lean=60.0)))


def at(figure: Figure, kind: SegmentKind, progress: float, **how: bool) -> Frame:
    told = {"first": False, "last": False, "moving": False, "reduced": False} | how
    return frame(figure, kind, progress, progress * TIMED[kind], **told)


def test_setting_up_shows_the_start(fold: Figure) -> None:
    for progress in (0.0, 0.4, 1.0):
        now = at(fold, SegmentKind.SET_UP, progress)
        assert (now.a, now.e, now.glow, now.turn) == ("start", 0.0, 0.0, 0.0)


def test_one_moves_in_gently_and_the_muscles_begin_to_glow_on_the_way(fold: Figure) -> None:
    assert at(fold, SegmentKind.MOVE_IN, 0.0, first=True) == Frame("start", "end", 0.0)
    middle = at(fold, SegmentKind.MOVE_IN, 0.5, first=True)
    assert middle.e == pytest.approx(0.5)
    assert 0 < middle.glow < 0.3
    assert at(fold, SegmentKind.MOVE_IN, 1.0, first=True) == Frame("start", "end", 1.0, glow=1.0)


def test_between_repetitions_one_comes_out_to_the_release_and_goes_in_from_there(halfway: Figure) -> None:
    assert at(halfway, SegmentKind.MOVE_OUT, 1.0) == Frame("release", "end", 0.0)
    assert at(halfway, SegmentKind.REST, 0.5).a == "release"
    assert at(halfway, SegmentKind.MOVE_IN, 0.0) == Frame("release", "end", 0.0)


def test_before_the_first_and_after_the_last_repetition_one_is_at_the_start(halfway: Figure) -> None:
    assert at(halfway, SegmentKind.MOVE_IN, 0.0, first=True) == Frame("start", "end", 0.0)
    assert at(halfway, SegmentKind.MOVE_OUT, 1.0, last=True) == Frame("start", "end", 0.0)


def test_without_a_release_one_always_comes_out_to_the_start(fold: Figure) -> None:
    for kind, progress in ((SegmentKind.MOVE_OUT, 1.0), (SegmentKind.REST, 0.5), (SegmentKind.MOVE_IN, 0.0)):
        now = at(fold, kind, progress)
        assert (now.a, now.e) == ("start", 0.0)


def test_a_hold_yields_with_the_breath_and_ends_where_it_began(fold: Figure) -> None:
    frames = [at(fold, SegmentKind.HOLD, i / 150) for i in range(151)]

    assert (frames[0].e, frames[0].glow, frames[0].breath) == (1.0, 1.0, 0.0)
    assert (frames[-1].e, frames[-1].glow, frames[-1].breath) == (1.0, 1.0, 0.0)
    assert min(now.e for now in frames) == pytest.approx(1 - 0.035, abs=1e-3)
    assert max(now.breath for now in frames) == pytest.approx(1.0, abs=0.01)
    assert {round(now.glow, 2) for now in frames} >= {0.72, 1.0}


def test_a_moving_repetition_goes_there_and_back(fold: Figure) -> None:
    moved = [at(fold, SegmentKind.HOLD, progress, moving=True).e for progress in (0.0, 0.25, 0.5, 0.75, 1.0)]

    assert moved == pytest.approx([0.0, 0.5, 1.0, 0.5, 0.0])


def test_a_whole_repetition_never_jumps(halfway: Figure) -> None:
    """Nor does the glow, nor the breath, at any border of two segments."""
    way = (
        (SegmentKind.SET_UP, {"first": True}),
        (SegmentKind.MOVE_IN, {"first": True}),
        (SegmentKind.HOLD, {}),
        (SegmentKind.MOVE_OUT, {}),
        (SegmentKind.REST, {}),
        (SegmentKind.MOVE_IN, {}),
        (SegmentKind.HOLD, {}),
        (SegmentKind.MOVE_OUT, {"last": True}),
        (SegmentKind.SWITCH_SIDES, {}),
    )
    frames = [at(halfway, kind, i / 200, **how) for kind, how in way for i in range(201)]
    movements = {name: Movement(halfway, halfway.pose(name), halfway.end) for name in ("start", "release")}
    hips = [movements[now.a].at(now.e).c7 for now in frames]
    for before, now, one, other in zip(frames, frames[1:], hips, hips[1:], strict=False):
        assert abs(one[0] - other[0]) + abs(one[1] - other[1]) < 1.5
        assert abs(before.glow - now.glow) < 0.1
        assert abs(before.breath - now.breath) < 0.35


def test_at_a_leg_switch_the_picture_turns_first_and_then_stands(fold: Figure) -> None:
    turns = [at(fold, SegmentKind.SWITCH_SIDES, i / 100) for i in range(101)]

    assert all(now.turn > 0 for now in turns)
    assert turns[0].before_turn
    assert turns[0].width == pytest.approx(1)
    assert min(now.width for now in turns) < 0.1
    assert turns[20].turn == 1.0
    assert not turns[20].before_turn
    assert [now.turn for now in turns] == sorted(now.turn for now in turns)


def test_a_short_switch_is_turned_in_its_first_half(fold: Figure) -> None:
    assert frame(
        fold, SegmentKind.SWITCH_SIDES, 0.5, 0.5, first=False, last=False, moving=False, reduced=False
    ).turn == pytest.approx(1.0)


@pytest.mark.parametrize("kind", list(SegmentKind))
@pytest.mark.parametrize("moving", [False, True])
def test_reduced_motion_shows_key_poses_only(fold: Figure, kind: SegmentKind, moving: bool) -> None:  # noqa: FBT001
    for i in range(21):
        now = at(fold, kind, i / 20, moving=moving, reduced=True)
        assert now.e in {0.0, 1.0}
        assert now.breath == 0.0
        assert now.turn in {0.0, 1.0}


def test_reduced_motion_shows_where_to_move_to(fold: Figure) -> None:
    assert at(fold, SegmentKind.MOVE_IN, 0.1, reduced=True).e == 1.0
    assert at(fold, SegmentKind.HOLD, 0.5, reduced=True) == Frame("start", "end", 1.0, glow=1.0)
    assert at(fold, SegmentKind.MOVE_OUT, 0.1, reduced=True).e == 0.0


def test_a_moment_at_the_very_border_is_shown(fold: Figure) -> None:
    for kind in SegmentKind:
        for progress in (-0.1, 0.0, 1.0, 1.1):
            assert 0 <= at(fold, kind, progress).e <= 1


def test_easing_begins_and_ends_at_rest() -> None:
    assert [ease(x) for x in (-1, 0, 0.5, 1, 2)] == [0, 0, 0.5, 1, 1]
    assert ease(0.01) < 0.0001
    assert ease(0.99) > 0.9999


def test_the_other_leg_is_the_same_body_mirrored_when_it_is_drawn() -> None:
    """Nothing here knows which leg works, so that both sides cannot but be the same picture."""
    for solver in (solve, Movement.__init__, Movement.at, frame):
        assert not {"side", "mirror", "left", "right"} & set(inspect.signature(solver).parameters)


def test_a_figure_with_a_cycle_keeps_moving_through_the_hold() -> None:
    poses = {"start": {"leg.near": [60, 70, 0]}, "end": {"legs": [0, 0, 0]}}
    marching = read_figure(poses | {"cycle": 2}, checked=False)

    def shown(elapsed_s: float) -> Frame:
        moment = {"first": True, "last": True, "moving": False, "reduced": False}
        return frame(marching, SegmentKind.HOLD, elapsed_s / 60, elapsed_s, **moment)

    assert [shown(elapsed_s).e for elapsed_s in (0.0, 1.0, 2.0, 31.0)] == [0.0, 1.0, 0.0, 1.0]
    assert shown(0.5).e == 0.5
