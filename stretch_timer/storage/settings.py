"""What the person has chosen, in `settings.json`: what cannot be read is never written over."""
# Without `from __future__ import annotations`: msgspec reads the annotations while the program runs.

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from stretch_timer.storage.folders import Folders
from stretch_timer.storage.wording import either

NAME = "settings.json"
SKINS = ("light", "medium", "tan", "deep")
HAIRS = ("bun", "short")
BUILDS = ("slim", "sturdy")
_WANTED = {
    "figure": "an object",
    "figure.skin": either(SKINS),
    "figure.hair": either(HAIRS),
    "figure.build": either(BUILDS),
    "figure.surprise": "true or false",
    "figure.reduced_motion": "true, false or null",
}
"""What each key may be, in words."""


def _one_of(words: tuple[str, ...]) -> Meta:
    return Meta(pattern=f"^({'|'.join(words)})\\Z")


class FigureSettings(Struct, frozen=True):
    """How the figure looks and moves.

    Attributes:
        surprise: Somebody else every day, whatever the other keys say.
        reduced_motion: Key poses only; None where the person has never said.
    """

    skin: Annotated[str, _one_of(SKINS)] = "medium"
    hair: Annotated[str, _one_of(HAIRS)] = "bun"
    build: Annotated[str, _one_of(BUILDS)] = "slim"
    surprise: bool = False
    reduced_motion: bool | None = None


class Settings(Struct, frozen=True):
    """Everything that is chosen once and kept."""

    figure: FigureSettings = FigureSettings()


@dataclass(frozen=True, slots=True)
class Reading:
    """The settings as far as they could be read.

    Attributes:
        problem: Why they are the usual ones instead of the file's, in one sentence, or "".
        written: Everything in the file, also what this version knows nothing of.
    """

    settings: Settings
    problem: str
    written: Mapping[str, Any]


class SettingsFile:
    """The file of the settings; it is made when something is first saved."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def here(cls) -> "SettingsFile":
        """This computer's."""
        return cls(Folders.here().config / NAME)

    def read(self) -> Reading:
        """The settings; the usual ones where there is no file, or none that can be used."""
        try:
            written = json.loads(self.path.read_bytes())
            return Reading(msgspec.convert(written, Settings), "", written)
        except FileNotFoundError:
            return Reading(Settings(), "", {})
        except OSError as error:
            reason = error.strerror or str(error)
        except msgspec.ValidationError as error:
            reason = _reason(error)
        except (ValueError, RecursionError):  # not JSON, not text, or nested without end
            reason = "it is damaged"
        return Reading(Settings(), f"{self.path} is not used, the usual settings are: {reason}.", {})

    def save(self, settings: Settings) -> None:
        """Write *settings*; keys this version does not know stay, and a file that cannot be read is kept aside.

        Raises:
            OSError: They cannot be written; what was there before still is.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        before = self.read()
        # A link, as those who keep their settings in a repository have, stays one.
        target = self.path if before.problem else self.path.resolve()
        text = json.dumps(_merged(before.written, msgspec.to_builtins(settings)), indent=2) + "\n"
        # Made whole beside it and put in its place in one step: nobody ever meets half a file.
        handle, part = tempfile.mkstemp(prefix=f"{NAME}.", suffix=".part", dir=target.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if before.problem:
                self._keep_aside()
            Path(part).replace(target)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise

    def _keep_aside(self) -> None:
        names = (self.path.with_name(f"{NAME}.damaged-{number}") for number in count(1))
        self.path.rename(next(name for name in names if not name.exists()))


def _reason(error: msgspec.ValidationError) -> str:
    """What is wrong with a value, in words of the file: msgspec ends its own with the way to it."""
    key = str(error).rpartition("`$.")[2].removesuffix("`")
    return f"{key} must be {_WANTED[key]}" if key in _WANTED else "it is no object"


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    return {**old, **{key: _merged(old.get(key, {}), v) if isinstance(v, dict) else v for key, v in new.items()}}
