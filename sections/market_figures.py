"""The figures by market, on the pages Growth potential and Season spread."""

from collections.abc import Mapping
from typing import cast

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from answers.markets import Effect, Markets
from answers.sentences.markets import effect_sentence, heading_of, is_too_small, pull_in_words, pull_sentence
from answers.wording import coverage_text, reason_text
from charts.contribution import season_contribution
from charts.market_map import MarketDot, market_map
from charts.page_parts import note_html
from frame.context import Context
from kpis.growth.visits import growth_rate
from kpis.labels import LABELS
from kpis.ratios import number_or_none
from kpis.result import Undefined, Value
from kpis.season.change import offseason_share
from locales.language import NOT_KNOWN
from sections.figures import draw_figure
from sections.tables import draw_table
from sections.words import counted_noun

_PARTS = ("competitive", "mix", "national")
_Detail = Mapping[str, Mapping[str, float | str | None]]


def draw_market_growth(context: Context, markets: Markets) -> None:
    """Draw from which markets the growth came, the map of the markets and their table."""
    st.subheader(context.text("Growth by market"))
    if markets.is_empty:
        _say_not_told(context)
        return
    split, placed = (markets.answers[name].result for name in ("shift_share", "growth_share_quadrant"))
    if isinstance(split, Value):
        draw_figure(
            context,
            "shift_share",
            lambda: _shift_share(context, markets, split),
            f"{pull_sentence(markets, context.language)}. {pull_in_words(markets, context.language)}",
        )
        st.caption(pull_in_words(markets, context.language))
    if isinstance(placed, Value):
        draw_figure(context, "market_map", lambda: _map(context, markets, placed), _map_title(context, placed))
    _draw_market_table(context, markets)


def _say_not_told(context: Context) -> None:
    said = context.text(
        "It is not reported where the guests live. Fill in the column Market in the sheet Visits, and this page shows "
        "which markets carry the place, which grow, and which flatten the season."
    )
    st.html(note_html(said))


def _shift_share(context: Context, markets: Markets, split: Value) -> go.Figure:
    base = sum(markets.before.values())
    by_market = cast(_Detail, split.detail["by_market"])
    order = sorted(by_market, key=lambda market: -markets.before.get(market, 0.0))

    def part(name: str) -> list[float | None]:
        return [float(by_market[market][name] or 0) / base for market in order]

    figure = season_contribution(
        [heading_of(market, context.language) for market in order],
        *(part(name) for name in _PARTS),
        labels=(context.text("own pull"), context.text("mix of markets"), context.text("tide of the area")),
        total_label=context.text("growth in all"),
        title=pull_sentence(markets, context.language),
        subtitle=_subtitle(
            context, markets, context.text("Percentage points of growth on the year before, market by market")
        ),
        language=context.language,
        dark=context.dark,
    )
    return figure.update_xaxes(tickangle=-40)


def _subtitle(context: Context, markets: Markets, what: str) -> str:
    basis = coverage_text(markets.answers["shift_share"].coverage, markets.measure, context.language)
    return f"{what}, {basis}" if basis else what


def _map(context: Context, markets: Markets, placed: Value) -> go.Figure:
    found = cast(_Detail, placed.detail["markets"])
    dots = [
        MarketDot(
            heading_of(market, context.language),
            float(parts["share"] or 0),
            None if parts["ref_growth"] is None else float(parts["ref_growth"]),
            _label(context, parts["quadrant"]),
        )
        for market, parts in found.items()
    ]
    return market_map(
        dots,
        float(str(placed.detail["share_cut"])),
        float(str(placed.detail["growth_cut"])),
        known_label=context.text("a market, by its share of our guests and its growth in the area around"),
        unknown_label=context.text("growth in the area not known"),
        title=_map_title(context, placed),
        subtitle=_subtitle(
            context,
            markets,
            context.text("Across: share of our guests. Up: growth in the area, {year}", year=markets.year),
        ),
        language=context.language,
        dark=context.dark,
    )


def _label(context: Context, quadrant: object) -> str:
    return context.language.kpi_text(LABELS[str(quadrant)]) if quadrant else context.text("no class")


def _map_title(context: Context, placed: Value) -> str:
    found = cast(_Detail, placed.detail["markets"])
    strong = [heading_of(market, context.language) for market, parts in found.items() if parts["quadrant"] == "star"]
    if strong:
        return context.text("Large with us and growing in the area: {markets}", markets=context.language.listed(strong))
    rising = [market for market, parts in found.items() if parts["quadrant"] == "question_mark"]
    if rising:
        names = [heading_of(market, context.language) for market in rising]
        return context.text(
            "Growing in the area, still small with us: {markets}", markets=context.language.listed(names)
        )
    return context.text("None of our markets grows faster than the area as a whole")


def _draw_market_table(context: Context, markets: Markets) -> None:
    language, text = context.language, context.text
    total = sum(markets.now.values())
    order = sorted(markets.now, key=lambda market: -markets.now[market])
    growth = [number_or_none(growth_rate(markets.before[market], markets.now[market])) for market in order]
    shares = [markets.now[market] / total if total else None for market in order]
    names = (text("Market"), counted_noun(context, markets.measure), text("Share"), text("Change"), text("In the area"))
    around = _growth_around(markets)
    table = pd.DataFrame(
        {
            names[0]: [heading_of(market, language) for market in order],
            names[1]: [markets.now[market] for market in order],
            names[2]: shares,
            names[3]: growth,
            names[4]: [around.get(market) for market in order],
        }
    )
    written = table.astype(object)
    written[names[1]] = [language.number(markets.now[market]) for market in order]
    written[names[2]] = [language.percent(share, 0) for share in shares]
    written[names[3]] = [_signed(context, rate) for rate in growth]
    written[names[4]] = [_signed(context, around.get(market)) for market in order]
    caption = text("The markets in {year}, like for like", year=markets.year)
    draw_table(context, table, caption, "markets", written=written)


def _signed(context: Context, rate: float | None) -> str:
    return NOT_KNOWN if rate is None else context.language.percent(rate, signed=True)


def _growth_around(markets: Markets) -> dict[str, float | None]:
    placed = markets.answers["growth_share_quadrant"].result
    if not isinstance(placed, Value):
        return {}
    found = cast(_Detail, placed.detail["markets"])
    return {
        market: None if parts["ref_growth"] is None else float(parts["ref_growth"]) for market, parts in found.items()
    }


def draw_market_season(context: Context, markets: Markets) -> None:
    """Say which market flattens the season, with what a few more guests of each would do."""
    st.subheader(context.text("Which market flattens the season?"))
    if not markets.effects:
        _say_why_not(context, markets)
        return
    language = context.language
    st.write(effect_sentence(markets, language))
    names = (
        context.text("Market"),
        context.text("Share"),
        context.text("Outside the summer"),
        context.text("The season becomes"),
        context.text("Concentration, if 1 % more came, all from there"),
    )
    table = pd.DataFrame(
        {
            names[0]: [heading_of(effect.market, language) for effect in markets.effects],
            names[1]: [effect.share for effect in markets.effects],
            names[2]: [number_or_none(offseason_share(markets.months[effect.market])) for effect in markets.effects],
            names[3]: [_becomes(context, effect) for effect in markets.effects],
            names[4]: [effect.of_one_per_cent / 100 for effect in markets.effects],
        }
    )
    written = table.astype(object)
    written[names[1]] = [language.percent(effect.share, 0) for effect in markets.effects]
    written[names[2]] = [language.percent(share, 0) for share in table[names[2]]]
    written[names[4]] = [language.percent(effect.of_one_per_cent / 100, 2, signed=True) for effect in markets.effects]
    caption = context.text("What one more guest from each market does, {year}", year=markets.year)
    draw_table(context, table, caption, "market_effects", written=written)
    basis = coverage_text(markets.answers["season_market_rme"].coverage, markets.measure, language)
    st.caption(
        context.text(
            "Rests on {basis}. The extra guests are thought to come in the same months as the others from there; it "
            "holds for few guests.",
            basis=basis,
        )
    )


def _say_why_not(context: Context, markets: Markets) -> None:
    result = markets.answers["season_market_rme"].result
    if markets.is_empty:
        _say_not_told(context)
    elif isinstance(result, Undefined):
        st.html(note_html(reason_text(result, context.language)))


def _becomes(context: Context, effect: Effect) -> str:
    if is_too_small(effect):
        return context.text("unchanged")
    return context.text("flatter") if effect.of_one_per_cent < 0 else context.text("steeper")
