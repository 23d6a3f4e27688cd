"""Rows that people write: choose one to correct, or a new one, and fill it in."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from frame.context import Context
from sections.row_form import Known, RowForm, draw_row_form, known_row

_NEW = ""


def draw_editor(
    context: Context,
    title: str,
    rows: Mapping[str, str],
    form_of: Callable[[str | None], RowForm],
    key: str,
    *,
    templates: Mapping[str, Known] | None = None,
) -> None:
    """Draw, folded away, a choice among the rows (id -> name) and the form of the one chosen; None asks for a new one.

    Nothing is drawn for a reader who may not change anything. `key` is its name on the page. `templates` (name ->
    what to begin with) fill a new one with one click.
    """
    if not context.reader.may_edit:
        return
    folded = st.expander(title, key=f"editor_{key}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        chosen = _NEW
        if rows:
            chosen = st.selectbox(
                context.text("Which one?"),
                [_NEW, *rows],
                format_func=lambda one: rows.get(one, context.text("A new one")),
                key=f"which_{key}",
            )
        form = form_of(chosen or None)
        if templates and not chosen:
            begun = st.pills(context.text("Begin with a template"), list(templates), key=f"template_{key}")
            form = replace(form, suggested=templates.get(begun or "", {}))
        draw_row_form(context, form, known_row(context.data.frame(form.dataset), form.keys) if chosen else {}, key)
