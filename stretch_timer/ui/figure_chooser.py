"""The dialog that asks who is drawn, and how much it moves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
)

from stretch_timer.figure.builds import Build
from stretch_timer.figure.characters import Character, Skin
from stretch_timer.figure.outline_head import Hair
from stretch_timer.figure.palette import Theme
from stretch_timer.ui.figure_preview import FigurePreview

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

T = TypeVar("T", Skin, Hair, Build)


@dataclass(frozen=True, slots=True)
class FigureChoice:
    """What somebody wants of the figure.

    Attributes:
        character: Who it is, on a day without a surprise.
        surprise: Somebody else every day.
        reduced: Key poses only, no movement.
    """

    character: Character
    surprise: bool = False
    reduced: bool = False


class FigureChooser(QDialog):
    """Asks for a `FigureChoice`; nothing is told when it is closed or left with Esc.

    Args:
        choice: What is chosen so far.
        today: Who a surprise would bring today.
        theme: What the preview is painted in.
        parent: The window it belongs to.
    """

    chosen = Signal(object)  # FigureChoice

    def __init__(
        self, choice: FigureChoice, today: Character, theme: Theme = Theme.LIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("The figure")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before, self._today = choice.character, today
        self.skin = _Radios("Skin", Skin, choice.character.skin)
        self.hair = _Radios("Hair", Hair, choice.character.hair)
        self.build = _Radios("Build", Build, choice.character.build)
        self.surprise = QCheckBox("Surprise me each day")
        self.surprise.setChecked(choice.surprise)
        self.reduced = QCheckBox("Less motion")
        self.reduced.setChecked(choice.reduced)
        self.reduced.setAccessibleDescription("Shows the poses one after the other, without movement")
        self.preview = FigurePreview(choice.character, theme)
        self._radios = (self.skin, self.hair, self.build)
        for radios in self._radios:
            radios.group.buttonToggled.connect(self._show)
        self.surprise.toggled.connect(self._show)
        self.accepted.connect(lambda: self.chosen.emit(self.choice()))
        self._lay_out()
        self._show()
        self.skin.checked.setFocus()

    def _lay_out(self) -> None:
        asked = QVBoxLayout()
        for widget in (*self._radios, self.surprise, self.reduced):
            asked.addWidget(widget)
        asked.addStretch(1)
        row = QHBoxLayout()
        row.addLayout(asked)
        row.addWidget(self.preview, 1)
        self.buttons = QDialogButtonBox()
        self.buttons.addButton("Use this figure", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.buttons)

    def choice(self) -> FigureChoice:
        """What is chosen at the moment."""
        character = replace(self._before, skin=self.skin.value, hair=self.hair.value, build=self.build.value)
        return FigureChoice(character, self.surprise.isChecked(), self.reduced.isChecked())

    def _show(self) -> None:
        choice = self.choice()
        for radios in self._radios:
            radios.setDisabled(choice.surprise)
        self.preview.show_character(self._today if choice.surprise else choice.character)


class _Radios(QGroupBox, Generic[T]):
    """One of several words.

    Attributes:
        group: The buttons.
    """

    def __init__(self, name: str, words: Iterable[T], chosen: T) -> None:
        super().__init__(name)
        self.group = QButtonGroup(self)
        self._values: dict[QRadioButton, T] = {}
        row = QHBoxLayout(self)
        for word in words:
            button = QRadioButton(word.capitalize())
            button.setAccessibleName(f"{name}: {word}")
            self.group.addButton(button)
            button.setChecked(word is chosen)
            # Qt sees to it only once one of them had the focus that Tab finds the one that is on.
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if word is chosen else Qt.FocusPolicy.ClickFocus)
            self._values[button] = word
            row.addWidget(button)
        row.addStretch(1)

    @property
    def checked(self) -> QRadioButton:
        """The button that is on."""
        return next(button for button in self._values if button.isChecked())

    @property
    def value(self) -> T:
        """What is chosen."""
        return self._values[self.checked]
