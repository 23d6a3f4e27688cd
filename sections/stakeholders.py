"""The map of stakeholders: each group around a place, what it was asked for, promised and gave, and who said so."""

import pandas as pd
import streamlit as st

from charts.page_parts import heading, note_html
from frame.context import Context
from sections.collaboration_words import choice_names
from sections.tables import draw_table
from sections.words import capitalised, day_text, later_text

_STATES = ("asked", "promised", "received")


def draw_stakeholders(context: Context, support: pd.DataFrame) -> None:
    """Draw a row for each of the five groups, also for those nobody has been in contact with."""
    st.html(
        heading(
            context.text("The stakeholders"),
            context.text("What each group was asked for, has promised and has given; and whom nobody has talked to"),
        )
    )
    groups, states = choice_names(context, "log", "stakeholder"), choice_names(context, "log", "support_state")
    rows = []
    for group, name in groups.items():
        mine = support[support["stakeholder"] == group]
        rows.append(
            {
                context.text("Stakeholder"): capitalised(name),
                **{capitalised(states[state]): _told(context, mine, state) for state in _STATES},
                context.text("Last contact"): _last(context, mine),
            }
        )
    draw_table(context, pd.DataFrame(rows), context.text("The stakeholders of the place"), "stakeholders")
    if unsorted := int((~support["stakeholder"].isin(groups)).sum()):
        told = context.language.plural(
            "{n} entry does not say which group it comes from.",
            "{n} entries do not say which group they come from.",
            unsorted,
        )
        st.html(note_html(told))


def _told(context: Context, support: pd.DataFrame, state: str) -> str:
    found = support[support["support_state"] == state]
    named = zip(found["subject"], found["text"], found["later"], strict=True)
    told = (later_text(context, str(one or text)) if later else str(one or text) for one, text, later in named)
    return "; ".join(dict.fromkeys(told))


def _last(context: Context, support: pd.DataFrame) -> str:
    if support.empty:
        return context.text("no contact in the log")
    last = support.iloc[0]
    told = ", ".join(filter(None, (str(last["who"] or ""), day_text(context, last["date"]))))
    return later_text(context, told) if last["later"] else told
