"""Month by month, year by year: drawn, as a table, and in words that name the peak and how it moved."""

from answers.compare import a_year_earlier, over_months
from answers.season import Season, season
from answers.sentences.season import peak_sentence
from board.composition import SectionChoice
from board.content import Cell, Chart, Figure, Section, Series, Table
from board.parts.asked import Asked, PlaceAsked
from board.parts.cells import count_cell, said_table, table, words
from board.parts.figures import frozen_figure
from sections.season_figures import season_drawings
from sections.words import counted_noun

_MONTHS = range(1, 13)


def heatmap(asked: Asked, choice: SectionChoice) -> Section:
    """Return the months of every place."""
    places = [(at, season(asked.data, at.place, asked.year, asked.reader)) for at in asked.places()]
    return Section(
        kind="heatmap",
        heading=asked.text("Month by month"),
        sentence="\n".join(filter(None, (at.without_months for at, _ in places))),
        comment=choice.comment,
        figures=tuple(figure for at, found in places for figure in _figures(at, found)),
        tables=tuple(_said(at, found) for at, found in places),
        starts_on_new_page=choice.starts_on_new_page,
    )


def _figures(at: PlaceAsked, found: Season) -> list[Figure]:
    drawings = [drawing for drawing in season_drawings(at.context, found) if drawing.name == "heatmap"]
    told = peak_sentence(found, at.asked.language)
    return [
        frozen_figure(at, drawing, _chart(at, found), _table(at, found), f"{drawing.in_words}. {told}".strip())
        for drawing in drawings
    ]


def _chart(at: PlaceAsked, found: Season) -> Chart:
    series = tuple(Series(name=str(year), values=row.counts) for year, row in found.rows_by_year.items())
    return Chart(kind="grid", categories=tuple(at.asked.language.month(month) for month in _MONTHS), series=series)


def _table(at: PlaceAsked, found: Season) -> Table:
    asked, years = at.asked, list(found.rows_by_year)
    return table(
        asked.text("{what} per month, {place}", what=counted_noun(at.context, at.measure), place=at.place.name),
        (asked.text("Month"), *map(str, years)),
        [(words(asked.language.month(month)), *(_cell(at, found, year, month) for year in years)) for month in _MONTHS],
    )


def _cell(at: PlaceAsked, found: Season, year: int, month: int) -> Cell:
    row = found.rows_by_year[year]
    cell = count_cell(at, row.counts[month - 1], f"{year}-{month:02d}", at.measure)
    if row.closed[month - 1]:
        return Cell(text=at.asked.text("closed"), key=cell.key, code="closed")
    return cell


def _said(at: PlaceAsked, found: Season) -> Table:
    """The figures of the finding, and of the peak with the year before."""
    asked, peak = at.asked, found.peak_month
    said = said_table(at, [found.answers[kpi] for kpi in ("top3_share", "peak_month_share")])
    if peak is None:
        return said
    unit = words(counted_noun(at.context, at.measure).lower())
    row = (
        words(asked.text("The busiest month")),
        count_cell(at, found.counts.counts[peak - 1], asked.year, "peak"),
        unit,
        words(asked.language.period(f"{asked.year}-{peak:02d}")),
    )
    return said.model_copy(update={"rows": (*said.rows, row, *_compared(at, found, unit))})


def _compared(at: PlaceAsked, found: Season, unit: Cell) -> list[tuple[Cell, ...]]:
    asked, months = at.asked, found.peak_months
    now, before = found.counts.counts, a_year_earlier(found.panel, found.counts)
    if len(months) == 1:
        return [
            (
                words(asked.text("The same month a year earlier")),
                count_cell(at, over_months(before, months), asked.year, "peak", "before"),
                unit,
                words(asked.language.period(f"{asked.year - 1}-{months[0]:02d}")),
            )
        ]
    together = words(asked.text("March and April together"))
    return [
        (together, count_cell(at, over_months(counts, months), asked.year, *key), unit, words(str(year)))
        for counts, year, key in ((now, asked.year, ("pair",)), (before, asked.year - 1, ("pair", "before")))
    ]
