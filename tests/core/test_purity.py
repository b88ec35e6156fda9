"""The import contracts read the source; this looks at what really gets loaded."""

from __future__ import annotations

import subprocess
import sys

LOOK = """
import importlib, pkgutil, sys
import stretch_timer.core as core
names = [one.name for one in pkgutil.iter_modules(core.__path__)]
for name in names:
    importlib.import_module("stretch_timer.core." + name)
print(len(names), *sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_the_core_loads_nothing_but_rules() -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], check=True, capture_output=True, text=True)
    count, *loaded = done.stdout.split()

    assert int(count) >= 16
    assert "stretch_timer" in loaded
    assert not {"PySide6", "shiboken6", "sqlite3", "yaml", "msgspec", "click", "rich", "platformdirs"} & set(loaded)
