"""Tables of figures by period in which nothing says the place: they are asked about, where nothing else is a table."""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.cell_fits import is_figure
from pipelines.draft import Peek
from pipelines.evidence import Evidence
from pipelines.layout import HeaderColumn, Layout
from pipelines.names import AREA
from pipelines.period_columns import says_years
from pipelines.personal import has_ten_digits, names_cpr
from pipelines.recognise import recognise_titled
from pipelines.reference_columns import Columns, ColumnSorter, heads_content, is_named
from pipelines.reference_tables import reference_layout
from warehouse.schema import ENTITY_KINDS

_FEWEST_FIGURES = 2


def recognise_unplaced(columns: Sequence[HeaderColumn], evidence: Evidence, peek: Peek) -> Layout | None:
    """Return how a table reads as reference figures of a place to be asked for; None where it is no such table.

    Where a title says that a measure of ours is counted, it is read as that, and asked whose figures they are.
    A header or the cells say the period. What only a header such as "Value" says is asked for too. A column of years
    counts nothing, nor does one that may hold CPR numbers.
    """
    titled = recognise_titled(columns, evidence, peek)
    if titled:
        return titled
    found = ColumnSorter(peek, evidence).sort(columns)
    if any(is_named(column, kind) for column in columns for kind in ENTITY_KINDS):
        return None
    found.figures = [column for column in found.figures if _counts(column, peek)]
    if not found.figures or not (found.periods or _are_told_apart(found)):
        return None
    layout = reference_layout(found, (), evidence, peek)
    return layout and _asked(layout, found, evidence)


def _are_told_apart(found: Columns) -> bool:
    """True for several columns of figures that each stand under a period of their own."""
    return len(found.over) >= _FEWEST_FIGURES and len(set(found.over.values())) == len(found.over)


def _counts(column: HeaderColumn, peek: Peek) -> bool:
    values = peek(column.index)
    figures = [value for value in values if is_figure(value)]
    is_personal = names_cpr(column.text) or any(isinstance(value, str) and has_ten_digits(value) for value in values)
    return len(figures) >= _FEWEST_FIGURES and not is_personal and not says_years(figures)


def _asked(layout: Layout, found: Columns, evidence: Evidence) -> Layout:
    """Return the layout with the place a title says, and the questions for what nothing says."""
    place = evidence.entity(AREA)
    if place:
        layout = replace(layout, constants={**layout.constants, "area_code": place[0]}, clues=(*layout.clues, place[1]))
    questions = [] if place else ["which_name"]
    if not (found.categories or layout.constants.get("indicator")) and any(map(heads_content, found.figures)):
        questions.append("which_measure")
    return replace(layout, questions=(*questions, *layout.questions))
