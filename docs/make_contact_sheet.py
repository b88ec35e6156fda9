"""Paint every figure that ships, in every key pose and on both sides, into docs/pictures.

python docs/make_contact_sheet.py [FIGURES.yaml]

Without an argument: the figures of the stretches and their variants. With one: a file of figures by name.
"""
# ruff: noqa: INP001 (a script, not a package)

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from PySide6.QtGui import QGuiApplication

from stretch_timer.figure.characters import of_the_day
from stretch_timer.figure.contact_sheet import Exhibit, film_cells, key_cells, sheet
from stretch_timer.figure.palette import Theme
from stretch_timer.figure.pose_reading import read_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[1]
STRETCHES = ROOT / "routines" / "stretches"
PICTURES = ROOT / "docs" / "pictures"
COLUMNS = 6
COLOURS = {
    Theme.LIGHT: {"paper": "#FFFFFF", "ink": "#1D2321"},
    Theme.DARK: {"paper": "#141817", "ink": "#ECEFED"},
}
FILMED = ("wall ham", "band ham", "chair ham", "standing ham")
"""The article's four: the first figure whose name begins so."""
SIDED = {"each", "alternate"}


def shipped() -> Iterator[Exhibit]:
    """The figures of the stretches and of their variants."""
    for path in sorted(STRETCHES.glob("*.yaml")):
        stretch = yaml.safe_load(path.read_text(encoding="utf-8"))
        base = stretch.get("figure")
        if base:
            yield Exhibit(stretch["name"], read_figure(base, checked=False), stretch.get("sides") in SIDED)
        for name, variant in (stretch.get("variants") or {}).items():
            if own := variant.get("figure"):
                title = variant.get("name", f"{stretch['name']}, {name}")
                sided = variant.get("sides", stretch.get("sides")) in SIDED
                yield Exhibit(title, read_figure(own, base, checked=False), sided)


def listed(path: Path) -> Iterator[Exhibit]:
    """The figures of a file that has them by name."""
    figures: Mapping[str, Mapping[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name, data in figures.items():
        title = name.replace("_", " ").capitalize()
        yield Exhibit(title, read_figure(data, checked=False), any(".near" in m for m in data.get("muscles", ())))


def filmed(exhibits: list[Exhibit]) -> Iterator[Exhibit]:
    """The movements that get a film strip."""
    for kind in FILMED:
        yield from [exhibit for exhibit in exhibits if exhibit.title.lower().startswith(kind)][:1]


def main() -> int:
    """Paint everything; 1 if there is nothing to paint."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    exhibits = list(listed(Path(sys.argv[1])) if sys.argv[1:] else shipped())
    if not exhibits:
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    for theme, colours in COLOURS.items():
        cells = [
            cell
            for i, exhibit in enumerate(exhibits)
            for cell in key_cells(exhibit, theme, of_the_day(i) if i % 2 else None)
        ]
        sheet(cells, COLUMNS, colours).save(str(PICTURES / f"figures-{theme}.png"))
    film = [cell for exhibit in filmed(exhibits) for cell in film_cells(exhibit, Theme.LIGHT)]
    if film:
        sheet(film, 8, COLOURS[Theme.LIGHT]).save(str(PICTURES / "film-strip.png"))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
