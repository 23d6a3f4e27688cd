"""What gets better because guests come, and what harm there is beside it; never one number of both."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pandas as pd

from access.reader import Reader
from answers.answer import Answer, Answers, by_id, too_few_actors
from answers.certificates import NONE_HELD, NOT_ASKED, VALID, certificates
from answers.compare import Coverage
from answers.data import Data
from answers.events import heritage_events
from answers.logged import is_later
from answers.metrics import beside_visits, energy_per_visit, metrics_of, reporting_all, sums_over, total_of, with_visits
from answers.panel import panel_of
from answers.places import Place
from answers.season import own_income_by_month
from answers.travel import travel
from answers.whole_year import or_incomplete, whole_year
from kpis.regenerative.care import LADDER, Action, nature_care, regen_evidence_ladder, volunteer_hours
from kpis.regenerative.local_economy import COVERAGE_NEEDED, lm3, local_procurement_share, seasonal_job_share
from kpis.regenerative.residents import ANSWERS, resident_support_share
from kpis.regenerative.resources import resource_per_visit, reuse_share
from kpis.regenerative.standards import accessible_share, certification_share
from kpis.result import Result, Undefined

FEWEST_ANSWERS = 10
ATTRACTIONS = frozenset({"culture", "nature"})
LM3_ROUNDS = ("lm3_r1", "lm3_r2", "lm3_r3")
NO_LIST = Undefined("list_missing")
# The two sides of the balance, the same wherever it is shown.
MORE_GOOD = ("resident_support_share", "local_procurement_share", "nature_care")
LESS_HARM = ("resource_per_visit", "co2_per_visit_transport", "seasonal_job_share")


@dataclass(frozen=True)
class Survey:
    """One wave of the residents' survey: how many gave each answer, none of it where fewer than ten have answered."""

    period: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Regenerative:
    """Everything the regenerative page says about a place in a year, as one reader may see it.

    `actions` are those until the end of the year, which are counted; `later` are those of the years after it.
    """

    place: Place
    year: int
    answers: Answers
    actions: pd.DataFrame
    later: pd.DataFrame
    surveys: tuple[Survey, ...]
    resources: pd.DataFrame


def regenerative(data: Data, place: Place, year: int, reader: Reader) -> Regenerative:
    """Return what a place gives back and uses in a year, as this reader may see it."""
    key = ("regenerative", place.id, year, reader.sees_business_figures)
    return data.remember(key, lambda: _regenerative(data, place, year, reader))


def _regenerative(data: Data, place: Place, year: int, reader: Reader) -> Regenerative:
    surveys = _surveys(data, place, year)
    told = _actions(data, place)
    later = told["period"].map(lambda period: is_later(period, year)).astype(bool)
    actions = told[~later].reset_index(drop=True)
    told = told if reader.sees_business_figures else told.assign(dkk=np.nan)
    answers = by_id(
        _support(surveys, year),
        *_care(data, place, actions, year, reader),
        *_money_and_work(data, place, year, reader),
        *_resources(data, place, year),
        *_standards(data, place, year),
        *travel(data, place, year),
        heritage_events(data, place, year),
    )
    return Regenerative(
        place,
        year,
        answers,
        told[~later].reset_index(drop=True),
        told[later].reset_index(drop=True),
        tuple(map(_hidden_if_small, surveys)),
        energy_per_visit(data, place),
    )


def _hidden_if_small(survey: Survey) -> Survey:
    return survey if sum(survey.counts.values()) >= FEWEST_ANSWERS else replace(survey, counts={})


def support_of(data: Data, place: Place, year: int) -> Answer:
    """Return what residents said of tourism in the latest wave until the end of a year."""
    return _support(_surveys(data, place, year), year)


def _surveys(data: Data, place: Place, year: int) -> list[Survey]:
    frame = data.frame("residents")
    until = frame["period"].str[:4] <= str(year)
    frame = frame[(frame["destination_id"] == place.code) & frame["count"].notna() & until]
    return [
        Survey(str(period), {str(a): int(n) for a, n in zip(rows["answer"], rows["count"], strict=True)})
        for period, rows in frame.groupby("period", sort=True)
    ]


def _support(surveys: Sequence[Survey], year: int) -> Answer:
    def share(survey: Survey | None) -> Result:
        counts = [survey.counts.get(answer) for answer in ANSWERS] if survey else [None] * len(ANSWERS)
        return resident_support_share(*counts, minimum=FEWEST_ANSWERS)

    if not surveys:
        return Answer("resident_support_share", share(None), str(year))
    latest, year_before = surveys[-1], str(int(surveys[-1].period[:4]) - 1)
    earlier = [share(survey) for survey in surveys if survey.period[:4] == year_before]
    return Answer("resident_support_share", share(latest), latest.period, previous=earlier[-1] if earlier else None)


def _actions(data: Data, place: Place) -> pd.DataFrame:
    frame = data.frame("regenerative")
    return frame[frame["actor_id"].isin(place.actors)].reset_index(drop=True)


def _care(data: Data, place: Place, actions: pd.DataFrame, year: int, reader: Reader) -> list[Answer]:
    in_year = actions[(actions["period"].str[:4] == str(year)) & (actions["status"] != "planned")]
    logged = with_evidence(in_year)
    given_back, own_income = _given_back(data, place, logged, year, reader)
    panel = panel_of(data, place)
    counts_visits = panel.measure == "visits"
    care = nature_care(
        total_of(logged["hours"]),
        whole_year(panel, year) if counts_visits else None,
        hectares=total_of(logged["ha"]),
        given_back_dkk=given_back,
        own_income_dkk=own_income,
        without_evidence=len(in_year) - len(logged),
    )
    before = actions[actions["period"].map(lambda period: not is_later(period, year - 1)).astype(bool)]
    return [
        Answer("nature_care", or_incomplete(care, panel, year) if counts_visits else care, str(year)),
        Answer("regen_evidence_ladder", _ladder(actions), str(year), previous=_ladder(before)),
    ]


def _ladder(actions: pd.DataFrame) -> Result:
    told = zip(actions["status"], actions["horizon_years"], strict=True)
    return regen_evidence_ladder(
        [
            Action(str(status), None if pd.isna(horizon) else float(horizon))
            for status, horizon in told
            if status in LADDER
        ]
    )


def with_evidence(actions: pd.DataFrame) -> pd.DataFrame:
    """Return the actions that are documented or have a link to their evidence."""
    return actions[(actions["status"] == "documented") | actions["evidence_link"].notna()]


def _given_back(
    data: Data, place: Place, logged: pd.DataFrame, year: int, reader: Reader
) -> tuple[float | None, float | None]:
    """Return the money given and the own income it came out of, None where this reader may not see it.

    The income is that of the actors with all twelve months of it, and counts only where all who gave are among them.
    """
    gave = set(logged.loc[logged["dkk"].notna(), "actor_id"])
    income = own_income_by_month(data, place.actors, year)
    whole = income[income.notna().all(axis=1)]
    may_see_gifts = reader.sees_business_figures or too_few_actors(len(gave)) is None
    may_see_income = reader.sees_business_figures or too_few_actors(len(whole)) is None
    return (
        total_of(logged["dkk"]) if may_see_gifts else None,
        total_of(whole.sum(axis=1)) if may_see_income and gave <= set(whole.index) else None,
    )


def _money_and_work(data: Data, place: Place, year: int, reader: Reader) -> list[Answer]:
    metrics, before = metrics_of(data, place, year), metrics_of(data, place, year - 1)
    rounds = LM3_ROUNDS if reporting_all(metrics, *LM3_ROUNDS) else LM3_ROUNDS[:2]
    families: dict[str, tuple[Callable[..., Result], tuple[str, ...], float]] = {
        "local_procurement_share": (local_procurement_share, ("purchases_local", "purchases_total"), 0),
        "lm3": (lm3 if rounds == LM3_ROUNDS else partial(lm3, local_respending=None), rounds, 0),
        "seasonal_job_share": (seasonal_job_share, ("seasonal_jobs", "jobs"), COVERAGE_NEEDED),
    }
    answers = []
    for kpi_id, (kpi, names, least) in families.items():
        actors = reporting_all(metrics, *names)
        coverage = Coverage(len(actors), len(place.actors))
        hidden = _hidden(coverage, least, reader)
        now, earlier = (hidden or kpi(*sums_over(of_year, actors, *names)) for of_year in (metrics, before))
        answers.append(Answer(kpi_id, now, str(year), coverage, earlier))
    return answers


def _hidden(coverage: Coverage, least: float, reader: Reader) -> Undefined | None:
    """Why a figure of money or work is not shown: too few actors for this reader, or less than that share of them."""
    reporting, actors = coverage.reporters, coverage.of_reporters
    if reporting and not reader.sees_business_figures and (few := too_few_actors(reporting)):
        return few
    if reporting and reporting < least * actors:
        return Undefined("coverage_too_low", {"reporting": reporting, "actors": actors})
    return None


def _resources(data: Data, place: Place, year: int) -> list[Answer]:
    """What a visit uses and what volunteers carry; a year earlier over the very same actors."""
    metrics, everyone = metrics_of(data, place, year), len(place.actors)
    users, volunteers = (with_visits(data, metrics, year, metric) for metric in ("kwh", "volunteer_hours"))
    logged = reporting_all(metrics, "reused_kg", "total_material_kg")
    use, use_before = (beside_visits(data, place, one, "kwh", users) for one in (year, year - 1))
    hours, hours_before = (
        volunteer_hours(*beside_visits(data, place, one, "volunteer_hours", volunteers)) for one in (year, year - 1)
    )
    other = {name: sums_over(metrics, users, name)[0] for name in ("water_m3", "waste_kg", "recycled_kg")}
    reuse = reuse_share(*sums_over(metrics, logged, "reused_kg", "total_material_kg"))
    return [
        Answer(
            "resource_per_visit",
            resource_per_visit(*use, **other),
            str(year),
            Coverage(len(users), everyone),
            resource_per_visit(*use_before),
        ),
        Answer("reuse_share", reuse, str(year), Coverage(len(logged), everyone)),
        Answer("volunteer_hours", hours, str(year), Coverage(len(volunteers), everyone), hours_before),
    ]


def _standards(data: Data, place: Place, year: int) -> list[Answer]:
    """Who holds a standard of those active in the year: of those asked, and for access of every attraction."""
    here = certificates(data, place, year)
    asked = here[here["state"] != NOT_ASKED]
    attractions = here[here["sector"].isin(ATTRACTIONS)]
    told = attractions[attractions["access_standard"].notna()]
    accessible = ~told["access_standard"].str.casefold().isin(NONE_HELD)
    certification = certification_share(int((asked["state"] == VALID).sum()), len(asked)) if len(asked) else NO_LIST
    access = accessible_share(int(accessible.sum()), len(attractions)) if len(told) else NO_LIST
    return [
        Answer("certification_share", certification, str(year), Coverage(len(asked), len(here))),
        Answer("accessible_share", access, str(year), Coverage(len(told), len(attractions))),
    ]
