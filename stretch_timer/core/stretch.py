"""What a stretch is: its dose, its words, its sides and who should leave it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

LONGEST_S = 600.0
"""The longest a single hold or move may be, in seconds."""
LONGEST_PAUSE_S = 300.0
"""The longest set-up, rest, switch or way in and out, in seconds."""
MOST_REPS = 50


class Side(StrEnum):
    """The leg that works."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> Side:
        """The opposite leg; both legs have no opposite and give themselves."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)


class Laterality(StrEnum):
    """How a stretch uses the two legs."""

    TOGETHER = "together"
    """Both at once: one block."""
    EACH = "each"
    """One leg's whole block, a switch, the other leg's whole block."""
    ALTERNATE = "alternate"
    """One repetition a leg, in turn."""


class Position(StrEnum):
    """How the body is placed."""

    STANDING = "standing"
    SEATED = "seated"
    SUPINE = "supine"
    PRONE = "prone"
    KNEELING = "kneeling"


class Condition(StrEnum):
    """What a person can tell about themselves; the keys of a profile and of `avoid` and `care`."""

    EMERGENCY_SIGNS = "emergency-signs"
    DISC_INJURY = "disc-injury"
    WORSE_BENDING = "worse-bending"
    SCIATICA = "sciatica"
    BACK_SURGERY = "back-surgery"
    PREGNANCY = "pregnancy"
    OSTEOPOROSIS = "osteoporosis"
    HIP_SURGERY = "hip-surgery"
    HAMSTRING_INJURY = "hamstring-injury"
    STENOSIS_OR_LISTHESIS = "stenosis-or-listhesis"
    EYE_OR_BLOOD_PRESSURE = "eye-or-blood-pressure"
    KNEE = "knee"
    WRIST = "wrist"
    SHOULDER = "shoulder"
    BALANCE = "balance"
    LATEX = "latex"
    OLDER_OR_SUPERVISED = "older-or-supervised"


@dataclass(frozen=True, slots=True)
class RepRange:
    """A number of repetitions a side: `fewest` is complete, `most` is the ceiling."""

    fewest: int
    most: int

    def __post_init__(self) -> None:
        if not 1 <= self.fewest <= self.most <= MOST_REPS:
            raise ValueError(f"repeat must be 1 to {MOST_REPS}, such as 4 or 6-8, not {self}")

    def __str__(self) -> str:
        return f"{self.fewest}" if self.fewest == self.most else f"{self.fewest}-{self.most}"


@dataclass(frozen=True, slots=True)
class Dose:
    """How often and how long one stretch is done.

    Attributes:
        hold_s: Seconds a repetition is held or, if `moving`, takes; above 0, at most `LONGEST_S`.
        repeat: Repetitions a side.
        moving: The repetition is one slow movement there and back (cat-cow, squat) instead of a hold.
        move_in_s: Seconds from the start position into the hold.
        move_out_s: Seconds back.
        rest_s: Seconds between two repetitions of the same side.
        set_up_s: Seconds to get into position; grows where what is said needs longer.
        switch_s: Seconds to change sides; grows as `set_up_s` does.
    """

    hold_s: float
    repeat: RepRange
    moving: bool = False
    move_in_s: float = 0.0
    move_out_s: float = 0.0
    rest_s: float = 0.0
    set_up_s: float = 10.0
    switch_s: float = 0.0

    def __post_init__(self) -> None:
        # Written so that NaN fails too: YAML can spell it.
        if not 0 < self.hold_s <= LONGEST_S:
            name = "move" if self.moving else "hold"
            raise ValueError(f"{name} must be above 0 s, at most {LONGEST_S:g} s, not {self.hold_s:g} s")
        for name in ("move_in_s", "move_out_s", "rest_s", "set_up_s", "switch_s"):
            seconds = getattr(self, name)
            if not 0 <= seconds <= LONGEST_PAUSE_S:
                key = name.removesuffix("_s").replace("_", "-")
                raise ValueError(f"{key} must be 0 s to {LONGEST_PAUSE_S:g} s, not {seconds:g} s")


@dataclass(frozen=True, slots=True)
class Script:
    """What is said, and shown as captions. `{side}` and `{other}` become left and right.

    Attributes:
        set_up: Getting into position, one sentence each.
        move_in: Going into the first hold.
        hold: Said in turn, one a repetition.
        move_out: Coming out between two repetitions.
        finish: Coming out of the last repetition of a side.
        switch: What to do to change sides, after "Switch to your left leg".
    """

    set_up: tuple[str, ...] = ()
    move_in: str = ""
    hold: tuple[str, ...] = ()
    move_out: str = ""
    finish: str = ""
    switch: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Muscles:
    """What is stretched or worked: first of all, and also."""

    primary: tuple[str, ...] = ()
    secondary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch or exercise, as its file describes it.

    Attributes:
        id: The file's name without `.yaml`.
        sides: How the two legs are used.
        equipment: What it cannot be done without.
        helpful: What makes it more comfortable.
        avoid: Answers that leave it out.
        care: Answers that call for its note.
        variants: Complete stretches, by the variant's name; each has the same id and no variants of its own.
        figure: The illustration's data as written in the file; the figure room reads it.
        figure_base: The stretch's own illustration, for a variant whose `figure` says only what differs from it.
        sources: Where each number comes from: keys of `sources.yaml`.
    """

    id: str
    name: str
    position: Position
    sides: Laterality
    dose: Dose
    say: Script = field(default_factory=Script)
    also: tuple[str, ...] = ()
    muscles: Muscles = field(default_factory=Muscles)
    equipment: tuple[str, ...] = ()
    helpful: tuple[str, ...] = ()
    start: str = ""
    feel: str = ""
    breathing: str = ""
    mistakes: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    easier: str = ""
    harder: str = ""
    avoid: tuple[Condition, ...] = ()
    care: tuple[Condition, ...] = ()
    note: str = ""
    variants: Mapping[str, Stretch] = field(default_factory=dict)
    figure: Mapping[str, object] | None = None
    figure_base: Mapping[str, object] | None = None
    picture: str = ""
    sources: tuple[str, ...] = ()
