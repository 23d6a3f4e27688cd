"""The targets of a place: floor and ceiling with owner, date and reason, beside the figure; and the form for them."""

import pandas as pd
import streamlit as st

from answers.targets import Target, targets
from answers.wording import reason_text, value_text
from charts.page_parts import heading
from frame.context import Context
from kpis.catalogue import catalogue
from kpis.result import Undefined
from sections.answers import name_of, written_value
from sections.editor import draw_editor
from sections.row_form import RowForm
from sections.tables import draw_table
from sections.target_words import bound_text, unit_in_download, unit_of
from sections.words import day_text, measure_of
from warehouse.schema import datasets

_COLUMNS = ("low", "high", "owner", "decided_on", "reason")
_NEEDED = ("owner", "decided_on", "reason")


def draw_targets(context: Context) -> None:
    """Draw the targets for the year and for later ones, and the form; nothing without a place and a year."""
    if context.place is None or context.year is None or context.place.kind != "destination":
        return
    found = targets(context.data, context.place, context.year, context.reader)
    st.html(
        heading(
            context.text("The targets"),
            context.text("Floors and ceilings that people here have set, with a name and a reason; long ones too"),
        )
    )
    empty = context.text("No target is set yet, so no figure is good or bad.")
    caption, written = context.text("Targets"), _table(context, found)
    draw_table(context, _numbers(context, found), caption, "targets", rows=20, written=written, empty=empty)
    _draw_editor(context, found)


def _table(context: Context, found: tuple[Target, ...]) -> pd.DataFrame:
    dataset, code = datasets()["targets"], context.language.code
    return pd.DataFrame(
        {
            dataset.column("kpi_id").header[code]: name_of(context, target.passport, measure_of(context)),
            dataset.column("period").header[code]: target.period,
            dataset.column("low").header[code]: bound_text(context, target, target.low),
            dataset.column("high").header[code]: bound_text(context, target, target.high),
            context.text("The figure"): _figure(context, target),
            context.text("Unit"): unit_of(context, target),
            context.text("Where it stands"): _status(context, target),
            context.text("Decided by"): ", ".join(filter(None, (target.owner, day_text(context, target.decided_on)))),
            dataset.column("reason").header[code]: target.reason,
        }
        for target in found
    )


def _numbers(context: Context, found: tuple[Target, ...]) -> pd.DataFrame:
    """Return the same table with the numbers themselves and their unit, for the downloads."""
    dataset, code, figure = datasets()["targets"], context.language.code, context.text("The figure")
    table = _table(context, found)
    numbers = {
        dataset.column("low").header[code]: [target.low for target in found],
        dataset.column("high").header[code]: [target.high for target in found],
        figure: [_number(context, target) for target in found],
    }
    if not found:
        return table
    told = table.assign(**{name: pd.Series(cells, table.index, dtype=object) for name, cells in numbers.items()})
    units = [unit_in_download(context, target) for target in found]
    return told.assign(**{context.text("Unit"): units})


def _number(context: Context, target: Target) -> object:
    """The figure as a number; in words where it is a label."""
    number = target.answer.number if target.answer else None
    return _figure(context, target) if number is None else number


def _figure(context: Context, target: Target) -> str:
    return written_value(context, target.answer) if target.answer else ""


def _status(context: Context, target: Target) -> str:
    if target.status is None:
        return context.text("aim for {year}", year=target.period)
    if isinstance(target.status, Undefined):
        return reason_text(target.status, context.language)
    return value_text(target.status, "label", context.language)


def _draw_editor(context: Context, found: tuple[Target, ...]) -> None:
    place, measure = context.place, measure_of(context)
    assert place is not None
    names = {one.id: name_of(context, one, measure) for one in catalogue().values() if one.unit != "label"}
    rows = {
        f"{one.passport.id} {one.period}": f"{name_of(context, one.passport, measure)}, {one.period}" for one in found
    }

    def form_of(chosen: str | None) -> RowForm:
        if not chosen:
            title = context.text("Target ({place})", place=place.name)
            asked = ("kpi_id", "period", *_COLUMNS)
            return RowForm(title, "targets", {"destination_id": place.code}, asked, _NEEDED, labels={"kpi_id": names})
        kpi_id, period = chosen.split(" ", 1)
        keys = {"kpi_id": kpi_id, "destination_id": place.code, "period": period}
        title = context.text("Target: {target} ({place})", target=rows[chosen], place=place.name)
        return RowForm(title, "targets", keys, _COLUMNS, _NEEDED)

    draw_editor(context, context.text("Set or correct a target"), rows, form_of, "targets")
