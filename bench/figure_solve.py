"""How fast the figure is solved: the time of one picture of every sample movement, nothing painted.

Exits with 1 when the target is missed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import yaml

from stretch_timer.figure.between import Movement
from stretch_timer.figure.pose_reading import read_figure

if TYPE_CHECKING:
    from collections.abc import Iterator

FIGURES = Path(__file__).parents[1] / "tests" / "figure" / "figures.yaml"
FRAMES = 200
BEST_OF = 5
TARGET_MS = 0.15
"""Median over the movements without foreshortened arms; those take a search more."""


def frame_ms(movement: Movement) -> float:
    """Median milliseconds of one picture, in the quietest of some runs: the others measure what else goes on."""
    return 1000 * min(median(picture_seconds(movement)) for _ in range(BEST_OF))


def picture_seconds(movement: Movement) -> Iterator[float]:
    """Seconds of each picture on the way."""
    for i in range(1, FRAMES):
        began = perf_counter()
        movement.at(i / FRAMES)
        yield perf_counter() - began


def is_foreshortened(movement: Movement) -> bool:
    """Whether an elbow ever points at the viewer."""
    bodies = [movement.at(i / 10) for i in range(11)]
    return any(arm.foreshortening < 1 for body in bodies for arm in (body.arm_near, body.arm_far))


def main() -> int:
    """Every sample movement."""
    with FIGURES.open(encoding="utf-8") as file:
        figures = {name: read_figure(data, checked=False) for name, data in yaml.safe_load(file).items()}
    flat, short = [], []
    for name, figure in figures.items():
        movement = Movement(figure, figure.start, figure.end)
        foreshortened = is_foreshortened(movement)
        took_ms = frame_ms(movement)
        (short if foreshortened else flat).append(took_ms)
        print(f"    {name:20} {took_ms:.3f} ms{'  arms foreshortened' if foreshortened else ''}")
    ratio = median(flat) / TARGET_MS
    print(f"foreshortened arms: median {median(short):.3f} ms")
    print(f"others: median {median(flat):.3f} ms, target {TARGET_MS} ms, ratio {ratio:.2f}{' MISSED' * (ratio > 1)}")
    return int(ratio > 1)


if __name__ == "__main__":
    sys.exit(main())
