"""Headers that are nearly a declared one: the same but for words such as "antal", or spelled alike ("Besøgstallet")."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from locales import plain_name
from pipelines.headers import Headers, Meaning
from pipelines.words import words
from warehouse.schema import datasets

CLOSE = 86
_SHORTEST = 5
# Behind every declared alias, so that a column under a declared header is always preferred.
_RANK = 500
_WORD = re.compile(r"[^\W_]+")
_NOT_DIGITS = re.compile(r"\D")


class SimilarHeaders(Headers):
    """Reads headers as Headers does, and those that mean nothing to it by what they resemble."""

    def _of_text(self, text: str) -> Meaning:
        exact = super()._of_text(text)
        if exact.columns or exact.choices or exact.entities or exact.period or exact.computed or exact.unit:
            return exact
        found = similar_columns(text)
        if not found:
            return exact
        columns = {dataset: (column, _RANK - share) for dataset, (column, share) in found.items()}
        return replace(exact, columns=columns, similar={dataset: share for dataset, (_, share) in found.items()})


@lru_cache(maxsize=20_000)
def similar_columns(text: str) -> Mapping[str, tuple[str, int]]:
    """Return dataset -> the column whose declared header the text resembles, and by how many percent.

    A text that resembles two columns of a dataset equally well resembles neither.
    """
    core = _core(text)
    if len(core) < _SHORTEST:
        return {}
    best: dict[str, dict[str, int]] = defaultdict(dict)
    for spelling, share, _ in process.extract(core, _cores().keys(), scorer=fuzz.ratio, score_cutoff=CLOSE, limit=None):
        if _NOT_DIGITS.sub("", spelling) == _NOT_DIGITS.sub("", core):
            for dataset, column in _cores()[spelling]:
                best[dataset][column] = max(round(share), best[dataset].get(column, 0))
    found = {dataset: _single(shares) for dataset, shares in best.items()}
    return {dataset: column for dataset, column in found.items() if column}


def _single(shares: Mapping[str, int]) -> tuple[str, int] | None:
    most = max(shares.values())
    columns = [column for column, share in shares.items() if share == most]
    return (columns[0], most) if len(columns) == 1 else None


@cache
def _cores() -> Mapping[str, frozenset[tuple[str, str]]]:
    """Return what remains of each declared header without the words that say nothing -> dataset and column."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for dataset in datasets().values():
        for column in dataset.columns:
            for name in (*column.header.values(), *column.aliases):
                if len(core := _core(name)) >= _SHORTEST:
                    found[core].add((dataset.id, column.id))
    return {core: frozenset(columns) for core, columns in found.items()}


def _core(text: str) -> str:
    """Return a header in plain spelling, without words such as "antal" and "i alt"."""
    kept = [word for word in _WORD.findall(text) if plain_name(word) not in words().header_fillers]
    return plain_name(" ".join(kept))
