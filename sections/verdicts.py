"""When a change is called better or worse, on the page Method."""

import streamlit as st

from frame.context import Context


def draw_verdicts(context: Context) -> None:
    """Draw how large a change must be before it is judged."""
    st.subheader(context.text("When a change is called better or worse"))
    st.markdown(
        context.text(
            "A change from the year before is judged only where more or less of the figure is better, and where it is "
            "large enough to be told: one step of the last digit shown; a hundredth of the scale for an index whose "
            "scale is longer than 1, as the coefficient of variation; one percentage point for shares and growth; "
            "1 per cent of counts, which is our own convention; and more than the uncertainty of the two figures "
            "where they are from samples. A smaller change reads “about unchanged” or “within the uncertainty” with "
            "the number beside it, and it is neither good nor bad. Where March and April moved against each other, as "
            "Easter moves them, a measure of the season is judged only if it also moved so with the two months at "
            "their mean. Nor is the change of an amount in current prices judged, because nobody can see how much of "
            "it is prices."
        )
    )
