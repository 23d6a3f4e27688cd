"""The regenerative actions, each on its step of the ladder from wish to documented effect; and the form for them."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from answers.places import actor_names
from answers.regenerative import Regenerative
from charts.page_parts import heading
from frame.context import Context
from kpis.regenerative.care import LADDER
from sections.editor import draw_editor
from sections.regenerative_figures import status_names
from sections.row_form import Known, RowForm
from sections.tables import draw_table, written_table
from sections.words import evidence_text, headers_of, later_marked
from warehouse.schema import datasets

_TAKEN, _LEFT = "●", "○"
_SHOWN = ("activity", "actor_id", "period", "status", "hours", "ha", "horizon_years", "evidence_link")
_ASKED = ("activity", "actor_id", "period", "status", "hours", "ha", "dkk", "horizon_years", "evidence_link")
_NEEDED = ("activity", "actor_id", "period", "status")


def draw_actions(context: Context, regenerative: Regenerative) -> None:
    """Draw each action with how far it has come and what the next step takes, and the form with its templates."""
    st.html(
        heading(
            context.text("The actions, from wish to documented effect"),
            context.text("How far each has come on the ladder, and what would take it a step further"),
        )
    )
    table, caption = _table(context, regenerative), context.text("Regenerative actions")
    written, period = written_table(context, table), headers_of(context, "regenerative")["period"]
    later = [False] * len(regenerative.actions) + [True] * len(regenerative.later)
    written[period] = later_marked(context, written[period], later)
    empty = context.text("No action is registered yet; a template below is a way to begin.")
    draw_table(context, table, caption, "actions", rows=40, written=written, empty=empty)
    _draw_editor(context, regenerative)


def _table(context: Context, regenerative: Regenerative) -> pd.DataFrame:
    dataset, actions = datasets()["regenerative"], _every(regenerative)
    names, words = actor_names(context.data), status_names(context)
    known = {name: actions[name] for name in _SHOWN}
    known["actor_id"] = actions["actor_id"].map(lambda actor: names.get(actor, actor))
    known["status"] = actions["status"].map(lambda status: _on_the_ladder(status, words))
    known["evidence_link"] = actions["evidence_link"].map(lambda link: evidence_text(context, link) if link else "")
    table = pd.DataFrame({dataset.column(name).header[context.language.code]: told for name, told in known.items()})
    steps = [
        _next_step(context, status, evidence)
        for status, evidence in zip(actions["status"], actions["evidence_link"], strict=True)
    ]
    table.insert(_SHOWN.index("status") + 1, context.text("The next step"), steps)
    return table


def _every(regenerative: Regenerative) -> pd.DataFrame:
    """The actions that count for the year, then those of the years after it."""
    return pd.concat([regenerative.actions, regenerative.later], ignore_index=True)


def _on_the_ladder(status: object, words: Mapping[str, str]) -> str:
    if status not in LADDER:
        return ""
    taken = LADDER.index(str(status)) + 1
    return f"{_TAKEN * taken}{_LEFT * (len(LADDER) - taken)} {words[str(status)]}"


def _next_step(context: Context, status: object, evidence: object) -> str:
    """Say what takes an action up the ladder; a documented effect needs something that documents it."""
    if status == "documented":
        return "" if evidence else context.text("Link what documents the effect.")
    told = {
        "planned": context.text("Agree who begins, and when."),
        "started": context.text("Carry it through, and count hours and area."),
        "done": context.text("Look for the effect, and link what shows it."),
    }
    return told.get(str(status), context.text("Say how far it has come."))


def _draw_editor(context: Context, regenerative: Regenerative) -> None:
    place, actions = regenerative.place, _every(regenerative)
    rows = {
        str(row["action_id"]): ", ".join(filter(None, (str(row["activity"] or row["action_id"]), row["period"])))
        for row in actions.to_dict("records")
    }
    names = actor_names(context.data)
    labels = {"actor_id": {actor: names.get(actor, actor) for actor in place.actors}}

    def form_of(chosen: str | None) -> RowForm:
        name = context.text("Regenerative action ({place})", place=place.name)
        if chosen:
            return RowForm(name, "regenerative", {"action_id": chosen}, _ASKED, _NEEDED, labels=labels)
        fresh = {"action_id": f"{place.code}-regenerative"}
        return RowForm(name, "regenerative", {}, _ASKED, _NEEDED, fresh=fresh, labels=labels)

    templates = _templates(context, regenerative.year)
    draw_editor(
        context,
        context.text("Add or correct a regenerative action"),
        rows,
        form_of,
        "regenerative",
        templates=templates,
    )


def _templates(context: Context, year: int) -> Mapping[str, Known]:
    """Return actions that places like these often begin with: name -> what the form is filled with."""
    begun = {"period": str(year), "status": "planned"}
    return {
        context.text("Heath care"): {
            **begun,
            "activity": context.text("Heath care: scrub cleared and heather grazed, together with those who live here"),
            "horizon_years": 30.0,
        },
        context.text("Reuse of materials"): {
            **begun,
            "activity": context.text("Reuse: materials of the exhibition used again, weighed before and after"),
            "horizon_years": 5.0,
        },
        context.text("Local interpretation"): {
            **begun,
            "activity": context.text("Local interpretation: the stories of the place told by people of the place"),
            "horizon_years": 10.0,
        },
    }
