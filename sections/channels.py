"""The channel plan of step 8: which channel to which segment, why and who; beside it what is measured; and the form."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from answers.answer import Answer
from answers.channels import Channels, channels
from answers.lineage.hiding import columns_shown
from answers.places import Place, actor_names
from charts.page_parts import heading, note_html
from frame.context import Context
from sections.editor import draw_editor
from sections.measured import draw_measured
from sections.plan import rows_in_words
from sections.row_form import RowForm
from sections.tables import draw_table, written_table
from sections.words import headers_of
from warehouse.schema import datasets

_MEASURED = ("referral_share", "offer_fill_rate")
_COST = "cost_dkk"
_SHOWN = ("segment", "name", "medium", "operator", "actor_id", "starts", "ends", "why", "owner", "status", _COST)
_ASKED = (
    "name", "segment", "medium", "operator", "starts", "ends", "why", "owner", "status", "counted_as", _COST,
)  # fmt: skip
_NEEDED = ("name", "segment", "medium", "why", "owner")
_BEGUN = ("running", "ended")


def draw_channels(context: Context, place: Place, year: int, evidence: Sequence[Answer]) -> None:
    """Draw the plan, the visits by channel and the figures that belong to it, and the form."""
    found = channels(context.data, place, year)
    st.html(
        heading(
            context.text("The channel plan"),
            context.text("Step 8: which channel reaches whom, why, and who answers for it"),
        )
    )
    if len(found.plan):
        plan = _plan(context, found, year)
        caption = context.text("The channel plan")
        draw_table(context, plan, caption, "channels", rows=20, written=_written(context, found, plan))
        if found.plan["visits"].notna().any():
            told = context.text(
                "The visits counted are all that came by the channel in the year, where the guests are asked; not "
                "those that the plan has brought."
            )
            st.html(note_html(told))
        if not context.reader.sees_business_figures and found.plan[_COST].notna().any():
            told = context.text("What a channel costs is shown to those who may see the figures of single businesses.")
            st.html(note_html(told))
    else:
        told = context.text(
            "No channel is planned. Begin with one segment: which channel reaches it, why that one, and who answers "
            "for it?"
        )
        st.html(note_html(told))
    _draw_counted(context, found, year)
    draw_measured(context, [answer for answer in evidence if answer.id in _MEASURED])
    _draw_form(context, place, found)


def _plan(context: Context, found: Channels, year: int) -> pd.DataFrame:
    names, shown = actor_names(context.data), columns_shown("channels", _SHOWN, context.reader)
    plan = found.plan.assign(actor_id=found.plan["actor_id"].map(lambda code: names.get(code, code)))
    table = rows_in_words(context, "channels", plan, shown)
    state = datasets()["channels"].column("status").header[context.language.code]
    rows, today = found.plan.to_dict("records"), date.today().isoformat()
    table[state] = [_state(context, row, str(said), today) for row, said in zip(rows, table[state], strict=True)]
    if _COST in shown:
        table[datasets()["channels"].column(_COST).header[context.language.code]] = plan[_COST].to_numpy()
    counted = context.text("Visits counted in {year}", year=year)
    table[counted] = plan["visits"].to_numpy()
    return table


def _state(context: Context, row: Mapping[object, object], said: str, today: str) -> str:
    """Return how far a channel is said to be, and of one not begun whether its days are to come or have passed."""
    first, last = (str(row[name] or "") for name in ("starts", "ends"))
    if row["status"] in _BEGUN:
        return said
    passed = last or first
    if passed and passed < today:
        return ", ".join(filter(None, (said, context.text("overdue"))))
    return ", ".join(filter(None, (said, context.text("coming")))) if first > today else said


def _written(context: Context, found: Channels, plan: pd.DataFrame) -> pd.DataFrame:
    """Return the plan as it fits a page: the channel with its medium, whoever passes it on, and the days together."""
    header = headers_of(context, "channels")
    told = rows_in_words(context, "channels", found.plan, ("name", "medium", "starts", "ends"))
    words = written_table(context, told)
    names = actor_names(context.data)
    numbers = [column for column in plan if column not in header.values() or column == header[_COST]]
    shown = pd.DataFrame(
        {
            header["segment"]: plan[header["segment"]],
            context.text("Channel"): words[header["name"]] + " (" + words[header["medium"]] + ")",
            context.text("By whom"): [
                ", ".join(filter(None, (operator, names.get(actor, actor))))
                for operator, actor in zip(found.plan["operator"], found.plan["actor_id"], strict=True)
            ],
            context.text("Days"): [
                " – ".join(filter(None, days))
                for days in zip(words[header["starts"]], words[header["ends"]], strict=True)
            ],
            header["why"]: plan[header["why"]],
            header["owner"]: plan[header["owner"]],
            header["status"]: plan[header["status"]],
            **{name: [_number(context, value) for value in plan[name]] for name in numbers},
        }
    )
    return shown.loc[:, (shown != "").any()]


def _number(context: Context, value: float) -> str:
    return "" if pd.isna(value) else context.language.number(value, 0)


def _draw_counted(context: Context, found: Channels, year: int) -> None:
    caption = context.text("Visits by channel in {year}, of the houses that ask their guests", year=year)
    if not found.counted:
        told = context.text(
            "No house has counted its visits by channel in {year}: it is done in the column “{column}” of the visits.",
            year=year,
            column=datasets()["visits"].column("channel").header[context.language.code],
        )
        st.html(note_html(told))
        return
    share = context.text("Share of the known")
    table = pd.DataFrame(
        {
            context.text("Channel"): one.name,
            context.text("Visits"): one.visits,
            share: one.share,
            context.text("In the plan"): one.planned or context.text("not in the plan"),
        }
        for one in found.counted
    )
    written = table.astype(object)
    written[context.text("Visits")] = [context.language.number(one.visits, 0) for one in found.counted]
    written[share] = [context.language.share(one.share) for one in found.counted]
    draw_table(context, table, caption, "visits_by_channel", rows=20, written=written)


def _draw_form(context: Context, place: Place, found: Channels) -> None:
    key = "actor_id" if place.kind == "actor" else "destination_id"
    rows = {str(row["channel_id"]): str(row["name"] or row["channel_id"]) for row in found.plan.to_dict("records")}

    def form_of(chosen: str | None) -> RowForm:
        name = context.text("Channel ({place})", place=place.name)
        if not chosen:
            fresh = {"channel_id": f"{place.code}-channels"}
            return RowForm(name, "channels", {key: place.code}, _ASKED, _NEEDED, fresh=fresh)
        return RowForm(name, "channels", {"channel_id": chosen}, _ASKED, _NEEDED)

    draw_editor(context, context.text("Plan or correct a channel"), rows, form_of, "channels")
