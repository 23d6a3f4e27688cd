"""Templates at the desk: keep this composition under a name, take one up for another year, forget one."""

import streamlit as st

from board import templates
from board.composition import Composition
from board.desk.compose import take_up
from frame.context import Context
from sections.words import plain_markdown


def draw_templates(context: Context, year: int) -> None:
    """Draw the templates kept so far; the one chosen fills the form, for the year looked at."""
    kept = templates.templates(context.reader)
    if not kept:
        return
    field, take, forget = st.columns([3, 1, 1], vertical_alignment="bottom")
    with field:
        name = st.selectbox(context.text("Your templates"), list(kept), key="template_name")
    with take:
        st.button(
            context.text("Use it for {year}", year=year),
            key="template_use",
            on_click=take_up,
            args=(kept[name], year),
            width="stretch",
        )
    with forget:
        st.button(
            context.text("Delete template"),
            key="template_forget",
            on_click=templates.forget,
            args=(name, context.reader),
            width="stretch",
            type="tertiary",
        )


def draw_keep(context: Context, composition: Composition) -> None:
    """Draw the field that keeps the composition as a template."""
    with st.popover(context.text("Keep as template")):
        name = st.text_input(context.text("Name of the template"), key="keep_name", max_chars=templates.LONGEST_NAME)
        if st.button(context.text("Keep"), key="keep_template", disabled=not name.strip()):
            templates.keep(name, composition, context.reader)
            st.success(plain_markdown(context.text("Kept as “{name}”.", name=name.strip())))
