"""Saving what was filled in, saying so, and offering to take it back."""

import re
from functools import partial

import streamlit as st

from access.acts import NotAllowedError
from answers.scope import takes
from frame.context import Context
from pipelines.edit import FORMAT, store_edit
from pipelines.edit_rows import Edit
from pipelines.undo_edit import may_undo, undo_upload
from sections.words import plain_markdown
from warehouse.connect import StoreBusyError
from warehouse.ledger import CannotUndoError, Event
from warehouse.schema import datasets

_SAVED = "_saved_edit"
_WRITTEN = "_written_in_saved_edit"
_UNTOLD = "_saved_edit_not_told_yet"
_UNDONE = "_undone_edit"
_LONGEST, _LINK = 60, "evidence_link"
_WITHIN = re.compile(r" \(([^()]*\([^()]*\))\)$")


def save(context: Context, edit: Edit) -> None:
    """Store an edit and draw the page anew with it; say why where it cannot be stored, or that nothing changed."""
    try:
        done = store_edit(context.data.store, edit, context.reader, partial(takes, context.data))
    except StoreBusyError:
        st.error(context.text("Somebody else is loading just now; try again in a moment."))
        return
    except NotAllowedError:
        st.error(context.text("This is about more than the places you have been given, so it is not saved."))
        return
    for fault in done.faults:
        st.error(plain_markdown(f"{fault.reason(context.language)} {fault.suggestion(context.language)}".strip()))
    if not done.faults and done.upload is None:
        st.info(context.text("Nothing was changed, so nothing is saved."))
    if done.upload is not None:
        st.session_state[_SAVED] = done.upload
        st.session_state[_WRITTEN] = _written(edit)
        st.session_state[_UNTOLD] = True
        st.session_state.pop(_UNDONE, None)
        st.rerun()


def last_saved() -> int | None:
    """Return the number of the edit that was saved last on this visit and not taken back since."""
    upload = st.session_state.get(_SAVED)
    return upload if isinstance(upload, int) else None


def draw_saved(context: Context) -> None:
    """Say what was saved last on this visit, with a button to take it back; and once that this was done."""
    if undone := st.session_state.pop(_UNDONE, None):
        st.success(plain_markdown(context.text("The edit “{form}” is taken back.", form=undone)))
    event = _last(context)
    if event is None:
        return
    may = may_undo(context.reader, event)
    told = f"{_saved(context, event)} {_changes(context, event)}".strip()
    if st.session_state.pop(_UNTOLD, None):
        undo = context.text("It can be undone at the top of the page and on the page Data.") if may else ""
        _pop_up(f"{told} {undo}")
    said, button = st.columns([5, 1], vertical_alignment="center")
    with said:
        st.success(plain_markdown(told))
    with button:
        if may and st.button(context.text("Undo"), key="undo_edit", width="stretch"):
            _take_back(context, event)


def _pop_up(told: str) -> None:
    """Say it where the reader is too: a form stands far below the top of its page."""
    st.toast(plain_markdown(told.strip()), duration="long")


def _saved(context: Context, event: Event) -> str:
    """Say which form was saved, with the first words that were written in it."""
    form, written = _WITHIN.sub(r", \1", event.file_name), st.session_state.get(_WRITTEN)
    if written:
        return context.text("Saved: {form} – “{written}”.", form=form, written=written)
    return context.text("Saved: {form}.", form=form)


def _written(edit: Edit) -> str:
    """Return the first words that somebody wrote in an edit of one row, shortened; none where nothing is in words."""
    dataset = datasets()[edit.dataset]
    free = {column.id for column in dataset.columns if column.kind == "text" and not column.choices}
    free -= {_LINK, *(column.id for column in dataset.keys)}
    row = edit.rows[0] if len(edit.rows) == 1 else {}
    words = next((value.strip() for name, value in row.items() if name in free and isinstance(value, str)), "")
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(maxsplit=1)[0]} …"


def _last(context: Context) -> Event | None:
    """Return the edit saved last on this visit while it stands."""
    upload, standing = last_saved(), context.data.ledger.standing
    return next((event for event in standing if event.upload == upload and event.format == FORMAT), None)


def _changes(context: Context, event: Event) -> str:
    """Say what was replaced; what is new is not counted, for a new row has fields that nobody filled in by hand."""
    parts = (
        (event.changed, context.language.plural("{n} field changed", "{n} fields changed", event.changed)),
        (event.erased, context.language.plural("{n} field cleared", "{n} fields cleared", event.erased)),
    )
    told = context.language.listed(words for count, words in parts if count)
    return context.text("{changes}, besides what is new", changes=told) if told and event.new else told


def _take_back(context: Context, event: Event) -> None:
    try:
        undo_upload(context.data.store, event.upload, context.reader, partial(takes, context.data))
    except NotAllowedError:
        st.error(context.text("This is about more than the places you have been given, so it stands."))
        return
    except (CannotUndoError, StoreBusyError):
        st.error(context.text("Upload {number} does not exist or is undone already.", number=event.upload))
        return
    del st.session_state[_SAVED]
    st.session_state[_UNDONE] = event.file_name
    st.rerun()
