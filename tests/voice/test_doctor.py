from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stretch_timer.voice.doctor import examine_voice
from stretch_timer.voice.worker_process import worker_command

if TYPE_CHECKING:
    from conftest import SoundServer

FAKE_WORKER = (sys.executable, str(Path(__file__).with_name("fake_worker.py")))
EXAMINE = "import json; from stretch_timer.voice.doctor import examine; print(json.dumps(examine()))"


def examine(env: dict[str, str]) -> dict[str, str]:
    command = [sys.executable, "-c", EXAMINE]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    return json.loads(done.stdout)


def test_it_names_the_engine_the_voice_and_the_sound_output(server: SoundServer) -> None:
    found = examine(server.env)

    assert found["voice engine"] == "espeak"
    assert "en" in found["voice"]
    assert found["sound output"] == "Null Output"


def test_without_a_sound_output_it_says_none(silent_server: SoundServer) -> None:
    assert examine(silent_server.env)["sound output"] == "none"


def test_the_real_worker_is_asked() -> None:
    assert examine_voice(worker_command(), patience_s=10)["voice engine"] == "espeak"


@pytest.mark.parametrize(
    ("command", "engine"),
    [
        ((*FAKE_WORKER, "voiceless"), "none: no espeak"),
        ((*FAKE_WORKER, "crash"), "none: it stopped without a word"),
        ((*FAKE_WORKER, "mute"), "none: it did not answer within 1 s"),
        (("/no/such/program",), "none: it could not be started: No such file or directory"),
    ],
)
def test_what_is_wrong_with_the_voice_is_said(command: tuple[str, ...], engine: str) -> None:
    assert examine_voice(command, patience_s=1) == {"voice engine": engine, "voice": "none"}
