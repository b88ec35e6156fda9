"""Where the files that ship with the program are: its routines and its assets."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def assets() -> Path:
    """The folder of fonts, icons and sounds."""
    return _shipped("assets")


def routines() -> Path:
    """The folder of the routines that ship; `stretches/` is inside."""
    return _shipped("routines")


def _shipped(name: str) -> Path:
    places = [root / name for root in _roots(_PACKAGE, getattr(sys, "_MEIPASS", None))]
    return next((place for place in places if place.is_dir()), places[0])


def _roots(package: Path, bundle: str | None) -> list[Path]:
    """Folders that may hold `assets` and `routines`, the likeliest first.

    Args:
        package: The folder of the package `stretch_timer`.
        bundle: Where a frozen program has unpacked itself.
    """
    if bundle is not None:
        return [Path(bundle)]
    # A wheel brings them inside the package. Beside it they are only in a checkout: in site-packages
    # a folder called `assets` may be anyone's, so the wheel's place comes first.
    return [package / "_shipped", package.parent]
