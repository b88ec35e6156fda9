"""A speaker in a process of its own, real sound in a sink nobody hears, and ears that record it."""

from __future__ import annotations

import sys
import threading
import wave
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Ears, Run, SoundServer

    Speak = Callable[..., Run]

SENTENCE = "Breathe out and fold slowly forward from your hips."
LONG = "Sit tall and rest your right heel on the second chair."
FAKE_WORKER = (sys.executable, str(Path(__file__).with_name("fake_worker.py")))
LOAD_SINK = ("load-module", "module-null-sink", "sink_name=late", "rate=44100", "channels=1")
AT_ONCE_S = 0.15  # measured: 0.03; the machine that tests may be busy
NO_DEVICE = "No sound output was found. Captions still work."
SLACK_MS = 150


def voice(text: str, priority: str = "LINE", late_s: float = 0.0) -> list[object]:
    return ["play", "voice", text, priority, late_s]


def tone(text: str, late_s: float = 0.0) -> list[object]:
    return ["play", "tone", text, "MARK", late_s]


def test_tones_and_sentences_are_heard_when_they_are_due(server: SoundServer, ears: Ears, speak: Speak) -> None:
    steps = [[0, *tone("start")], [900, *voice(SENTENCE)], [5_500, *tone("finish")], [7_200, *tone("tick")]]
    run = speak(server, prepare=[SENTENCE], steps=steps, quit_ms=7_600)

    heard = ears.heard()
    began = [event["at_s"] for event in run.events if event["event"] == "began"]
    assert run.texts("began") == ["start", SENTENCE, "finish", "tick"]
    assert len(heard) == 4
    assert [begin for begin, _ in heard] == pytest.approx(began, abs=AT_ONCE_S)
    lengths_s = [end - begin for begin, end in heard]
    assert 0.3 < lengths_s[0] < 0.6
    assert 2.5 < lengths_s[1] < 4.5
    assert 0.7 < lengths_s[2] < 1.6
    assert lengths_s[3] < 0.1
    assert run.texts("dropped") == run.texts("trouble") == []
    assert run.warnings == ""


def test_how_late_it_began_is_told_with_what_was_late_already(server: SoundServer, speak: Speak) -> None:
    steps = [[0, *tone("start")], [700, *tone("end", late_s=0.2)], [1_400, *voice(SENTENCE, late_s=0.9)]]
    run = speak(server, prepare=[SENTENCE], steps=steps, quit_ms=2_000)

    late_ms = [event["late_ms"] for event in run.events if event["event"] == "began"]
    assert 0 < late_ms[0] < SLACK_MS
    assert 200 < late_ms[1] < 200 + SLACK_MS
    assert 900 < late_ms[2] < 900 + SLACK_MS


def test_playing_never_blocks(server: SoundServer, speak: Speak) -> None:
    run = speak(server, prepare=[SENTENCE], steps=[[0, *tone("start")], [300, *voice(SENTENCE)]], quit_ms=600)

    called = [event["at_s"] for event in run.events if event["event"] == "play"]
    returned = [event["at_s"] for event in run.events if event["event"] == "returned"]
    assert [after - before < 0.05 for before, after in zip(called, returned, strict=True)] == [True, True]


def test_what_is_too_late_is_dropped(server: SoundServer, ears: Ears, speak: Speak) -> None:
    steps = [[0, *tone("start", late_s=0.3)], [0, *voice(SENTENCE, late_s=1.1)]]
    run = speak(server, prepare=[SENTENCE], steps=steps, quit_ms=500)

    assert run.texts("dropped") == ["start", SENTENCE]
    assert ears.heard() == []


def test_a_more_important_sentence_stops_the_other_and_a_lesser_one_is_dropped(
    server: SoundServer, ears: Ears, speak: Speak
) -> None:
    steps = [
        [0, *voice(SENTENCE, "LINE")],
        [800, *voice("Halfway.", "HALFWAY")],
        [1_200, *voice(LONG, "SWITCH")],
        [2_000, *voice("Halfway.", "SWITCH")],
    ]
    run = speak(server, prepare=[SENTENCE, LONG, "Halfway."], steps=steps, quit_ms=6_000)

    assert run.texts("began") == [SENTENCE, LONG]
    assert run.texts("dropped") == ["Halfway.", "Halfway."]
    heard = ears.heard()
    assert heard[-1][1] - heard[0][0] < 1.2 + 4.5  # one after the other would take 7 s


def test_a_tone_sounds_beside_a_sentence(server: SoundServer, ears: Ears, speak: Speak) -> None:
    steps = [[0, *voice(SENTENCE)], [1_000, *tone("finish")]]
    run = speak(server, prepare=[SENTENCE], steps=steps, quit_ms=4_500)

    assert run.texts("began") == [SENTENCE, "finish"]
    heard = ears.heard()
    assert 2.5 < heard[-1][1] - heard[0][0] < 4.5


def test_after_the_sentence_the_next_one_is_heard(server: SoundServer, speak: Speak) -> None:
    steps = [[0, *voice("Halfway.")], [1_300, *voice("Halfway.")]]
    run = speak(server, prepare=["Halfway."], steps=steps, quit_ms=1_600)

    assert run.texts("began") == ["Halfway.", "Halfway."]


def test_a_tone_takes_the_place_of_one_that_still_sounds(server: SoundServer, speak: Speak) -> None:
    run = speak(server, steps=[[0, *tone("finish")], [300, *tone("start")], [450, *tone("tick")]], quit_ms=800)

    assert run.texts("began") == ["finish", "start", "tick"]
    assert all(event["late_ms"] < SLACK_MS for event in run.events if event["event"] == "began")


def test_hush_is_silence_and_the_next_cue_is_heard_again(server: SoundServer, ears: Ears, speak: Speak) -> None:
    steps = [[0, *voice(SENTENCE)], [0, *tone("finish")], [600, "hush"], [1_500, *tone("start")]]
    run = speak(server, prepare=[SENTENCE], steps=steps, quit_ms=2_200)

    assert sorted(run.texts("began")) == [SENTENCE, "finish", "start"]
    heard = ears.heard()
    played_s = [event["at_s"] for event in run.events if event["event"] == "play"]
    hushed_s = played_s[0] + 0.6
    assert [end for begin, end in heard if begin < hushed_s][-1] < hushed_s + AT_ONCE_S
    assert next(begin for begin, _ in heard if begin > hushed_s) > played_s[-1]


def test_a_sentence_that_is_just_being_rendered_is_heard_as_soon_as_it_is_there(
    server: SoundServer, speak: Speak
) -> None:
    steps = [[0, "prepare", SENTENCE], [0, *voice(SENTENCE)]]
    run = speak(server, steps=steps, quit_ms=3_000)

    assert run.texts("began") == [SENTENCE]
    late_ms = next(event["late_ms"] for event in run.events if event["event"] == "began")
    assert 0 < late_ms < 1_000 + SLACK_MS


def test_a_sentence_that_still_is_not_there_gives_way_to_the_next_and_to_a_pause(
    server: SoundServer, speak: Speak
) -> None:
    steps = [[0, "prepare", "hang", LONG], [0, *voice("hang")], [0, *voice(LONG)], [0, "hush"]]
    run = speak(server, steps=steps, quit_ms=500, command=FAKE_WORKER)

    assert run.texts("dropped") == ["hang", LONG]
    assert run.texts("began") == []


def test_a_sentence_nobody_prepared_is_dropped(server: SoundServer, speak: Speak) -> None:
    run = speak(server, steps=[[0, *voice(SENTENCE)]], quit_ms=200)

    assert run.texts("dropped") == [SENTENCE]
    assert run.texts("trouble") == []


def test_what_is_cached_needs_no_worker(server: SoundServer, speak: Speak) -> None:
    speak(server, prepare=[SENTENCE])
    run = speak(server, prepare=[SENTENCE], steps=[[0, *voice(SENTENCE)]], quit_ms=300, command=["/no/such/program"])

    assert run.texts("began") == [SENTENCE]
    assert run.texts("trouble") == []


def test_a_damaged_cache_file_is_rendered_again(server: SoundServer, speak: Speak, tmp_path: Path) -> None:
    speak(server, prepare=[SENTENCE])
    [path] = (tmp_path / "speech").glob("*.wav")
    path.write_bytes(path.read_bytes()[:1_000])

    run = speak(server, prepare=[SENTENCE], steps=[[0, *voice(SENTENCE)]], quit_ms=300)

    assert run.texts("began") == [SENTENCE]
    with wave.open(str(path)) as sound:
        assert sound.getnframes() > 50_000


def test_without_an_engine_it_is_said_once_and_tones_are_still_heard(server: SoundServer, speak: Speak) -> None:
    steps = [[0, "prepare", SENTENCE, LONG], [300, *voice(SENTENCE)], [300, *tone("start")]]
    command = [*FAKE_WORKER, "voiceless"]
    run = speak(server, prepare=[SENTENCE, LONG], steps=steps, quit_ms=900, command=command)

    [trouble] = run.texts("trouble")
    assert trouble.startswith("No voice was found. Captions still work.")
    assert "stretch-timer doctor" in trouble
    assert run.texts("dropped") == [SENTENCE]
    assert run.texts("began") == ["start"]


def test_a_voice_that_fails_is_said_once_and_the_rest_is_heard(server: SoundServer, speak: Speak) -> None:
    steps = [[0, *voice("die")], [0, *voice("two")]]
    run = speak(server, prepare=["die", "two", "die again"], steps=steps, quit_ms=300, command=FAKE_WORKER)

    assert run.texts("trouble") == ["Some sentences will not be spoken: the voice stopped. Captions still work."]
    assert run.texts("dropped") == ["die"]
    assert run.texts("began") == ["two"]


def test_a_cache_that_cannot_be_written_is_said_and_stops_nothing(
    server: SoundServer, speak: Speak, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    steps = [[0, *voice("Halfway.")], [0, *tone("start")]]
    run = speak(server, cache=str(tmp_path / "file"), prepare=["Halfway."], steps=steps, quit_ms=300)

    assert run.texts("trouble") == ["Some sentences will not be spoken: Not a directory. Captions still work."]
    assert run.texts("dropped") == ["Halfway."]
    assert run.texts("began") == ["start"]


def test_without_a_sound_output_it_is_said_once_and_everything_dropped(
    silent_server: SoundServer, speak: Speak
) -> None:
    steps = [[0, *tone("start")], [0, *voice("Halfway.")], [0, *tone("end")]]
    run = speak(silent_server, prepare=["Halfway."], steps=steps, quit_ms=200)

    assert run.texts("trouble") == [NO_DEVICE]
    assert run.texts("dropped") == ["start", "Halfway.", "end"]


def test_with_a_sound_output_that_comes_later_it_is_heard_again(silent_server: SoundServer, speak: Speak) -> None:
    plug_in = threading.Timer(2, silent_server.control, LOAD_SINK)
    plug_in.start()
    later = [[2_000, *tone("end")]]
    run = speak(silent_server, steps=[[0, *tone("start")]], steps_with_device=later, quit_ms=6_000)
    plug_in.join()
    silent_server.control("unload-module", "module-null-sink")

    assert run.texts("dropped") == ["start"]
    assert run.texts("began") == ["end"]
    assert run.texts("trouble") == [NO_DEVICE]


def test_a_sound_output_that_plays_nothing_is_said_once(server: SoundServer, speak: Speak) -> None:
    steps = [[0, *tone("start")], [500, *voice("Halfway.")], [5_500, *tone("end")], [5_500, *tone("tick")]]
    server.control("suspend-sink", "quiet", "1")
    run = speak(server, prepare=["Halfway."], steps=steps, quit_ms=6_000)
    server.control("suspend-sink", "quiet", "0")

    assert run.texts("dropped") == ["start", "Halfway.", "end", "tick"]
    [trouble] = run.texts("trouble")
    assert trouble.startswith("The sound output does not play. Captions still work.")


def test_without_a_sound_server_it_is_the_same(
    silent_server: SoundServer, speak: Speak, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(silent_server, "folder", tmp_path)  # where no server listens
    run = speak(silent_server, steps=[[0, *tone("start")]], quit_ms=200)

    assert run.texts("trouble") == [NO_DEVICE]
    assert run.texts("dropped") == ["start"]
