"""What lies under a figure that has moved between two moments: which load brought, corrected, erased or took it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import pandas as pd

from answers.answer import Answer
from answers.data import Data
from answers.days import danish_day
from answers.lineage.basis import Scope
from answers.lineage.cells import wanted_rows
from answers.places import Place
from locales import Language
from warehouse.ledger import Event
from warehouse.moved import moved_facts
from warehouse.schema import datasets

Kind = Literal["new", "correction", "undone", "erased"]
# Facts by dataset: keys and measure, and where they have moved the uploads they rest on.
Facts = Mapping[str, pd.DataFrame]
# Causes and loads that are named before the others are only counted.
MOST_TOLD = 3


class Cause(NamedTuple):
    """An event since then and what it did to a figure."""

    kind: Kind
    event: Event


class At(NamedTuple):
    """A figure of a place in one state of the data."""

    data: Data
    place: Place
    answer: Answer


def moved_in(then: Data, now: Data, dataset_id: str) -> pd.DataFrame:
    """Return the facts of a dataset that are others now than then, with the uploads they rest on."""
    return now.remember(
        ("moved facts", then.version, dataset_id),
        lambda: moved_facts(now.store, datasets()[dataset_id], then.ledger, now.ledger),
    )


def moved_under(then: Data, now: Data, under: Collection[At]) -> Facts:
    """Return the facts that have moved under these figures, each in the state in which it was computed."""
    wanted: dict[str, list[pd.DataFrame]] = {}
    for at in under:
        for dataset_id, facts in wanted_rows(Scope(at.data, at.place, at.answer)).items():
            wanted.setdefault(dataset_id, []).append(facts)
    found = {}
    for dataset_id, parts in wanted.items():
        moved = moved_in(then, now, dataset_id)
        if len(moved):
            found[dataset_id] = moved.merge(pd.concat(parts).drop_duplicates())
    return {dataset_id: frame for dataset_id, frame in found.items() if len(frame)}


def causes_of(moved: Facts, then: Data, now: Data) -> tuple[Cause, ...]:
    """Return what moved these facts, each cause once, in the order of the ledger."""
    found = {cause for frame in moved.values() for cause in _causes(frame, then, now)}
    return tuple(sorted(found, key=lambda cause: (cause.event.upload, cause.kind)))


def _causes(moved: pd.DataFrame, then: Data, now: Data) -> Iterator[Cause]:
    since = {event.upload: event for event in now.ledger.events if event.upload > then.version}
    undone = now.ledger.undone
    for before, after in set(zip(moved["upload_then"].fillna(0), moved["upload_now"].fillna(0), strict=True)):
        if after in since:
            yield Cause("correction" if before else "new", since[after])
        elif before in undone and undone[before].upload in since:
            yield Cause("undone", undone[before])
        elif not after:
            yield from (Cause("erased", event) for event in since.values() if event.erased > 0)


def cause_text(cause: Cause, language: Language) -> str:
    """Return a cause in words: "correction: load 5, visits.xlsx, 3 March 2026"."""
    load = load_text(cause.event, language)
    match cause.kind:
        case "new":
            return language.text("new figures: {load}", load=load)
        case "correction":
            return language.text("correction: {load}", load=load)
        case "erased":
            return language.text("figures removed: {load}", load=load)
    return language.text("load {n} was undone: {load}", n=cause.event.undoes, load=load)


def causes_text(told: Sequence[str], language: Language) -> str:
    """Return the first few of the causes, each in words already, and how many more loads there are."""
    shown, more = "; ".join(told[:MOST_TOLD]), len(told) - MOST_TOLD
    if more <= 0:
        return shown
    return language.plural("{causes}; and {n} more load", "{causes}; and {n} more loads", more, causes=shown)


def load_text(event: Event, language: Language) -> str:
    """Return which load it is: its number, its file and its day."""
    return language.text(
        "load {n}, {file}, {day}",
        n=event.upload, file=event.file_name, day=language.date(danish_day(event.recorded_at)),
    )  # fmt: skip
