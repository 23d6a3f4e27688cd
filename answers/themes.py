"""The measured figures of each theme, each computed in one place whoever asks for it."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import NamedTuple

from access.reader import Reader
from answers.answer import Answer, Answers, by_id, of_theme
from answers.business import business
from answers.collaboration import collaboration
from answers.data import Data
from answers.forecast import skill_of
from answers.growth import growth
from answers.guests import guests
from answers.markets import markets
from answers.phase import phase_of
from answers.places import Place
from answers.potential import potential
from answers.quality import quality
from answers.regenerative import regenerative
from answers.season import season
from answers.spend import spend
from answers.steps import ten_steps
from kpis.catalogue import catalogue
from kpis.declare import Theme


class Asked(NamedTuple):
    """What figures are asked for: of a place and a year, as one reader may see them, as it stands on a day."""

    data: Data
    place: Place
    year: int
    reader: Reader
    day: date


def _growth(asked: Asked) -> Answers:
    data, place, year, reader, _ = asked
    return {
        **growth(data, place, year).answers,
        **of_theme(markets(data, place, year).answers, "growth"),
        **by_id(
            spend(data, place, year),
            skill_of(data, place, reader),
            phase_of(data, place, year).answer,
            potential(data, place, year, reader).answer,
        ),
    }


def _season(asked: Asked) -> Answers:
    data, place, year, reader, _ = asked
    return {**season(data, place, year, reader).answers, **of_theme(markets(data, place, year).answers, "season")}


_BY_THEME: Mapping[Theme, Callable[[Asked], Answers]] = {
    "growth": _growth,
    "season": _season,
    "business": lambda asked: business(asked.data, asked.place, asked.year, asked.reader).answers,
    "guests": lambda asked: guests(asked.data, asked.place, asked.year, asked.reader).answers,
    "regenerative": lambda asked: regenerative(asked.data, asked.place, asked.year, asked.reader).answers,
    "collaboration": lambda asked: collaboration(asked.data, asked.place, asked.year, asked.reader).answers,
    "steps": lambda asked: ten_steps(asked.data, asked.place, asked.year, asked.day).answers,
    "quality": lambda asked: quality(asked.data, asked.place, asked.year, asked.day).answers,
}

# Where most of a theme's figures come from, without those that take long.
_CORE: Mapping[Theme, Callable[[Asked], Answers]] = {
    "growth": lambda asked: growth(asked.data, asked.place, asked.year).answers,
    "season": lambda asked: season(asked.data, asked.place, asked.year, asked.reader).answers,
}


def measured(asked: Asked, themes: Collection[Theme] = tuple(_BY_THEME)) -> dict[str, Answer]:
    """Return the figures of these themes in the order of the catalogue; where targets put them is told elsewhere."""
    answers = {kpi_id: answer for theme in themes for kpi_id, answer in _BY_THEME[theme](asked).items()}
    return {kpi_id: answers[kpi_id] for kpi_id in catalogue() if kpi_id in answers}


def answer_to(asked: Asked, kpi_id: str) -> Answer | None:
    """Return one figure, None where the themes do not answer it; no more is computed than it takes."""
    theme = catalogue()[kpi_id].theme
    core = _CORE[theme](asked) if theme in _CORE else {}
    return core.get(kpi_id) or measured(asked, (theme,)).get(kpi_id)
