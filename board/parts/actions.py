"""The actions that are due: what is agreed and not done, overdue ones first."""

import pandas as pd

from answers.steps import ten_steps as answer_steps
from board.composition import SectionChoice
from board.content import Section, Table
from board.parts.asked import Asked, PlaceAsked
from board.parts.cells import table, words
from sections.plan import rows_in_words
from sections.tables import written_table
from warehouse.schema import datasets

_COLUMNS = ("what", "who", "due", "status", "step")


def actions(asked: Asked, choice: SectionChoice) -> Section:
    """Return the open actions of every place as they stand on the day."""
    places = [(at, _open(at)) for at in asked.places()]
    return Section(
        kind="actions",
        heading=asked.text("Actions due"),
        sentence="\n".join(_sentence(at, found) for at, found in places),
        comment=choice.comment,
        tables=tuple(_table(at, found) for at, found in places if len(found)),
        starts_on_new_page=choice.starts_on_new_page,
    )


def _open(at: PlaceAsked) -> pd.DataFrame:
    asked = at.asked
    return answer_steps(asked.data, at.place, asked.year, asked.day).open_actions


def _sentence(at: PlaceAsked, found: pd.DataFrame) -> str:
    language = at.asked.language
    if not len(found):
        return language.text("{place} has no open action.", place=at.place.name)
    return language.plural(
        "{place} has {n} open action; {overdue} overdue.",
        "{place} has {n} open actions; {overdue} overdue.",
        len(found),
        place=at.place.name,
        overdue=language.number(int(found["overdue"].sum())),
    )


def _table(at: PlaceAsked, found: pd.DataFrame) -> Table:
    asked, dataset = at.asked, datasets()["actions"]
    shown = written_table(at.context, rows_in_words(at.context, "actions", found, _COLUMNS))
    state = dataset.column("status").header[asked.language.code]
    shown[state] = [
        asked.text("overdue") if late else said for late, said in zip(found["overdue"], shown[state], strict=True)
    ]
    rows = [[words(str(cell)) for cell in row] for row in shown.itertuples(index=False)]
    title = asked.text("Open actions on {day}, {place}", day=asked.language.date(asked.day), place=at.place.name)
    return table(title, [str(name) for name in shown.columns], rows)
