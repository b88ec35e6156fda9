"""The JSON Schemas of both file formats, so that editors complete and check the files.

After a change of `file_shapes`:
`python -c "from stretch_timer.storage.json_schema import write; write('docs')"`
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.json import schema_components

from stretch_timer.storage import file_shapes
from stretch_timer.storage.file_shapes import RoutineFile, StretchFile
from stretch_timer.storage.file_values import TYPES

if TYPE_CHECKING:
    from stretch_timer.storage.file_shapes import Shape

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES: dict[str, type[Shape]] = {"routine.schema.json": RoutineFile, "stretch.schema.json": StretchFile}


def schema_text(shape: type[Shape]) -> str:
    """The JSON Schema of *shape*, as it stands in `docs/`."""
    (whole,), parts = schema_components([shape], ref_template="#/$defs/{name}")
    for name, part in parts.items():
        part.update(_exclusions(getattr(file_shapes, name)))
        _set_types(part.get("properties", {}))
    return json.dumps({"$schema": DIALECT, **whole, "$defs": parts}, indent=2, ensure_ascii=False) + "\n"


def write(folder: str | Path) -> None:
    """Write both schemas into *folder*."""
    for name, shape in FILES.items():
        Path(folder, name).write_text(schema_text(shape), encoding="utf-8")


def _set_types(keys: dict[str, dict[str, Any]]) -> None:
    for key in keys.values():
        if TYPES in key:
            key["type"] = key.pop(TYPES)


def _exclusions(shape: Any) -> dict[str, Any]:  # noqa: ANN401 - an enumeration has no `either`
    """What msgspec cannot say: keys of which there is one."""
    keys = getattr(shape, "either", ())
    if not keys:
        return {}
    if shape.needs_either:
        return {"oneOf": [{"required": [key]} for key in keys]}
    return {"not": {"required": list(keys)}}
