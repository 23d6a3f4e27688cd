"""Which of a place's forecasts is looked at: chosen above the figure, kept in the address."""

from collections.abc import Sequence

import streamlit as st

from answers.forecast_ground import SUBJECTS, Subject
from answers.view import FORECAST
from charts.page_parts import warning_html
from frame.context import Context
from sections.forecast_words import WORDS

_KEY = "forecast_subject"
_WRITTEN, _DROPPED = "_forecast_written", "_forecast_dropped"


def choose_subject(context: Context, offered: Sequence[Subject]) -> Subject:
    """Draw the choice where there is one and return what is chosen; the first of those offered unless asked otherwise.

    An address that asks for what is not offered is told so, and the first is shown.
    """
    _follow_address(offered)
    if len(offered) > 1:
        st.segmented_control(
            context.text("Forecast of"),
            offered,
            format_func=lambda subject: context.text(WORDS[subject].name),
            key=_KEY,
            required=True,
            label_visibility="collapsed",
        )
    chosen: Subject = st.session_state.get(_KEY, offered[0])
    _write_address(chosen, offered)
    if (asked := st.session_state.pop(_DROPPED, None)) is not None:
        st.html(warning_html(_dropped_text(context, asked, chosen)))
    return chosen


def _follow_address(offered: Sequence[Subject]) -> None:
    asked = st.query_params.get(FORECAST)
    is_new = asked is not None and asked != st.session_state.get(_WRITTEN)
    wanted = asked if is_new else st.session_state.get(_KEY)
    if wanted not in offered:
        if is_new:
            st.session_state[_DROPPED] = asked
        wanted = offered[0]
    st.session_state[_KEY] = wanted


def _write_address(chosen: Subject, offered: Sequence[Subject]) -> None:
    wanted = None if chosen == offered[0] else chosen
    if wanted is None:
        st.query_params.pop(FORECAST, None)
    elif st.query_params.get(FORECAST) != wanted:
        st.query_params[FORECAST] = wanted
    st.session_state[_WRITTEN] = wanted


def _dropped_text(context: Context, asked: str, shown: Subject) -> str:
    known = next((WORDS[subject].name for subject in SUBJECTS if subject == asked), None)
    return context.text(
        "The link asks for a forecast of “{asked}”, of which this place has no months here; “{shown}” is shown.",
        asked=context.text(known).lower() if known else asked,
        shown=context.text(WORDS[shown].name).lower(),
    )
