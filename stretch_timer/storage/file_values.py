"""The single values of both file formats: how they are read, what they may be, what a JSON Schema says of them."""
# Without `from __future__ import annotations`: msgspec reads the annotations while the program runs.

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any, Literal

from msgspec import Meta

from stretch_timer.core.stretch import LONGEST_PAUSE_S, LONGEST_S, MOST_REPS, Dose, RepRange
from stretch_timer.storage.durations import DURATION, REPETITIONS, repetitions, seconds
from stretch_timer.storage.wording import KEBAB, quoted

SCHEMA = 1
_ANY_DOSE = Dose(hold_s=1, repeat=RepRange(1, 1))
TYPES = "types"
"""In an `extra_json_schema`: the types in a file, where msgspec would insist on the annotated one."""
_DURATION_SCHEMA = {TYPES: ["number", "string"], "pattern": DURATION}


class NewerSchemaError(ValueError):
    """The file was written for a later version of the program."""


def _schema_version(text: str) -> int:
    if text == str(SCHEMA):
        return SCHEMA
    number = text[:9]
    if number.isdecimal() and int(number) > SCHEMA:
        raise NewerSchemaError(f"schema {number} is newer than this program understands; update Stretch Timer")
    raise ValueError(f"schema must be {SCHEMA}, not {quoted(text)}")


def _into_dose(key: str, field: str, *, moving: bool = False) -> Callable[[str], float]:
    """A reader of *key* that leaves the limits and their wording to the core."""

    def read(text: str) -> float:
        try:
            value = seconds(text)
        except ValueError as error:
            raise ValueError(f"{key} {error}") from None
        changes: dict[str, Any] = {"moving": moving, field: value}
        replace(_ANY_DOSE, **changes)
        return value

    return read


def work(key: str, description: str) -> Meta:
    """What is so of the seconds of a hold or a movement."""
    read = _into_dose(key, "hold_s", moving=key == "move")
    return Meta(gt=0, le=LONGEST_S, description=description, extra={"read": read}, extra_json_schema=_DURATION_SCHEMA)


def pause(key: str, description: str) -> Meta:
    """What is so of the seconds between holds."""
    read = _into_dose(key, f"{key.replace('-', '_')}_s")
    return Meta(
        ge=0, le=LONGEST_PAUSE_S, description=description, extra={"read": read}, extra_json_schema=_DURATION_SCHEMA
    )


Id = Annotated[str, Meta(pattern=KEBAB, max_length=80)]
Name = Annotated[str, Meta(min_length=1, max_length=80)]
Text = Annotated[str, Meta(min_length=1, max_length=1000)]
Texts = Annotated[tuple[Text, ...], Meta(max_length=50)]
Sentence = Annotated[str, Meta(min_length=1, max_length=200, extra={"spoken": True})]
"""Text in which `{side}` and `{other}` become left and right."""
Sentences = Sentence | Annotated[tuple[Sentence, ...], Meta(max_length=20)]
Repetitions = Annotated[
    str,
    Meta(
        # Kept as text, `6-8`: a number and a range have no better common type.
        extra={"read": lambda text: str(repetitions(text))},
        extra_json_schema={
            TYPES: ["integer", "string"],
            "minimum": 1,
            "maximum": MOST_REPS,
            "pattern": REPETITIONS,
        },
    ),
]
Version = Annotated[Literal[1], Meta(description="The version of this format: 1.", extra={"read": _schema_version})]
