"""The history of uploads, each of which can be undone."""

from datetime import datetime
from functools import partial

import pandas as pd
import streamlit as st

from access.acts import NotAllowedError
from answers.days import clock_time
from answers.scope import takes
from frame.context import Context
from locales import Language
from pipelines.edit import FORMAT as EDIT
from pipelines.load import remove_sample
from pipelines.undo_edit import may_undo, undo_upload
from sections.asking_first import Act, draw_first, draw_second
from sections.carried import draw_carried
from sections.tables import draw_table
from warehouse.ledger import CannotUndoError, Event

_WITH_BUTTONS = 8


def draw_history(context: Context) -> None:
    """Draw what was loaded, newest first, with a button to undo each load."""
    ledger = context.data.history
    st.subheader(context.text("What was loaded"))
    if not ledger.loads:
        st.write(context.text("Nothing has been loaded yet."))
        return
    _draw_sample_button(context)
    own = [event for event in reversed(ledger.standing) if not event.sample]
    for event in [event for event in own if event.format != EDIT][:_WITH_BUTTONS]:
        _draw_undo(context, event)
    if edits := [event for event in own if event.format == EDIT][:_WITH_BUTTONS]:
        with st.expander(context.text("Edits made in the app"), key="edits"):
            for event in edits:
                _draw_undo(context, event)
    with (
        st.expander(context.text("Sample uploads"), expanded=ledger.shows_sample)
        if _samples(context)
        else st.container()
    ):
        for event in reversed(_samples(context)):
            _draw_undo(context, event)
    draw_table(context, _table(context), context.text("Every upload and every undo"), "history", rows=12)
    st.caption(context.text("An upload and an undo each take the next number, so the numbers of uploads may jump."))


def _samples(context: Context) -> list[Event]:
    return [event for event in context.data.history.standing if event.sample]


def _draw_sample_button(context: Context) -> None:
    if not _samples(context):
        return
    if not context.reader.may_load:
        return
    act = Act(
        "remove_sample",
        context.text("Remove the sample region"),
        context.text("All invented places and figures go. What you have loaded yourself stays."),
        context.text("Remove the sample region now"),
    )
    button, _ = st.columns([2, 5])
    with button:
        draw_first(act)
    if draw_second(context, act):
        count = remove_sample(context.data.store, context.reader)
        st.session_state["_told"] = context.language.plural(
            "The sample region is removed ({n} upload).", "The sample region is removed ({n} uploads).", count
        )
        st.rerun()


def _draw_undo(context: Context, event: Event) -> None:
    said, button = st.columns([5, 1], vertical_alignment="center")
    with said:
        st.text(in_words(context, event))
    if may_undo(context.reader, event):
        act = Act(
            f"undo_{event.upload}",
            context.text("Undo"),
            what_goes(event, context.language),
            context.text("Undo upload {number}", number=event.upload),
        )
        with button:
            draw_first(act)
        if draw_second(context, act):
            _undo(context, event)
    draw_carried(context, event)


def what_goes(event: Event, language: Language) -> str:
    """Return what an undo takes away and gives back; a later upload may say the same, and then its figures stand."""
    told = [
        language.plural(
            "{n} field that it filled in is emptied.", "{n} fields that it filled in are emptied.", event.new
        )
    ]
    if event.changed:
        told.append(
            language.plural(
                "{n} field that it changed becomes what it was before.",
                "{n} fields that it changed become what they were before.",
                event.changed,
            )
        )
    if event.erased:
        told.append(
            language.plural(
                "{n} field that it emptied is filled again.",
                "{n} fields that it emptied are filled again.",
                event.erased,
            )
        )
    told.append(language.text("A row goes with its last field; the fields that name the row are not counted."))
    told.append(language.text("What a later upload says stands."))
    written = language.text("What was written can be written again.")
    loaded = language.text("The file can be loaded again.")
    return " ".join((*told, written if event.format == EDIT else loaded))


def in_words(context: Context, event: Event) -> str:
    """Return one upload in a line: its file, its number, when, by whom, and how many fields it touched."""
    plural = context.language.plural
    told = context.text(
        "{file} (upload {number}), {when}, {who}: {new}, {changed}, {same}",
        number=event.upload,
        file=event.file_name,
        when=local_time(event.recorded_at, context),
        who=event.recorded_by,
        new=plural("{n} new field", "{n} new fields", event.new),
        changed=plural("{n} changed", "{n} changed", event.changed),
        same=plural("{n} known already", "{n} known already", event.same),
    )
    if not event.erased:
        return told
    removed = plural("{n} removed", "{n} removed", event.erased)
    return f"{told}, {removed}"


def _undo(context: Context, event: Event) -> None:
    try:
        undo_upload(context.data.store, event.upload, context.reader, partial(takes, context.data))
    except NotAllowedError:
        st.error(context.text("This is about more than the places you have been given, so it stands."))
        return
    except CannotUndoError:
        st.error(context.text("Upload {number} does not exist or is undone already.", number=event.upload))
        return
    st.session_state["_told"] = context.text("Upload {number} is undone.", number=event.upload)
    st.rerun()


def local_time(moment: datetime, context: Context) -> str:
    """Return the store's moment (naive UTC) as people in Denmark read it."""
    local = clock_time(moment)
    return f"{context.language.date(local.date())} {local:%H:%M}"


def _table(context: Context) -> pd.DataFrame:
    undone = context.data.history.undone
    rows = []
    for event in reversed(context.data.history.events):
        undo_event = undone.get(event.upload)
        rows.append(
            {
                context.text("No."): event.upload,
                context.text("What"): _kind_of(context, event),
                context.text("File"): event.file_name,
                context.text("When"): clock_time(event.recorded_at),
                context.text("Who"): event.recorded_by,
                context.text("Rows"): event.rows,
                context.text("Refused"): event.refused,
                context.text("Removed"): event.erased,
                context.text("Undone"): clock_time(undo_event.recorded_at) if undo_event else None,
            }
        )
    return pd.DataFrame(rows)


def _kind_of(context: Context, event: Event) -> str:
    if event.kind == "undo":
        return context.text("undo of {number}", number=event.undoes)
    return context.text("edit") if event.format == EDIT else context.text("load")
