"""What each role of colour looks like in each theme, before a character puts on their own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from stretch_timer.figure.roles import Role

Palette = Mapping[Role, str]
"""Every role as #RRGGBB."""


class Theme(StrEnum):
    """The window's theme, as far as the illustration cares."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST_LIGHT = "high-contrast-light"
    HIGH_CONTRAST_DARK = "high-contrast-dark"

    @property
    def is_dark(self) -> bool:
        """Whether the card is dark."""
        return self in {Theme.DARK, Theme.HIGH_CONTRAST_DARK}

    @property
    def has_edges(self) -> bool:
        """Whether a line is drawn round the figure."""
        return self in {Theme.HIGH_CONTRAST_LIGHT, Theme.HIGH_CONTRAST_DARK}


_TABLE = """
bg           F6F1E9 171B24
blob         ECE4D7 202734
floor        E8DECF 242B39
shadow       7A6856 05070B
edge         1D2321 ECEFED
skin         E9B493 DFA583
skin_sh      D6987A C58769
skin_far     D29A7D B37C62
skin_far_sh  BF866B 99684F
cheek        EFA084 E08E70
lid          2E2A33 1A1720
hair         4B352E 6E4E42
hair_lt      66493F 86604F
top          5FA8A3 69B7B0
top_sh       4A918D 529C96
top_far      438683 457F7C
top_lt       73B8B2 7FC8C1
pants        3D4A7A 6A7CBB
pants_sh     323E69 596AA5
pants_lt     4B5A8E 7F90CC
pants_far    2B3558 46548A
pants_far_sh 232C4A 3B477A
shoe         F08A6B E0866A
shoe_far     C96F55 A9634E
sole         FFFFFF E8E8EC
sole_far     DAD6CF A9A6A2
hot          FF7A4D FF8152
hot2         FFD3B5 FFE0CB
cue          E2603A FF9468
band         F0B23E F3BC4F
band_far     CE9128 B98A33
towel        8DB9D6 8DB9D6
towel_far    6F9CBA 5D86A3
towel_lt     D9EAF4 CFE3EF
mat          B9D3C8 35545A
mat_edge     9CBDB0 294349
wall         E1D4C1 2F3746
wall_face    EDE3D5 3A4454
room         D3C4AE 11151D
room_floor   C9B89F 1A2029
pillow       FFFFFF D8DADF
pillow_sh    DDD6CB A9AFBA
wood         CFA06E A47B55
wood_far     A67B52 6A4E37
seat         8FA7B8 5B7285
seat_sh      7890A2 4B6072
desk         D9B48A 8F704F
desk_sh      BE9669 6F563D
screen       47506B 0E1119
screen_lt    8FB7C9 4F7B91
"""

# Things of the room turn grey on a plain card, so that only the person and the muscle have colour.
_PLAIN_TABLE = """
bg           FFFFFF 000000
blob         FFFFFF 000000
floor        E6E6E6 262626
shadow       808080 595959
edge         000000 FFFFFF
hot          FF6A1F FF6A1F
hot2         FFFFFF 000000
cue          B02A00 FF9E57
band         FFC400 FFD400
band_far     C79000 C7A000
towel        5FA0D6 8CC6F5
towel_far    3F7CAE 5D97C6
mat          BDBDBD 4D4D4D
mat_edge     767676 8C8C8C
wall         BDBDBD 404040
wall_face    767676 A6A6A6
room         8C8C8C 1A1A1A
room_floor   767676 0D0D0D
pillow       D9D9D9 E6E6E6
pillow_sh    8C8C8C A6A6A6
wood         767676 A6A6A6
wood_far     9E9E9E 6E6E6E
seat         9E9E9E 8C8C8C
seat_sh      767676 6E6E6E
desk         9E9E9E 8C8C8C
desk_sh      767676 6E6E6E
screen       262626 0D0D0D
screen_lt    595959 BDBDBD
"""


def _column(table: str, column: int) -> dict[Role, str]:
    rows = (line.split() for line in table.strip().splitlines())
    return {Role(row[0]): f"#{row[column]}" for row in rows}


THEMES: Mapping[Theme, Palette] = MappingProxyType(
    {
        Theme.LIGHT: MappingProxyType(_column(_TABLE, 1)),
        Theme.DARK: MappingProxyType(_column(_TABLE, 2)),
        Theme.HIGH_CONTRAST_LIGHT: MappingProxyType(_column(_TABLE, 1) | _column(_PLAIN_TABLE, 1)),
        Theme.HIGH_CONTRAST_DARK: MappingProxyType(_column(_TABLE, 2) | _column(_PLAIN_TABLE, 2)),
    },
)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of #RRGGBB."""
    value = int(colour[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255


def blended(a: str, b: str, t: float) -> str:
    """The colour *t* of the way from *a* to *b*."""
    mixed = (round(x + (y - x) * t) for x, y in zip(channels(a), channels(b), strict=True))
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def luminance(colour: str) -> float:
    """Relative luminance of *colour*, 0 black to 1 white (WCAG 2)."""
    red, green, blue = ((c / 255 / 12.92) if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels(colour))  # noqa: PLR2004 (WCAG's)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2)."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
