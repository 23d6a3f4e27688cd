"""Saving what was filled in, saying so, and offering to take it back."""

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

_SAVED = "_saved_edit"
_UNDONE = "_undone_edit"


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
    said, button = st.columns([5, 1], vertical_alignment="center")
    with said:
        told = " ".join((context.text("Saved: {form}.", form=event.file_name), _changes(context, event)))
        st.success(plain_markdown(told.strip()))
    with button:
        if may_undo(context.reader, event) and st.button(context.text("Undo"), key="undo_edit", width="stretch"):
            _take_back(context, event)


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
