from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from msgspec import inspect

from stretch_timer.core.routine import First, Item, Level, Routine
from stretch_timer.core.stretch import (
    Condition,
    Dose,
    Laterality,
    Muscles,
    Position,
    RepRange,
    Script,
    Side,
    Stretch,
)
from stretch_timer.storage.read_values import scalar
from stretch_timer.storage.routine_files import routine_from
from stretch_timer.storage.stretch_files import stretch_from
from stretch_timer.storage.yaml_tree import read_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from stretch_timer.storage.yaml_tree import Document

    WriteDocument = Callable[..., Document]
    ReadRoutine = Callable[[str], Routine]


SHORTEST = """\
schema: 1
name: Calf stretch
position: standing
sides: each
dose: {repeat: 2, hold: 30 s}
"""
CALF = Stretch(
    id="calf",
    name="Calf stretch",
    position=Position.STANDING,
    sides=Laterality.EACH,
    dose=Dose(hold_s=30, repeat=RepRange(2, 2)),
)


@pytest.fixture
def document(tmp_path: Path) -> WriteDocument:
    def write(text: str, name: str = "calf.yaml") -> Document:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_document(path)

    return write


@pytest.fixture
def routine(document: WriteDocument) -> ReadRoutine:
    stretches = {"calf": replace(CALF, variants={"bent": replace(CALF, name="Bent")})}

    def read(text: str) -> Routine:
        return routine_from(document(text, "mine.yaml"), stretches.__getitem__)

    return read


def test_the_shortest_stretch(document: WriteDocument) -> None:
    assert stretch_from(document(SHORTEST)) == CALF


def test_a_stretch_with_everything(document: WriteDocument) -> None:
    text = """\
schema: 1
name: Calf stretch
also: [Heel press]
position: standing
sides: each
muscles: {primary: [calves], secondary: [feet]}
equipment: [wall]
helpful: [shoes]
dose: {repeat: 6-8, move: 0:06, move-in: 1, move-out: 2 s, rest: 3 s, set-up: 1 min, switch: 1:30}
say:
  set-up: Stand up.
  move-in: Lean in.
  hold: [Press., 'Press your {side} heel, not the {other}.']
  move-out: Come back.
  finish: Step in.
  switch: [Step back.]
start: Stand.
feel: >
  The calf
  behind.
breathing: Slow.
mistakes: [Turning.]
tips: [Straight.]
easier: Short.
harder: Long.
avoid: [knee]
care: [balance, latex]
note: Hold on.
figure: {a: [1, 2.5, 1:30, yes, ~, on a, 2026-01-31], on: {b: {}}}
picture: calf.jpg
sources: [a book]
"""
    assert stretch_from(document(text)) == replace(
        CALF,
        also=("Heel press",),
        muscles=Muscles(("calves",), ("feet",)),
        equipment=("wall",),
        helpful=("shoes",),
        dose=Dose(6, RepRange(6, 8), moving=True, move_in_s=1, move_out_s=2, rest_s=3, set_up_s=60, switch_s=90),
        say=Script(
            set_up=("Stand up.",),
            move_in="Lean in.",
            hold=("Press.", "Press your {side} heel, not the {other}."),
            move_out="Come back.",
            finish="Step in.",
            switch=("Step back.",),
        ),
        start="Stand.",
        feel="The calf behind.",
        breathing="Slow.",
        mistakes=("Turning.",),
        tips=("Straight.",),
        easier="Short.",
        harder="Long.",
        avoid=(Condition.KNEE,),
        care=(Condition.BALANCE, Condition.LATEX),
        note="Hold on.",
        figure={"a": [1, 2.5, 90, True, None, "on a", "2026-01-31"], "on": {"b": {}}},
        picture="calf.jpg",
        sources=("a book",),
    )


def test_a_variant_is_the_stretch_with_what_differs(document: WriteDocument) -> None:
    text = (
        SHORTEST
        + """\
say: {set-up: [Stand., Lean.], finish: Step in.}
care: [balance]
muscles: {primary: [calves], secondary: [feet]}
variants:
  quick:
    dose: {repeat: 3-4, move: 5}
    say: {set-up: Stand near.}
    muscles: {secondary: []}
    care: []
  same: {}
"""
    )
    stretch = stretch_from(document(text))
    quick, same = stretch.variants["quick"], stretch.variants["same"]

    assert quick.dose == Dose(hold_s=5, repeat=RepRange(3, 4), moving=True)
    assert quick.say == Script(set_up=("Stand near.",), finish="Step in.")
    assert quick.muscles == Muscles(("calves",), ())
    assert (quick.care, quick.variants) == ((), {})
    assert same == replace(stretch, variants={})


def test_aliases_and_merge_keys_work(document: WriteDocument) -> None:
    text = """\
schema: 1
name: Calf stretch
position: standing
sides: each
dose: &dose {repeat: 2, hold: 30 s}
variants:
  long: &long {dose: {<<: *dose, hold: 60}, feel: calf}
  both: {<<: [{tips: [a]}, *long], feel: heel}
"""
    stretch = stretch_from(document(text))

    assert stretch.variants["long"].dose.hold_s == 60
    assert stretch.variants["both"].feel == "heel"
    assert stretch.variants["both"].tips == ("a",)


def test_a_routine(routine: ReadRoutine) -> None:
    text = """\
schema: 1
name: Mine
purpose: To try it.
level: gentle
stretches:
  - stretch: calf
  - {stretch: calf, variant: bent, repeat: 3, hold: 20 s, rest: 5, sides: left, first: stiffer}
  - {stretch: calf, move: 4}
"""
    bent = replace(CALF, name="Bent")
    calf = routine(text).items[0].stretch
    assert routine(text) == Routine(
        id="mine",
        name="Mine",
        items=(
            Item(calf, CALF.dose),
            Item(bent, Dose(20, RepRange(3, 3), rest_s=5), "bent", Side.LEFT, First.STIFFER),
            Item(calf, Dose(4, RepRange(2, 2), moving=True)),
        ),
        purpose="To try it.",
        level=Level.GENTLE,
    )


def test_what_a_routine_does_not_say(routine: ReadRoutine) -> None:
    mine = routine("schema: 1\nname: Mine\nstretches: [{stretch: calf}]\n")

    assert (mine.purpose, mine.level, mine.shipped) == ("", Level.BEGINNER, False)
    assert (mine.items[0].sides, mine.items[0].first, mine.items[0].variant) == (Side.BOTH, First.RIGHT, "")


def test_a_shape_of_a_type_the_reader_does_not_know_is_our_mistake(document: WriteDocument) -> None:
    with pytest.raises(TypeError):
        scalar(document("a: 1").root, "a", inspect.BytesType())
