"""What businesses are offered for taking responsibility, and which of them hold a certificate."""

import pandas as pd
import streamlit as st

from answers.certificates import EXPIRED, NONE, NOT_ASKED, VALID, certificates
from answers.logged import logged
from answers.regenerative import Regenerative
from answers.wording import reason_text
from charts.page_parts import heading, note_html
from frame.context import Context
from kpis.result import Undefined
from locales.rounding import whole
from sections.editor import draw_editor
from sections.log_entries import draw_entries
from sections.row_form import RowForm
from sections.tables import draw_table
from sections.words import day_of, headers_of

INCENTIVE = "incentive"
_SHOWN = ("subject", "date", "who", "text", "amount_dkk")
_ASKED = ("date", "who", "subject", "text", "amount_dkk", "learned")
_NEEDED = ("date", "subject", "text")


def draw_responsibility(context: Context, regenerative: Regenerative) -> None:
    """Draw who is certified, what is offered to those who are, and the form for an incentive."""
    st.html(heading(_finding(context, regenerative), context.text("Certificates among the businesses, and incentives")))
    _draw_certificates(context, regenerative)
    _draw_incentives(context, regenerative)


def _finding(context: Context, regenerative: Regenerative) -> str:
    answer = regenerative.answers["certification_share"]
    if isinstance(answer.result, Undefined) or answer.coverage is None:
        return context.text("Responsibility among the businesses")
    asked = answer.coverage.reporters
    if asked == 1 and answer.result.number:
        return context.text("The one business that was asked holds a valid certificate")
    if asked == 1:
        return context.text("The one business that was asked holds no valid certificate")
    return context.language.plural(
        "{certified} of {n} business asked holds a valid certificate",
        "{certified} of {n} businesses asked hold a valid certificate",
        asked,
        certified=context.language.number(whole(answer.result.number * asked)),
    )


def _draw_certificates(context: Context, regenerative: Regenerative) -> None:
    result = regenerative.answers["certification_share"].result
    if isinstance(result, Undefined):
        st.html(note_html(reason_text(result, context.language)))
        return
    here = certificates(context.data, regenerative.place, regenerative.year)
    held = here[here["state"].isin([VALID, EXPIRED])]
    header = headers_of(context, "actors")
    states = {VALID: context.text("valid"), EXPIRED: context.text("run out")}
    table = pd.DataFrame(
        {
            header["name"]: held["name"].where(held["name"].notna(), held["actor_id"]),
            header["certification"]: held["certification"],
            header["cert_valid_to"]: [day_of(day) for day in held["cert_valid_to"]],
            context.text("State at the end of the year"): held["state"].map(states),
        }
    )
    if len(table):
        draw_table(context, table, context.text("Certificates"), "certificates", rows=30)
    without, silent = (int((here["state"] == state).sum()) for state in (NONE, NOT_ASKED))
    told = context.text("Without a certificate: {without}. Not asked: {silent}.", without=without, silent=silent)
    st.html(note_html(told))


def _draw_incentives(context: Context, regenerative: Regenerative) -> None:
    offered = logged(context.data, regenerative.place, INCENTIVE, regenerative.year)
    caption = context.text("Incentives offered to businesses")
    empty = context.text("No incentive is in the log, so it is unknown whether there are any.")
    draw_entries(context, offered, _SHOWN, caption, "incentives", empty=empty)
    rows = {str(row["entry_id"]): str(row["subject"] or row["entry_id"]) for row in offered.to_dict("records")}
    place = regenerative.place

    def form_of(chosen: str | None) -> RowForm:
        name = context.text("Incentive ({place})", place=place.name)
        if chosen:
            return RowForm(name, "log", {"entry_id": chosen}, _ASKED, _NEEDED)
        settled = {"actor_id" if place.kind == "actor" else "destination_id": place.code, "kind": INCENTIVE}
        return RowForm(name, "log", settled, _ASKED, _NEEDED, fresh={"entry_id": f"{place.code}-log"})

    draw_editor(context, context.text("Add or correct an incentive"), rows, form_of, "incentives")
