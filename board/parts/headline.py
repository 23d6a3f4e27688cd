"""The headline: for each place the sentences that answer how much it grows and when its guests come."""

from answers.growth import growth
from answers.season import season
from answers.sentences.growth import growth_sentence
from answers.sentences.season import season_sentence
from board.composition import SectionChoice
from board.content import Section, Table
from board.parts.asked import Asked, PlaceAsked
from board.parts.cells import said_table

SAID = ("visits_total", "visits_yoy", "visits_trend_growth", "capacity_headroom", "capacity_utilisation",
        "peak_month_share", "season_evenness", "gini_season_norm", "season_shift_label", "offseason_share",
        "months_to_move", "season_growth_contribution")  # fmt: skip


def headline(asked: Asked, choice: SectionChoice) -> Section:
    """Return the headline of every place."""
    places = list(asked.places())
    return Section(
        kind="headline",
        heading=asked.text("In short"),
        sentence="\n".join(map(_sentence, places)),
        comment=choice.comment,
        tables=tuple(map(_said, places)),
        starts_on_new_page=choice.starts_on_new_page,
    )


def _sentence(at: PlaceAsked) -> str:
    asked = at.asked
    grown = growth_sentence(growth(asked.data, at.place, asked.year), asked.language)
    return f"{grown} {season_sentence(season(asked.data, at.place, asked.year, asked.reader), asked.language)}"


def _said(at: PlaceAsked) -> Table:
    return said_table(at, at.chosen(SAID))
