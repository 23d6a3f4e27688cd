"""What a load would do to the figures: each KPI before and after, computed from the same answers as the pages."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd
import pyarrow as pa
import streamlit as st

from answers.answer import Answer
from answers.data import Data, data_with
from answers.impact import Impact, ImpactOnFigure, impact
from answers.monthly import is_month
from answers.panel import Measure
from answers.places import Place, entity_names
from answers.written import with_unit
from frame.context import Context
from locales.language import NOT_KNOWN
from pipelines.erasing import Blanked, touched_with, with_erased
from pipelines.load import Preview
from sections.answers import common_label, written_value
from sections.tables import draw_table
from warehouse.schema import datasets

_IN_WORDS = 3


# What else somebody wants told of the data as they would be, such as how many sent pages would hear of the load.
Foresee = Callable[[Data], str]


class Foreseen(NamedTuple):
    """What a load would change in the figures, and what else it would do, in words."""

    impact: Impact
    told: str


def foreseen(context: Context, shown: Preview, erased: Blanked, foresee: Foresee) -> Foreseen:
    """Return what the previewed file would do, were these known figures erased with it."""
    after = data_with(context.data.store, shown.event, with_erased(shown.reading, erased))
    found = impact(context.data, after, touched_with(shown.touched, erased), context.reader)
    return Foreseen(found, foresee(after) if found.figures else "")


def impact_in_words(context: Context, found: Impact) -> str:
    """Return in a sentence how many figures change, and the first totals with both values."""
    if not found.figures:
        return context.text("No figure changes.")
    totals = [figure for figure in found.figures if figure.after.id == "visits_total"][:_IN_WORDS]
    told = [_in_words(context, figure) for figure in totals]
    count = context.language.plural("{n} figure changes.", "{n} figures change.", len(found.figures))
    return " ".join([*told, count])


def why_unused(context: Context, facts: Mapping[str, pa.Table]) -> str:
    """Return in a sentence which datasets of a file hold only quarters or years, or nothing."""
    names = [datasets()[name].name[context.language.code] for name, table in facts.items() if _is_without_months(table)]
    if not names:
        return ""
    return context.text(
        "{datasets}: the file has only quarters or years. They are kept, but the pages count by month, "
        "and they are not spread over months.",
        datasets=", ".join(names),
    )


def _is_without_months(table: pa.Table) -> bool:
    if "period" not in table.schema.names:
        return False
    return bool(table.num_rows) and not is_month(table["period"].to_pandas()).any()


def _in_words(context: Context, figure: ImpactOnFigure) -> str:
    said = {
        "figure": common_label(context, (figure.before, figure.after), figure.measure),
        "place": _name_of(context, figure.place),
        "year": figure.year,
        "after": written_value(context, figure.after),
    }
    if figure.before is None or figure.before.number is None:
        return context.text("{figure} in {place} {year}: {after}, which is new.", **said)
    before = written_value(context, figure.before)
    return context.text("{figure} in {place} {year}: {before} → {after}.", before=before, **said)


def _name_of(context: Context, place: Place) -> str:
    """Return a place's name; one that the file alone does not name is called as it is known."""
    return entity_names(context.data).get(place.code, place.name) if place.name == place.code else place.name


def draw_impact(context: Context, found: Impact) -> None:
    """Draw every figure that changes, with its value before and after."""
    if not found.figures:
        return
    rows = [_row(context, figure) for figure in found.figures]
    draw_table(context, pd.DataFrame(rows), context.text("Figures before and after"), "impact", rows=10)
    if found.not_looked_at:
        st.caption(
            context.text(
                "Worked out for {n} places and years; the file touches {more} more.",
                n=context.language.number(found.looked_at),
                more=context.language.number(found.not_looked_at),
            )
        )


def _row(context: Context, figure: ImpactOnFigure) -> dict[str, object]:
    return {
        context.text("Place"): _name_of(context, figure.place),
        context.text("Year"): str(figure.year),
        context.text("Figure"): common_label(context, (figure.before, figure.after), figure.measure),
        context.text("Before"): _with_unit(context, figure.before, figure.measure),
        context.text("After"): _with_unit(context, figure.after, figure.measure),
    }


def _written(context: Context, answer: Answer | None) -> str:
    return NOT_KNOWN if answer is None else written_value(context, answer)


def _with_unit(context: Context, answer: Answer | None, measure: Measure) -> str:
    if answer is None or answer.number is None:
        return _written(context, answer)
    return with_unit(answer, measure, context.language)
