"""Why a shown number is another one now: which load brought, corrected or took it, or that it is computed otherwise."""

from collections.abc import Iterator, Mapping

from access.reader import Reader
from answers.answer import Answer
from answers.data import Data
from answers.lineage.cells import lineage
from answers.places import Place, all_places, places
from board.definitions import version_of
from board.pages_sent import SentPage
from board.parts.asked import Asked, PlaceAsked
from kpis.catalogue import catalogue
from kpis.result import Value
from locales import language
from warehouse.facts import read_facts
from warehouse.ledger import Event
from warehouse.schema import datasets

Cells = Mapping[tuple[object, ...], int]

# Only the numbers of loads are taken from what this reader sees, never a value.
_WHO_SEES_ALL = Reader("", "admin", places=None, sees_business_figures=True)
_COUNTED = ("visits", "nights")
_MOST_TOLD = 3


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
        shown, more = told[:_MOST_TOLD], len(told) - _MOST_TOLD
        words = "; ".join(shown)
        return self._language.text("{causes}; and {n} more loads", causes=words, n=more) if more > 0 else words

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
        then, now = self._cells(self._then, about), self._cells(self._now, about)
        undone, events = self._now.data.ledger.undone, {event.upload: event for event in self._since}
        found = False
        for at in sorted({*then, *now}, key=str):
            before, after = then.get(at), now.get(at)
            if before == after:
                continue
            if after is not None and after in events:
                found = True
                yield self._brought(events[after], is_new=before is None)
            elif before in undone and undone[before].upload in events:
                found = True
                yield self._undone(undone[before])
        if not found:
            yield from map(self._somehow, self._since[-_MOST_TOLD:])

    def _cells(self, asked: Asked, about: tuple[str, ...]) -> Cells:
        """The load of every cell under the figure, by what the cell is about."""
        place_id, period, name, *rest = about
        place = all_places(asked.data).get(place_id)
        if place is None:
            return {}
        cells = dict(self._targets(asked.data)) if set(rest) & {"floor", "ceiling", "band"} else {}
        asked_of = _others(asked.data, place) if "peers" in rest else [place]
        for one in asked_of:
            cells |= self._under(asked, one, period, name)
        return cells

    def _under(self, asked: Asked, place: Place, period: str, name: str) -> Cells:
        at = PlaceAsked(asked, place)
        if name in ("step", *_NOT_A_KPI):
            name, period = _NOT_A_KPI.get(name, name), str(asked.year)
        if name == "step":
            return _all_cells(asked.data, "steps")
        if name in _COUNTED:
            answer: Answer | None = Answer("visits_total", Value(0), period)
        else:
            answer = at.answer(name, int(period)) if period.isdecimal() and name in catalogue() else None
        if answer is None:
            return {}
        found = lineage(asked.data, place, answer, _WHO_SEES_ALL)
        return {
            (dataset, *row[:-1]): int(row[-1])
            for dataset, frame in found.cells.items()
            for row in frame[[*(key.id for key in datasets()[dataset].keys), "measure", "upload"]].itertuples(
                index=False
            )
        }

    def _targets(self, data: Data) -> Cells:
        return _all_cells(data, "targets")

    def _brought(self, event: Event, *, is_new: bool) -> str:
        text = self._language.text
        if is_new:
            return text("new figures: {load}", load=self._named(event))
        return text("correction: {load}", load=self._named(event))

    def _undone(self, event: Event) -> str:
        return self._language.text("load {n} was undone: {load}", n=event.undoes, load=self._named(event))

    def _somehow(self, event: Event) -> str:
        if event.undoes is not None:
            return self._undone(event)
        return self._language.text("what came with {load}", load=self._named(event))

    def _named(self, event: Event) -> str:
        return self._language.text(
            "load {n}, {file}, {day}",
            n=event.upload, file=event.file_name, day=self._language.date(event.recorded_at.date()),
        )  # fmt: skip


_NOT_A_KPI = {"peak": "peak_month_share"}


def _others(data: Data, place: Place) -> list[Place]:
    return [other for other in places(data).values() if other.kind == "destination" and other.id != place.id]


def _all_cells(data: Data, dataset_id: str) -> Cells:
    dataset = datasets()[dataset_id]

    def read() -> Cells:
        frame = read_facts(data.store, dataset, data.ledger)
        columns = [*(key.id for key in dataset.keys), "measure", "upload"]
        return {(dataset_id, *row[:-1]): int(row[-1]) for row in frame[columns].itertuples(index=False)}

    return data.remember(("all cells", dataset_id), read)
