"""The shared filters in the side bar, kept in the address, so that any view is a link.

The widgets are not bound to the address by Streamlit itself: it would write their labels instead of the ids that
never change, and drop a wrong value without a word.
"""

from collections.abc import Mapping

import streamlit as st

from answers.data import Data
from answers.places import Place, all_places
from answers.view import FORECAST, KPI, LANGUAGE, PLACE, YEAR, View, read_view, years_of
from answers.what_if import PARAMETERS
from charts.page_parts import warning_html
from locales import LANGUAGES, Language

_WRITTEN = "_address_written"
_DROPPED = "_address_dropped"


def follow_address(data: Data) -> View:
    """Take over what the address asks for when it is new, and return the view as it then stands."""
    asked = {name: st.query_params[name] for name in (PLACE, YEAR, LANGUAGE) if name in st.query_params}
    is_new = _WRITTEN not in st.session_state or (asked and asked != st.session_state[_WRITTEN])
    if is_new:
        view = read_view(data, asked)
        st.session_state[_DROPPED] = dict(view.dropped)
    else:
        view = _kept_view(data)
    _remember(view)
    return view


def _remember(view: View) -> None:
    st.session_state[LANGUAGE] = view.language.code
    st.session_state[PLACE] = view.place.id if view.place else None
    st.session_state[YEAR] = view.year


def _kept_view(data: Data) -> View:
    kept = {name: str(st.session_state[name]) for name in (PLACE, YEAR, LANGUAGE) if st.session_state.get(name)}
    return read_view(data, kept)


def draw(data: Data, view: View) -> View:
    """Draw the filters and return the view they now show; the address follows."""
    with st.sidebar:
        _language_switch(view.language)
        if view.place is not None:
            _place_and_year(data, view.place, view.language)
    shown = _kept_view(data)
    _write_address(shown)
    return shown


def _language_switch(language: Language) -> None:
    names = {code: {"da": "Dansk", "en": "English"}[code] for code in LANGUAGES}
    st.segmented_control(
        language.text("Language"),
        list(names),
        format_func=lambda code: names[code],
        key=LANGUAGE,
        required=True,
        label_visibility="collapsed",
    )


def _place_and_year(data: Data, place: Place, language: Language) -> None:
    known = all_places(data)
    st.selectbox(
        language.text("Place"),
        in_order(known, place),
        format_func=lambda place_id: place_label(known[place_id]),
        key=PLACE,
    )
    chosen = known.get(st.session_state[PLACE], place)
    years = list(reversed(years_of(data, chosen)))
    if st.session_state[YEAR] not in years:
        st.session_state[YEAR] = read_view(data, {PLACE: chosen.id}).year
    if years:
        st.selectbox(language.text("Year"), years, key=YEAR)


def in_order(known: Mapping[str, Place], chosen: Place) -> list[str]:
    """Return the places to choose from: first those of the kind that is chosen, each kind in the order of the alphabet.

    Whoever looks at a museum most often goes on to another.
    """
    return sorted(known, key=lambda place: known[place].kind != chosen.kind)


def place_label(place: Place) -> str:
    """Return the place's name as it is chosen by: an actor with the place it is in."""
    return f"{place.name} · {place.inside}" if place.inside else place.name


def _write_address(view: View) -> None:
    address: Mapping[str, str] = {
        **({PLACE: view.place.id} if view.place else {}),
        **({YEAR: str(view.year)} if view.year else {}),
        **({LANGUAGE: view.language.code} if view.language.code != "da" else {}),
    }
    of_pages = {name: st.query_params[name] for name in (KPI, FORECAST, *PARAMETERS) if name in st.query_params}
    if dict(st.query_params) != {**address, **of_pages}:
        st.query_params.from_dict({**address, **of_pages})
    st.session_state[_WRITTEN] = dict(address)


def say_what_was_dropped(view: View) -> None:
    """Say once, above the page, what the address asked for and could not get, what is shown instead, and what to do."""
    language, here = view.language, view.place.name if view.place else ""
    dropped = st.session_state.pop(_DROPPED, {})
    for name, value in dropped.items():
        said = {
            PLACE: language.text(
                "We know no place called “{value}”: it may have another name now, or be one you do not see. "
                "{place} is shown; choose another under Place.",
                value=value, place=here,
            ),
            YEAR: language.text(
                "{place} has no figures for {value}. {year} is shown; choose another under Year.",
                value=value, place=here, year=view.year,
            ),
            LANGUAGE: language.text("The page is not to be had in the language “{value}”.", value=value),
        }  # fmt: skip
        st.html(warning_html(said[name]))
