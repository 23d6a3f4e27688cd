"""The parts that many figures share: counts, opening, income, the reference area, answers to a survey."""

from collections.abc import Collection
from functools import cache

from answers.lineage.basis import Basis, Grain, Scope, Span
from answers.monthly import counted_visits
from answers.reference import reference_for
from answers.season import OWN_INCOME
from warehouse.schema import ALL

Bases = tuple[Basis, ...]
OF_ACTOR = ("actor_id", "period")
OF_AREA = ("area_code", "period")
SHUT = {"open_flag": (0.0,)}
GRANTS = ("grant_public", "grant_private")
GONE = ("active_from", "active_to")


@cache
def visits(span: Span = "period") -> Bases:
    """The visits of the place's actors by month, of one definition, with the months that they were closed."""
    return (
        Basis("visits", ("visits",), span, start=counted_visits, added=OF_ACTOR),
        Basis("opening", ("open_flag",), span, SHUT),
    )


@cache
def nights(span: Span = "period", *columns: str) -> Bases:
    """The nights of the place's area by month, or these columns beside them."""
    return tuple(Basis("nights", (column,), span, grain="month", added=OF_AREA) for column in columns or ("nights",))


@cache
def counts(span: Span = "period") -> Bases:
    """What the place counts: the visits of its actors, or the nights of its area."""
    return (
        Basis("visits", ("visits",), span, start=counted_visits, added=OF_ACTOR, only_for="visits"),
        Basis("opening", ("open_flag",), span, SHUT, only_for="visits"),
        Basis("nights", ("nights",), span, grain="month", added=OF_AREA, only_for="nights"),
    )


@cache
def by_market(span: Span = "period") -> Bases:
    """The same by market, for every market that is told apart."""
    return (
        Basis("visits", ("visits",), span, grain="month", only_for="visits"),
        Basis("nights", ("nights",), span, grain="month", only_for="nights"),
    )


@cache
def opening(*columns: str) -> Bases:
    """The opening of the place's actors."""
    return (Basis("opening", columns),)


@cache
def income(
    *streams: str, span: Span = "period", columns: tuple[str, ...] = ("amount_dkk",), grain: Grain = "any"
) -> Bases:
    """The income of the place's actors, of these streams or of all their own."""
    return (Basis("revenue", columns, span, {"stream": streams or OWN_INCOME}, grain),)


@cache
def own_by_month(span: Span = "period") -> Bases:
    """The own income of the place's actors by month, a given total before its parts."""
    return (Basis("revenue", ("amount_dkk",), span, {"stream": OWN_INCOME}, "month", OF_ACTOR),)


@cache
def metrics(*names: str) -> Bases:
    """The yearly figures of use, work and purchases."""
    return (Basis("sustainability", ("value",), where={"metric": names}, grain="year"),)


@cache
def destination(*columns: str) -> Bases:
    """What is told of the place itself."""
    return (Basis("destinations", columns, "always"),)


def _area_of(scope: Scope) -> Collection[str]:
    area = reference_for(scope.data, scope.place, scope.measure)
    return [area.area] if area else []


def _area_of_nights(scope: Scope) -> Collection[str]:
    area = reference_for(scope.data, scope.place, "nights")
    return [area.area] if area else []


def _any_area(scope: Scope) -> Collection[str]:
    return list(scope.data.frame("reference")["area_code"].unique())


@cache
def reference(span: Span = "period", *, all_markets: bool = False) -> Bases:
    """The figures of the reference area, of what the place counts."""
    market = {} if all_markets else {"market": (ALL,)}
    return tuple(
        Basis(
            "reference", ("value",), span, {"indicator": (of,), **market}, "month", codes=_area_of, only_for=of
        )
        for of in ("visits", "nights")
    )  # fmt: skip


@cache
def reference_nights() -> Bases:
    """The nights of the reference area."""
    where = {"indicator": ("nights",), "market": (ALL,)}
    return (Basis("reference", ("value",), where=where, grain="month", codes=_area_of_nights),)


@cache
def indicators(*names: str, span: Span = "period") -> Bases:
    """Official figures that hold for every place, such as prices."""
    return (Basis("reference", ("value",), span, {"indicator": names}, codes=_any_area),)


@cache
def survey(*questions: str) -> Bases:
    """The guests' answers to these questions."""
    return (Basis("guest_response", ("count",), where={"question": questions}),)
