"""The table against target and peers: each figure with the year before, its band, and the middle of other places."""

from answers.answer import Answer
from answers.wording import measured_in
from board.composition import SectionChoice
from board.content import Cell, Section, Table
from board.parts.asked import Asked, PlaceAsked
from board.parts.cells import before_cell, table, value_cell, words
from board.parts.peers import peer_cell, peers
from board.parts.targets import bound_cells, status_cell
from sections.answers import label_of

USUAL = ("visits_yoy", "season_evenness", "offseason_share", "capacity_utilisation", "tourism_intensity",
         "satisfaction_mean", "resident_support_share", "nature_care")  # fmt: skip


def comparison(asked: Asked, choice: SectionChoice) -> Section:
    """Return the table of every place."""
    kpis = choice.kpis or USUAL
    return Section(
        kind="comparison",
        heading=asked.text("Against target and others"),
        comment=choice.comment,
        tables=tuple(_table(at, at.chosen(kpis)) for at in asked.places()),
        starts_on_new_page=choice.starts_on_new_page,
    )


def _table(at: PlaceAsked, answers: list[Answer]) -> Table:
    asked, wanted = at.asked, at.asked.composition.comparison
    headers = [asked.text("Figure"), asked.text("Unit"), str(asked.year)]
    headers += [asked.text("The year before")] if "year_before" in wanted else []
    headers += (
        [asked.text("At least"), asked.text("At most"), asked.text("Where it stands")] if "target" in wanted else []
    )
    headers += [asked.text("Others"), asked.text("How many others")] if "peers" in wanted else []
    title = asked.text("{place} in {year}", place=at.place.name, year=asked.year)
    return table(title, headers, [_row(at, answer) for answer in answers])


def _row(at: PlaceAsked, answer: Answer) -> list[Cell]:
    asked, wanted = at.asked, at.asked.composition.comparison
    row = [
        words(label_of(at.context, answer, at.measure)),
        words(measured_in(answer.passport, at.measure, asked.language, answer.number)),
        value_cell(at, answer),
    ]
    if "year_before" in wanted:
        row.append(before_cell(at, answer))
    if "target" in wanted:
        row += [*bound_cells(at, answer), status_cell(at, answer)]
    if "peers" in wanted:
        found = peers(at, answer)
        row += [peer_cell(at, answer), words(asked.text("{k} of {n}", k=found.having, n=found.of))]
    return row
