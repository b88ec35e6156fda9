"""Cues to the sound device: tones beside sentences, nothing queued, whatever device is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtMultimedia import QMediaDevices

from stretch_timer.core.cues import CueKind, Tone
from stretch_timer.voice.channel import Channel
from stretch_timer.voice.clips import read_clip
from stretch_timer.voice.policy import LATEST_S, may_sound

if TYPE_CHECKING:
    from pathlib import Path

    from stretch_timer.core.cues import Cue
    from stretch_timer.voice.clips import Clip

NO_DEVICE = "No sound output was found. Captions still work."
DEAF_DEVICE = "The sound output does not play. Captions still work. Choose another one in the system's sound settings."

LEAST_PATIENCE_S = 0.1
"""What a device needs to begin even when the cue is nearly too late already."""


class Player(QObject):
    """Plays or drops a cue at once."""

    began = Signal(object, float)  # Cue, milliseconds after it was due
    dropped = Signal(object)  # Cue
    trouble = Signal(str)  # a sentence for the person; the same one may come often

    def __init__(self, sounds: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tones = {tone.value: read_clip(sounds / f"{tone}.wav") for tone in Tone}
        self._channels = {kind: Channel(self) for kind in CueKind}
        self._sentence: Cue | None = None
        self._in_use = False
        self._late_s: dict[CueKind, float] = {}
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._follow_device)
        self._device_id = QMediaDevices.defaultAudioOutput().id()
        for channel in self._channels.values():
            channel.began.connect(self._on_began)
            channel.lost.connect(self.dropped)
            channel.deaf.connect(self._on_deaf)

    def wake(self, sentence: Clip | None = None) -> None:
        """Take the device before the first cue: a Bluetooth headset needs a moment and would swallow a syllable.

        Args:
            sentence: A sentence like those to come; without one the device is taken for tones.
        """
        self._in_use = True
        kind, clip = (CueKind.VOICE, sentence) if sentence else (CueKind.TONE, self._tones[Tone.START])
        if clip is not None and self._has_device():
            self._channels[kind].open(clip)

    def play(self, cue: Cue, sentence: Clip | None, late_s: float) -> None:
        """Sound *cue* or drop it.

        Args:
            cue: What is due.
            sentence: The rendered words, when the cue is a sentence and they are.
            late_s: Seconds since it was due.
        """
        clip = self._tones.get(cue.text) if cue.kind is CueKind.TONE else sentence
        if clip is None or not self._has_device() or not may_sound(cue, late_s, self._sounding()):
            self.dropped.emit(cue)
            return
        self._late_s[cue.kind] = late_s
        patience_s = max(LATEST_S[cue.kind] - late_s, LEAST_PATIENCE_S)
        self._channels[cue.kind].play(cue, clip, patience_s)
        if cue.kind is CueKind.VOICE:
            self._sentence = cue

    def hush(self) -> None:
        """Stop whatever sounds."""
        for channel in self._channels.values():
            channel.stop()

    def close(self) -> None:
        """Release the device."""
        self._in_use = False
        for channel in self._channels.values():
            channel.close()

    def _has_device(self) -> bool:
        if QMediaDevices.defaultAudioOutput().isNull():
            self.trouble.emit(NO_DEVICE)
            return False
        return True

    def _sounding(self) -> Cue | None:
        return self._sentence if self._channels[CueKind.VOICE].sounds else None

    @Slot()
    def _follow_device(self) -> None:
        device_id = QMediaDevices.defaultAudioOutput().id()
        if device_id != self._device_id:
            self._device_id = device_id
            for channel in self._channels.values():
                channel.close()
            if self._in_use:
                self.wake()  # for sentences the next one opens it

    def _on_began(self, cue: Cue, waited_ms: float) -> None:
        self.began.emit(cue, self._late_s[cue.kind] * 1000 + waited_ms)

    @Slot()
    def _on_deaf(self) -> None:
        self.trouble.emit(DEAF_DEVICE)
