"""A form for one row of a dataset, made of its declaration: each column asked for in the reader's language."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from secrets import token_hex
from typing import Any

import pandas as pd
import streamlit as st

from answers.lineage.hiding import columns_shown
from frame.context import Context
from kpis.catalogue import catalogue
from locales.language import NOT_KNOWN
from pipelines.column_words import column_words
from pipelines.edit_rows import Edit, Row
from pipelines.findings import Finding
from pipelines.grid import CellValue
from sections.saving import last_saved, save
from sections.words import plain_markdown
from warehouse.schema import Column, datasets, each_of, listed

# What the store knows of a row: column id -> text or number.
Known = Mapping[str, Any]
EVIDENCE = "evidence_link"
_FIRST, _LAST = date(1900, 1, 1), date(2099, 12, 31)
_LONG = frozenset(
    {"what", "why", "how", "text", "learned", "reason", "goal", "not_relevant_reason",
     "better_nature", "better_residents", "behaviour", "measured_by", "agreed", "purpose", "aim"}
)  # fmt: skip


@dataclass(frozen=True)
class RowForm:
    """One form: its name, the dataset, the keys that are settled, the columns asked for, and those that must be filled.

    `needed_with` says of a column which other must be filled when it is. `fresh` are the keys for which a new row is
    given an id of its own, each with how the id begins. `labels` are names for what a column may hold, where it is
    chosen from a list. `suggested` stands in a new row from the start, and is saved as if written.
    A form that asks for a key itself is for a new row.
    """

    name: str
    dataset: str
    keys: Row
    columns: Sequence[str]
    needed: Collection[str] = ()
    needed_with: Mapping[str, str] = field(default_factory=dict)
    fresh: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    suggested: Known = field(default_factory=dict)


def known_row(frame: pd.DataFrame, keys: Mapping[str, object]) -> Known:
    """Return what is known of the row with those keys, without what is not; empty where there is none."""
    here = pd.Series(data=True, index=frame.index)
    for column, value in keys.items():
        here &= frame[column] == value
    rows = frame[here].to_dict("records")
    return {str(name): value for name, value in rows[0].items() if not pd.isna(value)} if rows else {}


def draw_row_form(context: Context, form: RowForm, known: Known, key: str) -> None:
    """Draw the form filled with what is known, and save what was changed in it; `key` is its name on the page.

    Of a row that is there, nobody is asked for money that they may not see: the field would show it.
    """
    columns = columns_shown(form.dataset, form.columns, context.reader) if known else tuple(form.columns)
    filled = {**form.suggested, **known}
    shown_first = {column: filled[column] for column in columns if column in filled}
    # The fields start anew when somebody changes the row, and keep what is being written when others change other rows.
    shown = repr([form.keys, sorted(shown_first.items()), last_saved()])
    state = f"{key}_{sha256(shown.encode()).hexdigest()[:8]}"
    with st.container(key=f"row_{key}"), st.form(f"form_{state}"):
        answers: dict[str, CellValue] = {}
        # A row of its own for each two, so that a phone asks in the same order.
        for first in range(0, len(columns), 2):
            for place, column_id in zip(st.columns(2), columns[first : first + 2], strict=False):
                with place:
                    answers[column_id] = _ask(
                        context, form, column_id, shown_first.get(column_id), f"{state}_{column_id}"
                    )
        if st.form_submit_button(context.text("Save"), type="primary", key=f"save_{key}"):
            _save(context, form, known, answers)


def _save(context: Context, form: RowForm, known: Known, answers: Mapping[str, CellValue]) -> None:
    keys = [column.id for column in datasets()[form.dataset].keys if column.id in answers]
    asked = {key: answers[key] for key in keys}
    at = {**form.keys, **{key: _said(value) for key, value in asked.items()}}
    if keys and known_row(context.data.frame(form.dataset), at):
        said = " · ".join(_told(context, form, key, value) for key, value in asked.items())
        st.error(plain_markdown(Finding("key_taken", value=said).reason(context.language)))
        return
    fresh = {key: f"{start}-{token_hex(4)}" for key, start in form.fresh.items()}
    touched = {name: value for name, value in answers.items() if name not in keys and _said(value) != known.get(name)}
    needed = [*form.needed, *(other for column, other in form.needed_with.items() if answers.get(column))]
    if keys and None not in at.values() and not (touched or needed):
        lacking = next(column for column in form.columns if column not in keys)
        nothing = Finding("nothing_told", values=column_words(datasets()[form.dataset].column(lacking)))
        st.error(plain_markdown(nothing.reason(context.language)))
        return
    save(context, Edit(form.name, form.dataset, [{**form.keys, **fresh, **asked, **touched}], needed))


def _said(value: CellValue) -> object:
    """Return a value as the store would give it back."""
    if isinstance(value, date):
        return value.isoformat()
    return (value.strip() or None) if isinstance(value, str) else value


def _told(context: Context, form: RowForm, column_id: str, value: CellValue) -> str:
    """Return a key as the form shows it: the day or the name, where it is one."""
    if isinstance(value, date):
        return context.language.date(value)
    return _names(context, form, column_id).get(str(value), str(value))


def _names(context: Context, form: RowForm, column_id: str) -> Mapping[str, str]:
    """Return the names of what a column may hold by the codes, none where it is not chosen from a list."""
    choices = datasets()[form.dataset].column(column_id).choices
    return form.labels.get(column_id) or {choice.code: choice.names[context.language.code] for choice in choices}


def _ask(context: Context, form: RowForm, column_id: str, known: object, key: str) -> CellValue:
    """Ask for one column, as its kind wants it."""
    column, code = datasets()[form.dataset].column(column_id), context.language.code
    label = column.header[code] + (" *" if column.required or column_id in form.needed else "")
    about = column.description[code]
    if column.kind == "actors" and column_id in form.labels:
        return _several(
            form.labels[column_id],
            str(known or ""),
            label,
            {"help": about, "placeholder": context.text("None chosen")},
            key,
        )
    if names := _names(context, form, column_id):
        return _choose(column, names, known, label, about, key)
    if column.kind == "date":
        day = date.fromisoformat(str(known)) if known else None
        return st.date_input(label, day, _FIRST, _LAST, format="DD.MM.YYYY", help=about, key=key)
    if column.kind == "flag":
        return st.checkbox(label, known == 1, help=about, key=key) or (0 if known == 0 else None)
    if column.is_number:
        number = None if known is None else float(str(known))
        return st.number_input(label, value=number, step=1.0, format="%g", help=about, key=key)
    text = str(known or "")
    if column_id == EVIDENCE:
        return _link_or_figure(context, text, label, about, key)
    if column_id in _LONG:
        return st.text_area(label, text, height=104, help=about, key=key)
    return st.text_input(label, text, help=about, key=key)


def _several(names: Mapping[str, str], known: str, label: str, words: Mapping[str, str], key: str) -> str | None:
    """Let several of the names be chosen; whom the list does not have stays chosen."""
    there = each_of(known)
    options = list(dict.fromkeys((*there, *names)))
    chosen = st.multiselect(
        label,
        options,
        there,
        format_func=lambda one: names.get(one, one),
        help=words["help"],
        placeholder=words["placeholder"],
        select_all=False,
        wrap=True,
        key=key,
    )
    return listed(chosen) or None


def _link_or_figure(context: Context, known: str, label: str, about: str, key: str) -> str | None:
    """Let a figure be chosen by its name, or a link be written."""
    names = {passport.id: context.language.kpi_text(passport.name) for passport in catalogue().values()}
    options = list(dict.fromkeys(["", *([known] if known else []), *names]))
    chosen: str | None = st.selectbox(
        label,
        options,
        index=options.index(known),
        format_func=lambda one: names.get(one, one or NOT_KNOWN),
        accept_new_options=True,
        help=about,
        key=key,
    )
    return chosen or None


def _choose(
    column: Column, names: Mapping[str, str], known: object, label: str, about: str, key: str
) -> str | int | None:
    """Let one of the names be chosen, or none of them."""
    options = ["", *names]
    stands = f"{known:g}" if isinstance(known, int | float) else known
    index = options.index(str(stands)) if stands in names else 0
    chosen = st.selectbox(
        label, options, index=index, format_func=lambda one: names.get(one, NOT_KNOWN), help=about, key=key
    )
    return (int(chosen) if column.is_number else chosen) if chosen else None
