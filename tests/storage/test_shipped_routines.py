"""The article's steps, numbers and tips are in the files that ship."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from stretch_timer import resources
from stretch_timer.core.compiling import Wishes, compile_plan
from stretch_timer.core.plan import SegmentKind
from stretch_timer.core.routine import Item, Level, Routine
from stretch_timer.core.stretch import Condition, Dose, Laterality, Position, RepRange
from stretch_timer.storage.library import Library

if TYPE_CHECKING:
    from stretch_timer.core.stretch import Stretch


STRETCHES = Library.here().stretches().found
ROUTINES = Library.here().routines().found
FORMS = [
    pytest.param(form, id=f"{stretch.id}-{name}")
    for stretch in STRETCHES.values()
    for name, form in {"itself": stretch, **stretch.variants}.items()
]
FOUR = ("standing-hamstring", "chair-hamstring", "band-hamstring", "wall-hamstring")


def said(stretch: Stretch) -> list[str]:
    say = stretch.say
    return [text for text in (*say.set_up, say.move_in, *say.hold, say.move_out, say.finish, *say.switch) if text]


def words_of(stretch: Stretch) -> str:
    return " ".join([*said(stretch), stretch.start, stretch.feel, *stretch.tips, stretch.easier])


def test_the_routine_has_the_articles_four_in_its_order() -> None:
    routine = ROUTINES["hamstring-lower-back"]

    assert tuple(item.stretch.id for item in routine.items) == FOUR
    assert (routine.level, routine.shipped) == (Level.INTERMEDIATE, True)
    assert [item.dose for item in routine.items] == [STRETCHES[name].dose for name in FOUR]


def test_the_routine_takes_14_minutes_25() -> None:
    plan = compile_plan(ROUTINES["hamstring-lower-back"])

    assert sum(segment.seconds for segment in plan.segments) == 865
    assert sum(segment.seconds for segment in plan.segments if segment.kind is SegmentKind.HOLD) == 540


@pytest.mark.parametrize(
    ("name", "dose", "sides", "position"),
    [
        (
            "standing-hamstring",
            Dose(15, RepRange(4, 4), move_in_s=4, move_out_s=3, rest_s=0, set_up_s=8),
            Laterality.TOGETHER,
            Position.STANDING,
        ),
        (
            "chair-hamstring",
            Dose(15, RepRange(4, 4), move_in_s=3, move_out_s=2, rest_s=3, switch_s=12, set_up_s=20),
            Laterality.EACH,
            Position.SEATED,
        ),
        (
            "band-hamstring",
            Dose(30, RepRange(2, 2), move_in_s=5, move_out_s=3, rest_s=10, switch_s=12, set_up_s=25),
            Laterality.EACH,
            Position.SUPINE,
        ),
        (
            "wall-hamstring",
            Dose(40, RepRange(6, 8), move_in_s=3, move_out_s=2, rest_s=10, set_up_s=30),
            Laterality.TOGETHER,
            Position.SUPINE,
        ),
    ],
)
def test_the_doses(name: str, dose: Dose, sides: Laterality, position: Position) -> None:
    stretch = STRETCHES[name]

    assert (stretch.dose, stretch.sides, stretch.position) == (dose, sides, position)


def test_the_doorway_form_of_the_wall_stretch() -> None:
    one_leg = STRETCHES["wall-hamstring"].variants["one-leg"]

    assert one_leg.sides is Laterality.EACH
    assert (one_leg.dose.repeat, one_leg.dose.hold_s, one_leg.dose.switch_s) == (RepRange(3, 4), 40, 20)
    assert "doorway" in words_of(one_leg)
    assert "{other} leg lies flat" in words_of(one_leg)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        (
            "standing-hamstring",
            [
                "U turned upside",
                "from your hips",
                "arms hang",
                "legs straight",
                "toes",
                "Lift your chest",
                "not the goal",
                "another day",
            ],
        ),
        (
            "chair-hamstring",
            ["same height", "{side} leg straight", "second", "{other} foot flat", "toes", "Put your {side} leg"],
        ),
        (
            "band-hamstring",
            [
                "on a mat",
                "behind your {side} foot",
                "Raise",
                "straight",
                "towel",
                "Bend the other",
                "middle of the back of the thigh",
            ],
        ),
        (
            "wall-hamstring",
            ["bottom at the wall", "back flat", "Push your knees", "pillow", "mat", "away from the wall"],
        ),
    ],
)
def test_the_articles_steps_and_tips(name: str, facts: list[str]) -> None:
    assert [fact for fact in facts if fact not in words_of(STRETCHES[name])] == []


def test_the_band_stretch_has_the_articles_three_tips_as_variants() -> None:
    variants = STRETCHES["band-hamstring"].variants

    assert set(variants) == {"towel", "bent-other-leg", "hand-on-thigh"}
    assert "towel" in variants["towel"].equipment
    assert "Bend your {other} knee, foot flat." in words_of(variants["bent-other-leg"])
    assert "front of that thigh, above the knee" in words_of(variants["hand-on-thigh"])


X = {"disc-injury", "sciatica", "back-surgery", "hip-surgery", "hamstring-injury"}


@pytest.mark.parametrize(
    ("name", "avoid", "care"),
    [
        (
            "standing-hamstring",
            X | {"osteoporosis", "eye-or-blood-pressure"},
            {"pregnancy", "stenosis-or-listhesis", "balance"},
        ),
        ("chair-hamstring", X, {"pregnancy", "osteoporosis"}),
        ("band-hamstring", X | {"pregnancy"}, {"latex"}),
        ("wall-hamstring", X | {"pregnancy"}, {"eye-or-blood-pressure"}),
    ],
)
def test_who_should_leave_them_out(name: str, avoid: set[str], care: set[str]) -> None:
    stretch = STRETCHES[name]

    assert (set(stretch.avoid), set(stretch.care)) == (avoid, care)
    assert all(set(variant.avoid) == avoid for variant in stretch.variants.values())


def test_a_towel_is_not_made_of_latex() -> None:
    assert Condition.LATEX not in STRETCHES["band-hamstring"].variants["towel"].care


@pytest.mark.parametrize("form", FORMS)
def test_a_spoken_line_is_at_most_13_words(form: Stretch) -> None:
    assert [line for line in said(form) if len(line.split()) > 13] == []


@pytest.mark.parametrize("form", FORMS)
def test_what_is_said_fits_its_time(form: Stretch) -> None:
    item = Item(form, form.dose)
    plan = compile_plan(Routine(id="one", name="One", items=(item, item)), Wishes())
    lengths = {segment.kind: segment.seconds for segment in plan.segments}

    assert lengths[SegmentKind.SET_UP] == form.dose.set_up_s
    assert lengths.get(SegmentKind.SWITCH_SIDES, form.dose.switch_s) == form.dose.switch_s


@pytest.mark.parametrize("form", FORMS)
def test_a_side_is_named_only_where_there_is_one(form: Stretch) -> None:
    named = [line for line in (*said(form), form.start) if re.search(r"\{(side|other)\}", line)]

    assert named == [] or form.sides is not Laterality.TOGETHER


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_promised(form: Stretch) -> None:
    wrong = re.compile(r"\b(cure|heal|eliminat\w*|as far as possible|at the waist|solve\w*)\b", re.IGNORECASE)

    assert wrong.search(" ".join([words_of(form), form.harder, form.note, *form.mistakes])) is None


@pytest.mark.parametrize("form", FORMS)
def test_an_answer_that_calls_for_care_finds_a_note(form: Stretch) -> None:
    assert form.note or not form.care
    assert set(form.avoid) & set(form.care) == set()


def test_every_source_is_listed_and_used() -> None:
    text = (resources.routines() / "sources.yaml").read_text(encoding="utf-8")
    listed = set(yaml.safe_load(text)["sources"])

    assert {source for stretch in STRETCHES.values() for source in stretch.sources} == listed
