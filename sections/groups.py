"""The working groups and business networks of a place: what they tell, what is measured beside it, and the forms."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from answers.groups import FEWEST, Group, Groups, groups
from answers.places import Place, actor_names
from answers.wording import reason_text
from charts.cards import CardText, cards_html
from charts.page_parts import heading, note_html
from frame.context import Context
from kpis.result import Undefined, Value
from sections.collaboration_words import choice_names
from sections.groups_forms import draw_group_form, draw_meeting_form
from sections.plan import rows_in_words
from sections.tables import draw_table
from sections.words import day_of, day_text, headers_of

_MEETING = ("date", "who", "text", "learned", "next_step", "participants")


def draw_groups(context: Context, place: Place, year: int) -> None:
    """Draw the groups as cards with what is measured of their members, their meetings, and the forms."""
    found = groups(context.data, place, year, context.reader)
    st.html(
        heading(
            context.text("Working groups and networks"),
            context.text("What gathers them and what they agreed; beside it what is measured of the members"),
        )
    )
    if found.groups:
        cards = [_card(context, found, group, place) for group in found.groups]
        st.html(cards_html(cards, untold=context.text("not told yet")))
        _draw_meetings(context, found.groups)
        _draw_register(context, found, place)
    else:
        told = context.text(
            "No group is registered. Begin with those who want the same season, experience, area or guests: "
            "three members are enough to be measured together."
        )
        st.html(note_html(told))
    draw_group_form(context, place, found.groups)
    draw_meeting_form(context, place, found.groups)


def _card(context: Context, found: Groups, group: Group, place: Place) -> CardText:
    names, kinds = actor_names(context.data), choice_names(context, "groups", "kind")
    header = headers_of(context, "groups")
    lines = [
        (header["purpose"], group.purpose),
        (header["members"], ", ".join(names.get(one, one) for one in group.members)),
        (header["combination"], group.combination),
        (context.text("Measured: outside the high season"), _season_text(context, found, group, place)),
        (context.text("Measured: ties among the members"), _ties_text(context, group)),
        *_suggestion(context, group),
        (context.text("Last met"), _last_met(context, group)),
    ]
    kind = ", ".join(filter(None, (kinds.get(group.kind, group.kind), _gathered(context, group))))
    return CardText(group.name or group.id, kind, lines, _signed(context, group))


def _signed(context: Context, group: Group) -> str:
    return ", ".join(
        filter(
            None,
            (
                context.text("Convened by {who}", who=group.convenor) if group.convenor else "",
                context.text("begun {day}", day=day_text(context, group.begun_on)) if group.begun_on else "",
                context.text("ended {day}", day=day_text(context, group.ended_on)) if group.ended_on else "",
            ),
        )
    )


def _gathered(context: Context, group: Group) -> str:
    by = choice_names(context, "groups", "gathers_by").get(group.gathers_by, group.gathers_by)
    return ": ".join(filter(None, (by, group.gathers)))


def _season_text(context: Context, found: Groups, group: Group, place: Place) -> str:
    reporting = context.text(
        "{n} of {all} members told every month",
        n=context.language.number(group.season.reporting),
        all=context.language.number(len(group.members)),
    )
    share = group.season.share
    if share is None:
        few = context.text("Not measured: fewer than {n} members tell every month.", n=context.language.number(FEWEST))
        return f"{few} {reporting}."
    if isinstance(share, Undefined):
        return reason_text(share, context.language)
    told = context.language.share(share.number)
    whole = found.share_of_place
    if isinstance(whole, Value) and place.kind == "destination":
        told = context.text(
            "{members} of the members' visits, {place} of all visits in {name}",
            members=told,
            place=context.language.share(whole.number),
            name=place.name,
        )
    return f"{told} ({reporting})"


def _ties_text(context: Context, group: Group) -> str:
    ties = group.ties
    if ties.confirmed is None:
        few = context.language.number(FEWEST)
        return context.text("Not measured: fewer than {n} members have been asked.", n=few)
    if ties.possible is None or ties.asked is None:
        return context.language.plural("{n} confirmed tie", "{n} confirmed ties", ties.confirmed)
    return context.text(
        "{n} of {possible} possible among the {asked} members asked are confirmed by both",
        n=context.language.number(ties.confirmed),
        asked=context.language.number(ties.asked),
        possible=context.language.number(ties.possible),
    )


def _suggestion(context: Context, group: Group) -> list[tuple[str, str]]:
    """Return the pairs that could try something together: of different sectors, and without a tie so far."""
    names = actor_names(context.data)
    pairs = [
        context.language.listed((names.get(one, one), names.get(other, other))) for one, other in group.ties.untried
    ]
    return [(context.text("Have no tie yet"), "; ".join(pairs))] if pairs else []


def _last_met(context: Context, group: Group) -> str:
    if group.meetings.empty:
        return context.text("no meeting is in the log")
    last = group.meetings.iloc[0]
    agreed = str(last["learned"] or last["text"] or "")
    next_step = context.text("Next: {what}", what=str(last["next_step"])) if last["next_step"] else ""
    return " ".join(filter(None, (f"{day_text(context, last['date'])}: {agreed}", next_step)))


def _draw_meetings(context: Context, found: Sequence[Group]) -> None:
    met = [(group, group.meetings) for group in found if len(group.meetings)]
    if not met:
        return
    together = pd.concat([meetings.assign(group_id=group.name or group.id) for group, meetings in met])
    together = together.sort_values("date", ascending=False, ignore_index=True)
    shown = rows_in_words(context, "log", together, ("group_id", *_MEETING))
    shown = shown.loc[:, (shown != "").any()]
    draw_table(context, shown, context.text("The meetings of the groups"), "group_meetings", rows=12)


def _draw_register(context: Context, found: Groups, place: Place) -> None:
    folded = st.expander(context.text("The register of groups, as a table"), key="groups_table", on_change="rerun")
    if not folded.open:
        return
    names, header = actor_names(context.data), headers_of(context, "groups")
    kinds = choice_names(context, "groups", "kind")
    table = pd.DataFrame(
        {
            header["name"]: group.name or group.id,
            header["kind"]: kinds.get(group.kind, group.kind),
            header["gathers_by"]: _gathered(context, group),
            header["purpose"]: group.purpose,
            header["members"]: ", ".join(names.get(one, one) for one in group.members),
            header["convenor"]: group.convenor,
            header["combination"]: group.combination,
            header["begun_on"]: day_of(group.begun_on),
            context.text("Measured: outside the high season"): _season_text(context, found, group, place),
            context.text("Measured: ties among the members"): _ties_text(context, group),
        }
        for group in found.groups
    )
    with folded:
        draw_table(context, table, context.text("Working groups and networks"), "groups", rows=20)
