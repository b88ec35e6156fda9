"""The page about writing stretches says what illustrations can hold, and its examples are right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from stretch_timer import resources
from stretch_timer.figure import pose_checks
from stretch_timer.figure.drafts import DEPTHS, FIGURE_KEYS, POSE_KEYS
from stretch_timer.figure.limb_reading import (
    ARM_JOINTS,
    FLAT,
    HAND_KEYS,
    LEG_JOINTS,
    LEG_KEYS,
    PINS,
    PITCH,
    ROOT_KEYS,
    SHAPES,
)
from stretch_timer.figure.pose import Camera, Place, Prop, SpinePose
from stretch_timer.figure.pose_reading import SCALED, read_figure
from stretch_timer.figure.prop_reading import (
    BEND,
    CAMERA_KEYS,
    CUE_KEYS,
    HANDS,
    LEG_ZONES,
    LIFT,
    PROP_KEYS,
    SIZE,
    SPINE_POINT_KEYS,
    STYLES,
    TRUNK,
    TRUNK_ZONES,
    WIDE,
    ZOOM,
)
from stretch_timer.figure.proportions import JOINTS, LEAN, LEVELS, REACHABLE, SCALE, SEAT, TURN
from stretch_timer.figure.target_reading import GRAMMAR

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGE = (resources.routines().parent / "docs" / "routine-format.md").read_text(encoding="utf-8")
CHAPTER = PAGE.partition("\n## The illustration\n")[2].partition("\n## ")[0]
EXAMPLES = [
    yaml.safe_load(text) for text in re.findall(r"^```yaml\n(figure:.*?)^```", CHAPTER, re.MULTILINE | re.DOTALL)
]
ARROWS = [yaml.safe_load(text) for text in re.findall(r"`(\{from: .*\})`", CHAPTER)]
POSE_PARTS = [yaml.safe_load(text) for text in re.findall(r"`(\{(?:pin|hip|thigh|to): .*?\})`", CHAPTER)]


def row(name: str) -> str:
    """The line of a table that is about *name*."""
    lines = [line for line in CHAPTER.splitlines() if line.startswith(f"| `{name}` |")]
    assert lines, f"no table is about {name}"
    return "\n".join(lines)


def missing(words: Iterable[str]) -> list[str]:
    return [word for word in words if f"`{word}`" not in CHAPTER]


def test_there_are_examples_of_a_figure_and_of_a_variant() -> None:
    assert EXAMPLES
    assert any("variants" in example for example in EXAMPLES)
    assert ARROWS
    assert len(POSE_PARTS) >= 4


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_is_right(number: int) -> None:
    example = EXAMPLES[number]

    assert read_figure(example["figure"]).end.text
    for variant in example.get("variants", {}).values():
        assert read_figure(variant["figure"], example["figure"]).end.text


def test_what_the_text_shows_can_be_written() -> None:
    for cue in ARROWS:
        assert read_figure({"start": {}, "end": {}, "cues": [cue]}).cues
    for part in POSE_PARTS:
        key = "root" if "pin" in part else "hands" if "to" in part else "legs"
        read_figure({"start": {key: part}, "end": {}}, checked=False)


@pytest.mark.parametrize(
    "keys",
    [
        FIGURE_KEYS,
        POSE_KEYS,
        SCALED,
        ROOT_KEYS,
        PINS,
        SpinePose._fields,
        LEG_JOINTS,
        LEG_KEYS,
        ARM_JOINTS,
        HAND_KEYS,
        SHAPES,
        (FLAT, f"{PITCH} 20"),
        LEVELS,
        [place for place in GRAMMAR if place is not Place.POINT],
        [f".{depth}" for depth in DEPTHS],
        LEG_ZONES,
        TRUNK_ZONES,
        PROP_KEYS,
        HANDS,
        STYLES,
        CUE_KEYS,
        SPINE_POINT_KEYS,
        CAMERA_KEYS,
    ],
    ids=lambda keys: next(iter(keys)),
)
def test_every_word_is_explained(keys: Iterable[str]) -> None:
    assert missing(keys) == []


def test_every_joint_is_told_with_its_range() -> None:
    assert [name for name, allowed in {"lean": LEAN, **JOINTS}.items() if f"| {allowed} |" not in row(name)] == []


def test_targets_are_told_with_their_details_and_ranges() -> None:
    for place, grammar in GRAMMAR.items():
        told = row(place)
        assert [detail for detail in grammar.details if detail and f"`.{detail}`" not in told] == []
        if grammar.along:
            allowed, default = grammar.along
            assert f"`@{default:g}`" in told
            assert str(allowed) in told


def test_props_are_told_with_their_keys_and_what_is_meant_without() -> None:
    for kind, keys in PROP_KEYS.items():
        told = row(kind)
        assert [key for key in keys if f"`{key}`" not in told] == []
        assert ("`x` needed" in told) is ("x" in keys)
        assert ("[left, right]" in told) is (kind in WIDE)
    prop = Prop("any")
    assert f"({prop.w:g} if nothing is said) and height ({prop.h:g}), {SIZE}" in row("pillow")
    assert f"{prop.t:g} if nothing is said" in row("loop")


def test_other_numbers_are_those_of_the_program() -> None:
    assert f"Both go from {REACHABLE}." in CHAPTER
    assert f"It goes from {TURN}." in CHAPTER
    assert f"`seat` ({SEAT:g}" in CHAPTER
    assert str(SCALE) in row("scale")
    assert str(BEND) in row("bend")
    assert str(TRUNK) in CHAPTER
    assert str(ZOOM) in row("zoom")
    assert str(LIFT) in row("lift")
    assert set(CAMERA_KEYS) == set(Camera.__dataclass_fields__)


def test_what_is_tried_out_is_told_with_its_limits() -> None:
    chapter = " ".join(CHAPTER.split())

    assert f"in {pose_checks.STEPS} pictures on each way" in chapter
    assert f"foot is missed by more than {pose_checks.MISSES_FOOT:g}" in chapter
    assert f"put on by more than {pose_checks.MISSES_HAND:g}" in chapter
    assert f"is more than {pose_checks.SINKS:g} below the floor" in chapter
    assert f"finger tips more than {pose_checks.FINGERS_SINK:g}" in chapter
