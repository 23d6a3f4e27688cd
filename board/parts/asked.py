"""What every part is made from: the composition, the data, the reader, the day, and how a figure is drawn."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from access.reader import Reader
from answers.answer import Answer
from answers.data import Data
from answers.panel import Measure, panel_of
from answers.places import Place, all_places
from answers.themes import Asked as AskedOf
from answers.themes import answer_to
from board.composition import Composition
from frame.context import Context
from locales import Language, language


@dataclass(frozen=True)
class Drawn:
    """A figure as SVG, for a wide and for a narrow screen; both "" where it cannot be drawn."""

    wide: str = ""
    narrow: str = ""


Draw = Callable[[go.Figure], Drawn]


def without_drawing(_figure: go.Figure) -> Drawn:
    """Draw nothing: for a comparison of the numbers, and where no Chrome is found."""
    return Drawn()


class UnknownPlaceError(Exception):
    """The composition names a place that there is not; `args[0]` is its id."""


@dataclass(frozen=True)
class Asked:
    """One freezing of a composition."""

    composition: Composition
    data: Data
    reader: Reader
    day: date
    draw: Draw = without_drawing

    @property
    def language(self) -> Language:
        """The language of the page."""
        return language(self.composition.language)

    @property
    def year(self) -> int:
        """The year the page is about."""
        return self.composition.year

    def text(self, message: str, **values: object) -> str:
        """Return the message in the language of the page."""
        return self.language.text(message, **values)

    def places(self) -> Iterator["PlaceAsked"]:
        """Give each place in order; raises UnknownPlaceError, also for one that the reader may not see."""
        known, may_see = all_places(self.data), self.reader.places
        for place_id in self.composition.places:
            if place_id not in known or (may_see is not None and place_id not in may_see):
                raise UnknownPlaceError(place_id)
            yield PlaceAsked(self, known[place_id])


@dataclass(frozen=True)
class PlaceAsked:
    """One place of the page."""

    asked: Asked
    place: Place

    @property
    def context(self) -> Context:
        """The place and year as the app's own sections take them, in light colours."""
        asked = self.asked
        return Context(asked.data, asked.reader, asked.language, self.place, asked.year, False, {})

    @property
    def measure(self) -> Measure:
        """What the place counts."""
        return panel_of(self.asked.data, self.place).measure

    @property
    def without_months(self) -> str:
        """That no month of its guests is told, so that nothing can be drawn of them; "" where one is."""
        if not panel_of(self.asked.data, self.place).is_empty:
            return ""
        return self.asked.text("{place} has no figures of its guests by the month.", place=self.place.name)

    def answer(self, kpi_id: str, year: int | None = None) -> Answer | None:
        """Return one figure of the place, for the page's year or another; None where nothing answers it."""
        asked = self.asked
        return answer_to(AskedOf(asked.data, self.place, year or asked.year, asked.reader, asked.day), kpi_id)

    def chosen(self, kpi_ids: Iterable[str]) -> list[Answer]:
        """Return these figures of the page's year, those that are answered."""
        return [answer for kpi_id in kpi_ids if (answer := self.answer(kpi_id)) is not None]

    def named(self, title: str) -> str:
        """Return the title with the place in front where the page is of several, so that it stands for itself."""
        return f"{self.place.name}: {title}" if len(self.asked.composition.places) > 1 else title

    def key(self, *parts: object) -> str:
        """Return the name of a figure over time."""
        return "|".join(map(str, (self.place.id, *parts)))
