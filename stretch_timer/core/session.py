"""One walk through a plan: told the time, it answers with what happened."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from stretch_timer.core import events as ev
from stretch_timer.core.compiling import with_one_more
from stretch_timer.core.cues import Cue, CueKind, Priority, Tone
from stretch_timer.core.placing import GAP_S, TONE_S
from stretch_timer.core.plan import Profile, SegmentKind
from stretch_timer.core.positions import before_rep, changes_legs, start_of_rep
from stretch_timer.core.progress import State
from stretch_timer.core.session_view import GOING, SessionView
from stretch_timer.core.speech import estimated_seconds
from stretch_timer.core.stretch import LONGEST_S, Side

if TYPE_CHECKING:
    from stretch_timer.core.plan import Plan
    from stretch_timer.core.progress import Progress
    from stretch_timer.core.speech import SpeechLength

LEAD_IN_S = 3.0
"""Seconds to get ready after a pause, before a hold goes on."""
ROUNDING_S = 1e-6


class WrongStateError(RuntimeError):
    """A command that makes no sense now; the program's mistake, not the person's."""


class Session(SessionView):
    """One walk through a plan.

    Reads no clock. *now* is seconds on one clock of the caller's choice that never runs backwards. Deadlines are
    chained: what is due does not depend on how often or how late `tick` is called.
    """

    def __init__(self, plan: Plan, speech_s: SpeechLength = estimated_seconds) -> None:
        super().__init__(plan)
        self._speech_s = speech_s
        self._due = math.inf

    @classmethod
    def restore(
        cls,
        plan: Plan,
        progress: Progress,
        now: float,
        *,
        paused: bool = False,
        speech_s: SpeechLength = estimated_seconds,
    ) -> Session:
        """The session that gave *plan* and *progress*, with *now* in the place of the time it was asked.

        Args:
            plan: `session.plan` of then.
            progress: `session.progress(then)`.
            now: Seconds on the new caller's clock.
            paused: Whether it waits for `resume` even if it was running.
            speech_s: Seconds a text takes to say.
        """
        session = cls(plan, speech_s)
        shift = now - progress.asked_at
        session._is = progress.shifted(shift) if shift else progress
        session._lengthen()
        if paused and session.state in GOING:
            session._stand_still(now)
        return session

    def next_due(self) -> float | None:
        """When to call `tick` again, or None when only a command can change anything."""
        return None if self._due == math.inf else self._due

    def tick(self, now: float) -> list[ev.Event]:
        """Catch up with *now*; everything that was due, oldest first, each with the time it was due."""
        happened: list[ev.Event] = []
        while now >= self._due:
            happened += self._lead_in(self._due) if self.state is State.LEAD_IN else self._advance(self._due)
        return happened

    def start(self, now: float) -> list[ev.Event]:
        """Begin with the first segment."""
        self._must_allow("start")
        self._update(state=State.RUNNING, begun_at=now, segment_at=now)
        return [ev.SessionStarted(now, self._plan), *self._enter(0, now), *self.tick(now)]

    def pause(self, now: float) -> list[ev.Event]:
        """Stand still; what remains of the segment is kept."""
        happened = self._catch_up("pause", now)
        self._stand_still(now)
        return [*happened, ev.Paused(now)]

    def resume(self, now: float) -> list[ev.Event]:
        """Go on; into a hold only after a lead-in of `LEAD_IN_S` seconds, then with what remained of it."""
        self._must_allow("resume")
        begun = self._segment.kind is SegmentKind.HOLD
        lead_in_s = LEAD_IN_S if begun else 0.0
        paused_s = self._is.paused_s + now - self._is.paused_at + lead_in_s
        elapsed_s = self._is.paused_elapsed_s
        self._update(
            state=State.LEAD_IN if begun else State.RUNNING,
            segment_at=now + lead_in_s - elapsed_s,
            lead_in_until=now + lead_in_s,
            lead_in_ticks=0,
            paused_s=paused_s,
        )
        return [ev.Resumed(now, lead_in_s), *self.tick(now)]

    def next(self, now: float) -> list[ev.Event]:
        """Skip to the next stretch's set-up; after the last stretch, the session is finished."""
        happened = self._catch_up("next", now)
        after = [*self._plan.set_ups, len(self._plan.segments)][self.item + 1]
        skipped = tuple(s for s in self._plan.segments[self.index + 1 : after] if s.kind is SegmentKind.HOLD)
        happened += self._leave_hold(now)
        happened.append(ev.Skipped(now, self._segment.stretch, skipped))
        if after == len(self._plan.segments):
            return [*happened, *self._finish(now, "completed")]
        return happened + self._jump(after, now)

    def back(self, now: float) -> list[ev.Event]:
        """To the repetition before this one; from the first, to the set-up; from there, to the stretch before."""
        happened = self._catch_up("back", now)
        return happened + self._go_back(before_rep(self._plan, self.index), now)

    def restart_rep(self, now: float) -> list[ev.Event]:
        """This repetition once more, from its way in; a set-up or a switch from its beginning."""
        happened = self._catch_up("restart_rep", now)
        return happened + self._go_back(start_of_rep(self._plan, self.index), now)

    def extend(self, now: float, by_s: float = 10.0) -> list[ev.Event]:
        """Make this segment *by_s* seconds longer, up to `LONGEST_S` in all."""
        happened = self._catch_up("extend", now)
        by_s = min(by_s, LONGEST_S - self._segment.seconds)
        if by_s <= 0:
            return happened
        self._lengthen(extended_s=self._is.extended_s + by_s, extended_cue=self._is.cue)
        return [*happened, ev.Extended(now, self._segment.stretch, by_s=by_s)]

    def one_more(self, now: float) -> list[ev.Event]:
        """One more repetition of this stretch, on this side and on those still to come; nothing at the ceiling."""
        happened = self._catch_up("one_more", now)
        if not self.may_do_more():
            return happened
        heard_s = self._heard_s(now)
        self._plan = with_one_more(self._plan, self.index, self._speech_s)
        heard = sum(cue.at_s < heard_s for cue in self._plan.segments[self.index].cues)
        self._lengthen(cue=heard, extended_cue=heard)
        return [*happened, ev.Extended(now, self._segment.stretch, reps=1)]

    def ease_off(self, now: float) -> list[ev.Event]:
        """It is too much: the rest of this stretch is done more gently."""
        happened = self._catch_up("ease_off", now)
        self._update(eased=True)
        segment = self._segment
        return [*happened, ev.EasedOff(now, segment.stretch, segment.side, segment.rep)]

    def stop(self, now: float) -> list[ev.Event]:
        """End the session here; what was held counts."""
        happened = self._catch_up("stop", now)
        return [*happened, *self._leave_hold(now), ev.Stopped(now), *self._finish(now, "stopped")]

    # What follows changes the state; everything above asks or tells.

    def _update(self, **changes: object) -> None:
        self._is = replace(self._is, **changes)  # type: ignore[arg-type]  # each caller names Progress's own fields
        self._due = self._next_due()

    def _lengthen(self, **changes: object) -> None:
        """As `_update`, where the plan or the extension of the current segment changed."""
        self._is = replace(self._is, **changes)  # type: ignore[arg-type]  # as in _update
        segment = self._plan.segments[self.index]
        self._segment = segment.extended(self._is.extended_s, self._is.extended_cue)
        self._update()

    def _heard_s(self, now: float) -> float:
        """Up to where the current segment was heard, as if it had never been extended; what sounds now is heard."""
        passed_s = self.elapsed_s(now) - self._is.extended_s
        if not self._is.cue:
            return passed_s
        last = self._plan.segments[self.index].cues[self._is.cue - 1]
        gap_s = GAP_S if last.kind is CueKind.VOICE else 0.0
        return max(passed_s, last.ends_s + gap_s - ROUNDING_S)

    def _next_due(self) -> float:
        if self.state is State.LEAD_IN:
            return self._is.lead_in_until - (LEAD_IN_S - self._is.lead_in_ticks)
        if self.state is not State.RUNNING:
            return math.inf
        cues, begun_at = self._segment.cues, self._is.segment_at
        ends_at = begun_at + self._segment.seconds
        return min(ends_at, begun_at + cues[self._is.cue].at_s) if self._is.cue < len(cues) else ends_at

    def _must_allow(self, command: str) -> None:
        if not self.may(command):
            raise WrongStateError(f"cannot {command} a session that is {self.state}")

    def _catch_up(self, command: str, now: float) -> list[ev.Event]:
        """What was due before *command*; the command must make sense after it."""
        happened = self.tick(now)
        self._must_allow(command)
        return happened

    def _advance(self, due: float) -> list[ev.Event]:
        """The one thing that is due: a cue, or the end of the segment."""
        cues = self._segment.cues
        if self._is.cue < len(cues) and self._is.segment_at + cues[self._is.cue].at_s <= due:
            cue = cues[self._is.cue]
            self._update(cue=self._is.cue + 1)
            return [ev.CueDue(due, cue)]
        happened = self._leave_hold(due)
        if self.index + 1 == len(self._plan.segments):
            return [*happened, *self._finish(due, "completed")]
        self._update(active_s=self._is.active_s + self._segment.seconds)
        return happened + self._enter(self.index + 1, due)

    def _enter(self, index: int, at: float) -> list[ev.Event]:
        """Begin segment number *index*."""
        before = self._segment
        self._segment = segment = self._plan.segments[index]
        self._update(
            index=index,
            segment_at=at,
            extended_s=0.0,
            extended_cue=0,
            cue=0,
            paused_elapsed_s=0.0,
            eased=self._is.eased and self._plan.item_at(index) == self.item,
        )
        happened: list[ev.Event] = [ev.SegmentStarted(at, index, segment)]
        if changes_legs(before, segment):
            happened.append(ev.SidesSwitched(at, segment.side or Side.BOTH))
        if segment.kind is SegmentKind.HOLD:
            happened.append(ev.HoldStarted(at, segment))
        return happened

    def _leave_hold(self, at: float) -> list[ev.Event]:
        """The end of the current hold, if it is one."""
        segment = self._segment
        if segment.kind is not SegmentKind.HOLD:
            return []
        held_s = min(self.elapsed_s(at), segment.seconds)
        if segment.seconds - held_s < ROUNDING_S:
            held_s = segment.seconds  # a sum of times is seldom exact
        planned_s = self._plan.segments[self.index].seconds
        self._update(held_s=self._is.held_s + held_s)
        return [ev.HoldEnded(at, self._plan.segments[self.index], planned_s, held_s, _outcome(held_s, planned_s))]

    def _jump(self, index: int, now: float) -> list[ev.Event]:
        """Leave the current segment for another; a paused session stays paused there."""
        self._update(active_s=self._is.active_s + self.elapsed_s(now))
        if self.state is State.LEAD_IN:
            # Those seconds were counted as paused when the lead-in began; the ones not used are given back.
            self._update(state=State.RUNNING, paused_s=self._is.paused_s - (self._is.lead_in_until - now))
        return self._enter(index, now) + self.tick(now)

    def _go_back(self, index: int, now: float) -> list[ev.Event]:
        happened = self._leave_hold(now)
        happened.append(ev.WentBack(now, self._plan.segments[index].stretch, index))
        return happened + self._jump(index, now)

    def _stand_still(self, now: float) -> None:
        elapsed_s = self.elapsed_s(now)
        unused_s = self._is.lead_in_until - now if self.state is State.LEAD_IN else 0.0
        self._update(
            state=State.PAUSED, paused_at=now, paused_elapsed_s=elapsed_s, paused_s=self._is.paused_s - unused_s
        )

    def _lead_in(self, due: float) -> list[ev.Event]:
        """Three ticks, then the start tone, and the hold goes on."""
        last = self._is.lead_in_ticks >= LEAD_IN_S
        self._update(lead_in_ticks=self._is.lead_in_ticks + 1, state=State.RUNNING if last else State.LEAD_IN)
        if self._plan.profile is Profile.SILENT or (last and not self._is.cue):
            return []  # a hold that has yet to begin brings its own start tone
        name = Tone.START if last else Tone.TICK
        return [ev.CueDue(due, Cue(0.0, CueKind.TONE, name, TONE_S[name], Priority.MARK))]

    def _finish(self, at: float, status: Literal["completed", "stopped"]) -> list[ev.Event]:
        paused_s = self._is.paused_s
        if self.state is State.PAUSED:
            paused_s += at - self._is.paused_at
        elif self.state is State.LEAD_IN:
            paused_s -= self._is.lead_in_until - at
        active_s = self._is.active_s + self.elapsed_s(at)
        over = State.FINISHED if status == "completed" else State.STOPPED
        self._update(state=over, active_s=active_s, paused_s=paused_s, paused_elapsed_s=self.elapsed_s(at))
        return [ev.SessionFinished(at, status, active_s, paused_s, self._is.held_s)]


def _outcome(held_s: float, planned_s: float) -> ev.Outcome:
    if held_s < planned_s - ROUNDING_S:
        return ev.Outcome.SHORT if held_s > ROUNDING_S else ev.Outcome.SKIPPED
    return ev.Outcome.EXTENDED if held_s > planned_s + ROUNDING_S else ev.Outcome.DONE
