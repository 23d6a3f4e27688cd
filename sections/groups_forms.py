"""The forms of the register of groups: a group, and a meeting of one, which is a workshop in the log."""

from collections.abc import Mapping, Sequence

import streamlit as st

from answers.groups import Group
from answers.places import Place, actor_names
from frame.context import Context
from sections.editor import draw_editor
from sections.row_form import RowForm, draw_row_form, known_row
from sections.words import day_text
from warehouse.schema import listed

_GROUP = (
    "name", "kind", "gathers_by", "gathers", "purpose", "combination", "members", "convenor", "begun_on", "ended_on",
)  # fmt: skip
_NEEDED = ("name", "gathers_by", "purpose", "members", "convenor")
_MEETING = ("date", "who", "text", "learned", "next_step", "participants", "partners")
_NEEDED_OF_MEETING = ("date", "who", "learned")
_NEW = ""


def draw_group_form(context: Context, place: Place, found: Sequence[Group]) -> None:
    """Draw the form for a new group, or to correct one; an actor alone registers none."""
    if place.kind != "destination":
        return

    def form_of(chosen: str | None) -> RowForm:
        name, labels = context.text("Group ({place})", place=place.name), {"members": actor_names(context.data)}
        if chosen:
            return RowForm(name, "groups", {"group_id": chosen}, _GROUP, _NEEDED, labels=labels)
        settled, fresh = {"destination_id": place.code}, {"group_id": f"{place.code}-groups"}
        return RowForm(name, "groups", settled, _GROUP, _NEEDED, fresh=fresh, labels=labels)

    rows = {group.id: group.name or group.id for group in found}
    draw_editor(context, context.text("Register or correct a group"), rows, form_of, "groups")


def draw_meeting_form(context: Context, place: Place, found: Sequence[Group]) -> None:
    """Draw, folded away, a choice of group and meeting, and the form for it."""
    if not context.reader.may_edit or not found:
        return
    folded = st.expander(context.text("Write down a meeting of a group"), key="editor_meetings", on_change="rerun")
    if not folded.open:
        return
    with folded:
        by_id = {group.id: group for group in found}
        names = {group.id: group.name or group.id for group in found}
        chosen = st.selectbox(
            context.text("Which group?"), list(by_id), format_func=lambda one: names.get(one, one), key="which_group"
        )
        group = by_id[chosen]
        held = _held(context, group)
        meeting = st.selectbox(
            context.text("Which one?"),
            [_NEW, *held],
            format_func=lambda one: held.get(one, context.text("A new one")),
            key=f"which_meeting_{chosen}",
        )
        form = _form(context, place, group, meeting)
        known = known_row(context.data.frame("log"), form.keys) if meeting else {}
        draw_row_form(context, form, known, f"meeting_{chosen}")


def _held(context: Context, group: Group) -> Mapping[str, str]:
    rows = group.meetings.to_dict("records")
    return {str(row["entry_id"]): day_text(context, row["date"]) or str(row["entry_id"]) for row in rows}


def _form(context: Context, place: Place, group: Group, meeting: str) -> RowForm:
    name = context.text("Meeting: {group} ({place})", group=group.name, place=place.name)
    labels = {"partners": actor_names(context.data)}
    if meeting:
        return RowForm(name, "log", {"entry_id": meeting}, _MEETING, _NEEDED_OF_MEETING, labels=labels)
    home = {"destination_id": group.destination_id} if place.kind == "destination" else {"actor_id": place.code}
    settled = {**home, "kind": "workshop", "step": "6", "group_id": group.id, "subject": group.name}
    settled = {column: told for column, told in settled.items() if told}
    suggested = {"partners": listed(group.members), "who": group.convenor}
    fresh = {"entry_id": f"{place.code}-log"}
    return RowForm(name, "log", settled, _MEETING, _NEEDED_OF_MEETING, fresh=fresh, labels=labels, suggested=suggested)
