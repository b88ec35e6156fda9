"""Both file formats, key by key: what the reader accepts and what the JSON Schemas say comes from here.

A key is written in kebab-case in a file. A key that is UNSET was not in the file.
"""
# Without `from __future__ import annotations`: msgspec reads the annotations while the program runs.

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from msgspec import UNSET, Meta, Struct, UnsetType

from stretch_timer.core.routine import First, Level
from stretch_timer.core.stretch import Condition, Laterality, Position, Side
from stretch_timer.storage.file_values import (
    Id,
    Name,
    Repetitions,
    Sentence,
    Sentences,
    Text,
    Texts,
    Version,
    pause,
    work,
)


class Shape(Struct, rename="kebab", forbid_unknown_fields=True):
    """The keys of one mapping in a file.

    Attributes:
        either: Keys that exclude each other.
        needs_either: Whether one of them must be there.
    """

    either: ClassVar[tuple[str, ...]] = ()
    needs_either: ClassVar[bool] = False


class DoseChanges(Shape, kw_only=True):
    """How often and how long; what is not given stays as it is."""

    either: ClassVar[tuple[str, ...]] = ("hold", "move")

    repeat: Annotated[Repetitions, Meta(description="Repetitions a side: 4, or a range: 6-8.")] | UnsetType = UNSET
    hold: Annotated[float, work("hold", "Seconds a repetition is held.")] | UnsetType = UNSET
    move: Annotated[float, work("move", "Seconds of one slow movement, there and back.")] | UnsetType = UNSET
    move_in: Annotated[float, pause("move-in", "Seconds into the hold.")] | UnsetType = UNSET
    move_out: Annotated[float, pause("move-out", "Seconds out of the hold.")] | UnsetType = UNSET
    rest: Annotated[float, pause("rest", "Seconds between two repetitions.")] | UnsetType = UNSET
    set_up: Annotated[float, pause("set-up", "Seconds to get into position.")] | UnsetType = UNSET
    switch: Annotated[float, pause("switch", "Seconds to change sides.")] | UnsetType = UNSET


class FullDose(DoseChanges, kw_only=True):
    """How often and how long."""

    needs_either: ClassVar[bool] = True

    repeat: Annotated[Repetitions, Meta(description="Repetitions a side: 4, or a range: 6-8.")]


class Words(Shape, kw_only=True):
    """What is said, and shown as captions; `{side}` and `{other}` become left and right."""

    set_up: Annotated[Sentences, Meta(description="Getting into position.")] | UnsetType = UNSET
    move_in: Annotated[Sentence, Meta(description="Going into the first hold.")] | UnsetType = UNSET
    hold: Annotated[Sentences, Meta(description="Said in turn, one a repetition.")] | UnsetType = UNSET
    move_out: Annotated[Sentence, Meta(description="Between two repetitions.")] | UnsetType = UNSET
    finish: Annotated[Sentence, Meta(description="Out of the last repetition of a side.")] | UnsetType = UNSET
    switch: Annotated[Sentences, Meta(description="What to do to change sides.")] | UnsetType = UNSET


class MusclesShape(Shape, kw_only=True):
    """What is stretched or worked."""

    primary: Annotated[Texts, Meta(description="First of all.")] | UnsetType = UNSET
    secondary: Annotated[Texts, Meta(description="And also.")] | UnsetType = UNSET


Conditions = Annotated[tuple[Condition, ...], Meta(max_length=50)]


class StretchChanges(Shape, kw_only=True):
    """What a variant does differently; what is not given is as in the stretch."""

    name: Annotated[Name, Meta(description="As it is spoken and shown.")] | UnsetType = UNSET
    also: Annotated[Texts, Meta(description="Other names it is known by.")] | UnsetType = UNSET
    position: Annotated[Position, Meta(description="How the body is placed.")] | UnsetType = UNSET
    sides: Annotated[Laterality, Meta(description="How the two legs are used.")] | UnsetType = UNSET
    muscles: MusclesShape | UnsetType = UNSET
    equipment: Annotated[Texts, Meta(description="What it cannot be done without.")] | UnsetType = UNSET
    helpful: Annotated[Texts, Meta(description="What makes it more comfortable.")] | UnsetType = UNSET
    dose: DoseChanges | UnsetType = UNSET
    say: Words | UnsetType = UNSET
    start: Annotated[Sentence, Meta(description="The position to begin in.")] | UnsetType = UNSET
    feel: Annotated[Text, Meta(description="Where it should be felt.")] | UnsetType = UNSET
    breathing: Annotated[Text, Meta(description="When to breathe in and out.")] | UnsetType = UNSET
    mistakes: Annotated[Texts, Meta(description="What to avoid while doing it.")] | UnsetType = UNSET
    tips: Annotated[Texts, Meta(description="What helps.")] | UnsetType = UNSET
    easier: Annotated[Text, Meta(description="How to make it gentler.")] | UnsetType = UNSET
    harder: Annotated[Text, Meta(description="How to make it stronger.")] | UnsetType = UNSET
    avoid: Annotated[Conditions, Meta(description="Answers that leave it out.")] | UnsetType = UNSET
    care: Annotated[Conditions, Meta(description="Answers that call for its note.")] | UnsetType = UNSET
    note: Annotated[Text, Meta(description="What the answers in care should know.")] | UnsetType = UNSET
    figure: Annotated[dict[str, Any], Meta(description="The illustration.")] | UnsetType = UNSET
    picture: Annotated[Text, Meta(description="A picture instead of the illustration.")] | UnsetType = UNSET
    sources: Annotated[Texts, Meta(description="Where each number comes from.")] | UnsetType = UNSET


class StretchFile(StretchChanges, kw_only=True):
    """A stretch: one file in a folder `stretches`."""

    schema: Version
    name: Annotated[Name, Meta(description="As it is spoken and shown.")]
    position: Annotated[Position, Meta(description="How the body is placed.")]
    sides: Annotated[Laterality, Meta(description="How the two legs are used.")]
    dose: FullDose
    variants: Annotated[dict[Id, StretchChanges], Meta(description="Other ways to do it.")] | UnsetType = UNSET


class ItemShape(DoseChanges, kw_only=True):
    """One stretch of a routine, with what the routine changes in its dose."""

    stretch: Annotated[Id, Meta(description="The stretch: its file's name without .yaml.")]
    variant: Annotated[Id, Meta(description="One of the stretch's variants.")] | UnsetType = UNSET
    sides: Annotated[Side, Meta(description="Train one side only.")] = Side.BOTH
    first: Annotated[First, Meta(description="The leg that begins.")] = First.RIGHT


class RoutineFile(Shape, kw_only=True):
    """A routine: stretches in an order."""

    schema: Version
    name: Annotated[Name, Meta(description="As it is shown.")]
    purpose: Annotated[Text, Meta(description="What it is for, in a sentence.")] | UnsetType = UNSET
    level: Annotated[Level, Meta(description="How much it asks for.")] = Level.BEGINNER
    stretches: Annotated[tuple[ItemShape, ...], Meta(min_length=1, max_length=100)]


class Grade(StrEnum):
    """How far a source is to be trusted."""

    A = "A"
    """Official, or reviewed by peers."""
    B = "B"
    """Reputable, at second hand."""
    C = "C"
    """Shows what is common practice, no more."""


class Source(Shape, kw_only=True):
    """Where a number comes from."""

    what: Text
    grade: Grade
    address: Text | UnsetType = UNSET


class SourcesFile(Shape, kw_only=True):
    """The sources of the stretches that ship, by the key a stretch names them with."""

    schema: Version
    sources: dict[str, Source]
