"""How the person wants the figure: between the file it is kept in and the window that asks."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from stretch_timer.core.errors import ExplainedError
from stretch_timer.figure.builds import Build
from stretch_timer.figure.characters import Character, Skin, of_the_day
from stretch_timer.figure.outline_head import Hair
from stretch_timer.storage.settings import FigureSettings, SettingsFile
from stretch_timer.ui.figure_chooser import FigureChoice


class FigureWish:
    """What is chosen of the figure, as it was read and as it is changed.

    Attributes:
        problem: Why what was chosen before could not be read, in one sentence, or "".
    """

    def __init__(self, file: SettingsFile) -> None:
        self._file = file
        reading = file.read()
        self._settings, self.problem = reading.settings, reading.problem

    @classmethod
    def here(cls) -> FigureWish:
        """This computer's."""
        return cls(SettingsFile.here())

    @property
    def choice(self) -> FigureChoice:
        """What is chosen."""
        figure = self._settings.figure
        character = Character(Skin(figure.skin), Hair(figure.hair), build=Build(figure.build))
        return FigureChoice(character, figure.surprise, bool(figure.reduced_motion))

    @property
    def today(self) -> Character:
        """Who a surprise would bring today."""
        return of_the_day(datetime.now().astimezone().toordinal())

    @property
    def character(self) -> Character:
        """Who is drawn."""
        choice = self.choice
        return self.today if choice.surprise else choice.character

    def change(self, choice: FigureChoice) -> None:
        """Draw as *choice* says from now on.

        Raises:
            ExplainedError: It lasts only until the program ends.
        """
        before, who = self._settings.figure, choice.character
        # Whoever leaves the box as it was has still not said anything about motion.
        reduced = before.reduced_motion if choice.reduced is bool(before.reduced_motion) else choice.reduced
        figure = FigureSettings(str(who.skin), str(who.hair), str(who.build), choice.surprise, reduced)
        self._settings, self.problem = replace(self._settings, figure=figure), ""
        try:
            self._file.save(self._settings)
        except OSError as error:
            raise ExplainedError(
                f"The figure stays so until you close the window, but could not be kept: {error}"
            ) from error
