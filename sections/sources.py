"""What stands behind the figures, and what they cannot say."""

import pandas as pd
import streamlit as st

from frame.context import Context
from kpis.sources import sources
from sections.tables import draw_table


def draw_sources(context: Context) -> None:
    """Draw what the figures cannot say, and every source in full with how much of it was read, folded away."""
    st.subheader(context.text("What these figures cannot say"))
    st.markdown(
        context.text(
            "Micro-destinations lie below every official table: the official figures are references, "
            "your own counts are the measurement. Closed is not zero, zero is not missing, and an incomplete period is "
            "never compared with a complete one. There is no agreed threshold for seasonality, intensity or use of "
            "capacity: compare with your own past, a named area, or a band that your board has set."
        )
    )
    folded = st.expander(context.text("The sources in full"), key="sources", on_change="rerun")
    if folded.open:
        with folded:
            draw_table(context, _table(context), context.text("Sources"), "sources", rows=100)


def _table(context: Context) -> pd.DataFrame:
    read = {
        "whole": context.text("what is used of it"),
        "part": context.text("a part, or a copy elsewhere"),
        "general": context.text("not looked up; known in general"),
    }
    return pd.DataFrame(
        [
            {
                context.text("Code"): code,
                context.text("Publication"): source.reference,
                context.text("Read by us"): read[source.read],
            }
            for code, source in sources().items()
        ]
    )
