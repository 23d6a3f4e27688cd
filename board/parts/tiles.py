"""The tiles: four to six figures of each place, worded as on the app's own pages, with where they come from."""

from answers.answer import Answer
from answers.wording import coverage_text
from board.composition import SectionChoice
from board.content import Cell, Section, Table, Tile
from board.parts.asked import Asked, PlaceAsked
from board.parts.cells import table, value_cell, words
from board.parts.peers import peer_cell, peer_words, peers
from board.parts.sources import sources_of
from board.parts.targets import bound_cells, status_cell, target_of, target_words
from sections.answers import common_label, tile_of
from sections.beside import Beside, beside

USUAL = ("visits_total", "visits_yoy", "season_evenness", "offseason_share", "capacity_utilisation",
         "resident_support_share")  # fmt: skip
_YEARS_BACK = 4


def tiles(asked: Asked, choice: SectionChoice) -> Section:
    """Return the chosen figures of every place, or the usual ones."""
    kpis = choice.kpis or USUAL
    found = [_tile(at, answer) for at in asked.places() for answer in at.chosen(kpis)]
    return Section(
        kind="tiles",
        heading=asked.text("The figures"),
        comment=choice.comment,
        tiles=tuple(found),
        starts_on_new_page=choice.starts_on_new_page,
    )


def _tile(at: PlaceAsked, answer: Answer) -> Tile:
    shown = tile_of(at.context, answer, at.measure)
    return Tile(
        kpi=answer.id,
        place=at.place.name,
        label=shown.label,
        value=value_cell(at, answer),
        unit=shown.unit,
        period=shown.period,
        comparisons=_comparisons(at, answer),
        compared=_compared(at, answer),
        undefined_reason=shown.undefined_reason,
        grade=shown.grade,
        confidence=". ".join(filter(None, (shown.confidence, shown.warning))),
        table=_by_year(at, answer),
        sources=sources_of(at, answer),
    )


def _comparisons(at: PlaceAsked, answer: Answer) -> tuple[str, ...]:
    wanted = at.asked.composition.comparison
    told = [one.words for one in _beside(at, answer)]
    told += [target_words(at, answer)] if "target" in wanted else []
    told += [peer_words(at, answer)] if "peers" in wanted else []
    return tuple(filter(None, told))


def _compared(at: PlaceAsked, answer: Answer) -> tuple[Cell, ...]:
    """The numbers that the comparisons say."""
    wanted, year = at.asked.composition.comparison, at.asked.year
    numbers = [number for one in _beside(at, answer) for number in one.numbers]
    cells = [
        Cell(text=number.written, number=number.value, key=at.key(year, answer.id, number.name)) for number in numbers
    ]
    if "target" in wanted and target_of(at, answer):
        cells += [*(bound for bound in bound_cells(at, answer) if bound.number is not None), status_cell(at, answer)]
    if "peers" in wanted and peers(at, answer).middle is not None:
        cells.append(peer_cell(at, answer))
    return tuple(cells)


def _beside(at: PlaceAsked, answer: Answer) -> list[Beside]:
    with_year_before = "year_before" in at.asked.composition.comparison
    return [
        one
        for one in beside(answer, at.asked.language)
        if with_year_before or all(number.name != "change" for number in one.numbers)
    ]


def _by_year(at: PlaceAsked, answer: Answer) -> Table:
    asked = at.asked
    years = range(asked.year, asked.year - _YEARS_BACK - 1, -1)
    told = [(year, at.answer(answer.id, year)) for year in years]
    figure = common_label(at.context, (one for _, one in told), at.measure)
    return table(
        at.named(asked.text("{figure} year by year", figure=figure)),
        (asked.text("Year"), asked.text("Value"), asked.text("Rests on")),
        [
            (
                words(str(year)),
                value_cell(at, one, year),
                words(_basis(at, one)),
            )
            for year, one in told
            if one is not None and one.number is not None
        ],
    )


def _basis(at: PlaceAsked, answer: Answer) -> str:
    return coverage_text(answer.coverage, at.measure, at.asked.language)
