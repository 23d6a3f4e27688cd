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
    start = st.session_state.setdefault(_START, _usual(context, sender))
    assert isinstance(start, Composition)
    title = st.text_input(context.text("Title"), start.title, key="board_title", max_chars=200)
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


def _usual(context: Context, sender: Sender) -> Composition:
    title = context.text("{place}: how it goes, {year}", place=sender.place.name, year=sender.year)
    return usual_composition(title, sender.place.id, sender.year, cast(Literal["da", "en"], context.language.code))


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
            [place for place in start.places if place in known],
            format_func=lambda place: place_label(known[place]),
            key="board_places",
            max_selections=8,
            placeholder=context.text("Choose places"),
        )
    years = sorted({year for place in chosen for year in panel_of(context.data, known[place]).years} | {start.year})
    with right:
        year = st.selectbox(context.text("Year"), years[::-1], years[::-1].index(start.year), key="board_year")
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
    )
