"""How fast the rules are: a long routine made into a plan, and ten hours of session looked at 1,000 times a second.

Exits with 1 when a target is missed.
"""

from __future__ import annotations

import sys
from time import perf_counter

from stretch_timer.core.compiling import compile_plan
from stretch_timer.core.routine import Item, Routine
from stretch_timer.core.session import Session
from stretch_timer.core.stretch import Dose, Laterality, Position, RepRange, Script, Stretch

STRETCHES = 500
COMPILE_TARGET_S = 0.05
BEST_OF = 5

HOURS = 10
TICKS_A_SECOND = 1000
TICK_TARGET_S = 20.0


def stretch(name: str, sides: Laterality, dose: Dose, say: Script) -> Stretch:
    """A stretch with as much as a plan needs of it."""
    return Stretch(name.lower().replace(" ", "-"), name, Position.SUPINE, sides, dose, say)


SAMPLES = (
    stretch(
        "Standing hamstring stretch",
        Laterality.TOGETHER,
        Dose(15, RepRange(4, 4), move_in_s=4, move_out_s=3, set_up_s=8),
        Script(
            set_up=("Feet hip-width apart, knees soft.",),
            move_in="Fold slowly forward from your hips.",
            hold=("Reach only as far as is comfortable.", "Let your arms hang heavy."),
            move_out="Lift your chest halfway.",
            finish="Bend your knees and rise slowly.",
        ),
    ),
    stretch(
        "Chair hamstring stretch",
        Laterality.EACH,
        Dose(15, RepRange(4, 4), move_in_s=3, move_out_s=2, rest_s=3, set_up_s=20, switch_s=12),
        Script(
            set_up=("Rest your {side} heel on the second chair.", "Keep your {other} foot flat on the floor."),
            move_in="Lead with your chest.",
            hold=("Relax your shoulders.",),
            finish="Sit back up.",
            switch=("Put your {side} heel up.",),
        ),
    ),
    stretch(
        "Band hamstring stretch",
        Laterality.EACH,
        Dose(30, RepRange(2, 2), move_in_s=5, move_out_s=3, rest_s=10, set_up_s=25, switch_s=12),
        Script(set_up=("Loop the band round your {side} foot.",), move_in="Straighten your knee toward the ceiling."),
    ),
    stretch(
        "Wall hamstring stretch",
        Laterality.TOGETHER,
        Dose(40, RepRange(6, 8), move_in_s=3, move_out_s=2, rest_s=10, set_up_s=30),
        Script(
            set_up=("Sit sideways to the wall and swing your legs up.", "Bring your hips close."),
            move_in="Straighten your knees.",
            hold=("Keep your tailbone heavy on the mat.",),
            move_out="Soften your knees.",
            finish="Bend your knees and roll to one side.",
        ),
    ),
)


def routine(stretches: int) -> Routine:
    """The samples in turn."""
    items = (SAMPLES[i % len(SAMPLES)] for i in range(stretches))
    return Routine("long", "Long", tuple(Item(one, one.dose) for one in items))


def compile_seconds() -> float:
    """The fastest of some runs: the others measure what else the computer does."""
    long = routine(STRETCHES)
    runs = []
    for _ in range(BEST_OF):
        began = perf_counter()
        compile_plan(long)
        runs.append(perf_counter() - began)
    return min(runs)


def tick_seconds() -> float:
    """Ten hours of a session that lasts longer, every millisecond looked at once."""
    session = Session(compile_plan(routine(200)))
    ticks = HOURS * 3600 * TICKS_A_SECOND
    if session.plan.total_s * TICKS_A_SECOND <= ticks:
        raise ValueError("the session is over before the ten hours are")
    tick = session.tick
    happened = len(session.start(0.0))
    began = perf_counter()
    for i in range(ticks):
        happened += len(tick(i / TICKS_A_SECOND))
    took_s = perf_counter() - began
    print(f"    {happened} events in {ticks} ticks")
    return took_s


def report(what: str, took_s: float, target_s: float) -> bool:
    """Print one line; whether the target is met."""
    met = took_s < target_s
    ratio = took_s / target_s
    print(f"{what}: {took_s:.4g} s, target {target_s:g} s, ratio {ratio:.2f}{'' if met else ' MISSED'}")
    return met


def main() -> int:
    """Both measurements."""
    met = [
        report(f"plan of {STRETCHES} stretches", compile_seconds(), COMPILE_TARGET_S),
        report(f"{HOURS} h of session at {TICKS_A_SECOND} ticks a second", tick_seconds(), TICK_TARGET_S),
    ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
