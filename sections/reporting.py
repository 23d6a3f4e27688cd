"""Who has not reported: the gaps, a reminder to copy, and a template that is already filled in."""

import pandas as pd
import streamlit as st

from answers.panel import whole_panel
from answers.quality import Missing, who_has_not_reported
from frame.context import Context
from frame.empty import XLSX
from pipelines.template import template
from sections.tables import draw_table

_SHOWN = 12


def draw_reporting(context: Context) -> None:
    """Draw who is expected to have reported visits and has not, with what to send them."""
    st.subheader(context.text("Who has not reported"), anchor="missing")
    missing = who_has_not_reported(context.data, whole_panel(context.data, "visits"))
    if not missing:
        st.write(context.text("Everybody has reported every month that is expected of them."))
        return
    table = pd.DataFrame(
        [
            {
                context.text("Actor"): gap.name,
                context.text("Months missing"): len(gap.months),
                context.text("Which"): _months(context, gap),
            }
            for gap in missing
        ]
    )
    draw_table(context, table, context.text("Months whose visits are expected but not reported"), "missing", rows=30)
    names = {gap.reporter: gap.name for gap in missing}
    chosen = st.selectbox(
        context.text("Write to"), list(names), format_func=lambda reporter: names[reporter], key="remind"
    )
    _draw_reminder(context, next(gap for gap in missing if gap.reporter == chosen))


def _months(context: Context, gap: Missing) -> str:
    """Return the missing months; of many only the first, and how many more there are."""
    language, more = context.language, len(gap.months) - _SHOWN
    if more <= 0:
        return language.listed(language.period(month) for month in gap.months)
    first = ", ".join(language.period(month) for month in gap.months[:_SHOWN])
    return context.text("{months} and {n} more", months=first, n=language.number(more))


def _draw_reminder(context: Context, gap: Missing) -> None:
    language = context.language
    months = language.listed(language.period(month) for month in gap.months)
    text = context.text(
        "Dear {name}\n\nWe have no visits from you for {months}.\n"
        "Please fill in the attached workbook and send it back. Write 0 where nobody came, "
        "and leave a month empty if you do not know.\n\nKind regards",
        name=gap.name,
        months=months,
    )
    st.code(text, language=None, wrap_lines=True)
    st.download_button(
        context.text("Template with these months"),
        lambda: reminder_workbook(context, gap),
        file_name=f"{gap.reporter}-{gap.months[0]}.xlsx",
        mime=XLSX,
        key="reminder_template",
        on_click="ignore",
    )


def reminder_workbook(context: Context, gap: Missing) -> bytes:
    """Return a template for visits with the actor and the missing months filled in."""
    rows = [{"actor_id": gap.reporter, "period": month} for month in gap.months]
    return template(context.language, ["visits"], {"visits": rows})
