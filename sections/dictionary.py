"""The data dictionary: every dataset and column that can be loaded, from the declarations themselves."""

import pandas as pd
import streamlit as st

from frame.context import Context
from frame.empty import draw_template_button
from sections.tables import draw_table
from warehouse.schema import Dataset, datasets


def draw_dictionary(context: Context) -> None:
    """Draw every dataset with its columns, folded away, and the template they make."""
    st.subheader(context.text("Data dictionary"))
    draw_template_button(context, "dictionary")
    for dataset in datasets().values():
        told = f"{dataset.name[context.language.code]}: {dataset.description[context.language.code]}"
        folded = st.expander(told, key=f"dictionary_{dataset.id}", on_change="rerun")
        if folded.open:
            with folded:
                draw_table(
                    context, _columns(context, dataset), dataset.grain[context.language.code], dataset.id, rows=40
                )


def _columns(context: Context, dataset: Dataset) -> pd.DataFrame:
    code = context.language.code
    rows = [
        {
            context.text("Column"): column.header[code],
            context.text("Must be filled in"): context.text("yes") if column.required else "",
            context.text("Meaning"): column.description[code],
            context.text("Allowed values"): ", ".join(choice.names[code] for choice in column.choices)
            or _range(context, column.low, column.high),
            context.text("Also called"): ", ".join(column.aliases),
        }
        for column in dataset.columns
    ]
    return pd.DataFrame(rows)


def _range(context: Context, low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return ""
    return context.text("{low} to {high}", low=context.language.number(low), high=context.language.number(high))
