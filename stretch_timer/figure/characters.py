"""Who exercises: skin, hair, outfit, build. The bones are everyone's, so that everyone fits every stretch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from stretch_timer.figure.builds import Build
from stretch_timer.figure.outline_head import Hair
from stretch_timer.figure.palette import THEMES, blended
from stretch_timer.figure.roles import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stretch_timer.figure.palette import Palette, Theme


class Skin(StrEnum):
    """A skin tone."""

    LIGHT = "light"
    MEDIUM = "medium"
    TAN = "tan"
    DEEP = "deep"


class Outfit(StrEnum):
    """What is worn, by the colour of the tee."""

    TEAL = "teal"
    MUSTARD = "mustard"
    LAVENDER = "lavender"
    SAND = "sand"


class HairColour(StrEnum):
    """The colour of the hair."""

    BROWN = "brown"
    BLACK = "black"
    BLONDE = "blonde"
    RED = "red"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Character:
    """A person."""

    skin: Skin = Skin.MEDIUM
    hair: Hair = Hair.BUN
    outfit: Outfit = Outfit.TEAL
    hair_colour: HairColour = HairColour.BROWN
    build: Build = Build.SLIM


_SKIN_ROLES = (Role.SKIN, Role.SKIN_SH, Role.SKIN_FAR, Role.SKIN_FAR_SH, Role.CHEEK)
_SKINS: Mapping[Skin, str] = {
    Skin.LIGHT: "F3C9AC E0A888 DCAC8E C9987C EFA38C",
    Skin.TAN: "C68E66 AE7752 AE7A56 996848 CF7F5E",
    Skin.DEEP: "8D5D40 774B32 7A4F36 67412B A5614A",
}
_TOP_ROLES = (Role.TOP, Role.TOP_SH, Role.TOP_FAR, Role.TOP_LT)
_PANTS_ROLES = (Role.PANTS, Role.PANTS_SH, Role.PANTS_LT, Role.PANTS_FAR, Role.PANTS_FAR_SH)
_SHOE_ROLES = (Role.SHOE, Role.SHOE_FAR)
_OUTFIT_ROLES = (*_TOP_ROLES, *_PANTS_ROLES, *_SHOE_ROLES)
_OUTFITS: Mapping[Outfit, str] = {
    Outfit.MUSTARD: "E2B458 C99A40 BC9140 EBC374 4B505E 3F4350 5B6170 353944 2C2F39 7FB3C8 5F93A9",
    Outfit.LAVENDER: "A79BD3 8D80BE 7F73AD B7ACDE 2F6168 265157 3D747B 21464C 1B3A3F F2C14E D0A136",
    Outfit.SAND: "DDD3C4 C4B8A6 B5A997 E8E0D4 3D4A7A 323E69 4B5A8E 2B3558 232C4A 5FA8A3 438683",
}
_HAIR_COLOURS: Mapping[HairColour, str] = {
    HairColour.BLACK: "2B2523",
    HairColour.BLONDE: "C98F43",
    HairColour.RED: "93492C",
    HairColour.GREY: "9A938E",
}
WHITE, BLACK = "#FFFFFF", "#000000"
TROUSERS_LIFT = 0.25
HAIR_LIFT = 0.2
"""How much lighter trousers and hair are on a dark card, which they would sink into."""
FAR_DROP = 0.12
"""How much darker the far side of what is worn is on a dark card."""
SHINE = 0.14


@lru_cache(maxsize=32)
def palette(theme: Theme, character: Character) -> Palette:
    """The colours of *theme* with *character* in it."""
    colours = dict(THEMES[theme])
    if character.skin in _SKINS:
        colours.update(_skin(character.skin, theme))
    if character.outfit in _OUTFITS:
        colours.update(_outfit(character.outfit, theme))
    if character.hair_colour in _HAIR_COLOURS:
        colours.update(_hair(character.hair_colour, theme))
    return MappingProxyType(colours)


def _codes(roles: tuple[Role, ...], codes: str) -> dict[Role, str]:
    return {role: f"#{code}" for role, code in zip(roles, codes.split(), strict=True)}


def _skin(skin: Skin, theme: Theme) -> dict[Role, str]:
    colours = _codes(_SKIN_ROLES, _SKINS[skin])
    return _dimmed(colours, (Role.SKIN_FAR, Role.SKIN_FAR_SH)) if theme.is_dark else colours


def _outfit(outfit: Outfit, theme: Theme) -> dict[Role, str]:
    colours = _codes(_OUTFIT_ROLES, _OUTFITS[outfit])
    if not theme.is_dark:
        return colours
    lifted = colours | {role: blended(colours[role], WHITE, TROUSERS_LIFT) for role in _PANTS_ROLES}
    return _dimmed(lifted, (Role.TOP_FAR, Role.PANTS_FAR, Role.PANTS_FAR_SH, Role.SHOE_FAR))


def _dimmed(colours: dict[Role, str], roles: tuple[Role, ...]) -> dict[Role, str]:
    return colours | {role: blended(colours[role], BLACK, FAR_DROP) for role in roles}


def _hair(hair: HairColour, theme: Theme) -> dict[Role, str]:
    colour = f"#{_HAIR_COLOURS[hair]}"
    if theme.is_dark:
        colour = blended(colour, WHITE, HAIR_LIFT)
    return {Role.HAIR: colour, Role.HAIR_LT: blended(colour, WHITE, SHINE)}


_CAST: tuple[Character, ...] = (
    Character(Skin.MEDIUM, Hair.BUN, Outfit.TEAL, HairColour.BROWN),
    Character(Skin.DEEP, Hair.SHORT, Outfit.LAVENDER, HairColour.BLACK, Build.STURDY),
    Character(Skin.LIGHT, Hair.BUN, Outfit.MUSTARD, HairColour.RED),
    Character(Skin.TAN, Hair.SHORT, Outfit.SAND, HairColour.BLACK),
    Character(Skin.LIGHT, Hair.SHORT, Outfit.TEAL, HairColour.GREY, Build.STURDY),
    Character(Skin.DEEP, Hair.BUN, Outfit.MUSTARD, HairColour.BLACK),
    Character(Skin.TAN, Hair.BUN, Outfit.LAVENDER, HairColour.BROWN, Build.STURDY),
    Character(Skin.MEDIUM, Hair.SHORT, Outfit.SAND, HairColour.BLONDE),
)
STEP = 3
"""Coprime to the size of the cast: neighbouring days differ, and everyone has their turn."""


def of_the_day(ordinal: int) -> Character:
    """The surprise of a day, by its ordinal as `date.toordinal` counts: the same all day, another tomorrow."""
    return _CAST[ordinal * STEP % len(_CAST)]
