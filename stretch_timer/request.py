"""What is asked of one session, by the command line or by the start page."""

from __future__ import annotations

from dataclasses import dataclass, field

from stretch_timer.core.compiling import Wishes
from stretch_timer.core.routine import Routine


@dataclass(frozen=True, slots=True)
class Request:
    """A session somebody wants.

    Attributes:
        routine: What to follow; None opens the start page.
        speed: How many session seconds pass in one second.
        mute: No voice and no tones.
        log: Whether it is written to the history.
        events: Where each event is written, a file's path or `-`; "" for nowhere.
        resume: Go on with the session that was interrupted.
    """

    routine: Routine | None = None
    wishes: Wishes = field(default_factory=Wishes)
    speed: float = 1.0
    mute: bool = False
    log: bool = True
    events: str = ""
    resume: bool = False
