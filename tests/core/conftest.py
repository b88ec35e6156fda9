"""Stretches to test with, and what hypothesis needs to invent more of them.

Tests take the samples as fixtures and the invented ones by type: `st.from_type(Routine)`. Test files are no package
and cannot import from each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import strategies as st

from stretch_timer.core.compiling import Wishes, compile_plan
from stretch_timer.core.plan import Plan, Profile
from stretch_timer.core.routine import First, Item, Level, Routine
from stretch_timer.core.session import Session
from stretch_timer.core.speech import estimated_seconds
from stretch_timer.core.stretch import Dose, Laterality, Position, RepRange, Script, Side, Stretch

RoutineOf = Callable[..., Routine]


def stretch(name: str, sides: Laterality, dose: Dose, say: Script | None = None) -> Stretch:
    return Stretch(
        id=name.lower().replace(" ", "-"),
        name=name,
        position=Position.SUPINE,
        sides=sides,
        dose=dose,
        say=say or Script(),
    )


STANDING = stretch(
    "Standing hamstring stretch",
    Laterality.TOGETHER,
    Dose(15, RepRange(4, 4), move_in_s=4, move_out_s=3, set_up_s=8),
    Script(
        set_up=("Feet hip-width apart, knees soft.",),
        move_in="Fold slowly forward from your hips.",
        hold=("Reach only as far as is comfortable.", "Let your arms hang heavy."),
        move_out="Lift your chest halfway.",
        finish="Bend your knees and rise slowly.",
    ),
)
CHAIR = stretch(
    "Chair hamstring stretch",
    Laterality.EACH,
    Dose(15, RepRange(4, 4), move_in_s=3, move_out_s=2, rest_s=3, set_up_s=20, switch_s=12),
    Script(
        set_up=("Rest your {side} heel on the second chair.", "Keep your {other} foot flat on the floor."),
        move_in="Lead with your chest.",
        hold=("Relax your shoulders.",),
        finish="Sit back up.",
        switch=("Put your {side} heel up.",),
    ),
)
BAND = stretch(
    "Band hamstring stretch",
    Laterality.EACH,
    Dose(30, RepRange(2, 2), move_in_s=5, move_out_s=3, rest_s=10, set_up_s=25, switch_s=12),
    Script(set_up=("Loop the band round your {side} foot.",), move_in="Straighten your knee toward the ceiling."),
)
WALL = stretch(
    "Wall hamstring stretch",
    Laterality.TOGETHER,
    Dose(40, RepRange(6, 8), move_in_s=3, move_out_s=2, rest_s=10, set_up_s=30),
    Script(
        set_up=("Sit sideways to the wall and swing your legs up.", "Bring your hips close."),
        move_in="Straighten your knees.",
        hold=("Keep your tailbone heavy on the mat.",),
        move_out="Soften your knees.",
        finish="Bend your knees and roll to one side.",
    ),
)
ROLL = stretch(
    "Lying trunk rotation",
    Laterality.ALTERNATE,
    Dose(5, RepRange(4, 4), move_in_s=2, move_out_s=2, set_up_s=8),
    Script(set_up=("Knees bent and together.",), move_in="Roll both knees to the {side}."),
)
SQUAT = stretch("Banded squat", Laterality.TOGETHER, Dose(4, RepRange(6, 6), moving=True, set_up_s=20))


def routine(*stretches: Stretch, name: str = "Test routine") -> Routine:
    return Routine("test-routine", name, tuple(Item(s, s.dose) for s in stretches), level=Level.BEGINNER)


@pytest.fixture(scope="session")
def standing() -> Stretch:
    """Both legs, 4 x 15 s."""
    return STANDING


@pytest.fixture(scope="session")
def chair() -> Stretch:
    """Leg by leg, 4 x 15 s, 3 s of rest, 12 s to switch."""
    return CHAIR


@pytest.fixture(scope="session")
def band() -> Stretch:
    """Leg by leg, 2 x 30 s, 10 s of rest, 12 s to switch."""
    return BAND


@pytest.fixture(scope="session")
def wall() -> Stretch:
    """Both legs, 6-8 x 40 s, 10 s of rest."""
    return WALL


@pytest.fixture(scope="session")
def roll() -> Stretch:
    """From side to side, 4 x 5 s."""
    return ROLL


@pytest.fixture(scope="session")
def squat() -> Stretch:
    """Moving, 6 x 4 s, nothing in between."""
    return SQUAT


@pytest.fixture(scope="session")
def routine_of() -> RoutineOf:
    """Makes a routine of stretches at their own doses."""
    return routine


@pytest.fixture(scope="session")
def flagship() -> Routine:
    return routine(STANDING, CHAIR, BAND, WALL)


@pytest.fixture(scope="session")
def flagship_plan() -> Plan:
    return compile_plan(routine(STANDING, CHAIR, BAND, WALL))


@pytest.fixture
def session(flagship_plan: Plan) -> Session:
    """The flagship, not yet started.

    0 set-up, 8 move-in, 12 first hold, 27 move-out; 96 the chair's set-up, 116 move-in, 119 its first hold.
    """
    return Session(flagship_plan)


# What hypothesis invents. Words are short and long, with and without sides; times are tenths, down to nothing.

WORDS = (
    "Breathe.",
    "Relax your shoulders",
    "Put your {side} heel on the chair and keep your {other} foot flat.",
    "Lie on your back, bend both knees, and slide your hips as close to the wall as is comfortable. Then rest.",
)


def _tenths(least_s: float, most_s: float) -> st.SearchStrategy[float]:
    return st.integers(round(least_s * 10), round(most_s * 10)).map(lambda tenths: tenths / 10)


def _or_none(most_s: float) -> st.SearchStrategy[float]:
    return st.just(0.0) | _tenths(0.1, 1.5) | _tenths(0.1, most_s)


_words = st.just("") | st.sampled_from(WORDS)
_lines = st.lists(st.sampled_from(WORDS), max_size=3).map(tuple)
_ranges = st.tuples(st.integers(1, 4), st.integers(0, 2)).map(lambda pair: RepRange(pair[0], sum(pair)))
_doses = st.builds(
    Dose,
    hold_s=_tenths(5, 180),
    repeat=_ranges,
    moving=st.booleans(),
    move_in_s=_or_none(10),
    move_out_s=_or_none(10),
    rest_s=_or_none(20),
    set_up_s=_or_none(30),
    switch_s=_or_none(20),
)
_scripts = st.builds(Script, set_up=_lines, move_in=_words, hold=_lines, move_out=_words, finish=_words, switch=_lines)
_stretches = st.builds(
    stretch,
    st.sampled_from(["Cat and cow", "Butterfly", "Standing hamstring stretch with a towel"]),
    st.sampled_from(Laterality),
    _doses,
    _scripts,
)
_items = st.builds(
    lambda one, dose, sides, first: Item(one, dose or one.dose, sides=sides, first=first),
    _stretches,
    st.none() | _doses,
    st.sampled_from(Side),
    st.sampled_from(First),
)
_routines = st.lists(_items, min_size=1, max_size=3).map(lambda items: Routine("invented", "Invented", tuple(items)))


def _slow_voice(text: str) -> float:
    return 1.7 * estimated_seconds(text) + 0.0123


_wishes = st.builds(
    Wishes,
    sides=st.sampled_from(Side),
    targets=st.dictionaries(st.sampled_from(["cat-and-cow", "butterfly"]), st.integers(1, 8)),
    stiffer=st.sampled_from([None, Side.LEFT, Side.RIGHT]),
    profile=st.sampled_from(Profile),
    speech_s=st.sampled_from([estimated_seconds, _slow_voice]),
)
# A session must know the voice its plan was made for; `Session(plan)` knows this one.
_plans = st.builds(
    lambda routine, wishes: compile_plan(routine, replace(wishes, speech_s=estimated_seconds)), _routines, _wishes
)

st.register_type_strategy(Dose, _doses)
st.register_type_strategy(Script, _scripts)
st.register_type_strategy(Stretch, _stretches)
st.register_type_strategy(Routine, _routines)
st.register_type_strategy(Wishes, _wishes)
st.register_type_strategy(Plan, _plans)
