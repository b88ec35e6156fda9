"""What holds for every plan, whatever the routine and the wishes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stretch_timer.core.compiling import Wishes, compile_plan, may_do_more, with_one_more
from stretch_timer.core.cues import CueKind
from stretch_timer.core.plan import Plan, PlanError, Profile, SegmentKind
from stretch_timer.core.routine import Routine
from stretch_timer.core.stretch import Laterality, Side

if TYPE_CHECKING:
    from stretch_timer.core.cues import Cue

ROUTINES = st.from_type(Routine)
WISHES = st.from_type(Wishes)
PLANS = st.from_type(Plan)
HEARD = st.sampled_from([Profile.FULL, Profile.CALM, Profile.TONES])

often = settings(deadline=None, max_examples=40)


def dose_by_leg(plan: Plan, item: int) -> tuple[Counter[Side], Counter[Side]]:
    """Holds and seconds held of one item by leg; both legs together are no leg."""
    holds: Counter[Side] = Counter()
    seconds: Counter[Side] = Counter()
    for index, segment in enumerate(plan.segments):
        if segment.kind is SegmentKind.HOLD and plan.item_at(index) == item and segment.side is not None:
            holds[segment.side] += 1
            seconds[segment.side] += round(segment.seconds * 10)
    return holds, seconds


def sounds(plan: Plan) -> list[tuple[float, float, Cue]]:
    """Every cue of *plan* with the times it begins and ends, oldest first."""
    timeline = zip(plan.starts_s, plan.segments, strict=True)
    heard = [(at + cue.at_s, at + cue.ends_s, cue) for at, segment in timeline for cue in segment.cues]
    return sorted(heard, key=lambda one: one[0])


def in_unequal_doses(plan: Plan) -> list[str]:
    """The stretches of which one leg gets more than the other."""
    return [
        planned.item.stretch.name
        for number, planned in enumerate(plan.items)
        if planned.item.stretch.sides is not Laterality.TOGETHER and len(planned.reps) == 2
        for count in dose_by_leg(plan, number)
        if not count[Side.LEFT] == count[Side.RIGHT] > 0
    ]


@often
@given(ROUTINES, WISHES, st.none() | st.integers(1, 60))
def test_both_legs_get_the_same_dose(routine: Routine, wishes: Wishes, minutes: int | None) -> None:
    try:
        plan = compile_plan(routine, replace(wishes, minutes=minutes))
    except PlanError:
        assume(False)  # noqa: FBT003  # that is how hypothesis spells it

    assert in_unequal_doses(plan) == []


@often
@given(ROUTINES, WISHES)
def test_the_other_leg_is_left_alone_only_when_one_was_asked_for(routine: Routine, wishes: Wishes) -> None:
    plan = compile_plan(routine, wishes)

    for planned in plan.items:
        if planned.item.stretch.sides is Laterality.TOGETHER:
            assert list(planned.reps) == [Side.BOTH]
        elif wishes.sides is not Side.BOTH:
            assert list(planned.reps) == [wishes.sides]
        elif planned.item.sides is not Side.BOTH:
            assert list(planned.reps) == [planned.item.sides]
        else:
            assert set(planned.reps) == {Side.LEFT, Side.RIGHT}


@often
@given(PLANS, st.data())
def test_both_legs_get_the_same_dose_after_one_more_on_the_first_leg(plan: Plan, data: st.DataObject) -> None:
    early = [
        index
        for index, segment in enumerate(plan.segments)
        if segment.side in (None, Side.BOTH, next(iter(plan.items[plan.item_at(index)].reps)))
    ]
    at = data.draw(st.sampled_from(early))
    number = plan.item_at(at)
    assume(may_do_more(plan.items[number], plan.segments[at]))

    longer = with_one_more(plan, at)

    assert in_unequal_doses(longer) == []
    assert longer.items[number].target == plan.items[number].target + 1


@often
@given(PLANS, st.data())
def test_one_more_changes_nothing_before_it(plan: Plan, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(plan.segments) - 1))
    assume(may_do_more(plan.items[plan.item_at(at)], plan.segments[at]))

    longer = with_one_more(plan, at)

    assert [(s.kind, s.side, s.rep) for s in longer.segments[: at + 1]] == [
        (s.kind, s.side, s.rep) for s in plan.segments[: at + 1]
    ]


@often
@given(PLANS, st.data())
def test_no_number_of_one_mores_on_any_leg_passes_a_ceiling(plan: Plan, data: st.DataObject) -> None:
    for _ in range(6):
        at = data.draw(st.integers(0, len(plan.segments) - 1))
        if may_do_more(plan.items[plan.item_at(at)], plan.segments[at]):
            plan = with_one_more(plan, at)

    for planned in plan.items:
        repeat = planned.item.dose.repeat
        assert planned.target <= (repeat.most if repeat.most > repeat.fewest else 50)


@often
@given(ROUTINES, WISHES)
def test_leg_by_leg_is_one_whole_block_a_switch_and_the_other_block(routine: Routine, wishes: Wishes) -> None:
    plan = compile_plan(routine, replace(wishes, sides=Side.BOTH))

    for number, planned in enumerate(plan.items):
        if planned.item.stretch.sides is Laterality.EACH and len(planned.reps) == 2:
            own = [s for index, s in enumerate(plan.segments) if plan.item_at(index) == number]
            worked = [s.side for s in own if s.kind is SegmentKind.HOLD]
            first, last = worked[0], worked[-1]
            assert first is not last
            assert worked == [first] * planned.target + [last] * planned.target
            switches = [s for s in own if s.kind is SegmentKind.SWITCH_SIDES]
            assert len(switches) == (1 if planned.item.dose.switch_s else 0)
            assert all(s.side is last for s in switches)


@settings(deadline=None, max_examples=80)
@given(ROUTINES, WISHES)
def test_no_two_cues_overlap_and_a_sentence_has_silence_around_it(routine: Routine, wishes: Wishes) -> None:
    for (_, ends, one), (starts, _, other) in pairwise(sounds(compile_plan(routine, wishes))):
        silence_s = 0.299 if CueKind.VOICE in (one.kind, other.kind) else 0.0
        assert starts - ends >= silence_s - 1e-6, (one, other)


@often
@given(ROUTINES, WISHES)
def test_every_cue_begins_within_its_segment(routine: Routine, wishes: Wishes) -> None:
    for segment in compile_plan(routine, wishes).segments:
        assert all(0 <= cue.at_s <= segment.seconds for cue in segment.cues)


@often
@given(ROUTINES, WISHES, HEARD)
def test_every_hold_begins_with_the_start_tone_and_no_sentence(
    routine: Routine, wishes: Wishes, profile: Profile
) -> None:
    for segment in compile_plan(routine, replace(wishes, profile=profile)).segments:
        if segment.kind is SegmentKind.HOLD:
            assert [(cue.kind, cue.text) for cue in segment.cues if cue.at_s == 0] == [(CueKind.TONE, "start")]
            assert [cue.text for cue in segment.cues].count("start") == 1


@often
@given(ROUTINES, WISHES, HEARD)
def test_every_session_ends_with_the_finish_tone(routine: Routine, wishes: Wishes, profile: Profile) -> None:
    plan = compile_plan(routine, replace(wishes, profile=profile))

    assert [cue.text for segment in plan.segments for cue in segment.cues].count("finish") == 1
    assert plan.segments[-1].cues[-1].text == "finish"
    assert plan.segments[-1].cues[-1].at_s == plan.segments[-1].seconds


@often
@given(ROUTINES, WISHES, st.sampled_from([Profile.FULL, Profile.CALM]))
def test_what_to_do_in_a_set_up_or_a_switch_is_always_said(routine: Routine, wishes: Wishes, profile: Profile) -> None:
    plan = compile_plan(routine, replace(wishes, profile=profile))

    for index, segment in enumerate(plan.segments):
        say = plan.items[plan.item_at(index)].item.stretch.say
        said = sum(cue.kind is CueKind.VOICE for cue in segment.cues)
        if segment.kind is SegmentKind.SET_UP:
            assert said == 1 + len(say.set_up)
        if segment.kind is SegmentKind.SWITCH_SIDES:
            assert said == 1 + len(say.switch)
            assert segment.cues[0].text == "switch"


@often
@given(ROUTINES, WISHES)
def test_silent_is_silent_and_tones_have_no_voice(routine: Routine, wishes: Wishes) -> None:
    silent = compile_plan(routine, replace(wishes, profile=Profile.SILENT))
    tones = compile_plan(routine, replace(wishes, profile=Profile.TONES))

    assert all(not segment.cues for segment in silent.segments)
    assert tones.sentences == ()


@often
@given(ROUTINES, WISHES)
def test_the_profile_changes_no_length(routine: Routine, wishes: Wishes) -> None:
    lengths = {
        tuple(s.seconds for s in compile_plan(routine, replace(wishes, profile=profile)).segments)
        for profile in Profile
    }

    assert len(lengths) == 1
