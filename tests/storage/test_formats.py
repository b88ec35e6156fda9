"""The documentation of the two formats and their JSON Schemas say what the program does."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from stretch_timer import resources
from stretch_timer.core.stretch import Condition
from stretch_timer.storage import file_shapes, json_schema
from stretch_timer.storage.check import check
from stretch_timer.storage.file_shapes import RoutineFile, Shape, StretchFile

if TYPE_CHECKING:
    from pathlib import Path


DOCS = resources.routines().parent / "docs"
GUIDE = (DOCS / "routine-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(schema: .*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
INTERNAL = {file_shapes.Source, file_shapes.SourcesFile}


def shapes() -> list[type[Shape]]:
    return [
        shape
        for shape in vars(file_shapes).values()
        if isinstance(shape, type) and issubclass(shape, Shape) and shape not in INTERNAL
    ]


@pytest.mark.parametrize("name", json_schema.FILES)
def test_the_schemas_are_up_to_date(name: str, tmp_path: Path) -> None:
    json_schema.write(tmp_path)

    assert (DOCS / name).read_text(encoding="utf-8") == (tmp_path / name).read_text(encoding="utf-8"), (
        "run: python -c \"from stretch_timer.storage.json_schema import write; write('docs')\""
    )


def test_the_schemas_know_what_excludes_what() -> None:
    parts = json.loads(json_schema.schema_text(StretchFile))["$defs"]
    assert parts["FullDose"]["oneOf"] == [{"required": ["hold"]}, {"required": ["move"]}]
    assert parts["DoseChanges"]["not"] == {"required": ["hold", "move"]}

    hold = parts["FullDose"]["properties"]["hold"]
    assert (hold["type"], hold["exclusiveMinimum"], hold["maximum"]) == (["number", "string"], 0, 600)
    assert re.search(hold["pattern"], "1 min 30 s")

    entry = json.loads(json_schema.schema_text(RoutineFile))["$defs"]["ItemShape"]["properties"]["repeat"]
    assert entry["type"] == ["integer", "string"]
    assert re.search(entry["pattern"], "6-8")


def test_every_key_is_documented() -> None:
    keys = {key for shape in shapes() for key in shape.__struct_encode_fields__}

    assert [key for key in sorted(keys) if f"`{key}`" not in GUIDE] == []


def test_every_answer_is_documented() -> None:
    assert [answer for answer in Condition if f"`{answer}`" not in GUIDE] == []


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_is_right(number: int, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(EXAMPLES[number], encoding="utf-8")

    assert check([path]).problems == ()


def test_there_are_examples_of_both_formats() -> None:
    assert {("stretches:" in example) for example in EXAMPLES} == {True, False}
