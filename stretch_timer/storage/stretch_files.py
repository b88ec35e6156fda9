"""A stretch file to a `Stretch`, with every variant complete."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import UNSET

from stretch_timer.core.stretch import Dose, Stretch
from stretch_timer.storage.durations import repetitions
from stretch_timer.storage.file_shapes import StretchFile
from stretch_timer.storage.problems import START
from stretch_timer.storage.reader import Reading
from stretch_timer.storage.wording import is_kebab, quoted

if TYPE_CHECKING:
    from pathlib import Path

    from stretch_timer.core.stretch import Script
    from stretch_timer.storage.file_shapes import DoseChanges, Shape, StretchChanges, Words
    from stretch_timer.storage.yaml_tree import Document

_PAUSES = ("move_in", "move_out", "rest", "set_up", "switch")
_IN_PARTS = {"schema", "dose", "say", "muscles", "variants"}
"""Keys of a stretch file that are not a field of `Stretch` as they stand."""


def stretch_from(document: Document) -> Stretch:
    """The stretch that *document* describes.

    Raises:
        RoutineError: The file is not right.
    """
    reading = Reading(document, StretchFile)
    refuse_name(reading)
    file = reading.finish()
    dose = Dose(**dose_changes(file.dose))
    bare = Stretch(id=document.path.stem, name=file.name, position=file.position, sides=file.sides, dose=dose)
    stretch = _changed(bare, file)
    variants = {name: _changed(stretch, changes) for name, changes in (file.variants or {}).items()}
    return replace(stretch, variants=MappingProxyType(variants))


def refuse_name(reading: Reading[Any]) -> None:
    """Note it if the file's name cannot be an id."""
    path: Path = reading.path
    if not is_kebab(path.stem):
        reading.complain(START, f"the file's name must be lower-case words joined by hyphens, not {quoted(path.name)}")


def dose_changes(file: DoseChanges) -> dict[str, Any]:
    """The fields of a `Dose` that *file* gives, by name."""
    given = _given(file)
    changes: dict[str, Any] = {f"{name}_s": given[name] for name in _PAUSES if name in given}
    if "repeat" in given:
        changes["repeat"] = repetitions(given["repeat"])
    for key in file.either:
        if key in given:
            changes |= {"hold_s": given[key], "moving": key == "move"}
    return changes


def _changed(stretch: Stretch, changes: StretchChanges) -> Stretch:
    """*stretch* with everything in it that *changes* gives."""
    given = {name: value for name, value in _given(changes).items() if name not in _IN_PARTS}
    if changes.dose is not UNSET:
        given["dose"] = replace(stretch.dose, **dose_changes(changes.dose))
    if changes.say is not UNSET:
        given["say"] = _said(stretch.say, changes.say)
    if changes.figure is not UNSET:
        given["figure_base"] = stretch.figure
    if changes.muscles is not UNSET:
        given["muscles"] = replace(stretch.muscles, **_given(changes.muscles))
    return replace(stretch, **given)


def _said(say: Script, changes: Words) -> Script:
    given = _given(changes)
    for name in {"set_up", "hold", "switch"} & given.keys():
        value = given[name]
        given[name] = (value,) if isinstance(value, str) else value
    return replace(say, **given)


def _given(shape: Shape) -> dict[str, Any]:
    """The fields of *shape* that were in the file."""
    fields = ((name, getattr(shape, name)) for name in shape.__struct_fields__)
    return {name: value for name, value in fields if value is not UNSET}
