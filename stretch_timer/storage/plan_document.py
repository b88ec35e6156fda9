"""A plan as other programs read it: `plan --json`, and the printed script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stretch_timer.core.cues import CueKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stretch_timer.core.cues import Cue
    from stretch_timer.core.plan import Plan, Segment

SCHEMA = 1


def plan_document(plan: Plan) -> dict[str, object]:
    """*plan* as plain data, lengths in seconds."""
    return {
        "schema": SCHEMA,
        "routine": plan.routine,
        "name": plan.name,
        "total_seconds": plan.total_s,
        "segments": [
            {"index": index, "starts_at": starts_s, **_segment(segment)}
            for index, (starts_s, segment) in enumerate(zip(plan.starts_s, plan.segments, strict=True))
        ],
        "left_out": [{"stretch": one.stretch, "because": one.because} for one in plan.left_out],
    }


def _segment(segment: Segment) -> dict[str, object]:
    return {
        "seconds": float(segment.seconds),
        "kind": segment.kind,
        "stretch": segment.stretch,
        "side": segment.side,
        "rep": segment.rep,
        "reps": segment.reps,
        "moving": segment.moving,
        "cues": [_cue(cue) for cue in segment.cues],
    }


def _cue(cue: Cue) -> dict[str, object]:
    return {"at": round(cue.at_s, 3), "kind": cue.kind, "text": cue.text}


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds: "14:25"."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def plan_lines(plan: Plan) -> Iterator[str]:
    """*plan* as a script to read: when, what, which leg, and every word and tone."""
    yield f"{plan.name}: {clock(plan.total_s)}"
    for starts_s, segment in zip(plan.starts_s, plan.segments, strict=True):
        leg = f"  {segment.side}" if segment.side else ""
        rep = f"  {segment.rep} of {segment.reps}" if segment.rep else ""
        yield f"{clock(starts_s):>6}  {segment.kind:<12} {segment.seconds:5.1f} s  {segment.stretch}{leg}{rep}"
        for cue in segment.cues:
            words = f"“{cue.text}”" if cue.kind is CueKind.VOICE else f"({cue.text})"
            yield f"{'':>8}{starts_s + cue.at_s:8.1f}  {words}"
    for one in plan.left_out:
        yield f"Left out: {one.stretch} ({one.because})"
