"""The form that composes a board page: what it is of, its sections in their order, and the sender's own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast, get_args

import streamlit as st
from pydantic import ValidationError
from streamlit.delta_generator import DeltaGenerator

from answers.panel import panel_of
from answers.places import Place, all_places
from board.composition import COMPARISONS, MOST_TILES, Composition, SectionChoice, usual_composition
from board.content import SectionKind
from board.desk import words
from board.parts.tiles import USUAL
from charts.page_parts import heading
from frame.context import Context
from frame.filters import place_label
from kpis.catalogue import catalogue
from locales import LANGUAGES

_KINDS: tuple[SectionKind, ...] = get_args(SectionKind)
_ORDER, _START = "board_order", "board_start"
# What the form would begin with at the last run, and the title it would have given.
_USUAL, _TITLED = "board_usual", "board_titled"
_TITLE, _PLACES, _YEAR = "board_title", "board_places", "board_year"
_MOST_NAMED = 3


@dataclass(frozen=True)
class Sender:
    """Who composes: the place they came from and its last year with figures."""

    place: Place
    year: int


def take_up(composition: Composition, year: int) -> None:
    """Fill the form with a composition, for another year; call before the form is drawn."""
    for key in [key for key in st.session_state if str(key).startswith("board_")]:
        del st.session_state[key]
    st.session_state[_START] = composition.model_copy(update={"year": year})


def draw_composition(context: Context, sender: Sender) -> Composition | None:
    """Draw the form and return what it says, None (with the reason on the page) while that is no page."""
    start = _begun(context, sender)
    _fill_in(context, start)
    _let_the_title_follow(context)
    title = st.text_input(context.text("Title"), key=_TITLE, max_chars=200)
    chosen, year = _draw_scope(context, start)
    language, comparison = _draw_manner(context, start)
    sections = _draw_sections(context, start)
    try:
        return Composition(
            title=title,
            language=language,
            places=tuple(chosen),
            year=year,
            comparison=tuple(kind for kind in COMPARISONS if kind in comparison),
            sections=tuple(sections),
            sender=start.sender,
        )
    except ValidationError as error:
        st.warning(_missing(context, {str(fault["loc"][0]) for fault in error.errors() if fault["loc"]}))
        return None


def _begun(context: Context, sender: Sender) -> Composition:
    """Return what the form begins with: the usual page of the place one comes from, until another is taken up."""
    state, usual = st.session_state, _usual(context, sender)
    start = state.setdefault(_START, usual)
    assert isinstance(start, Composition)
    was_usual = start == state.get(_USUAL)
    if was_usual and start != usual and tuple(state.get(_PLACES, start.places)) == start.places:
        state[_START] = start = usual
        state[_PLACES], state[_YEAR] = list(usual.places), usual.year
    state[_USUAL] = usual
    return start


def _fill_in(context: Context, start: Composition) -> None:
    """Put what the form begins with into the fields that one change can set with another."""
    known, state = all_places(context.data), st.session_state
    state.setdefault(_TITLE, start.title)
    state[_PLACES] = [place for place in state.get(_PLACES, start.places) if place in known]
    state.setdefault(_YEAR, start.year)
    if state[_YEAR] not in _years(context, state[_PLACES], start):
        state[_YEAR] = start.year


def _years(context: Context, chosen: Sequence[str], start: Composition) -> list[int]:
    """Return the years that any of the places has figures for, the newest first."""
    known = all_places(context.data)
    found = {year for place in chosen for year in panel_of(context.data, known[place]).years}
    return sorted(found | {start.year}, reverse=True)


def _usual(context: Context, sender: Sender) -> Composition:
    title = usual_title(context, [sender.place.name], sender.year)
    return usual_composition(title, sender.place.id, sender.year, cast(Literal["da", "en"], context.language.code))


def usual_title(context: Context, names: Sequence[str], year: int) -> str:
    """Return the title of a page of these places that nobody has given another."""
    if len(names) > _MOST_NAMED:
        places = context.text("{place} and {n} other places", place=names[0], n=context.language.number(len(names) - 1))
    else:
        places = context.language.listed(names)
    return context.text("{place}: how it goes, {year}", place=places, year=year)


def _let_the_title_follow(context: Context) -> None:
    """Give the page the usual title of the places and the year chosen now, unless the sender has written another."""
    state, known = st.session_state, all_places(context.data)
    names = [known[place].name for place in state[_PLACES]]
    usual = usual_title(context, names, state[_YEAR]) if names else state[_TITLE]
    if state[_TITLE] == state.get(_TITLED):
        state[_TITLE] = usual
    state[_TITLED] = usual


def _missing(context: Context, fields: set[str]) -> str:
    if "title" in fields:
        return context.text("Give the page a title.")
    if "places" in fields:
        return context.text("Choose between one and eight places.")
    return context.text("Choose at least one section.")


def _draw_scope(context: Context, start: Composition) -> tuple[list[str], int]:
    known = all_places(context.data)
    left, right = st.columns([3, 1])
    with left:
        chosen = st.multiselect(
            context.text("Places"),
            list(known),
            format_func=lambda place: place_label(known[place]),
            key=_PLACES,
            max_selections=8,
            placeholder=context.text("Choose places"),
            select_all=False,
            wrap=True,
        )
    with right:
        year = st.selectbox(context.text("Year"), _years(context, chosen, start), key=_YEAR)
    return chosen, int(year)


def _draw_manner(context: Context, start: Composition) -> tuple[Literal["da", "en"], Sequence[str]]:
    left, right = st.columns([1, 2])
    with left:
        language = st.segmented_control(
            context.text("Language of the page"),
            list(LANGUAGES),
            default=start.language,
            format_func=lambda code: {"da": "Dansk", "en": "English"}[code],
            key="board_language",
            required=True,
        )
    with right:
        comparison = st.pills(
            context.text("Compared with"),
            COMPARISONS,
            selection_mode="multi",
            default=start.comparison,
            format_func=lambda kind: context.text(words.COMPARISONS[kind]),
            key="board_comparison",
        )
    return cast(Literal["da", "en"], language), comparison


def _draw_sections(context: Context, start: Composition) -> list[SectionChoice]:
    """The sections in their order; each can be moved, left out, commented, and put on a new sheet of paper."""
    begun = {one.kind: one for one in start.sections}
    order = st.session_state.setdefault(_ORDER, [*begun, *(kind for kind in _KINDS if kind not in begun)])
    st.html(heading(context.text("Sections"), context.text("In this order; what is switched off is left out")))
    drawn = [_draw_section(context, kind, begun.get(kind), order) for kind in list(order)]
    return [one for one in drawn if one is not None]


def _draw_section(
    context: Context, kind: SectionKind, begun: SectionChoice | None, order: list[SectionKind]
) -> SectionChoice | None:
    name = context.text(words.SECTIONS[kind])
    with st.container(key=f"section_{kind}"):
        switch, up, down, more = st.columns([5, 1, 1, 3], vertical_alignment="center")
        is_in = switch.toggle(name, begun is not None, key=f"board_in_{kind}")
        _draw_move(up, context.text("Move “{section}” up", section=name), order, kind, "up")
        _draw_move(down, context.text("Move “{section}” down", section=name), order, kind, "down")
        with more.popover(context.text("Comment and more"), disabled=not is_in, key=f"more_{kind}"):
            # Drawn also while the section is left out: a comment already written is not lost by that.
            said = _draw_details(context, kind, begun or SectionChoice(kind=kind))
    return said if is_in else None


def _draw_move(
    column: DeltaGenerator, told: str, order: list[SectionKind], kind: SectionKind, way: Literal["up", "down"]
) -> None:
    at = order.index(kind)
    other = at - 1 if way == "up" else at + 1
    column.button(
        {"up": "↑", "down": "↓"}[way],
        key=f"{way}_{kind}",
        help=told,
        disabled=not 0 <= other < len(order),
        on_click=_swap,
        args=(order, at, other),
    )


def _swap(order: list[SectionKind], one: int, other: int) -> None:
    order[one], order[other] = order[other], order[one]


def _draw_details(context: Context, kind: SectionKind, begun: SectionChoice) -> SectionChoice:
    comment = st.text_area(
        context.text("Your comment"), begun.comment, key=f"board_comment_{kind}", max_chars=4000, height=120
    )
    on_new = st.checkbox(
        context.text("Starts on a new sheet of paper"), begun.starts_on_new_page, key=f"board_sheet_{kind}"
    )
    kpis = _draw_kpis(context, begun) if kind == "tiles" else begun.kpis
    return SectionChoice(kind=kind, comment=comment or "", kpis=tuple(kpis), starts_on_new_page=on_new)


def _draw_kpis(context: Context, begun: SectionChoice) -> Sequence[str]:
    return st.multiselect(
        context.text("Figures, four to six"),
        list(catalogue()),
        begun.kpis or USUAL,
        format_func=lambda kpi: context.language.kpi_text(catalogue()[kpi].name),
        key="board_kpis",
        max_selections=MOST_TILES,
        placeholder=context.text("Choose figures"),
        select_all=False,
        wrap=True,
    )
