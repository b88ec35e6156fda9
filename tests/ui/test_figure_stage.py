from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.compiling import compile_plan
from stretch_timer.core.session import Session
from stretch_timer.storage.library import Library
from stretch_timer.ui.figure_stage import MOVING_MS, STILL_MS, FigureStage

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

STANDING_HOLD_S, CHAIR_RIGHT_S, SWITCH_S, CHAIR_LEFT_S = 15.0, 125.0, 205.1, 225.0


class CountingStage(FigureStage):
    """Counts how often it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0
        self.asked = 0

    def update(self, *area: object) -> None:
        self.asked += 1
        super().update(*area)  # type: ignore[call-overload]  # whatever the stage wants painted

    def paintEvent(self, event: object) -> None:
        self.painted += 1
        super().paintEvent(event)  # type: ignore[arg-type]  # whatever Qt hands over


@pytest.fixture
def session() -> Session:
    session = Session(compile_plan(Library.here().routine("hamstring-lower-back")))
    session.start(0.0)
    return session


@pytest.fixture
def stage(qtbot: QtBot, session: Session) -> CountingStage:
    stage = CountingStage()
    qtbot.addWidget(stage)
    stage.resize(320, 240)
    stage.show()
    stage.show_session(session)
    return stage


def seen(stage: CountingStage, session: Session, at: float) -> QImage:
    """What is on the stage at *at*."""
    session.tick(at)
    stage.look(at)
    return stage.grab().toImage()


def test_it_moves_into_the_stretch_with_the_session(stage: CountingStage, session: Session) -> None:
    pictures = [seen(stage, session, at) for at in (1.0, 9.0, 10.0, 11.5)]

    assert all(one != other for one, other in itertools.pairwise(pictures))


def test_the_same_moment_is_the_same_picture_whatever_was_looked_at_before(
    stage: CountingStage, session: Session, qtbot: QtBot
) -> None:
    for at in (2.0, 9.3, 10.1):
        seen(stage, session, at)
    other = CountingStage()
    qtbot.addWidget(other)
    other.resize(320, 240)
    other.show()
    other.show_session(session)

    assert seen(stage, session, 11.0) == seen(other, session, 11.0)


def test_the_other_leg_is_the_mirrored_picture(stage: CountingStage, session: Session) -> None:
    right, left = seen(stage, session, CHAIR_RIGHT_S), seen(stage, session, CHAIR_LEFT_S + 1.0)

    assert right != left


def test_it_turns_round_when_the_legs_switch(stage: CountingStage, session: Session) -> None:
    pictures = [seen(stage, session, SWITCH_S + later) for later in (0.0, 0.5, 0.9, 3.0)]

    assert len({bytes(one.constBits()) for one in pictures}) == 4


def test_the_pose_is_told_in_words(stage: CountingStage, session: Session) -> None:
    seen(stage, session, CHAIR_LEFT_S)

    assert "left" in stage.accessibleName()
    assert "{" not in stage.accessibleName()


def test_paused_nothing_is_painted(stage: CountingStage, session: Session) -> None:
    seen(stage, session, STANDING_HOLD_S)
    session.pause(STANDING_HOLD_S)
    painted = stage.painted
    for later in range(1, 20):
        stage.look(STANDING_HOLD_S + later)
    assert stage.painted == painted
    assert stage.pace_ms() == STILL_MS


def test_hidden_or_minimised_nothing_is_painted(stage: CountingStage, session: Session, qtbot: QtBot) -> None:
    seen(stage, session, STANDING_HOLD_S)
    stage.hide()
    painted = stage.painted
    session.tick(STANDING_HOLD_S + 1.0)
    stage.look(STANDING_HOLD_S + 1.0)
    assert (stage.painted, stage.pace_ms()) == (painted, STILL_MS)

    stage.showMinimized()
    qtbot.waitUntil(stage.isMinimized)
    painted = stage.painted
    stage.look(STANDING_HOLD_S + 2.0)
    assert (stage.painted, stage.pace_ms()) == (painted, STILL_MS)


def test_it_is_looked_at_more_often_while_it_moves(stage: CountingStage, session: Session) -> None:
    paces = []
    for at in (1.0, 9.0, STANDING_HOLD_S):
        session.tick(at)
        paces.append(stage.pace_ms())

    assert paces == [STILL_MS, MOVING_MS, STILL_MS]


def test_a_figure_that_only_breathes_is_painted_six_times_a_second(stage: CountingStage, session: Session) -> None:
    seen(stage, session, STANDING_HOLD_S)
    stage.asked = 0
    for look in range(1, 101):
        at = STANDING_HOLD_S + look / 100
        session.tick(at)
        stage.look(at)

    assert 5 <= stage.asked <= 7


def test_with_less_motion_only_key_poses_are_shown(stage: CountingStage, session: Session) -> None:
    stage.reduced = True
    pictures = [seen(stage, session, at) for at in (8.5, 10.0, 11.5, 14.0, 20.0)]

    assert all(one == pictures[0] for one in pictures)


def test_a_stretch_without_an_illustration_leaves_the_stage_empty(qtbot: QtBot, stage: CountingStage) -> None:
    empty = CountingStage()
    qtbot.addWidget(empty)
    empty.show()

    empty.look(1.0)
    assert empty.accessibleName() == ""
    assert empty.pace_ms() == STILL_MS
