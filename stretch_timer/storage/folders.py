"""Where settings, the log, one's own routines and rendered speech are kept."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "stretch-timer"
HOME_VARIABLE = "STRETCH_TIMER_HOME"


@dataclass(frozen=True, slots=True)
class Folders:
    """The program's folders. Naming them creates nothing.

    Attributes:
        config: The settings.
        data: The log, and one's own routines and stretches.
        cache: What can be made again, such as rendered speech.
    """

    config: Path
    data: Path
    cache: Path

    @property
    def own_routines(self) -> Path:
        """One's own routines."""
        return self.data / "routines"

    @property
    def own_stretches(self) -> Path:
        """One's own stretches."""
        return self.data / "stretches"

    @classmethod
    def here(cls) -> Folders:
        """This computer's: under `STRETCH_TIMER_HOME` where that is set, else where the platform wants them."""
        home = os.environ.get(HOME_VARIABLE)
        return cls.under(Path(home).expanduser().absolute()) if home else cls._platform()

    @classmethod
    def under(cls, home: Path) -> Folders:
        """All of them in one folder: a portable installation, or a test."""
        return cls(config=home / "config", data=home / "data", cache=home / "cache")

    @classmethod
    def _platform(cls) -> Folders:
        from platformdirs import PlatformDirs  # noqa: PLC0415 - 10 ms of start-up that a portable installation saves

        dirs = PlatformDirs(APP_NAME, appauthor=False)
        return cls(config=dirs.user_config_path, data=dirs.user_data_path, cache=dirs.user_cache_path)
