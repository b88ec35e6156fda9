"""Themes and characters."""

from __future__ import annotations

import datetime as dt
import re
from itertools import product

import pytest

from stretch_timer.figure.characters import Character, HairColour, Outfit, Skin, of_the_day, palette
from stretch_timer.figure.outline_head import Hair
from stretch_timer.figure.palette import THEMES, Theme, blended, contrast, luminance
from stretch_timer.figure.roles import Role

EVERYBODY = [Character(s, h, o, c) for s, h, o, c in product(Skin, Hair, Outfit, HairColour)]
FAR_OF_NEAR = [(role, Role(f"{role}_far")) for role in Role if f"{role}_far" in set(Role)]


@pytest.mark.parametrize("theme", Theme)
def test_every_role_has_a_colour_in_every_theme(theme: Theme) -> None:
    assert set(THEMES[theme]) == set(Role)
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in THEMES[theme].values())


@pytest.mark.parametrize("character", EVERYBODY)
def test_far_parts_are_darker_in_both_themes(character: Character) -> None:
    for theme in (Theme.LIGHT, Theme.DARK):
        colours = palette(theme, character)
        for near, far in FAR_OF_NEAR:
            assert luminance(colours[far]) < luminance(colours[near]), (theme, near)


@pytest.mark.parametrize("theme", Theme)
def test_everybody_has_every_role(theme: Theme) -> None:
    for character in EVERYBODY:
        assert set(palette(theme, character)) == set(Role)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_body_stands_out_from_the_card(theme: Theme) -> None:
    for character in EVERYBODY:
        colours = palette(theme, character)
        assert contrast(colours[Role.PANTS], colours[Role.BG]) > 2.5
        assert contrast(colours[Role.HAIR], colours[Role.BG]) > 2.0


def test_the_stretched_muscle_stands_out_from_every_pair_of_trousers() -> None:
    for theme, character in product(Theme, EVERYBODY):
        colours = palette(theme, character)
        assert contrast(colours[Role.HOT], colours[Role.PANTS]) > 1.3
        assert contrast(colours[Role.HOT2], colours[Role.HOT]) > 1.5


@pytest.mark.parametrize("theme", [Theme.HIGH_CONTRAST_LIGHT, Theme.HIGH_CONTRAST_DARK])
def test_high_contrast_has_a_plain_card_and_the_strongest_line(theme: Theme) -> None:
    colours = THEMES[theme]
    assert theme.has_edges
    assert contrast(colours[Role.EDGE], colours[Role.BG]) == pytest.approx(21)


def test_the_lines_are_for_high_contrast_only() -> None:
    assert not Theme.LIGHT.has_edges
    assert not Theme.DARK.has_edges


def test_blending_begins_and_ends_at_its_colours() -> None:
    assert blended("#102030", "#F0E0D0", 0.0) == "#102030"
    assert blended("#102030", "#F0E0D0", 1.0) == "#F0E0D0"


def test_the_surprise_lasts_all_day_and_changes_overnight() -> None:
    today = dt.date(2025, 3, 1).toordinal()
    assert of_the_day(today) == of_the_day(today)
    assert of_the_day(today) != of_the_day(today + 1)


def test_everyone_has_their_turn() -> None:
    assert len({of_the_day(day) for day in range(8)}) == 8
