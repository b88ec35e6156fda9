"""What the tests of the log share: a short plan, a log on disk, and a session that is walked through by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from stretch_timer.core.compiling import compile_plan
from stretch_timer.core.events import SessionFinished
from stretch_timer.core.routine import Item, Routine
from stretch_timer.core.session import Session
from stretch_timer.core.stretch import Dose, Laterality, Position, RepRange, Stretch
from stretch_timer.storage.history import History
from stretch_timer.storage.recorder import Recorder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from stretch_timer.core.events import Event
    from stretch_timer.core.plan import Plan
    from stretch_timer.storage.unfinished import Unfinished

WALL = Stretch(
    "wall-hamstring",
    "Wall hamstring stretch",
    Position.SUPINE,
    Laterality.TOGETHER,
    Dose(20, RepRange(2, 3), move_in_s=3, move_out_s=2, rest_s=5, set_up_s=10),
    figure={"pose": [1, 2.5, {"knee": None}]},
)
CHAIR = Stretch(
    "chair-hamstring",
    "Chair hamstring stretch",
    Position.SEATED,
    Laterality.EACH,
    Dose(10, RepRange(2, 2), set_up_s=10, switch_s=6),
)
START = datetime(2026, 11, 22, 9, 40, tzinfo=timezone(timedelta(hours=1)))


class Walk:
    """A session and its recorder, in a world where time passes only when it is told to.

    Attributes:
        now: Seconds on the session's clock.
        troubles: What the recorder complained about.
        events: What happened.
    """

    def __init__(self, plan: Plan, began: datetime = START, speed: float = 1.0) -> None:
        self.session = Session(plan)
        self.began, self.speed, self.now = began, speed, 0.0
        self.events: list[Event] = []
        self.troubles: list[str] = []

    def begin(self, history: History, discomfort: int | None = None) -> Walk:
        self.recorder = Recorder.begin(
            history, speed=self.speed, wall=self.wall, trouble=self.troubles.append, discomfort_before=discomfort
        )
        return self

    def resume(self, history: History, unfinished: Unfinished) -> Walk:
        self.recorder = Recorder.resume(
            history, unfinished, speed=self.speed, wall=self.wall, trouble=self.troubles.append
        )
        self.session = Session.restore(unfinished.plan, unfinished.progress, self.now, paused=True)
        return self

    def wall(self) -> datetime:
        return self.began + timedelta(seconds=self.now / self.speed)

    def tell(self, events: list[Event]) -> None:
        self.events += events
        for event in events:
            self.recorder.happened(event, self.session, self.now)

    def do(self, command: str) -> None:
        self.tell(getattr(self.session, command)(self.now))

    def go(self, seconds: float, step_s: float = 1.0) -> None:
        """Let *seconds* pass, with a mark every *step_s*."""
        end = self.now + seconds
        while self.now < end:
            self.now = min(end, self.now + step_s)
            self.tell(self.session.tick(self.now))
            self.recorder.mark(self.session, self.now)

    def finish(self) -> SessionFinished:
        self.go(self.session.total_remaining_s(self.now) + 10)
        return self.finished

    @property
    def finished(self) -> SessionFinished:
        (event,) = (event for event in self.events if isinstance(event, SessionFinished))
        return event

    def die(self) -> None:
        """What the operating system does for a process that is killed."""
        self.recorder.close()


@pytest.fixture
def plan() -> Plan:
    items = tuple(Item(stretch, stretch.dose) for stretch in (WALL, CHAIR))
    return compile_plan(Routine("short", "Short: wall, chair", items))


@pytest.fixture
def log_path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.db"


@pytest.fixture
def history(log_path: Path) -> Iterator[History]:
    with History.open(log_path) as history:
        yield history
        assert history.database.query("PRAGMA foreign_key_check") == []
        assert history.database.query("PRAGMA integrity_check")[0][0] == "ok"


@pytest.fixture
def walk(plan: Plan, history: History) -> Callable[..., Walk]:
    """A session that has begun, so many days after the first one."""

    def begun(days: float = 0, discomfort: int | None = None, speed: float = 1.0) -> Walk:
        walk = Walk(plan, START + timedelta(days=days), speed).begin(history, discomfort)
        walk.do("start")
        return walk

    return begun


@pytest.fixture
def resumed(plan: Plan, history: History) -> Callable[..., Walk]:
    """The unfinished session, gone on with in a new process an hour later: its clock shows something else."""

    def again(unfinished: Unfinished, speed: float = 1.0) -> Walk:
        walk = Walk(plan, unfinished.marked_at.astimezone(UTC) + timedelta(hours=1), speed)
        walk.now = 5000.0
        return walk.resume(history, unfinished)

    return again
