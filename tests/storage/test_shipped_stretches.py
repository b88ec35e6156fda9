"""All the stretches that ship: their doses, who leaves them out, and that everything they say has room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.compiling import Wishes, compile_plan
from stretch_timer.core.cues import CueKind
from stretch_timer.core.plan import SegmentKind
from stretch_timer.core.routine import Item, Routine
from stretch_timer.core.speech import sentence, sided
from stretch_timer.core.stretch import Dose, Laterality, Position, RepRange
from stretch_timer.storage.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stretch_timer.core.plan import Plan, Segment
    from stretch_timer.core.stretch import Stretch

LISTING = Library.here().stretches()
STRETCHES = LISTING.found
FORMS = [
    pytest.param(form, id=f"{stretch.id}-{name}")
    for stretch in STRETCHES.values()
    for name, form in {"itself": stretch, **stretch.variants}.items()
]

# position, sides, repetitions, hold (or move), way in, way out, rest, switch, set-up, all in seconds
DOSES = """
standing-hamstring         standing  together   4    15       4  3   0   0   8
chair-hamstring            seated    each       4    15       3  2   3  12  20
band-hamstring             supine    each       2    30       5  3  10  12  25
wall-hamstring             supine    together   6-8  40       3  2  10   0  30
single-knee-to-chest       supine    each       3    10       3  3   2   5  20
double-knees-to-chest      supine    together   3    10       4  4   3   0  10
knee-to-opposite-shoulder  supine    each       2    20       3  3   4   6  10
pelvic-tilt                supine    together   8     3       2  2   0   0  20
cat-cow                    kneeling  together   8     6-move  0  0   0   0  12
childs-pose                kneeling  together   3    15       4  4   0   0  10
glute-bridge               supine    together   8     3       2  2   1   0  15
bird-dog                   kneeling  each       5     5       2  2   1   5  12
banded-squat               standing  together   8     4-move  0  0   0   0  20
hamstring-curl             standing  each       8     2       1  2   0   8  12
hip-hinge                  standing  together   8     5-move  0  0   0   0  10
half-kneeling-hip-flexor   kneeling  each       2    30       3  2   5  12  15
standing-quad              standing  each       1    30       4  3   0   8  10
seated-figure-four         seated    each       1    30       4  3   0   6   8
supine-trunk-rotation      supine    alternate  4     5       2  2   0   0   8
seated-hamstring-reach     seated    each       1    30       3  2   0   6   8
seated-cat-cow             seated    together   5     6-move  0  0   0   0   5
standing-calf              standing  each       1    30       3  2   0   6   8
standing-back-extension    standing  together   5     3       1  2   0   0   5
dead-bug                   supine    alternate  5     4-move  0  0   0   0  10
superman                   prone     together   5     2       1  2   2   0  15
rest-90-90                 supine    together   1    60       0  5   0   0  20
march-on-spot              standing  together   1    60       0  0   0   0   3
"""

# What a variant changes of its stretch's dose; the others change nothing.
VARIANT_DOSES = {
    ("standing-hamstring", "hands-on-chair"): {"set_up_s": 12},  # a chair has to be found first
    ("wall-hamstring", "one-leg"): {"repeat": RepRange(3, 4), "switch_s": 20},
    ("glute-bridge", "half-height"): {"hold_s": 2},
    ("superman", "opposite-arm-and-leg"): {"repeat": RepRange(3, 3)},
    ("march-on-spot", "seated"): {"set_up_s": 8},
}

# X leaves the stretch out, C asks for care
ANSWERS = (
    *("disc-injury", "sciatica", "back-surgery", "pregnancy", "osteoporosis", "hip-surgery", "hamstring-injury"),
    *("stenosis-or-listhesis", "eye-or-blood-pressure", "knee", "wrist", "shoulder", "balance", "latex"),
)
WHO = """
standing-hamstring         X X X C X X X C X . . . C .
chair-hamstring            X X X C C X X . . . . . . .
band-hamstring             X X X X . X X . . . . . . C
wall-hamstring             X X X X . X X . C . . . . .
single-knee-to-chest       C C X X X X . . . C . . . .
double-knees-to-chest      C C X X X X . . . C . . . .
knee-to-opposite-shoulder  C C X X X X . . . C . . . .
pelvic-tilt                . . C C . . . . . . . . . .
cat-cow                    C C X C C . . C . C C . . .
childs-pose                C C X C X X . . C C . . . .
glute-bridge               . . C X . . C . C . . . . .
bird-dog                   . . C C . . . . . C C C . .
banded-squat               C C X C C X C . . C . . C C
hamstring-curl             . . C . . . X . . . . . C .
hip-hinge                  C C X C C X C C C . . . C .
half-kneeling-hip-flexor   . . C C . C . C . C . . C .
standing-quad              . . C C . C . . . C . C C .
seated-figure-four         C C X . C X . . . C . . . .
supine-trunk-rotation      C C X X C X . . . . . . . .
seated-hamstring-reach     X X X . C X X . . . . . . .
seated-cat-cow             C C X . C . . C . . . . . .
standing-calf              . C . . . . . . . . . . C .
standing-back-extension    . C X C C . . X . . . . C .
dead-bug                   . . C X . C . . . . . . . .
superman                   X X X X C . . X . . . C . .
rest-90-90                 . . . X . C . . . . . . . .
march-on-spot              . . . . . . . . . . . . C .
"""

# A variant keeps what its stretch asks to avoid; of the care it may need less or other care.
VARIANT_CARE = {
    ("band-hamstring", "towel"): {"latex"},
    ("banded-squat", "no-band"): {"latex"},
    ("banded-squat", "chair"): {"latex"},
    ("half-kneeling-hip-flexor", "standing"): {"knee"},
    ("march-on-spot", "seated"): {"balance"},
    ("pelvic-tilt", "hands-and-knees"): {"knee", "wrist"},
}

# Minutes and seconds on the clock, both sides, set-up and all.
TIMES = {
    "standing-hamstring": "1:36",
    "chair-hamstring": "3:30",
    "band-hamstring": "3:29",
    "wall-hamstring": "5:50",
    "pelvic-tilt": "1:16",
    "cat-cow": "1:00",
    "glute-bridge": "1:18",
    "standing-quad": "1:32",
    "supine-trunk-rotation": "1:20",
    "seated-cat-cow": "0:35",
    "standing-calf": "1:24",
    "standing-back-extension": "0:35",
    "rest-90-90": "1:25",
    "march-on-spot": "1:03",
}


def rows(table: str) -> dict[str, list[str]]:
    return {name: cells for name, *cells in map(str.split, table.strip().splitlines())}


def dose_in(cells: list[str]) -> Dose:
    """The dose in a row of the table above, without the position and the sides."""
    (fewest, _, most), (hold, _, move) = cells[0].partition("-"), cells[1].partition("-")
    move_in, move_out, rest, switch, set_up = map(float, cells[2:])
    return Dose(
        float(hold),
        RepRange(int(fewest), int(most or fewest)),
        moving=bool(move),
        move_in_s=move_in,
        move_out_s=move_out,
        rest_s=rest,
        switch_s=switch,
        set_up_s=set_up,
    )


def planned(form: Stretch, times: int = 1) -> Plan:
    """*form* by itself, so often, with all the repetitions there may be."""
    items = (Item(form, form.dose),) * times
    return compile_plan(Routine("alone", "Alone", items), Wishes(targets={form.id: form.dose.repeat.most}))


def of_kind(plan: Plan, *kinds: SegmentKind) -> list[Segment]:
    return [segment for segment in plan.segments if segment.kind in kinds]


def voices(segments: Iterable[Segment]) -> list[str]:
    return [sentence(cue.text) for segment in segments for cue in segment.cues if cue.kind is CueKind.VOICE]


def in_words(lines: Iterable[str], segments: Iterable[Segment]) -> set[str]:
    """*lines* as they are said in *segments*, once for every side there is."""
    sides = {segment.side for segment in segments}
    return {sentence(sided(line, side)) for line in lines for side in sides if line}


def test_all_of_them_are_there_and_can_be_read() -> None:
    assert LISTING.problems == ()
    assert set(STRETCHES) == set(rows(DOSES)) == set(rows(WHO))


@pytest.mark.parametrize("name", rows(DOSES))
def test_the_doses_of_all(name: str) -> None:
    position, sides, *cells = rows(DOSES)[name]
    stretch = STRETCHES[name]

    assert (stretch.position, stretch.sides) == (Position(position), Laterality(sides))
    assert stretch.dose == dose_in(cells)
    for variant, form in stretch.variants.items():
        assert form.dose == replace(stretch.dose, **VARIANT_DOSES.get((name, variant), {}))


@pytest.mark.parametrize("name", rows(WHO))
def test_who_leaves_out_what(name: str) -> None:
    marks = dict(zip(ANSWERS, rows(WHO)[name], strict=True))
    avoid, care = ({answer for answer, mark in marks.items() if mark == letter} for letter in "XC")
    stretch = STRETCHES[name]

    assert (set(stretch.avoid), set(stretch.care)) == (avoid, care)
    for variant, form in stretch.variants.items():
        assert set(form.avoid) == avoid
        assert set(form.care) == care ^ VARIANT_CARE.get((name, variant), set())


@pytest.mark.parametrize(("name", "time"), TIMES.items())
def test_the_time_of_each(name: str, time: str) -> None:
    routine = Routine("alone", "Alone", (Item(STRETCHES[name], STRETCHES[name].dose),))
    seconds = sum(segment.seconds for segment in compile_plan(routine).segments)

    assert f"{seconds // 60:.0f}:{seconds % 60:02.0f}" == time


@pytest.mark.parametrize("form", FORMS)
def test_every_line_is_short_and_speaks_of_no_pain(form: Stretch) -> None:
    say = form.say
    lines = [*say.set_up, say.move_in, *say.hold, say.move_out, say.finish, *say.switch]

    assert [line for line in lines if len(line.split()) > 13 or "pain" in line.lower()] == []


@pytest.mark.parametrize("form", FORMS)
def test_set_up_and_switch_take_the_time_the_file_gives(form: Stretch) -> None:
    plan = planned(form)
    expected = {SegmentKind.SET_UP: form.dose.set_up_s, SegmentKind.SWITCH_SIDES: form.dose.switch_s}

    assert [(s.kind, s.seconds) for s in of_kind(plan, *expected) if s.seconds != expected[s.kind]] == []


@pytest.mark.parametrize("form", FORMS)
def test_everything_to_get_ready_is_heard(form: Stretch) -> None:
    plan = planned(form)
    for kind, lines in ((SegmentKind.SET_UP, form.say.set_up), (SegmentKind.SWITCH_SIDES, form.say.switch)):
        segments = of_kind(plan, kind)
        assert in_words(lines, segments) - set(voices(segments)) == set()


@pytest.mark.parametrize("form", FORMS)
def test_everything_to_do_is_heard(form: Stretch) -> None:
    # Twice, since the words on safety take their turn in the first hold and the farewell in the last.
    plan, reps, say = planned(form, times=2), form.dose.repeat.most, form.say
    for kind, lines in (
        (SegmentKind.MOVE_IN, [say.move_in]),
        (SegmentKind.HOLD, say.hold[:reps]),
        (SegmentKind.MOVE_OUT, [say.move_out] * (reps > 1) + [say.finish]),
    ):
        segments = of_kind(plan, kind)
        assert in_words(lines, segments) - set(voices(segments)) == set()
