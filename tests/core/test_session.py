"""The flagship's beginning: 0 set-up, 8 move-in, 12 hold, 27 move-out, 30 move-in, 34 hold.

Its chair stretch begins at 96 (set-up), 116 (move-in) and 119 (hold); its last hold lasts from 823 to 863.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.compiling import Wishes, compile_plan
from stretch_timer.core.cues import CueKind
from stretch_timer.core.events import (
    CueDue,
    EasedOff,
    Extended,
    HoldEnded,
    HoldStarted,
    Outcome,
    Paused,
    Resumed,
    SegmentStarted,
    SessionFinished,
    SessionStarted,
    SidesSwitched,
    Skipped,
    Stopped,
    WentBack,
)
from stretch_timer.core.plan import Profile, SegmentKind
from stretch_timer.core.progress import State
from stretch_timer.core.routine import Routine
from stretch_timer.core.session import Session, WrongStateError
from stretch_timer.core.stretch import Side

if TYPE_CHECKING:
    from stretch_timer.core.events import (
        Event,
    )
    from stretch_timer.core.plan import Plan
    from stretch_timer.core.stretch import Stretch

RoutineOf = Callable[..., Routine]
COMMANDS = ("pause", "resume", "next", "back", "restart_rep", "extend", "one_more", "ease_off", "stop")
LAST_HOLD_S = 823.0


def started(session: Session, now: float = 0.0) -> Session:
    session.start(0.0)
    session.tick(now)
    return session


def cues(events: list[Event]) -> list[tuple[float, str]]:
    return [(event.at, str(event.cue.text)) for event in events if isinstance(event, CueDue)]


def tones(events: list[Event]) -> list[tuple[float, str]]:
    heard = [event for event in events if isinstance(event, CueDue)]
    return [(event.at, str(event.cue.text)) for event in heard if event.cue.kind is CueKind.TONE]


def without_cues(events: list[Event]) -> list[Event]:
    return [event for event in events if not isinstance(event, CueDue)]


def finish_of(events: list[Event]) -> SessionFinished:
    assert isinstance(events[-1], SessionFinished)
    return events[-1]


# From beginning to end


def test_a_session_starts_with_its_first_set_up(session: Session, flagship_plan: Plan) -> None:
    events = session.start(100.0)

    assert events[:2] == [SessionStarted(100.0, flagship_plan), SegmentStarted(100.0, 0, flagship_plan.segments[0])]
    assert cues(events) == [(100.0, "Standing hamstring stretch.")]
    assert session.begun_at == 100.0


def test_a_late_tick_tells_everything_with_the_time_it_was_due(session: Session, flagship_plan: Plan) -> None:
    session.start(0.0)
    way_in, hold = flagship_plan.segments[1:3]

    assert session.tick(13.0) == [
        CueDue(3.81, flagship_plan.segments[0].cues[1]),
        SegmentStarted(8.0, 1, way_in),
        CueDue(8.0, way_in.cues[0]),
        CueDue(11.0, way_in.cues[1]),
        SegmentStarted(12.0, 2, hold),
        HoldStarted(12.0, hold),
        CueDue(12.0, hold.cues[0]),
    ]


def test_a_tick_at_the_very_moment_is_not_late(session: Session) -> None:
    started(session, 11.5)

    assert session.tick(11.999) == []
    assert [event.at for event in session.tick(12.0)] == [12.0, 12.0, 12.0]


def test_the_last_cue_of_a_hold_comes_before_its_end(session: Session, flagship_plan: Plan) -> None:
    hold = flagship_plan.segments[2]
    started(session, 26.5)

    assert session.tick(27.0) == [
        CueDue(27.0, hold.cues[-1]),
        HoldEnded(27.0, hold, 15, 15.0, Outcome.DONE),
        SegmentStarted(27.0, 3, flagship_plan.segments[3]),
    ]


def test_the_session_knows_when_it_wants_to_be_called(session: Session) -> None:
    assert session.next_due() is None
    session.start(0.0)
    assert session.next_due() == pytest.approx(3.81)
    session.tick(3.9)
    assert session.next_due() == 8.0
    session.pause(5.0)
    assert session.next_due() is None
    session.resume(6.0)
    session.tick(2000.0)
    assert session.next_due() is None


def test_a_whole_session_is_complete(session: Session) -> None:
    events = session.start(0.0) + session.tick(865.0)

    assert events[-1] == SessionFinished(865.0, "completed", active_s=865.0, paused_s=0.0, held_s=540.0)
    assert [event.held_s for event in events if isinstance(event, HoldEnded)] == [15.0] * 12 + [30.0] * 4 + [40.0] * 6
    assert session.state is State.FINISHED


@pytest.mark.parametrize("now", [0.1, 0.7, 12.3, 1000.9])
def test_holds_are_exact_on_a_clock_that_is_not(flagship_plan: Plan, now: float) -> None:
    session = Session(flagship_plan)
    events = session.start(now) + session.tick(99999.0)

    assert {event.held_s for event in events if isinstance(event, HoldEnded)} == {15.0, 30.0, 40.0}


def test_the_legs_switch_by_themselves(session: Session) -> None:
    events = session.start(0.0) + session.tick(865.0)

    assert [event for event in events if isinstance(event, SidesSwitched)] == [
        SidesSwitched(205.0, Side.LEFT),
        SidesSwitched(417.0, Side.LEFT),
    ]


def test_legs_in_turn_switch_every_time(routine_of: RoutineOf, roll: Stretch) -> None:
    session = Session(compile_plan(routine_of(roll)))
    events = session.start(0.0) + session.tick(1000.0)

    switches = [(event.at, event.to) for event in events if isinstance(event, SidesSwitched)]
    assert switches[:3] == [(17.0, Side.LEFT), (26.0, Side.RIGHT), (35.0, Side.LEFT)]
    assert len(switches) == 7


def test_moving_repetitions_are_holds_too(routine_of: RoutineOf, squat: Stretch) -> None:
    session = Session(compile_plan(routine_of(squat)))
    events = session.start(0.0) + session.tick(1000.0)

    assert [event.at for event in events if isinstance(event, HoldStarted)] == [20.0, 24.0, 28.0, 32.0, 36.0, 40.0]
    assert finish_of(events).held_s == 24.0


# What is asked


def test_a_running_session_can_be_asked_where_it_is(session: Session, flagship_plan: Plan) -> None:
    started(session, 122.0)

    assert (session.index, session.item, session.segment) == (15, 1, flagship_plan.segments[15])
    assert (session.elapsed_s(122.0), session.remaining_s(122.0)) == (3.0, 12.0)
    assert session.total_remaining_s(122.0) == 743.0
    assert session.held_s(122.0) == 63.0


def test_between_holds_nothing_is_held(session: Session) -> None:
    started(session, 28.0)

    assert session.held_s(28.0) == 15.0


def test_a_hold_that_was_left_for_good_counts_once(session: Session) -> None:
    started(session, 22.0)
    session.stop(22.0)

    assert session.held_s(22.0) == 10.0
    assert session.held_s(500.0) == 10.0


def test_a_late_look_never_shows_less_than_nothing(session: Session) -> None:
    started(session, 12.0)

    assert session.remaining_s(30.0) == 0.0


def test_getting_ready_again_has_its_own_countdown(session: Session) -> None:
    started(session, 17.0)
    session.pause(17.0)
    session.resume(20.0)

    assert session.remaining_s(21.0) == 2.0
    assert session.elapsed_s(21.0) == 5.0
    assert session.total_remaining_s(21.0) == 848.0


# Pause and resume


def test_a_pause_stands_still(session: Session) -> None:
    started(session, 17.0)

    assert session.pause(17.0) == [Paused(17.0)]
    assert session.tick(5000.0) == []
    assert session.remaining_s(5000.0) == 10.0


def test_a_hold_goes_on_after_three_ticks_and_the_start_tone(session: Session) -> None:
    started(session, 17.0)
    session.pause(17.0)

    events = session.resume(100.0) + session.tick(113.0)

    assert events[0] == Resumed(100.0, 3.0)
    assert tones(events) == [
        (100.0, "tick"),
        (101.0, "tick"),
        (102.0, "tick"),
        (103.0, "start"),
        (110.0, "tick"),
        (111.0, "tick"),
        (112.0, "tick"),
        (113.0, "end"),
    ]
    ended = next(event for event in events if isinstance(event, HoldEnded))
    assert (ended.at, ended.held_s, ended.outcome) == (113.0, 15.0, Outcome.DONE)


def test_what_was_heard_before_a_pause_is_not_said_again(session: Session) -> None:
    started(session, 16.9)
    session.pause(16.9)

    said = [text for _, text in cues(session.resume(20.0) + session.tick(34.0))]

    assert said == ["tick", "tick", "tick", "start", "tick", "tick", "tick", "end", "Lift your chest halfway."]


def test_a_set_up_goes_on_at_once(session: Session) -> None:
    started(session, 5.0)
    session.pause(5.0)

    events = session.resume(10.0) + session.tick(13.0)

    assert events[0] == Resumed(10.0, 0.0)
    assert isinstance(events[1], SegmentStarted)
    assert events[1].at == 13.0


def test_getting_ready_is_silent_where_everything_is(flagship: Routine) -> None:
    session = started(Session(compile_plan(flagship, Wishes(profile=Profile.SILENT))), 17.0)
    session.pause(17.0)

    assert session.resume(20.0) == [Resumed(20.0, 3.0)]
    assert cues(session.tick(33.0)) == []
    assert session.segment.kind is SegmentKind.MOVE_OUT


def test_pausing_again_while_getting_ready_loses_nothing(session: Session) -> None:
    started(session, 17.0)
    session.pause(17.0)
    session.resume(20.0)
    session.pause(21.5)
    assert session.remaining_s(21.5) == 10.0

    assert tones(session.resume(30.0) + session.tick(33.0)) == [
        (30.0, "tick"),
        (31.0, "tick"),
        (32.0, "tick"),
        (33.0, "start"),
    ]
    assert finish_of(session.tick(2000.0)) == SessionFinished(881.0, "completed", 865.0, 16.0, 540.0)


def test_a_pause_at_the_very_end_of_a_hold_comes_after_it(session: Session) -> None:
    started(session, 20.0)
    events = session.pause(27.0)

    assert isinstance(events[-3], HoldEnded)
    assert isinstance(events[-1], Paused)
    assert session.segment.kind is SegmentKind.MOVE_OUT


def test_a_hold_that_had_not_begun_starts_once_after_the_pause(routine_of: RoutineOf, squat: Stretch) -> None:
    session = started(Session(compile_plan(routine_of(squat))), 22.0)
    session.pause(22.0)
    session.restart_rep(23.0)

    assert tones(session.resume(24.0) + session.tick(30.0)) == [
        (24.0, "tick"),
        (25.0, "tick"),
        (26.0, "tick"),
        (27.0, "start"),
    ]


def test_it_starts_then_even_if_it_was_made_longer(routine_of: RoutineOf, squat: Stretch) -> None:
    session = started(Session(compile_plan(routine_of(squat))), 22.0)
    session.pause(22.0)
    session.restart_rep(23.0)
    session.extend(23.5)
    session.resume(24.0)

    assert tones(session.tick(40.0))[2] == (27.0, "start")
    assert session.segment.rep == 1


# Next


def test_next_goes_to_the_set_up_of_the_next_stretch(session: Session, flagship_plan: Plan) -> None:
    segments = flagship_plan.segments
    started(session, 22.0)

    assert without_cues(session.next(22.0)) == [
        HoldEnded(22.0, segments[2], 15, 10.0, Outcome.SHORT),
        Skipped(22.0, "standing-hamstring-stretch", (segments[5], segments[8], segments[11])),
        SegmentStarted(22.0, 13, segments[13]),
    ]


def test_next_in_a_set_up_skips_all_of_its_holds(session: Session) -> None:
    started(session, 97.0)
    skipped, begun = without_cues(session.next(97.0))

    assert isinstance(skipped, Skipped)
    assert [(hold.side, hold.rep) for hold in skipped.holds] == [
        (side, rep) for side in (Side.RIGHT, Side.LEFT) for rep in (1, 2, 3, 4)
    ]
    assert isinstance(begun, SegmentStarted)
    assert begun.index == 45


def test_a_hold_left_as_it_begins_was_skipped(session: Session) -> None:
    started(session, 12.0)
    ended = session.next(12.0)[0]

    assert isinstance(ended, HoldEnded)
    assert (ended.held_s, ended.outcome) == (0.0, Outcome.SKIPPED)


def test_next_from_the_last_stretch_completes_the_session(session: Session) -> None:
    started(session, LAST_HOLD_S + 10)
    events = session.next(LAST_HOLD_S + 10)

    assert [type(event) for event in events] == [HoldEnded, Skipped, SessionFinished]
    assert finish_of(events) == SessionFinished(833.0, "completed", 833.0, 0.0, 510.0)


def test_next_while_paused_stays_paused_in_the_next_set_up(session: Session) -> None:
    started(session, 17.0)
    session.pause(17.0)
    events = session.next(25.0)

    assert cues(events) == []
    assert (session.state, session.index) == (State.PAUSED, 13)
    assert session.resume(30.0)[0] == Resumed(30.0, 0.0)
    finished = finish_of(session.tick(2000.0))
    assert (finished.active_s, finished.paused_s, finished.held_s) == (786.0, 13.0, 485.0)


def test_next_while_getting_ready_counts_only_what_was_waited(session: Session) -> None:
    started(session, 17.0)
    session.pause(17.0)
    session.resume(25.0)
    session.next(26.0)

    assert session.state is State.RUNNING
    finished = finish_of(session.tick(2000.0))
    assert (finished.active_s, finished.paused_s, finished.held_s) == (786.0, 9.0, 485.0)
    assert finished.at == 795.0


# Back and once more


def test_back_from_a_hold_goes_to_the_repetition_before(session: Session, flagship_plan: Plan) -> None:
    started(session, 40.0)
    events = without_cues(session.back(40.0))

    assert events == [
        HoldEnded(40.0, flagship_plan.segments[5], 15, 6.0, Outcome.SHORT),
        WentBack(40.0, "standing-hamstring-stretch", 1),
        SegmentStarted(40.0, 1, flagship_plan.segments[1]),
    ]


def test_back_and_back_again_reaches_the_stretch_before(session: Session) -> None:
    started(session, 120.0)
    places = []
    for _ in range(4):
        session.back(120.0)
        places.append(session.index)

    assert places == [13, 0, 0, 0]


def test_back_from_the_other_leg_changes_legs(session: Session) -> None:
    started(session, 206.0)

    assert SidesSwitched(206.0, Side.RIGHT) in session.back(206.0)


def test_restarting_a_repetition_begins_with_its_way_in(session: Session, flagship_plan: Plan) -> None:
    started(session, 40.0)
    events = session.restart_rep(40.0)

    assert without_cues(events)[1:] == [
        WentBack(40.0, "standing-hamstring-stretch", 4),
        SegmentStarted(40.0, 4, flagship_plan.segments[4]),
    ]
    assert cues(events) == [(40.0, "Two of four.")]


def test_restarting_a_set_up_begins_it_again(session: Session) -> None:
    started(session, 5.0)

    assert cues(session.restart_rep(5.0)) == [(5.0, "Standing hamstring stretch.")]


def test_going_back_while_paused_stays_paused(session: Session) -> None:
    started(session, 40.0)
    session.pause(40.0)
    session.back(41.0)

    assert (session.state, session.index, session.remaining_s(99.0)) == (State.PAUSED, 1, 4.0)
    assert cues(session.resume(50.0)) == [(50.0, "Fold slowly forward from your hips.")]


def test_going_back_while_getting_ready_goes_on_at_once(session: Session) -> None:
    started(session, 40.0)
    session.pause(40.0)
    session.resume(50.0)
    session.back(52.0)

    assert (session.state, session.index) == (State.RUNNING, 1)
    finished = finish_of(session.tick(2000.0))
    assert (finished.active_s, finished.paused_s) == (897.0, 12.0)


def test_what_was_held_before_going_back_counts(session: Session) -> None:
    started(session, 40.0)
    session.back(40.0)

    assert finish_of(session.tick(2000.0)).held_s == 540.0 + 15.0 + 6.0


# Longer


def test_an_extension_moves_the_countdown_to_the_new_end(session: Session) -> None:
    started(session, 22.0)

    assert session.extend(22.0) == [Extended(22.0, "standing-hamstring-stretch", by_s=10.0)]
    assert session.remaining_s(22.0) == 15.0
    assert tones(session.tick(37.0)) == [(34.0, "tick"), (35.0, "tick"), (36.0, "tick"), (37.0, "end")]


def test_an_extended_hold_was_extended(session: Session) -> None:
    started(session, 22.0)
    session.extend(22.0)
    ended = next(event for event in session.tick(40.0) if isinstance(event, HoldEnded))

    assert (ended.at, ended.planned_s, ended.held_s, ended.outcome) == (37.0, 15.0, 25.0, Outcome.EXTENDED)


def test_an_extended_hold_that_is_left_early_is_still_short(session: Session) -> None:
    started(session, 22.0)
    session.extend(22.0)
    ended = session.next(26.0)[0]

    assert isinstance(ended, HoldEnded)
    assert (ended.held_s, ended.outcome) == (14.0, Outcome.SHORT)


def test_an_extension_is_for_this_time_only(session: Session) -> None:
    started(session, 22.0)
    session.extend(22.0)
    session.restart_rep(23.0)

    assert session.tick(27.0)
    assert session.remaining_s(27.0) == 15.0


def test_a_segment_lasts_600_seconds_at_most(session: Session) -> None:
    started(session, 12.0)

    assert session.extend(12.0, 580.0) == [Extended(12.0, "standing-hamstring-stretch", by_s=580.0)]
    assert session.extend(12.0) == [Extended(12.0, "standing-hamstring-stretch", by_s=5.0)]
    assert session.extend(12.0) == []
    assert session.remaining_s(12.0) == 600.0


def test_a_paused_hold_can_be_extended(session: Session) -> None:
    started(session, 17.0)
    session.pause(17.0)
    session.extend(18.0)

    assert session.remaining_s(18.0) == 20.0


# One more


def test_one_more_is_counted_aloud(session: Session) -> None:
    started(session, 70.0)

    assert session.one_more(70.0) == [Extended(70.0, "standing-hamstring-stretch", reps=1)]
    assert (74.0, "Four of five.") in cues(session.tick(95.0))
    assert (96.0, "Last one.") in cues(session.tick(200.0))


def test_one_more_in_the_last_hold_takes_the_goodbye_back(session: Session) -> None:
    started(session, LAST_HOLD_S + 21)
    session.one_more(LAST_HOLD_S + 21)

    later = session.tick(LAST_HOLD_S + 45)
    assert cues(later) == [
        (853.0, "Ten seconds."),
        (860.0, "tick"),
        (861.0, "tick"),
        (862.0, "tick"),
        (863.0, "end"),
        (863.75, "Soften your knees."),
    ]


def test_one_more_does_not_repeat_what_was_said_before_an_extension(session: Session) -> None:
    started(session, LAST_HOLD_S + 2)
    session.extend(LAST_HOLD_S + 2)
    session.one_more(LAST_HOLD_S + 5)

    assert cues(session.tick(LAST_HOLD_S + 45)) == [(853.0, "Halfway."), (863.0, "Ten seconds.")]


def test_one_more_keeps_the_end_where_an_extension_moved_it(flagship: Routine) -> None:
    session = started(Session(compile_plan(flagship, Wishes(profile=Profile.CALM))), LAST_HOLD_S + 32)
    session.extend(LAST_HOLD_S + 32)
    session.one_more(LAST_HOLD_S + 33)

    assert tones(session.tick(LAST_HOLD_S + 55)) == [(LAST_HOLD_S + 50, "end")]


def test_one_more_does_not_talk_into_the_sentence_that_is_being_said(session: Session) -> None:
    afterwards_until_s = LAST_HOLD_S + 28 + 3.5
    started(session, LAST_HOLD_S + 29)
    session.one_more(LAST_HOLD_S + 29)

    assert cues(session.tick(LAST_HOLD_S + 39))[0][0] > afterwards_until_s


def test_a_range_may_grow_to_its_ceiling_and_no_further(session: Session) -> None:
    started(session, LAST_HOLD_S)

    assert [len(session.one_more(LAST_HOLD_S)) for _ in range(3)] == [1, 1, 0]
    assert session.plan.items[3].target == 8
    assert not session.may_do_more()
    offers = [text for _, text in cues(session.tick(2000.0)) if "Press R" in text]
    assert offers == []


def test_seven_offers_one_more(session: Session) -> None:
    started(session, LAST_HOLD_S)
    session.one_more(LAST_HOLD_S)

    offers = [text for _, text in cues(session.tick(2000.0)) if "Press R" in text]
    assert offers == ["That makes seven. Press R for one more, if it is easy."]


def test_a_single_number_may_grow_freely(session: Session) -> None:
    started(session, 12.0)
    for _ in range(10):
        session.one_more(12.0)

    assert session.plan.items[0].target == 14
    assert session.may_do_more()


def test_one_more_on_the_first_leg_is_one_more_on_the_other(session: Session) -> None:
    started(session, 190.0)
    session.one_more(190.0)
    sides = [event.segment.side for event in session.tick(2000.0) if isinstance(event, HoldEnded)][:7]

    assert sides == [Side.RIGHT, Side.RIGHT, *[Side.LEFT] * 5]


# Easing off and stopping


def test_easing_off_lasts_for_the_stretch(session: Session) -> None:
    started(session, 20.0)

    assert session.ease_off(20.0) == [EasedOff(20.0, "standing-hamstring-stretch", Side.BOTH, 1)]
    session.tick(90.0)
    assert session.eased
    session.tick(96.0)
    assert not session.eased


def test_stopping_in_a_hold_counts_what_was_held(session: Session, flagship_plan: Plan) -> None:
    started(session, 22.0)

    assert session.stop(22.0) == [
        HoldEnded(22.0, flagship_plan.segments[2], 15, 10.0, Outcome.SHORT),
        Stopped(22.0),
        SessionFinished(22.0, "stopped", active_s=22.0, paused_s=0.0, held_s=10.0),
    ]
    assert session.state is State.STOPPED
    assert session.next_due() is None


def test_stopping_while_paused_counts_the_pause(session: Session) -> None:
    started(session, 17.0)
    session.pause(17.0)

    assert finish_of(session.stop(40.0)) == SessionFinished(40.0, "stopped", 17.0, 23.0, 5.0)


def test_stopping_while_getting_ready_counts_only_what_was_waited(session: Session) -> None:
    started(session, 17.0)
    session.pause(17.0)
    session.resume(40.0)

    assert finish_of(session.stop(41.0)) == SessionFinished(41.0, "stopped", 17.0, 24.0, 5.0)


# Commands that make no sense


def test_a_command_before_the_start_is_the_programs_mistake(session: Session) -> None:
    for command in COMMANDS:
        assert not session.may(command)
        with pytest.raises(WrongStateError, match=rf"^cannot {command} a session that is ready$"):
            getattr(session, command)(0.0)


def test_a_command_after_the_end_is_the_programs_mistake(session: Session) -> None:
    started(session, 865.0)
    for command in ("start", *COMMANDS):
        assert not session.may(command)
        with pytest.raises(WrongStateError, match=rf"^cannot {command} a session that is finished$"):
            getattr(session, command)(900.0)


def test_a_session_is_paused_once_and_resumed_once(session: Session) -> None:
    started(session, 5.0)
    with pytest.raises(WrongStateError, match=r"^cannot resume a session that is running$"):
        session.resume(5.0)
    session.pause(5.0)
    with pytest.raises(WrongStateError, match=r"^cannot pause a session that is paused$"):
        session.pause(6.0)


def test_a_command_that_comes_after_the_session_ended_by_itself_is_refused(session: Session) -> None:
    started(session, 860.0)

    with pytest.raises(WrongStateError, match=r"^cannot pause a session that is finished$"):
        session.pause(870.0)


# Kept and taken up again


def test_a_restored_session_goes_on_where_it_was(session: Session, flagship_plan: Plan) -> None:
    started(session, 22.0)

    restored = Session.restore(flagship_plan, session.progress(22.0), 500.0)

    assert (restored.state, restored.index, restored.remaining_s(500.0)) == (State.RUNNING, 2, 5.0)
    assert [event.at for event in restored.tick(505.0)][:3] == [502.0, 503.0, 504.0]


def test_a_session_can_be_restored_to_wait(session: Session, flagship_plan: Plan) -> None:
    started(session, 22.0)

    restored = Session.restore(flagship_plan, session.progress(22.0), 500.0, paused=True)

    assert restored.state is State.PAUSED
    assert restored.tick(9999.0) == []
    assert tones(restored.resume(600.0) + restored.tick(603.0))[-1] == (603.0, "start")
    finished = finish_of(restored.tick(9999.0))
    assert (finished.active_s, finished.paused_s, finished.held_s) == (865.0, 103.0, 540.0)


def test_a_session_that_is_over_stays_over(session: Session, flagship_plan: Plan) -> None:
    started(session, 22.0)
    session.stop(22.0)

    restored = Session.restore(flagship_plan, session.progress(22.0), 500.0, paused=True)

    assert restored.state is State.STOPPED
    assert restored.tick(9999.0) == []
