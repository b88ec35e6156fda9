"""How quickly the command answers, as whole processes: the median of several runs, and the ratio to a bare Python."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 11
BARE = ("-c", "pass")
CALLS = {
    "stretch-timer --version": (("-m", "stretch_timer", "--version"), 0.15),
    "stretch-timer plan hamstring-lower-back": (("-m", "stretch_timer", "plan", "hamstring-lower-back"), 0.25),
}


def seconds(arguments: tuple[str, ...], home: str) -> float:
    """The median of RUNS runs of Python with *arguments*, after one that fills the disk's cache."""
    taken = []
    for _ in range(RUNS + 1):
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, *arguments], env={"STRETCH_TIMER_HOME": home}, stdout=subprocess.DEVNULL, check=True
        )
        taken.append(time.perf_counter() - began)
    return statistics.median(taken[1:])


def main() -> int:
    """Print one line a call; 1 if one is over its target."""
    over = 0
    with tempfile.TemporaryDirectory() as home:
        bare_s = seconds(BARE, home)
        print(f"{'a bare Python':<42} {bare_s:6.3f} s")
        for name, (arguments, target_s) in CALLS.items():
            taken_s = seconds(arguments, home)
            over |= taken_s > target_s
            print(f"{name:<42} {taken_s:6.3f} s, {taken_s / bare_s:.1f} times a bare Python (target {target_s} s)")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
