"""The places by growth potential: no rank without the interval of the ranks that it could as well have had."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from answers.places import all_places
from answers.potential import ranks
from frame.context import Context
from sections.tables import draw_table


def draw_ranks(context: Context, year: int, label: str) -> None:
    """Draw the ranks by growth potential where somebody asks by `label`: every place has to be computed."""
    if not st.toggle(label, key="potential_ranks"):
        return
    found = _found(context, year)
    names = [context.text("Place"), context.text("Best rank"), context.text("Worst rank")]
    known = all_places(context.data)
    table = pd.DataFrame(
        [(known[place].name, best, worst) for place, (best, worst) in found.items()], columns=names
    ).astype({names[1]: "Int64", names[2]: "Int64"})
    caption = context.text("The ranks that each place can have in {year}, in the order of the alphabet", year=year)
    draw_table(context, table, caption, "ranks", written=table.astype(str))
    st.caption(
        context.text(
            "A rank depends on weights that nobody can prove. So each place has the best and the worst rank over equal "
            "weights, each part left out or doubled, and two ways of taking the mean. Places with too few parts have "
            "none."
        )
    )


def _found(context: Context, year: int) -> Mapping[str, tuple[int, int]]:
    """Compute the ranks, which takes seconds where the places are many, with how far it is."""
    shown = st.empty()
    words = context.text("Every place is being computed …")
    found = ranks(context.data, year, context.reader, lambda share: shown.progress(share, text=words))
    shown.empty()
    return found
