"""How long one frame of the illustration takes, 640 x 480 logical pixels at two device pixels each, all figures.

Solving the body, making the display list and painting it, with the background ready-made as in a window. Prints the
median of each figure and of all, and what that is of one processor core at the frame rates a session uses. Exits with
1 when the median over all figures misses the target.
"""

from __future__ import annotations

import os
import statistics
import sys
from pathlib import Path
from time import perf_counter

import yaml
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from stretch_timer.figure.motion import Frame, ease
from stretch_timer.figure.pose_reading import read_figure
from stretch_timer.figure.scene import Scene

FIGURES = Path(__file__).resolve().parents[1] / "tests" / "figure" / "figures.yaml"
WIDTH, HEIGHT, DPR = 640, 480, 2.0
FRAMES = 60
WARM_UP = 5
TARGET_MS = 4.0
MOVING_FPS = 30
HOLDING_FPS = 15


def frames() -> list[Frame]:
    """One demonstration: there, held, back."""
    there = [Frame("start", "end", ease(i / 19), max(0.0, 2 * i / 19 - 1), i / 20) for i in range(20)]
    held = [Frame("start", "end", 1 - 0.035 * i / 20, 1 - 0.28 * i / 20, 1 - i / 10) for i in range(20)]
    return [*there, *held, *there[::-1]]


def cost_ms(scene: Scene, image: QImage) -> float:
    """Median milliseconds of a frame."""
    taken = []
    changed = scene.reach(WIDTH, HEIGHT)
    for frame in [*frames()[:WARM_UP], *frames()]:
        begun = perf_counter()
        painter = QPainter(image)
        painter.setClipRect(changed)  # as a window does: only what may have changed is painted anew
        try:
            scene.paint(painter, WIDTH, HEIGHT, frame)
        finally:
            painter.end()
        taken.append((perf_counter() - begun) * 1000)
    return statistics.median(taken[WARM_UP:])


def main() -> int:
    """Measure and compare."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    image = QImage(int(WIDTH * DPR), int(HEIGHT * DPR), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(DPR)
    costs = {}
    for name, data in yaml.safe_load(FIGURES.read_text(encoding="utf-8")).items():
        costs[name] = cost_ms(Scene(read_figure(data, checked=False)), image)
        print(f"{name:24} {costs[name]:6.2f} ms")
    median = statistics.median(costs.values())
    print(f"{'median':24} {median:6.2f} ms, {median / TARGET_MS:.0%} of the target of {TARGET_MS:g} ms")
    for what, fps in (("moving", MOVING_FPS), ("holding", HOLDING_FPS)):
        print(f"{what} at {fps} frames a second: {median * fps / 10:.1f} % of one core")
    application.quit()
    return int(median > TARGET_MS)


if __name__ == "__main__":
    sys.exit(main())
