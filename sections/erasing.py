"""The known figures that a file leaves blank: each listed, to keep or, by a choice, to remove with the load."""

from collections.abc import Mapping

import pandas as pd
import pyarrow as pa
import streamlit as st

from frame.context import Context
from pipelines.erasing import Blanked, count_of
from pipelines.report_load import BLANK_WORDS, blanked_rows, written_known
from sections.row_keys import row_text
from warehouse.schema import datasets

# A longer list is chosen from as a whole.
_MOST_ROWS = 1000


def draw_blanked(context: Context, blanked: Blanked, about: str) -> Blanked:
    """Draw the figures with a choice for each, and return those to be removed; `about` tells one file from the next."""
    count = count_of(blanked)
    if not count:
        return {}
    st.markdown(
        "**"
        + context.language.plural(
            "{n} figure that is known is blank in this file.",
            "{n} figures that are known are blank in this file.",
            count,
        )
        + "**"
    )
    st.caption(context.text("They stand unless you remove them. Undoing the upload brings them back."))
    remove_all = st.checkbox(context.text("Remove every one of them"), key=f"erase_all_{about}")
    rows = blanked_table(context, blanked)
    rows.insert(0, context.text("Remove the known value"), remove_all)
    edited = st.data_editor(
        rows.head(_MOST_ROWS),
        hide_index=True,
        disabled=list(rows.columns[1:]),
        width="stretch",
        key=f"erase_{about}_{remove_all}",
    )
    ticked = edited.iloc[:, 0].tolist() + rows.iloc[_MOST_ROWS:, 0].tolist()
    return chosen_of(blanked, ticked)


def blanked_table(context: Context, blanked: Blanked) -> pd.DataFrame:
    """Return one row for each known figure that the file leaves blank, in the order of the datasets."""
    code = context.language.code
    return pd.DataFrame(
        {
            context.text("Row"): row_text(context, datasets()[row["dataset"]], row["key"]),
            context.text("Figure"): datasets()[row["dataset"]].column(row["column"]).header[code],
            context.text("Known value"): written_known(row["known"], context.language),
            context.text("In the file"): _word_for(context, row["said"]),
            context.text("Cell"): row["cell"],
            context.text("Loaded by"): f"{row['by']} ({row['file']})",
        }
        for row in blanked_rows(blanked, context.data.ledger)
    )


def _word_for(context: Context, kind: str) -> str:
    return context.text(BLANK_WORDS[kind])


def chosen_of(blanked: Blanked, ticked: list[bool]) -> Mapping[str, pa.Table]:
    """Return the figures that are ticked, in the order of `blanked_table`."""
    chosen: dict[str, pa.Table] = {}
    start = 0
    for dataset_id, table in blanked.items():
        of_table = table.filter(pa.array(ticked[start : start + table.num_rows], pa.bool_()))
        start += table.num_rows
        if of_table.num_rows:
            chosen[dataset_id] = of_table
    return chosen
