"""A QAudioSink that stays open and tells whether the device takes what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QtAudio

from stretch_timer.voice.clips import SAMPLE_BYTES

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioDevice

    from stretch_timer.voice.clips import Clip

BUFFER_S = 20
"""Room for the longest sentence, so that it sounds on whatever the event loop does. Adds no latency; more is cut."""
PROBE_FRAMES = 64


class Stream(QObject):
    """Plays what is written, and silence between.

    Not QSoundEffect: in Qt 6.11 it may free a clip that has ended on the audio thread, after which a dead socket
    notifier keeps the event loop busy for ever. It happened about once in a thousand clips.
    """

    def __init__(self, device: QAudioDevice, like: Clip, parent: QObject) -> None:
        super().__init__(parent)
        self._sink = QAudioSink(device, audio_format(like), self)
        self._frame_bytes = like.channels * SAMPLE_BYTES
        self._sink.setBufferSize(BUFFER_S * like.rate_hz * self._frame_bytes)
        self._input: QIODevice | None = None
        self._taken_us = 0
        self._start()

    @property
    def is_open(self) -> bool:
        """Whether the device has accepted the stream and is still there."""
        return self._sink.error() == QtAudio.Error.NoError and self._sink.state() != QtAudio.State.StoppedState

    def fits(self, clip: Clip) -> bool:
        """Whether *clip* can be written to it."""
        return self.is_open and self._sink.format() == audio_format(clip)

    def runs(self) -> bool:
        """Whether the device has begun to take what was written last."""
        return self._sink.processedUSecs() > self._taken_us

    def write(self, pcm: bytes) -> None:
        """Play *pcm*; what was written before has to be played already."""
        self._taken_us = self._sink.processedUSecs()
        if self._input is not None:
            self._input.write(pcm)

    def clear(self) -> None:
        """Forget what is not played yet."""
        self._sink.reset()
        self._start()

    def close(self) -> None:
        """Release the device."""
        self._sink.reset()
        self.deleteLater()

    def _start(self) -> None:
        self._input = self._sink.start()
        self.write(bytes(PROBE_FRAMES * self._frame_bytes))  # silence: when it is taken the device runs


def audio_format(clip: Clip) -> QAudioFormat:
    """The format of *clip*."""
    wanted = QAudioFormat()
    wanted.setSampleRate(clip.rate_hz)
    wanted.setChannelCount(clip.channels)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return wanted
