"""A routine made to fit the minutes there are, without ever cutting one side of a stretch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stretch_timer.core.plan import LeftOut, PlanError

if TYPE_CHECKING:
    from collections.abc import Callable

    from stretch_timer.core.plan import PlannedItem

    Items = dict[int, PlannedItem]

BECAUSE = "minutes"


def fit(
    planned: tuple[PlannedItem, ...], budget_s: float, length_s: Callable[[PlannedItem], float]
) -> tuple[tuple[PlannedItem, ...], tuple[LeftOut, ...]]:
    """The items with fewer repetitions, or fewer items, so that they last at most *budget_s* seconds.

    First every repetition above half of its target may go, one at a time from the longest item; then whole items go,
    the one with the least stretching for its time first; then repetitions come back as far as they fit. Both sides
    always keep the same number.

    Raises:
        PlanError: Not even one repetition of the shortest item fits.
    """
    fitting = _Fitting(planned, budget_s, length_s)
    fitting.take_reps()
    fitting.take_items()
    fitting.give_reps_back()
    left_out = (one.item.stretch.id for i, one in enumerate(planned) if i not in fitting.kept)
    return tuple(fitting.kept.values()), tuple(LeftOut(stretch, BECAUSE) for stretch in left_out)


class _Fitting:
    """The items kept so far, by their place in the routine, and how long each takes."""

    def __init__(
        self, planned: tuple[PlannedItem, ...], budget_s: float, length_s: Callable[[PlannedItem], float]
    ) -> None:
        self._planned = planned
        self._budget_s = budget_s
        self._measure = length_s
        self.kept: Items = dict(enumerate(planned))
        self._lengths_s = {i: length_s(one) for i, one in self.kept.items()}

    def _spare_s(self) -> float:
        return self._budget_s - sum(self._lengths_s.values())

    def _set_reps(self, i: int, reps: int) -> None:
        self.kept[i] = replace(self.kept[i], reps=dict.fromkeys(self.kept[i].reps, reps))
        self._lengths_s[i] = self._measure(self.kept[i])

    def take_reps(self) -> None:
        while self._spare_s() < 0:
            shortenable = [i for i, one in self.kept.items() if one.target > (self._planned[i].target + 1) // 2]
            if not shortenable:
                return
            longest = max(shortenable, key=self._lengths_s.__getitem__)
            self._set_reps(longest, self.kept[longest].target - 1)

    def take_items(self) -> None:
        while self._spare_s() < 0 and len(self.kept) > 1:
            least = min(self.kept, key=lambda i: _work_s(self.kept[i]) / self._lengths_s[i])
            del self.kept[least], self._lengths_s[least]
        if self._spare_s() < 0:
            self._keep_the_shortest()

    def _keep_the_shortest(self) -> None:
        """The one item that is shortest when done once, or the sentence that says how long that takes."""
        self.kept = dict(enumerate(self._planned))
        for i in self.kept:
            self._set_reps(i, 1)
        shortest = min(self.kept, key=self._lengths_s.__getitem__)
        if self._lengths_s[shortest] > self._budget_s:
            name, minutes = self.kept[shortest].item.stretch.name, self._lengths_s[shortest] / 60
            raise PlanError(
                f"nothing of this routine fits into {self._budget_s / 60:g} min: "
                f"the shortest, {name}, done once, takes {minutes:.1f} min"
            )
        self.kept = {shortest: self.kept[shortest]}
        self._lengths_s = {shortest: self._lengths_s[shortest]}

    def give_reps_back(self) -> None:
        """One at a time to whichever item has the least of its target, while they fit."""
        waiting = set(self.kept)
        while waiting := {i for i in waiting if self.kept[i].target < self._planned[i].target}:
            neediest = min(sorted(waiting), key=lambda i: self.kept[i].target / self._planned[i].target)
            self._set_reps(neediest, self.kept[neediest].target + 1)
            if self._spare_s() < 0:
                self._set_reps(neediest, self.kept[neediest].target - 1)
                waiting.remove(neediest)


def _work_s(one: PlannedItem) -> float:
    """Seconds of holding, all sides together."""
    return sum(one.reps.values()) * one.item.dose.hold_s
