"""Every figure once, small, so that a rule of the house can be tested on all of them."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from charts.bands import Band, band_board
from charts.before_after import before_after
from charts.completeness import Reported, completeness_grid
from charts.contribution import season_contribution
from charts.forecast import forecast_figure
from charts.gap import growth_against_reference
from charts.guests_beside_population import Group, guests_beside_population
from charts.heatmap import month_by_year
from charts.horizon import Reach, horizon
from charts.importance import Corners, Thing, importance_map
from charts.ladder import evidence_ladder
from charts.links_map import Spot, links_map
from charts.lorenz import lorenz
from charts.market_map import MarketDot, market_map
from charts.monthly_line import monthly_series
from charts.network import Line, Node, network_map
from charts.part_bars import PartBar, part_bars
from charts.places_map import places_map
from charts.real_income import real_income
from charts.resources import per_visit_series
from charts.room import room_by_month
from charts.score_profile import score_profile
from charts.scores import Score, score_by_year
from charts.season_curve import season_curve
from charts.steps_profile import steps_profile
from charts.support import answers_bar
from charts.tie_bars import tie_bars
from charts.trend import yearly_trend
from charts.two_axes import Dot, two_axes
from locales import DANISH, Language

YEAR: list[float | None] = [0, None, 1200, 1500, 2100, 3300, 5200, 4800, 2500, 1400, 700, 900]
CLOSED = [True] + [False] * 11
MARKUP = "<b>Klit & Hav</b>"

Build = Callable[..., go.Figure]


def _trend(**look: Any) -> go.Figure:
    line = [900.0, 1000.0, 1100.0]
    return yearly_trend(
        [2023, 2024, 2025], [1000, None, 12345], [True, True, False], line, line, line, unit=MARKUP, **look
    )


def _monthly(**look: Any) -> go.Figure:
    months = [f"2025-{month:02d}" for month in range(1, 13)]
    return monthly_series(months, YEAR, [None] * 11 + [2000], CLOSED, unit="besøg", rolling_label=MARKUP, **look)


def _season(**look: Any) -> go.Figure:
    return season_curve(YEAR, {2024: [100] * 12}, [90] * 12, CLOSED, current_label=MARKUP, unit="besøg", **look)


def _heatmap(**look: Any) -> go.Figure:
    labels: dict[str, Any] = {"closed_label": "lukket", "missing_label": MARKUP}
    return month_by_year([2024, 2025], [[0] * 12, YEAR], [[], CLOSED], unit="besøg", **labels, **look)


def _lorenz(**look: Any) -> go.Figure:
    return lorenz([i / 12 for i in range(13)], 0.0, current_label=MARKUP, **look)


def _contribution(**look: Any) -> go.Figure:
    parts: tuple[list[float | None], ...] = ([0.02, None], [0.01, 0.02], [-0.01, 0.0])
    return season_contribution(["2024", "2025"], *parts, labels=(MARKUP, "b", "c"), total_label="i alt", **look)


def _room(**look: Any) -> go.Figure:
    names: dict[str, Any] = {"visits_label": MARKUP, "capacity_label": "plads", "target_label": "mål"}
    return room_by_month(YEAR, [6000] * 12, 0.8, CLOSED, unit="besøg", **names, **look)


def _gap(**look: Any) -> go.Figure:
    names: dict[str, Any] = {"local_label": "Klit", "reference_label": "Landet"}
    return growth_against_reference([MARKUP, "b"], [0.1234, None], [0.02, None], **names, **look)


def _support(**look: Any) -> go.Figure:
    answers: dict[str, list[float | None]] = {"uenig": [0.3, None], "enig": [0.7, None]}
    names: dict[str, Any] = {"support_label": "enige", "hidden_labels": ["", "skjult"]}
    return answers_bar([MARKUP, "2025"], answers, [0.7, None], [0.6, None], [0.8, None], **names, **look)


def _ladder(**look: Any) -> go.Figure:
    return evidence_ladder([3, 0, None], [MARKUP, "Målt", "Effekt"], unit="tiltag", **look)


def _resources(**look: Any) -> go.Figure:
    return per_visit_series([2023, 2024, 2025], [3.5, None, 3.25], [True, True, False], (2, 3), unit="kWh", **look)


def _map(**look: Any) -> go.Figure:
    values = [41200, None]
    return places_map([MARKUP, "By"], ["a", "b"], [56.9, 57.0], [8.4, 8.6], values, "a", unit="besøg", **look)


def _completeness(**look: Any) -> go.Figure:
    return completeness_grid([MARKUP], ["2025-01", "2025-02", "2025-03", "2025-04"], [list(Reported)], **look)


def _links_map(**look: Any) -> go.Figure:
    here = Spot("a", MARKUP, 56.9, 8.4, 2)
    return links_map(here, [Spot("b", "By", 57.0, 8.6, 2, MARKUP)], unit=MARKUP, **look)


def _market_map(**look: Any) -> go.Figure:
    dots = [MarketDot(MARKUP, 0.6, 0.02, "stor"), MarketDot("Norge", 0.4, None, "ukendt")]
    return market_map(dots, 0.25, 0.01, known_label="kendt", unknown_label="ukendt", **look)


def _network(**look: Any) -> go.Figure:
    nodes = [
        Node(MARKUP, "culture", "kultur", is_strong=True),
        Node("b", "", "ukendt", is_known=False),
        Node("c", "food", "mad"),
    ]
    lines = [Line(0, 2, "viden", is_confirmed=True, words=MARKUP), Line(0, 2, "salg", is_confirmed=False, words="b")]
    return network_map(nodes, lines, ["viden", "salg"], one_sided_label="kun den ene", **look)


def _tie_bars(**look: Any) -> go.Figure:
    names: dict[str, Any] = {"confirmed_label": "begge", "one_sided_label": "kun den ene"}
    return tie_bars([MARKUP, "b"], [3, 0], [0, 1], **names, **look)


def _before_after(**look: Any) -> go.Figure:
    labels = ("2025", MARKUP, "plads")
    return before_after(
        [0.0] + [100.0] * 11, [0.0] + [120.0] * 11, [None] * 12, CLOSED, labels=labels, unit="besøg", **look
    )


def _parts(**look: Any) -> go.Figure:
    bars = [PartBar(MARKUP, 12.0, "12 kr.", before=10.0), PartBar("b", 0.0, "0"), PartBar("c", None, "ikke til salg")]
    return part_bars(bars, before_label="2024", colour_labels=[("place", "kerne")], **look)


def _guests(**look: Any) -> go.Figure:
    names: dict[str, Any] = {"guests_label": "gæster", "few_label": "få svar", "population_label": "befolkningen"}
    groups = [Group(MARKUP, 0.2, 0.3), Group("65+", 0.8, 0.7, few=True)]
    return guests_beside_population(groups, **names, **look)


def _income(**look: Any) -> go.Figure:
    names: dict[str, Any] = {"fixed_label": MARKUP, "current_label": "årets priser", "unit": "kr."}
    return real_income([2023, 2024, 2025], [None, 5100, 5200], [4800, 4900, 5200], **names, **look)


def _steps(**look: Any) -> go.Figure:
    names: dict[str, Any] = {"not_assessed": "ikke vurderet", "not_relevant": "ikke relevant"}
    return steps_profile(
        [MARKUP, "b", "c"], [2, 0, None], [False, False, True], ["0", "1", MARKUP, "3", "4"], **names, **look
    )


def _scores(**look: Any) -> go.Figure:
    told = [Score(2022), Score(2023, hidden=True), Score(2024, 8.5, 8.0, 9.0, uncertain=True), Score(2025, 8.5, 8, 9)]
    names: dict[str, Any] = {"hidden_label": MARKUP, "uncertain_label": "usikkert", "decimals": 1}
    return score_by_year(told, (1, 10), unit="af 10", **names, **look)


def _importance(**look: Any) -> go.Figure:
    things = [Thing(MARKUP, 9, 5, 40, uncertain=False, urgent=True, stands="a"), Thing("b", 8, 9, 12, True, False, "c")]
    names: dict[str, Any] = {"importance_label": "x", "performance_label": "y", "uncertain_label": "usikkert"}
    return importance_map(things, (8.5, 7), Corners("a", "b", "c", "d"), **names, **look)


def _score_profile(**look: Any) -> go.Figure:
    return score_profile([MARKUP, "Plads"], [40, None], ["8,5", "mangler"], **look)


def _bands(**look: Any) -> go.Figure:
    told = [Band(MARKUP, "8,2", 8.2, 8.4, None, "8,4", ""), Band("Ro", "12", 12, 10, 30, "10", "30"),
            Band("Plads", "mangler", None, None, 0.7, "", "70 %")]  # fmt: skip
    return band_board(told, within_label="inden for", outside_label="uden for", band_label="båndet", **look)


def _horizon(**look: Any) -> go.Figure:
    told = [Reach(MARKUP, 2025, 2050, "41", "60", is_goal=True), Reach("Hede", 2023, 2073, "", "i gang", is_goal=False)]
    return horizon(told, goal_label="mål", action_label="tiltag", **look)


def _two_axes(**look: Any) -> go.Figure:
    told = [Dot(MARKUP, 0.02, 0.6, 0.5, 0.7, is_uncertain=False), Dot("Ø", -0.1, 0.4, 0.2, 0.6, is_uncertain=True)]
    names: dict[str, Any] = {
        "across_label": "vækst",
        "up_label": "opbakning",
        "certain_label": "sted",
        "uncertain_label": "få svar",
    }
    return two_axes(told, **names, **look)


def _forecast(**look: Any) -> go.Figure:
    months = [f"2025-{month:02d}" for month in range(1, 13)]
    bands = {level: ([1.0, 2.0], [9.0 + level, 8.0 + level]) for level in (50, 80, 95)}
    return forecast_figure(
        months, [4.0] * 10, [5.0, 6.0], bands, flagged=months[:2], flagged_label=MARKUP, unit="besøg", **look
    )


FIGURES: dict[str, Build] = {
    "trend": _trend,
    "monthly_line": _monthly,
    "season_curve": _season,
    "heatmap": _heatmap,
    "lorenz": _lorenz,
    "contribution": _contribution,
    "room": _room,
    "gap": _gap,
    "support": _support,
    "scores": _scores,
    "importance": _importance,
    "ladder": _ladder,
    "resources": _resources,
    "places_map": _map,
    "links_map": _links_map,
    "completeness": _completeness,
    "network": _network,
    "tie_bars": _tie_bars,
    "parts": _parts,
    "guests": _guests,
    "income": _income,
    "market_map": _market_map,
    "score_profile": _score_profile,
    "before_after": _before_after,
    "steps_profile": _steps,
    "bands": _bands,
    "horizon": _horizon,
    "two_axes": _two_axes,
    "forecast": _forecast,
}


def build(name: str, language: Language = DANISH, *, dark: bool = False) -> go.Figure:
    """Return that figure with an invented title and subtitle."""
    return FIGURES[name](title="Fund", subtitle="Mål, enhed, periode", language=language, dark=dark)
