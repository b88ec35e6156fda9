"""The names of the illustration's colours. What each looks like is the palette's business."""

from __future__ import annotations

from enum import StrEnum, auto


class Role(StrEnum):
    """What a colour is for.

    Suffixes: `_SH` shaded, `_LT` lit, `_FAR` the same thing on the far side of the body.
    """

    BG = auto()
    """The card behind everything."""
    BLOB = auto()
    """The circle on the card."""
    FLOOR = auto()
    SHADOW = auto()
    EDGE = auto()
    """The line round the figure where the theme wants one."""

    SKIN = auto()
    SKIN_SH = auto()
    SKIN_FAR = auto()
    SKIN_FAR_SH = auto()
    CHEEK = auto()
    LID = auto()
    HAIR = auto()
    HAIR_LT = auto()

    TOP = auto()
    TOP_SH = auto()
    TOP_FAR = auto()
    TOP_LT = auto()
    PANTS = auto()
    PANTS_SH = auto()
    PANTS_LT = auto()
    PANTS_FAR = auto()
    PANTS_FAR_SH = auto()
    SHOE = auto()
    SHOE_FAR = auto()
    SOLE = auto()
    SOLE_FAR = auto()

    HOT = auto()
    """The stretched muscle; no other large area may look like it."""
    HOT2 = auto()
    CUE = auto()

    BAND = auto()
    BAND_FAR = auto()
    TOWEL = auto()
    TOWEL_FAR = auto()
    TOWEL_LT = auto()
    MAT = auto()
    MAT_EDGE = auto()
    WALL = auto()
    WALL_FACE = auto()
    ROOM = auto()
    """What is seen through a doorway."""
    ROOM_FLOOR = auto()
    PILLOW = auto()
    PILLOW_SH = auto()
    WOOD = auto()
    WOOD_FAR = auto()
    SEAT = auto()
    SEAT_SH = auto()
    DESK = auto()
    DESK_SH = auto()
    SCREEN = auto()
    SCREEN_LT = auto()
