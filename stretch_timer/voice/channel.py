"""One open output stream that sounds one clip at a time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtMultimedia import QMediaDevices

from stretch_timer.voice.clips import Clip
from stretch_timer.voice.stream import Stream

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice

LOOK_MS = 5
DEAF_S = 5.0
"""How long no cue is taken before the device counts as deaf; a Bluetooth headset may need two seconds to wake."""
RELEASE_MS = 90_000
"""Silence after which the device is released: a sleeping computer's battery, and other programs, want it back."""
SILENCE = Clip(b"", 1, 1)


class Channel(QObject):
    """Sounds a clip at once, or says that it could not.

    A clip is handed over only when the device is known to run, so a slow device never plays it late.
    """

    began = Signal(object, float)  # the cue; milliseconds from `play` until the device took its first sample
    lost = Signal(object)  # the cue: it was stopped before it began, or the device was not ready in time
    deaf = Signal()  # the device takes nothing

    def __init__(self, parent: QObject, release_ms: int = RELEASE_MS) -> None:
        super().__init__(parent)
        self._stream: Stream | None = None
        self._cue: object | None = None  # waits for its first sample
        self._clip = SILENCE
        self._handed_over = False
        self._called_s = 0.0
        self._patience_s = 0.0
        self._ends_s = 0.0
        self._deaf_since_s = 0.0  # 0: the last cue was taken
        self._watch = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._watch.timeout.connect(self._look)
        self._release = QTimer(self, singleShot=True, interval=release_ms)
        self._release.timeout.connect(self.close)

    @property
    def sounds(self) -> bool:
        """Whether a clip is heard, or about to be."""
        return self._cue is not None or time.monotonic() < self._ends_s

    def open(self, clip: Clip) -> None:
        """Take the default device for sounds like *clip*, unless it is taken already."""
        self._release.start()
        if self._stream is not None and self._stream.fits(clip):
            return
        self.close()
        self._release.start()
        device = QMediaDevices.defaultAudioOutput()
        if not device.isNull():
            self._stream = open_stream(device, clip, self)

    def play(self, cue: object, clip: Clip, patience_s: float) -> None:
        """Sound *clip* now, in place of what sounds.

        Args:
            cue: What `began` or `lost` will carry.
            clip: The sound.
            patience_s: Seconds within which the device has to be ready.
        """
        called_s = time.monotonic()
        self.stop()
        self.open(clip)
        if self._stream is None:
            self.lost.emit(cue)
            self.deaf.emit()
            return
        self._cue, self._clip, self._handed_over = cue, clip, False
        self._called_s, self._patience_s = called_s, patience_s
        self._watch.start()
        self._look()

    def stop(self) -> None:
        """Silence; the device stays taken."""
        was_handed_over = self._handed_over and self.sounds
        self._forget()
        if was_handed_over and self._stream is not None:
            self._stream.clear()

    @Slot()
    def close(self) -> None:
        """Release the device."""
        self._forget()
        self._release.stop()
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    @Slot()
    def _look(self) -> None:
        stream, cue = self._stream, self._cue
        if stream is None or cue is None:
            self._watch.stop()
            return
        if not self._handed_over and stream.runs():
            self._handed_over = True
            stream.write(self._clip.pcm)
        waited_s = time.monotonic() - self._called_s
        if self._handed_over and stream.runs():
            self._begin(cue, waited_s)
        elif waited_s > self._patience_s:
            self._lose_patience()

    def _begin(self, cue: object, waited_s: float) -> None:
        self._cue = None
        self._deaf_since_s = 0.0
        self._ends_s = time.monotonic() + self._clip.seconds
        self.began.emit(cue, waited_s * 1000)

    def _lose_patience(self) -> None:
        self.stop()
        now_s = time.monotonic()
        self._deaf_since_s = self._deaf_since_s or now_s
        if now_s - self._deaf_since_s > DEAF_S:
            self.deaf.emit()

    def _forget(self) -> None:
        cue, self._cue = self._cue, None
        self._ends_s = 0.0
        if cue is not None:
            self.lost.emit(cue)


def open_stream(device: QAudioDevice, clip: Clip, parent: QObject) -> Stream | None:
    """A stream for sounds like *clip*, or None when *device* refuses."""
    stream = Stream(device, clip, parent)
    if stream.is_open:
        return stream
    stream.close()
    return None
