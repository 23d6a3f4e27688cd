"""What a page shows while there is nothing to show: what to do first."""

from typing import Literal

import streamlit as st

from frame.context import Context
from locales import ENGLISH
from pipelines.sample_region import load_sample
from pipelines.template import template

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_empty(context: Context) -> None:
    """Say what to do first in an empty store, with the three ways to do it."""
    if not context.reader.may_load:
        st.write(context.text("Nothing has been loaded yet about the places you have been given."))
        return
    st.write(
        context.text(
            "Load a workbook on the page Data, start from the template, "
            "or look around in an invented region first; it can be removed again."
        )
    )
    left, middle, right = st.columns(3)
    with left:
        if st.button(context.text("Load a workbook"), key="go_to_data", width="stretch"):
            st.switch_page(context.pages["data"])
    with middle:
        draw_template_button(context, "empty", width="stretch")
    with right:
        if st.button(context.text("Show the sample region"), key="load_sample", type="primary", width="stretch"):
            load_sample_with_progress(context)


def draw_template_button(context: Context, place: str, width: Literal["content", "stretch"] = "content") -> None:
    """Draw the button that gives the template workbook; `place` tells it from others on the page."""
    st.download_button(
        context.text("Download the template"),
        lambda: template(context.language),
        file_name="kulturpuls-template.xlsx" if context.language == ENGLISH else "kulturpuls-skabelon.xlsx",
        mime=XLSX,
        key=f"template_{place}",
        on_click="ignore",
        width=width,
    )


def load_sample_with_progress(context: Context) -> None:
    """Load the invented region, showing how far it is, and show it."""
    bar = st.progress(0.0, text=context.text("Loading the sample region …"))

    def tell(share: float, name: str) -> None:
        bar.progress(share, text=context.text("Loading {file} …", file=name))

    load_sample(context.data.store, context.reader, progress=tell)
    bar.empty()
    st.rerun()
