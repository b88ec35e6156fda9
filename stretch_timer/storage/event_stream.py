"""A session's events as other programs read them: one JSON object a line, as it happens (`follow --events`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from stretch_timer.core import events as ev

if TYPE_CHECKING:
    from contextlib import ExitStack

    from stretch_timer.core.cues import Cue
    from stretch_timer.core.plan import Segment


class EventStream:
    """Writes each event as one line of JSON, at once.

    A cue's line says how late its sound began, so it is written when the sound begins (`cue_began`), or with
    `"late_ms": null` when it is not heard.

    Args:
        out: Where the lines go.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._begun_at = 0.0
        self._cue_at: dict[int, float] = {}

    def happened(self, event: ev.Event) -> None:
        """Write *event*'s line; a cue's waits for its sound."""
        if isinstance(event, ev.SessionStarted):
            self._begun_at = event.at
        if isinstance(event, ev.CueDue):
            self._cue_at[id(event.cue)] = event.at
        else:
            self._write(event.at, *_facts(event))

    def cue_began(self, cue: Cue, late_ms: float | None) -> None:
        """Write the line of *cue*, whose sound began *late_ms* milliseconds late; None if it is not heard."""
        at = self._cue_at.pop(id(cue), self._begun_at)
        late = None if late_ms is None else round(late_ms, 1)
        self._write(at, "cue", {"kind": cue.kind, "text": cue.text, "late_ms": late})

    def _write(self, at: float, name: str, facts: dict[str, object]) -> None:
        line = {"t": round(at - self._begun_at, 3), "event": name, **facts}
        self._out.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._out.flush()


def _facts(event: ev.Event) -> tuple[str, dict[str, object]]:  # noqa: C901, PLR0911  # one line an event
    """The event's name and what there is to know about it."""
    match event:
        case ev.SessionStarted(plan=plan):
            facts = {"routine": plan.routine, "name": plan.name, "planned_seconds": plan.total_s}
            return "session-started", facts
        case ev.SegmentStarted(index=index, segment=segment):
            facts = {"kind": segment.kind, "index": index, "seconds": float(segment.seconds)}
            return "segment-started", facts | _where(segment)
        case ev.HoldStarted(segment=segment):
            return "hold-started", _where(segment)
        case ev.HoldEnded(segment=segment, planned_s=planned_s, held_s=held_s, outcome=outcome):
            facts = {"planned_seconds": float(planned_s), "held_seconds": round(held_s, 3), "outcome": outcome}
            return "hold-ended", _where(segment) | facts
        case ev.SidesSwitched(to=side):
            return "sides-switched", {"to": side}
        case ev.Resumed(lead_in_s=lead_in_s):
            return "resumed", {"lead_in_seconds": lead_in_s}
        case ev.Skipped(stretch=stretch, holds=holds):
            return "skipped", {"stretch": stretch, "holds": len(holds)}
        case ev.WentBack(stretch=stretch, to=index):
            return "went-back", {"stretch": stretch, "index": index}
        case ev.Extended(stretch=stretch, by_s=by_s, reps=reps):
            return "extended", {"stretch": stretch, "seconds": by_s, "reps": reps}
        case ev.EasedOff(stretch=stretch, side=side, rep=rep):
            return "eased-off", {"stretch": stretch, "side": side, "rep": rep}
        case ev.SessionFinished(status=status, active_s=active_s, paused_s=paused_s):
            facts = {"status": status, "active_seconds": round(active_s, 3), "paused_seconds": round(paused_s, 3)}
            return "session-finished", facts
    return {ev.Paused: "paused", ev.Stopped: "stopped"}[type(event)], {}


def _where(segment: Segment) -> dict[str, object]:
    return {"stretch": segment.stretch, "side": segment.side, "rep": segment.rep}


def open_stream(events: str, files: ExitStack) -> EventStream | None:
    """Where events are written: a file, standard output for `-`, nowhere for "".

    Raises:
        OSError: The file cannot be written.
    """
    if not events:
        return None
    return EventStream(sys.stdout if events == "-" else files.enter_context(Path(events).open("w", encoding="utf-8")))
