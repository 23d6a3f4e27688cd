"""The data as a reader may see them: only rows of the places in their scope, and the reference figures of everybody.

What is kept with a view (frames, figures, answers) is kept with that view alone, so no reader meets what was computed
for another. A row is there only because a rule below says so; a dataset without a rule shows nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from access.reader import Reader
from answers.data import Data, Span
from answers.network import is_dmo
from answers.panel import Measure, Panel, whole_panel
from answers.places import all_places, concerned
from warehouse.facts import uploads_behind
from warehouse.ledger import Ledger
from warehouse.schema import ALL, Dataset, datasets, each_of

_HUBS = frozenset({"public", "tourism"})
# What is told of somebody one works with, who belongs to none of the places in scope.
_OF_PARTNERS = ("actor_id", "name", "sector", "actor_type", "active_from", "active_to")
MEASURES: tuple[Measure, ...] = ("visits", "nights")
_FOR_EVERYBODY = frozenset({"reference"})


@dataclass(frozen=True)
class Reach:
    """The codes that belong to the places of a scope; `names` are those under which texts speak of them."""

    destinations: frozenset[str]
    actors: frozenset[str]
    areas: frozenset[str]
    names: frozenset[str]


class ScopedData(Data):
    """The view of some places on one state of the store."""

    def __init__(self, whole: Data, scope: frozenset[str]) -> None:
        super().__init__(whole.store, whole.ledger, whole.as_of)
        self._whole = whole
        self._reach = reach_of(whole, scope)
        self._spans: Mapping[str, Span | None] = {measure: _span(whole_panel(whole, measure)) for measure in MEASURES}

    def frame(self, dataset_id: str) -> pd.DataFrame:
        """Return the rows of the dataset that lie in the scope."""
        return self.remember(("frame", dataset_id), lambda: self._rows(dataset_id).reset_index(drop=True))

    def _rows(self, dataset_id: str) -> pd.DataFrame:
        frame = self._whole.frame(dataset_id)
        match dataset_id:
            case "actors":
                return self._actors(frame)
            case "partnerships":
                return self._partnerships(frame)
            case "products":
                return self._products(frame)
            case "links":
                named = frame["other_place"].isin(self._reach.destinations | self._reach.names)
                return frame[frame["destination_id"].isin(self._reach.destinations) | named]
        return frame[lies_in(self._reach, dataset_id, frame)]

    def _partnerships(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The ties of those in scope and between their hubs; of a hub that was asked elsewhere only that it was."""
        kept = frame[_tied(frame, self._reach.actors) | _tied(frame, self._hubs, both=True)]
        asked = {
            *frame.loc[frame["confirmed_a"].notna(), "actor_a"],
            *frame.loc[frame["confirmed_b"].notna(), "actor_b"],
        }
        elsewhere = sorted(self._hubs & asked - self._reach.actors)
        told = pd.DataFrame({"actor_a": elsewhere, "actor_b": "", "tie_type": "", "confirmed_a": 1.0})
        return pd.concat([kept, told.reindex(columns=frame.columns).astype(frame.dtypes.to_dict())])

    def _products(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Whose product it is, theirs is its revenue: a partner elsewhere sees that it is made, not what it brings."""
        own = frame["actor_id"].isin(self._reach.actors)
        made_with = _names_any(frame["partners"], self._reach.actors)
        return frame[own | made_with].assign(revenue_dkk=frame["revenue_dkk"].where(own))

    def _actors(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The actors in scope and, by name only, those they work with; a place outside the scope is not named."""
        own = frame["actor_id"].isin(self._reach.actors)
        kept = frame[own | frame["actor_id"].isin(self._partners | self._fellows)]
        is_own = kept["actor_id"].isin(self._reach.actors)
        home = kept["destination_id"]
        kept = kept.assign(destination_id=home.where(home.isin(self._reach.destinations) & is_own, None))
        unsaid = [column for column in kept.columns if column not in (*_OF_PARTNERS, "destination_id")]
        return kept.assign(**{column: kept[column].where(is_own) for column in unsaid}).astype(frame.dtypes.to_dict())

    @property
    def _partners(self) -> frozenset[str]:
        """Those with whom somebody in scope has a tie or a product, or who are named as having sent guests."""
        return self.remember("partners in scope", self._find_partners)

    def _find_partners(self) -> frozenset[str]:
        ties, actors = self._whole.frame("partnerships"), self._whole.frame("actors")
        tied = ties[_tied(ties, self._reach.actors)]
        made = self.frame("products")
        makers = {maker for text in made["partners"].dropna() for maker in each_of(str(text))} | set(made["actor_id"])
        channels = set(self.frame("visits")["channel"].str.casefold())
        senders = [
            str(code)
            for code, name in zip(actors["actor_id"], actors["name"], strict=True)
            if {str(code).casefold(), str(name).casefold()} & channels
        ]
        by_code = actors.set_index("actor_id")
        # An only one serves every place (answers/network.py), so it must be told whether there are others.
        dmos = [code for code in by_code.index if is_dmo(by_code, code)]
        return frozenset({*tied["actor_a"], *tied["actor_b"], *makers, *senders, *dmos})

    @property
    def _fellows(self) -> frozenset[str]:
        """Those who are in a group with somebody in scope."""
        return frozenset(member for text in self.frame("groups")["members"].dropna() for member in each_of(str(text)))

    @property
    def _hubs(self) -> frozenset[str]:
        """The authorities and the organisations of tourism among the partners: their ties carry the place's network."""
        actors = self._whole.frame("actors")
        return frozenset(actors.loc[actors["sector"].isin(_HUBS), "actor_id"]) & self._partners

    @property
    def forecasts(self) -> Path:
        """The folder of forecasts: each is named by its series, so it is found by those alone who know the figures."""
        return self._whole.forecasts

    def in_view(self, dataset_id: str, rows: pd.DataFrame) -> pd.DataFrame:
        """Return those of the rows, which have the dataset's keys, that lie in the scope."""
        keys = [key.id for key in datasets()[dataset_id].keys]
        return rows.merge(self.frame(dataset_id)[keys], on=keys)

    def span_of_everybody(self, measure: str) -> Span | None:
        """Return the months of all reporters, so that who alone is late is seen to be."""
        return self._spans.get(measure)

    def holds(self, dataset_id: str, rows: Sequence[Mapping[str, object]]) -> bool:
        """True where the rows lie in the scope, name no place or actor outside it, and stand for none of another.

        A correction names its row by the key alone: where that is all of the scope, it lies where it lay.
        """
        dataset = datasets()[dataset_id]
        keys = [key.id for key in dataset.keys]
        told = pd.DataFrame(rows, columns=[column.id for column in dataset.columns])
        if not self._names_none_outside(dataset, told).all():
            return False
        known = told[keys].merge(self._whole.frame(dataset_id), on=keys)
        if len(self.in_view(dataset_id, known[keys])) < len(known):
            return False
        own = known[self._names_none_outside(dataset, known) & lies_in(self._reach, dataset_id, known)]
        stands = told[keys].merge(own[keys].drop_duplicates(), how="left", indicator=True)["_merge"] == "both"
        return bool((lies_in(self._reach, dataset_id, told) | stands).all())

    def _names_none_outside(self, dataset: Dataset, frame: pd.DataFrame) -> "pd.Series[bool]":
        named = {**_kinds(self._reach), "actors": self._reach.actors, "area": self._reach.areas}
        inside = pd.Series(data=True, index=frame.index)
        for column in dataset.columns:
            if column.kind in named:
                inside &= frame[column.id].map(partial(_is_within, named[column.kind])).astype(bool)
        return inside & frame["entity"].isin(self._reach.names - {ALL}) if "entity" in frame else inside

    @property
    def history(self) -> Ledger:
        """The loads that something in scope rests on, without what was undone: that may tell of other places."""
        return self.remember("history in scope", self._history)

    def _history(self) -> Ledger:
        behind: set[int] = set()
        for dataset_id, dataset in datasets().items():
            rows = self.frame(dataset_id)[[key.id for key in dataset.keys]]
            if dataset_id not in _FOR_EVERYBODY and len(rows):
                behind |= uploads_behind(self.store, dataset, self.ledger, rows)
        return Ledger(tuple(event for event in self.ledger.standing if event.upload in behind))


def data_for(data: Data, reader: Reader) -> Data:
    """Return the data as this reader may see them; the whole where their scope is all places."""
    scope = reader.places
    return data if scope is None else data.remember(("scope", scope), lambda: ScopedData(data, scope))


def takes(data: Data, dataset_id: str, rows: Sequence[Mapping[str, object]]) -> bool:
    """True where somebody who sees these data may write these rows: all that they name, and change, is in view."""
    return not isinstance(data, ScopedData) or data.holds(dataset_id, rows)


def reach_of(whole: Data, scope: frozenset[str]) -> Reach:
    """Return the codes that belong to the places named; a place that is not there, or no more, reaches nothing else."""
    known = all_places(whole)
    found = [known[place] for place in scope if place in known]
    named = [place.partition(":") for place in scope]
    return Reach(
        frozenset(code for kind, _, code in named if kind == "destination"),
        frozenset(actor for place in found for actor in place.actors),
        frozenset(place.area for place in found if place.area),
        frozenset(name for place in found for name in concerned(whole, place)) | {ALL},
    )


def lies_in(reach: Reach, dataset_id: str, frame: pd.DataFrame) -> "pd.Series[bool]":
    """Return which rows of a dataset lie in the reach: those that one of its places or actors is named in."""
    inside = pd.Series(dataset_id in _FOR_EVERYBODY, index=frame.index)
    kinds = _kinds(reach)
    for column in datasets()[dataset_id].columns:
        if column.kind in kinds:
            inside |= frame[column.id].isin(kinds[column.kind])
        elif column.kind == "actors":
            inside |= _names_any(frame[column.id], reach.actors)
        elif column.id == "entity":
            inside |= frame[column.id].isin(reach.names)
        elif column.kind == "area" and column.role == "key":
            inside |= frame[column.id].isin(reach.areas)
    return inside


def _kinds(reach: Reach) -> Mapping[str, frozenset[str]]:
    return {"destination": reach.destinations, "actor": reach.actors}


def _span(everybody: Panel) -> Span | None:
    return Span(everybody.months[0], everybody.months[-1], everybody.last_month or "") if everybody.months else None


def _is_within(codes: frozenset[str], text: object) -> bool:
    return not isinstance(text, str) or codes.issuperset(each_of(text))


def _names_any(texts: "pd.Series[str]", actors: frozenset[str]) -> "pd.Series[bool]":
    return texts.map(lambda text: bool(actors & {*each_of(text)}) if isinstance(text, str) else False).astype(bool)


def _tied(frame: pd.DataFrame, actors: frozenset[str], *, both: bool = False) -> "pd.Series[bool]":
    one, other = frame["actor_a"].isin(actors), frame["actor_b"].isin(actors)
    return one & other if both else one | other
