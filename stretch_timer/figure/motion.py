"""What the figure shows at a moment of a session."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stretch_timer.core.plan import SegmentKind
from stretch_timer.figure.angles import smoothstep
from stretch_timer.figure.pose import END, RELEASE, START

if TYPE_CHECKING:
    from stretch_timer.figure.pose import Figure

BREATH_S = 4.0
"""Seconds of one breath."""
YIELD = 0.035
"""How far out of the end pose one goes breathing in, of the whole movement."""
PULSE_S = 2.0
GLOW_DIP = 0.28
"""How much darker the muscles get in the middle of a pulse."""
SETTLE_S = 1.0
"""Seconds before the end of a segment in which breathing calms down, so that the next begins without a jump."""
TURN_S = 1.4
TURN_MOST = 0.5
"""The turn takes no more than this share of the time to switch sides."""
BEGUN = 1e-6


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture: a point on the movement between two key poses.

    Attributes:
        a: Name of the key pose the movement comes from, as in `Figure.pose`.
        b: Name of the one it goes to.
        e: Eased phase, 0 at `a`, 1 at `b`.
        glow: How strongly the working muscles shine, 0 to 1.
        breath: -1 breathed out to 1 breathed in.
        turn: Progress of the turn at a leg switch: above 0 all through the switch, 0.5 edge-on, 1 done; else 0.
    """

    a: str
    b: str
    e: float
    glow: float = 0.0
    breath: float = 0.0
    turn: float = 0.0

    @property
    def before_turn(self) -> bool:
        """Whether the leg before the switch is still to be shown as the working one."""
        return 0.0 < self.turn < 0.5  # noqa: PLR2004 - edge-on, as documented

    @property
    def width(self) -> float:
        """Width of the picture, of the whole: 1, and 0 edge-on."""
        return abs(math.cos(math.pi * self.turn))


def ease(x: float) -> float:
    """Smootherstep: from 0 to 1 with a gentle beginning and end."""
    x = min(1.0, max(0.0, x))
    return x * x * x * (x * (6.0 * x - 15.0) + 10.0)


def frame(  # noqa: PLR0911, PLR0913 - a line for each kind; a moment is told in full, so nothing is remembered
    figure: Figure,
    kind: SegmentKind,
    progress: float,
    elapsed_s: float,
    *,
    first: bool,
    last: bool,
    moving: bool,
    reduced: bool,
) -> Frame:
    """What to show *progress* (0 to 1) or *elapsed_s* seconds into a segment.

    Args:
        figure: The illustration.
        kind: What the segment is for.
        progress: Elapsed share of the segment.
        elapsed_s: Elapsed seconds; with `progress` they tell how long the segment is.
        first: The segment belongs to the first repetition of its side.
        last: It belongs to the last one.
        moving: The repetition is one movement there and back in place of a hold.
        reduced: The person wants no motion: key poses only.
    """
    progress = min(1.0, max(0.0, progress))
    breath = 0.0 if reduced else _calm(progress, elapsed_s) * math.sin(math.tau * elapsed_s / BREATH_S)
    out = RELEASE if figure.release else START
    match kind:
        case SegmentKind.SET_UP | SegmentKind.REST:
            return Frame(START if kind is SegmentKind.SET_UP else out, END, 0.0, breath=breath)
        case SegmentKind.SWITCH_SIDES:
            return Frame(START, END, 0.0, turn=1.0 if reduced else _turn(progress, elapsed_s))
        case SegmentKind.MOVE_IN:
            return _on_the_way(START if first else out, 1.0 if reduced else ease(progress))
        case SegmentKind.MOVE_OUT:
            return _on_the_way(START if last else out, 0.0 if reduced else 1.0 - ease(progress))
        case SegmentKind.HOLD if moving:
            return _on_the_way(START, _there_and_back(progress, reduced=reduced), breath)
        case SegmentKind.HOLD if figure.cycle_s:
            return _on_the_way(START, _there_and_back(elapsed_s % figure.cycle_s / figure.cycle_s, reduced=reduced))
        case SegmentKind.HOLD:
            return _hold(out, 0.0 if reduced else _calm(progress, elapsed_s), elapsed_s, breath)


def _on_the_way(a: str, e: float, breath: float = 0.0) -> Frame:
    return Frame(a, END, e, _glow(e), breath)


def _glow(e: float) -> float:
    return smoothstep(0.35, 1.0, e)


def _there_and_back(progress: float, *, reduced: bool) -> float:
    x = 1.0 - abs(1.0 - 2.0 * progress)
    return float(x >= 0.5) if reduced else ease(x)  # noqa: PLR2004 - the middle half shows the end


def _hold(a: str, calm: float, elapsed_s: float, breath: float) -> Frame:
    """Held: gives way a little breathing in, deepens breathing out; full at its beginning and end."""
    swing = calm * (1.0 - math.cos(math.tau * elapsed_s / BREATH_S)) / 2.0
    pulse = calm * (1.0 - math.cos(math.tau * elapsed_s / PULSE_S)) / 2.0
    return Frame(a, END, 1.0 - YIELD * swing, 1.0 - GLOW_DIP * pulse, breath)


def _calm(progress: float, elapsed_s: float) -> float:
    """How freely the figure breathes: fading to 0 over the last seconds of its segment."""
    if progress <= 0.0:
        return 1.0
    remaining_s = elapsed_s * (1.0 - progress) / progress
    return smoothstep(0.0, SETTLE_S, remaining_s)


def _turn(progress: float, elapsed_s: float) -> float:
    if progress <= 0.0 or elapsed_s <= 0.0:
        return BEGUN
    turn_s = min(TURN_S, TURN_MOST * elapsed_s / progress)
    return max(BEGUN, ease(elapsed_s / turn_s))
