"""Why a shown number is another one now: which load brought, corrected or took it, or that it is computed otherwise."""

from collections.abc import Iterator, Sequence

from access.reader import Reader
from answers.answer import Answer
from answers.data import Data
from answers.moved import (
    MOST_TOLD,
    At,
    Cause,
    Facts,
    cause_text,
    causes_of,
    causes_text,
    load_text,
    moved_in,
    moved_under,
)
from answers.places import Place, all_places, places
from board.definitions import version_of
from board.pages_sent import SentPage
from board.parts.asked import Asked, PlaceAsked
from kpis.catalogue import catalogue
from kpis.result import Value
from locales import language
from warehouse.ledger import Event

# Only the numbers of loads are taken from what this reader sees, never a value.
_WHO_SEES_ALL = Reader("", "admin", places=None, sees_business_figures=True)
_COUNTED = ("visits", "nights")


class Causes:
    """The causes of the changes of one page, between the data then and now."""

    def __init__(self, page: SentPage, then: Data, now: Data) -> None:
        self._content = page.content
        self._language = language(page.content.language)
        self._then, self._now = (
            Asked(page.composition, data, _WHO_SEES_ALL, page.content.frozen_at.date()) for data in (then, now)
        )
        self._since = tuple(event for event in now.ledger.events if event.upload > page.content.data_version)
        self._found: dict[tuple[str, ...], tuple[str, ...]] = {}

    def why(self, key: str, *, by_formula: bool, by_data: bool) -> str:
        """Return the causes in words."""
        told = [self._formula(key)] if by_formula else []
        told += self._loads(key) if by_data else []
        return causes_text(told, self._language)

    def _formula(self, key: str) -> str:
        kpi = key.split("|")[2] if key.count("|") >= 2 else ""
        frozen = next((one.version for one in self._content.definitions if one.kpi == kpi), "")
        if kpi in catalogue() and frozen and frozen != version_of(catalogue()[kpi]):
            return self._language.text("another formula")
        return self._language.text("computed in another way by a newer version of Kulturpuls")

    def _loads(self, key: str) -> tuple[str, ...]:
        place, period, name, *rest = key.split("|")
        about = (place, period, name, *(part for part in rest if part in ("peers", "floor", "ceiling", "band")))
        if about not in self._found:
            self._found[about] = tuple(dict.fromkeys(self._causes(about)))
        return self._found[about]

    def _causes(self, about: tuple[str, ...]) -> Iterator[str]:
        then, now = self._then.data, self._now.data
        found = causes_of(self._moved(about), then, now)
        yield from (cause_text(cause, self._language) for cause in found)
        if not found:
            yield from map(self._somehow, self._since[-MOST_TOLD:])

    def _moved(self, about: tuple[str, ...]) -> Facts:
        """The facts that have moved under the figure, or under its target or the other places."""
        place_id, period, name, *rest = about
        then, now = self._then.data, self._now.data
        if name == "step":
            return {"steps": moved_in(then, now, "steps")}
        found = {"targets": moved_in(then, now, "targets")} if set(rest) & {"floor", "ceiling", "band"} else {}
        under = [at for asked in (self._then, self._now) for at in _under(asked, place_id, period, name, rest)]
        return {**found, **moved_under(then, now, under)}

    def _somehow(self, event: Event) -> str:
        if event.undoes is not None:
            return cause_text(Cause("undone", event), self._language)
        return self._language.text("what came with {load}", load=load_text(event, self._language))


_NOT_A_KPI = {"peak": "peak_month_share"}


def _under(asked: Asked, place_id: str, period: str, name: str, rest: Sequence[str]) -> Iterator[At]:
    place = all_places(asked.data).get(place_id)
    if place is None:
        return
    for one in _others(asked.data, place) if "peers" in rest else [place]:
        answer = _answer(asked, one, period, name)
        if answer is not None:
            yield At(asked.data, one, answer)


def _answer(asked: Asked, place: Place, period: str, name: str) -> Answer | None:
    """The figure that is shown; what is a month, or no KPI, is of the counts or of the KPI it is read from."""
    if name in _NOT_A_KPI:
        name, period = _NOT_A_KPI[name], str(asked.year)
    if name in _COUNTED:
        return Answer("visits_total", Value(0), period)
    known = period.isdecimal() and name in catalogue()
    return PlaceAsked(asked, place).answer(name, int(period)) if known else None


def _others(data: Data, place: Place) -> list[Place]:
    return [other for other in places(data).values() if other.kind == "destination" and other.id != place.id]
