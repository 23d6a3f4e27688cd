"""Parts of the whole that a title names: foreign nights, visits of those under 18."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from locales import plain_name
from pipelines.areas import level_of
from pipelines.evidence import runs_of_words
from warehouse.schema import ALL, Dataset, datasets

_SHORTEST = 4


@cache
def _headers() -> frozenset[str]:
    """Return every declared header, which in a title names no part."""
    return frozenset(
        spelling for dataset in datasets().values() for column in dataset.columns for spelling in column.spellings
    )


def parts_named(text: str, dataset: Dataset) -> Mapping[str, str]:
    """Return key -> code for the dimensions of which a text names one part, and only one.

    The name of a country is a place as often as a market, so only words such as "udenlandske" say a market.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for run in runs_of_words(text):
        spelling = plain_name(run)
        if len(run) >= _SHORTEST and spelling not in _headers() and level_of(run) is None:
            for key in dataset.keys:
                code = key.choice_codes.get(spelling)
                if key.default == ALL and code not in (None, ALL):
                    found[key.id].add(str(code))
    return {key: codes.pop() for key, codes in found.items() if len(codes) == 1}
