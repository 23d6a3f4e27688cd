"""The figures of the page Season spread."""

from collections.abc import Iterator, Mapping, Sequence

import plotly.graph_objects as go

from answers.answer import number_of
from answers.compare import Months, two_years
from answers.season import Season
from answers.season_shift import shift_sentence
from charts.contribution import season_contribution
from charts.heatmap import month_by_year
from charts.lorenz import lorenz
from charts.season_curve import season_curve
from frame.context import Context
from kpis.growth.easter import spring_shifted
from kpis.result import Undefined, Value
from kpis.season.change import season_growth_contribution
from sections.count_points import curve_points, heatmap_points
from sections.figures import Drawing, draw_figures
from sections.words import counted_noun, counted_unit

MONTHS = 12


def draw_season_figures(context: Context, season: Season) -> None:
    """Draw the months of all years, the curve of this one, how uneven it is, and where growth came from."""
    draw_figures(context, season_drawings(context, season))


def season_drawings(context: Context, season: Season) -> Iterator[Drawing]:
    """Give the figures of the season that there are figures for: "heatmap", "curve", "lorenz", "contribution"."""
    if season.panel.is_empty:
        return
    heatmap = heatmap_points(context, season)
    yield Drawing("heatmap", lambda: _heatmap(context, season), _heatmap_title(context, season), heatmap)
    curve = curve_points(context, season, [*_earlier(season), season.year])
    yield Drawing("curve", lambda: _curve(context, season), _curve_title(context, season), curve)
    if _is_whole(season.counts.counts):
        yield Drawing("lorenz", lambda: _lorenz(context, season), _lorenz_title(context, season))
    if _contributions(season):
        yield Drawing("contribution", lambda: _contribution(context, season), _contribution_title(context, season))


def _is_whole(counts: Months) -> bool:
    return None not in counts and sum(count or 0 for count in counts) > 0


def _heatmap(context: Context, season: Season) -> go.Figure:
    rows = season.rows_by_year
    return month_by_year(
        list(rows),
        [row.counts for row in rows.values()],
        [row.closed for row in rows.values()],
        unit=counted_unit(context, season.panel.measure),
        closed_label=context.text("closed"),
        missing_label=context.text("no figure"),
        title=_heatmap_title(context, season),
        subtitle=f"{counted_noun(context, season.panel.measure)} {context.text('per month')}, {season.place.name}",
        language=context.language,
        dark=context.dark,
    )


def _heatmap_title(context: Context, season: Season) -> str:
    top3 = season.answers["top3_share"].result
    if isinstance(top3, Undefined):
        return context.text("Month by month, year by year")
    return context.text(
        "The three busiest months of {year} carry {share}",
        year=season.year,
        share=context.language.percent(top3.number, 0),
    )


def _curve(context: Context, season: Season) -> go.Figure:
    earlier = _earlier(season)
    reference = season.reference.year(season.year) if season.reference else (None,) * MONTHS
    as_shares = None not in reference and None not in season.counts.counts
    return season_curve(
        _shares(season.counts.counts) if as_shares else season.counts.counts,
        shares_of_whole_years(earlier) if as_shares else earlier,
        _shares(reference) if as_shares else None,
        season.counts.closed,
        current_label=str(season.year),
        reference_label=context.text("the area around") if season.reference else "",
        unit="" if as_shares else counted_unit(context, season.panel.measure),
        show="percent" if as_shares else "number",
        title=_curve_title(context, season),
        subtitle=_curve_subtitle(context, season, as_shares=as_shares),
        language=context.language,
        dark=context.dark,
    )


def _earlier(season: Season) -> dict[int, Months]:
    """The counts of the three years before, as far as there are any."""
    rows = season.rows_by_year
    return {year: row.counts for year, row in rows.items() if season.year - 3 <= year < season.year}


def _curve_subtitle(context: Context, season: Season, *, as_shares: bool) -> str:
    noun = counted_noun(context, season.panel.measure)
    what = (
        context.text("share of the year's {what} per month", what=noun.lower())
        if as_shares
        else context.text("per month")
    )
    return f"{what[:1].upper()}{what[1:]}" if as_shares else f"{noun} {what}"


def shares_of_whole_years(counts: Mapping[int, Months]) -> dict[int, Months]:
    """Return each month's share of its year; a year with unknown months has no whole to be a share of."""
    return {year: _shares(months) for year, months in counts.items() if _is_whole(months)}


def _shares(counts: Months) -> Months:
    total = sum(count for count in counts if count is not None)
    return tuple(None if count is None or not total else count / total for count in counts)


def _curve_title(context: Context, season: Season) -> str:
    off = season.answers["offseason_share"]
    if isinstance(off.result, Undefined):
        return context.text("The year so far beside earlier years")
    share = context.language.percent(off.number, 0)
    return context.text("{share} come outside June, July and August", share=share)


def _lorenz(context: Context, season: Season) -> go.Figure:
    before = season.rows_by_year.get(season.year - 1)
    whole = before is not None and _is_whole(before.counts)
    return lorenz(
        _cumulative(season.counts.counts),
        number_of(season.answers["gini_season_norm"].result),
        _cumulative(before.counts) if before is not None and whole else None,
        current_label=str(season.year),
        earlier_label=str(season.year - 1) if whole else "",
        title=_lorenz_title(context, season),
        subtitle=context.text("Share of the year's guests, from the quietest month to the busiest"),
        language=context.language,
        dark=context.dark,
    )


def _cumulative(counts: Months) -> Sequence[float]:
    ordered = sorted(count or 0.0 for count in counts)
    total, running, shares = sum(ordered), 0.0, [0.0]
    for count in ordered:
        running += count
        shares.append(running / total)
    return shares


def _lorenz_title(context: Context, season: Season) -> str:
    half = _cumulative(season.counts.counts)[MONTHS // 2]
    return context.text("The six quietest months have {share} of the guests", share=context.language.percent(half, 0))


def _contributions(season: Season) -> dict[int, Value]:
    found = {}
    for year in season.panel.years:
        if year <= season.year:
            pair = two_years(season.panel, year)
            result = season_growth_contribution(pair.previous, pair.current)
            if isinstance(result, Value):
                found[year] = result
    return found


def _contribution(context: Context, season: Season) -> go.Figure:
    parts = _contributions(season)

    def part(name: str) -> list[float | None]:
        return [float(str(result.detail[name])) / 100 for result in parts.values()]

    return season_contribution(
        [str(year) for year in parts],
        part("high"),
        part("shoulder"),
        part("low"),
        labels=(context.text("high season"), context.text("shoulder"), context.text("low season")),
        total_label=context.text("growth in all"),
        title=_contribution_title(context, season),
        subtitle=_contribution_subtitle(context, season, list(parts)),
        language=context.language,
        dark=context.dark,
    )


def _contribution_subtitle(context: Context, season: Season, years: Sequence[int]) -> str:
    pairs = (two_years(season.panel, year) for year in years)
    if any(spring_shifted(pair.previous, pair.current) for pair in pairs):
        return context.text(
            "Percentage points on the year before, like for like. Easter moves guests between March (low season) and "
            "April (shoulder)"
        )
    return context.text("Percentage points of growth on the year before, like for like")


def _contribution_title(context: Context, season: Season) -> str:
    return shift_sentence(season, context.language).rstrip(".") or context.text("Where the growth came from")
