"""All places beside each other: tiles for each theme, the map, and the table."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from answers.answer import number_of
from answers.overview import Overview, PlaceRow, row_of, standing_for
from answers.sentences.overview import place_sentence
from answers.wording import counted_text, coverage_text, reason_text
from charts.page_parts import note_html
from charts.passport import Part, PassportText
from charts.places_map import places_map
from charts.tiles import Tile, tiles_html
from frame.context import Context
from kpis.catalogue import catalogue
from kpis.result import Result, Undefined
from locales.language import NOT_KNOWN
from sections.figures import draw_figure
from sections.method import passport_text
from sections.tables import draw_table
from sections.words import counted_noun, counted_unit


def draw_chosen_place(context: Context, overview: Overview) -> None:
    """Say that the page is about all places, and how the chosen one fares beside them."""
    if context.place is not None:
        row = row_of(context.data, context.place, overview.year)
        st.html(note_html(place_sentence(row, overview, context.place.name, context.language)))


def _chosen(context: Context, overview: Overview) -> str | None:
    return standing_for(overview, context.place) if context.place else None


def draw_theme_tiles(context: Context, overview: Overview) -> None:
    """Draw one headline for each theme: guests, growth, season, and how complete the figures are."""
    language, year = context.language, str(overview.year)
    rows = [row for row in overview.rows if row.measure == overview.measure]
    growth = number_of(overview.growth)
    off, reported = _known(row.offseason for row in rows), number_of(overview.reported)
    of_all = _coverage_only(context, overview)
    tiles = [
        replace(
            of_all,
            label=counted_noun(context, overview.measure),
            value=language.number(overview.total),
            period=year,
            warning="" if overview.complete else context.text("At least: not everybody has reported."),
            passport=_passport(context, "visits_total", context.text("All that is counted, in all places together.")),
        ),
        replace(
            of_all,
            label=context.text("Change on the year before"),
            value=language.percent(growth, signed=True),
            period=year,
            undefined_reason=reason_text(overview.growth, language) if isinstance(overview.growth, Undefined) else "",
            passport=_passport(
                context,
                "visits_yoy",
                context.text("Only those who counted the same months in both years are compared."),
            ),
        ),
        Tile(
            label=context.text("Outside the summer"),
            value=language.percent(median(off), 0) if off else NOT_KNOWN,
            period=year,
            confidence=language.plural("{k} of {n} place", "{k} of {n} places", len(rows), k=language.number(len(off))),
            undefined_reason="" if off else context.text("No place has twelve months."),
            passport=_passport(
                context,
                "offseason_share",
                context.text("The middle place's share of guests outside June, July and August."),
            ),
        ),
        Tile(
            label=context.text("Reported"),
            value=language.share(reported),
            period=year,
            undefined_reason="" if reported is not None else context.text("Nothing is expected for this period."),
            passport=_passport(
                context,
                "data_completeness",
                context.text("The share of the expected figures that have come in, from all who count."),
            ),
        ),
    ]
    st.html(tiles_html(tiles, language))


def _coverage_only(context: Context, overview: Overview) -> Tile:
    """An empty tile with what is compared; ungraded, as estimates and breaks are known place by place."""
    return Tile("", "", confidence=coverage_text(overview.coverage, overview.measure, context.language))


def _passport(context: Context, kpi_id: str, meaning: str) -> PassportText:
    """The passport of the KPI, saying what the figure is over all places; cells are those of one place."""
    told = passport_text(context, catalogue()[kpi_id], [Part(context.text("On this page"), (meaning,))])
    return replace(told, link=None)


def _known(results: Iterable[Result]) -> list[float]:
    return [number for result in results if (number := number_of(result)) is not None]


def draw_map(context: Context, overview: Overview) -> None:
    """Draw the places that have coordinates."""
    placed = [row for row in overview.rows if row.place.latitude is not None and row.place.longitude is not None]
    if placed:
        with st.columns([3, 2])[0]:
            name = f"map_{overview.year}"
            draw_figure(context, name, lambda: _map(context, overview, placed), _in_words(context, overview))


def _map(context: Context, overview: Overview, placed: Sequence[PlaceRow]) -> go.Figure:
    return places_map(
        [row.place.name for row in placed],
        [row.place.id for row in placed],
        [float(row.place.latitude or 0) for row in placed],
        [float(row.place.longitude or 0) for row in placed],
        [row.total for row in placed],
        _chosen(context, overview),
        unit=counted_unit(context, overview.measure),
        title=_map_title(context, overview),
        subtitle=context.text(
            "{what} in {year}; the size of the dot is the number",
            what=counted_noun(context, overview.measure),
            year=overview.year,
        ),
        language=context.language,
        dark=context.dark,
    )


def _map_title(context: Context, overview: Overview) -> str:
    known = [row for row in overview.rows if row.total is not None and row.measure == overview.measure]
    if not known or not overview.total:
        return context.text("The places")
    largest = max(known, key=lambda row: row.total or 0)
    share = (largest.total or 0) / overview.total
    return context.text(
        "{place} has {share} of the guests", place=largest.place.name, share=context.language.percent(share, 0)
    )


def _in_words(context: Context, overview: Overview) -> str:
    told = (f"{row.place.name}: {counted_text(row.total, row.measure, context.language)}" for row in overview.rows)
    return f"{_map_title(context, overview)}. {'; '.join(told)}."


def draw_places_table(context: Context, overview: Overview) -> None:
    """Draw the table of all places, in the order of the alphabet."""
    rows, language = overview.rows, context.language
    names = {
        "place": context.text("Place"),
        "count": counted_noun(context, overview.measure),
        "growth": context.text("Change"),
        "gini": context.text("Season concentration"),
        "off": context.text("Outside the summer"),
        "complete": context.text("Reported"),
        "basis": context.text("The change rests on"),
    }
    table = pd.DataFrame(
        {
            names["place"]: [row.place.name for row in rows],
            names["count"]: [row.total for row in rows],
            names["growth"]: [number_of(row.growth) for row in rows],
            names["gini"]: [number_of(row.gini) for row in rows],
            names["off"]: [number_of(row.offseason) for row in rows],
            names["complete"]: [number_of(row.completeness) for row in rows],
            names["basis"]: [coverage_text(row.coverage, row.measure, language) for row in rows],
        }
    ).astype({names[name]: float for name in ("count", "growth", "gini", "off", "complete")})
    written = table.copy().astype(object)
    written[names["count"]] = [
        counted_text(row.total, row.measure, language)
        if row.measure != overview.measure
        else language.number(row.total)
        for row in rows
    ]
    written[names["growth"]] = [language.percent(number_of(row.growth), signed=True) for row in rows]
    written[names["gini"]] = [language.number(number_of(row.gini), 2) for row in rows]
    written[names["off"]] = [language.share(number_of(row.offseason)) for row in rows]
    written[names["complete"]] = [language.share(number_of(row.completeness)) for row in rows]
    caption = context.text("All places in {year}, in the order of the alphabet", year=overview.year)
    chosen = _chosen(context, overview)
    strong = next((number for number, row in enumerate(rows) if row.place.id == chosen), None)
    draw_table(context, table, caption, "places", rows=60, written=written, strong_row=strong)
