"""Records one session after another in the log that is named, until it is killed; tells each hold that is saved."""

from __future__ import annotations

import sys
from pathlib import Path

from stretch_timer.core.compiling import compile_plan
from stretch_timer.core.events import HoldEnded
from stretch_timer.core.routine import Item, Routine
from stretch_timer.core.session import Session
from stretch_timer.core.stretch import Dose, Laterality, Position, RepRange, Stretch
from stretch_timer.storage.history import History
from stretch_timer.storage.recorder import Recorder

STEP_S = 0.7
ROLL = Stretch(
    "roll", "Roll", Position.SUPINE, Laterality.ALTERNATE, Dose(5, RepRange(50, 50), move_in_s=1, set_up_s=5)
)


def main() -> None:
    plan = compile_plan(Routine("rolls", "Rolls", tuple([Item(ROLL, ROLL.dose)] * 20)))
    with History.open(Path(sys.argv[1])) as history:
        recorder = Recorder.begin(history, trouble=sys.exit)
        session = Session(plan)
        now = 0.0
        events = session.start(now)
        while True:
            for event in events:
                recorder.happened(event, session, now)
            recorder.mark(session, now)
            for event in events:
                if isinstance(event, HoldEnded):
                    print(recorder.session_id, float(event.held_s), flush=True)  # noqa: T201 - what the test reads
            now += STEP_S
            events = session.tick(now)


if __name__ == "__main__":
    main()
