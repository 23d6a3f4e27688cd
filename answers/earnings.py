"""What the actors of a place earn, are granted and spend: each figure over the actors that report all that is in it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from answers.accounts import Accounts, Actors, sums_of
from answers.answer import too_few_actors
from answers.disclosure import Disclosure, contributors_to
from answers.panel import MONTHS_OF_A_YEAR
from kpis.business.costs import cost_per_visit
from kpis.business.funding import GRANTS, income_diversity, private_funding_share, self_earned_share
from kpis.business.income import admission_per_visit, revenue_per_visit
from kpis.business.shop import shop_conversion
from kpis.disclosure import singles_out
from kpis.result import Result, Undefined

Streams = Mapping[tuple[str, ...], float]


@dataclass(frozen=True)
class Figure:
    """A result and the actors it is a sum over, in so many months of the year; 0 where months play no part."""

    result: Result
    actors: Actors = frozenset()
    months: int = MONTHS_OF_A_YEAR


def shared(*indexes: Iterable[str]) -> Actors:
    """Return the actors that are in all of them."""
    return frozenset.intersection(*(frozenset(map(str, index)) for index in indexes))


def of(amounts: "pd.Series[float]", actors: Actors) -> "pd.Series[float]":
    """Return the amounts of these actors."""
    return amounts[amounts.index.isin(actors)]


def sum_over(amounts: "pd.Series[float]", actors: Actors) -> float | None:
    """Return the sum over these very actors, None where there are none or one of them has not told."""
    told = of(amounts, actors).dropna()
    return float(told.sum()) if actors and len(told) == len(actors) else None


def _revenue_per_visit(accounts: Accounts, disclosure: Disclosure) -> Figure:
    actors = shared(accounts.own.index, accounts.visits.index)
    hidden = disclosure.hidden(of(accounts.own, actors))
    return Figure(
        hidden or revenue_per_visit(sum_over(accounts.own, actors), _visits(accounts, actors or _earning(accounts))),
        actors,
    )


def _earning(accounts: Accounts) -> Actors:
    return frozenset(map(str, accounts.own.index))


def _visits(accounts: Accounts, actors: Actors) -> float | None:
    return sum_over(accounts.visits, actors)


def _admission_per_visit(accounts: Accounts, disclosure: Disclosure) -> Figure:
    admission = _stream(accounts.streams, "admission")
    actors = shared(admission.index, accounts.visits.index)
    return Figure(
        _hidden_stream(accounts, disclosure, "admission", actors)
        or admission_per_visit(
            sum_over(admission, actors),
            _visits(accounts, actors or _earning(accounts)),
            paying_visits=sum_over(accounts.paying_visits, actors),
        ),
        actors,
    )


def _stream(table: pd.DataFrame, stream: str) -> "pd.Series[float]":
    return table[stream].dropna() if stream in table else pd.Series(dtype=float)


def _hidden_stream(accounts: Accounts, disclosure: Disclosure, stream: str, actors: Actors) -> Undefined | None:
    """Why a stream of these actors is not told: it is joined with others, or it gives one away beside all of it."""
    if disclosure.tells_all or not actors:
        return None
    if (stream,) not in disclosure.parts(accounts.streams):
        return too_few_actors(0)
    amounts = accounts.streams[stream]
    giving = contributors_to(of(amounts, actors))
    return singles_out(giving, [contributors_to(amounts)]) if giving else None


def _shop_conversion(accounts: Accounts, disclosure: Disclosure) -> Figure:
    shop, bought = _stream(accounts.streams, "shop"), _stream(accounts.transactions, "shop")
    selling = shared(shop.index, accounts.visits.index)
    actors = shared(shop.index, bought.index, accounts.visits.index) or selling
    return Figure(
        _hidden_stream(accounts, disclosure, "shop", actors)
        or shop_conversion(
            sum_over(bought, actors),
            _visits(accounts, actors or _earning(accounts)),
            shop_revenue_dkk=sum_over(shop, actors),
        ),
        actors,
    )


def _incomes(accounts: Accounts, actors: Actors) -> dict[str, float | None]:
    return {
        "all": sum_over(accounts.own, actors),
        **{grant: sum_over(accounts.grants[grant], actors) for grant in GRANTS},
    }


def _self_earned_share(accounts: Accounts, disclosure: Disclosure) -> Figure:
    actors = shared(accounts.own.index, accounts.grants.index)
    granted = of(accounts.grants.sum(axis=1), actors)
    hidden = disclosure.hidden(of(accounts.own, actors)) or _hidden_amounts(disclosure, granted)
    incomes = _incomes(accounts, actors or _earning(accounts))
    projects = None if hidden else project_grants(accounts, disclosure, actors)
    return Figure(hidden or self_earned_share(incomes, project_grants_dkk=projects), actors)


def _hidden_amounts(disclosure: Disclosure, amounts: "pd.Series[float]") -> Undefined | None:
    """Why a sum that only some of the actors contribute to is not told; 0 from everybody is told."""
    giving = contributors_to(amounts)
    return None if disclosure.tells_all or not giving else singles_out(giving, [])


def project_grants(accounts: Accounts, disclosure: Disclosure, actors: Actors) -> float | None:
    """Return the grants for projects of these actors, None where one of them has not told what its grants are for.

    What was granted can be more than what was booked in the year; then it is no part of it, and there is no figure.
    """
    projects, grants = (table[table.index.isin(actors)] for table in (accounts.projects, accounts.grants))
    if len(projects) < len(actors) or (projects > grants.reindex(index=projects.index) + 1).any(axis=None):
        return None
    for_projects = projects.sum(axis=1)
    lasting = grants.sum(axis=1) - for_projects
    hidden = _hidden_amounts(disclosure, for_projects) or _hidden_amounts(disclosure, lasting)
    return None if hidden else float(for_projects.sum())


def _private_funding_share(accounts: Accounts, disclosure: Disclosure) -> Figure:
    actors = shared(accounts.own.index, accounts.grants.index)
    hidden = disclosure.hidden(of(accounts.own, actors)) or _hidden_kinds(accounts, disclosure, actors)
    return Figure(hidden or private_funding_share(_incomes(accounts, actors or _earning(accounts))), actors)


def _hidden_kinds(accounts: Accounts, disclosure: Disclosure, actors: Actors) -> Undefined | None:
    """Why public and private grants are not told apart: one kind gives the other away."""
    kinds = accounts.grants[accounts.grants.index.isin(actors)]
    reasons = (_hidden_amounts(disclosure, kinds[grant]) for grant in GRANTS)
    return next((reason for reason in reasons if reason), None)


def _cost_per_visit(accounts: Accounts, disclosure: Disclosure) -> Figure:
    actors = shared(accounts.costs.index, accounts.visits.index)
    hidden = _hidden_amounts(disclosure, of(accounts.costs, actors))
    # Beside the grants of other actors, in the self-earned share, these would tell those of the actors in one alone.
    alike = disclosure.tells_all or actors == shared(accounts.own.index, accounts.grants.index)
    granted = sum_over(accounts.grants["grant_public"], actors) if alike else None
    if _hidden_kinds(accounts, disclosure, actors):
        granted = None
    cost = cost_per_visit(
        sum_over(accounts.costs, actors), _visits(accounts, actors or _earning(accounts)), public_grants_dkk=granted
    )
    return Figure(hidden or cost, actors)


def _income_diversity(accounts: Accounts, disclosure: Disclosure) -> Figure:
    """The spread over the streams; where small streams are joined, it would give away how they divide."""
    actors = shared(accounts.streams.index)
    told = disclosure.parts(accounts.streams)
    joined = actors and len(told) < len(accounts.streams.columns)
    hidden = disclosure.hidden(accounts.streams.sum(axis=1)) or (too_few_actors(0) if joined else None)
    return Figure(hidden or income_diversity(sums_of(accounts.streams)), actors)


EARNINGS: Mapping[str, Callable[[Accounts, Disclosure], Figure]] = {
    "revenue_per_visit": _revenue_per_visit,
    "admission_per_visit": _admission_per_visit,
    "shop_conversion": _shop_conversion,
    "self_earned_share": _self_earned_share,
    "private_funding_share": _private_funding_share,
    "cost_per_visit": _cost_per_visit,
    "income_diversity": _income_diversity,
}


def earnings(accounts: Accounts, disclosure: Disclosure) -> dict[str, Figure]:
    """Return every figure of the accounts that this disclosure tells, by KPI."""
    return {kpi_id: figure(accounts, disclosure) for kpi_id, figure in EARNINGS.items()}


def streams_told(accounts: Accounts, disclosure: Disclosure) -> Streams:
    """Return the kroner of own income by the streams told, largest first; small streams stand joined as one."""
    sums = sums_of(accounts.streams)
    told = {part: sum(sums.get(stream, 0.0) for stream in part) for part in disclosure.parts(accounts.streams)}
    return dict(sorted(told.items(), key=lambda pair: -pair[1]))
