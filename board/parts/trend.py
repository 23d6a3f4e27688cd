"""The trend: the years with their total, drawn and as a table."""

from answers.growth import Growth, growth
from board.composition import SectionChoice
from board.content import Chart, Figure, Section, Series, Table
from board.parts.asked import Asked, PlaceAsked
from board.parts.cells import count_cell, said_table, table, words
from board.parts.figures import frozen_figure
from sections.growth_figures import growth_drawings
from sections.words import counted_noun


def trend(asked: Asked, choice: SectionChoice) -> Section:
    """Return the years of every place."""
    places = [(at, growth(asked.data, at.place, asked.year)) for at in asked.places()]
    return Section(
        kind="trend",
        heading=asked.text("Year by year"),
        sentence="\n".join(filter(None, (at.without_months for at, _ in places))),
        comment=choice.comment,
        figures=tuple(figure for at, grown in places for figure in _figures(at, grown)),
        tables=tuple(said_table(at, [grown.answers["visits_trend_growth"]]) for at, grown in places),
        starts_on_new_page=choice.starts_on_new_page,
    )


def _figures(at: PlaceAsked, grown: Growth) -> list[Figure]:
    found = [drawing for drawing in growth_drawings(at.context, grown) if drawing.name == "years"]
    return [frozen_figure(at, drawing, _chart(at, grown), _table(at, grown)) for drawing in found]


def _chart(at: PlaceAsked, grown: Growth) -> Chart:
    totals = grown.totals_by_year
    noun = counted_noun(at.context, at.measure)
    series = Series(name=noun, values=tuple(total for total, _ in totals.values()))
    return Chart(kind="bar", categories=tuple(map(str, totals)), series=(series,))


def _table(at: PlaceAsked, grown: Growth) -> Table:
    asked = at.asked
    return table(
        asked.text("{what} per year, {place}", what=counted_noun(at.context, at.measure), place=at.place.name),
        (asked.text("Year"), counted_noun(at.context, at.measure), asked.text("Note")),
        [
            (
                words(str(year)),
                count_cell(at, total, year, at.measure),
                words("" if complete or total is None else asked.text("incomplete")),
            )
            for year, (total, complete) in grown.totals_by_year.items()
        ],
    )
