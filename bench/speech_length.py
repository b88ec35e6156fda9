"""How well the length of a sentence is estimated, against what the voice here really takes."""

from __future__ import annotations

import statistics
import sys
import tempfile
import wave
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from stretch_timer.core.compiling import compile_plan
from stretch_timer.core.speech import estimated_seconds
from stretch_timer.storage.library import Library
from stretch_timer.voice.cache import SpeechCache
from stretch_timer.voice.renderer import Renderer
from stretch_timer.voice.worker_process import worker_command

MOST_S = 60
SILENCE_S = 0.4
"""What espeak adds in silence at the end of a sentence."""


def rendered_seconds(sentences: tuple[str, ...]) -> dict[str, float]:
    """How long the voice takes for each of *sentences*."""
    application = QCoreApplication([])
    lengths: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        renderer = Renderer(worker_command(), SpeechCache(Path(folder), 150, "here").place)
        (Path(folder) / "speech").mkdir()

        def note(text: str, path: Path) -> None:
            with wave.open(str(path)) as sound:
                lengths[text] = sound.getnframes() / sound.getframerate()

        renderer.rendered.connect(note)
        renderer.finished.connect(application.quit)
        QTimer.singleShot(0, application, lambda: [renderer.request(text) for text in sentences])
        QTimer.singleShot(MOST_S * 1000, application, application.quit)
        application.exec()
        renderer.close()
    return lengths


def main() -> int:
    """Print the ratio of the estimate to the truth, and how many sentences it is too short for."""
    routines = Library.here().routines().found.values()
    sentences = tuple(dict.fromkeys(text for routine in routines for text in compile_plan(routine).sentences))
    lengths = rendered_seconds(sentences)
    if not lengths:
        print("speech length: there is no voice here")
        return 1
    ratios = [estimated_seconds(text) / (seconds - SILENCE_S) for text, seconds in lengths.items()]
    short = sum(ratio < 1 for ratio in ratios)
    print(
        f"speech length: {len(lengths)} sentences, estimated {statistics.median(ratios):.2f} times what they take; "
        f"{short} estimated too short, the worst {min(ratios):.2f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
