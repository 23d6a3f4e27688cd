"""Figures that were read and are probably wrong: each a warning with its cell and the reason, and never a repair."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pyarrow as pa

from pipelines.doubt import Doubt
from pipelines.doubt_changes import changes
from pipelines.doubt_opening import against_opening
from pipelines.doubt_repeats import repeats
from pipelines.doubt_sums import sums_among_figures
from pipelines.doubt_zeros import sudden_zeros
from pipelines.findings import Finding
from pipelines.series import all_series

# Nobody reads the two hundredth warning of a kind.
MOST_OF_A_KIND = 10


def doubts(facts: Mapping[str, pa.Table]) -> list[Finding]:
    """Return the warnings about a file's facts, looking at nothing but the file; the worst of each kind come first."""
    found = list(against_opening(facts))
    for series in all_series(facts):
        found += [*changes(series), *sudden_zeros(series), *repeats(series), *sums_among_figures(series)]
    by_code: dict[str, list[Doubt]] = defaultdict(list)
    for doubt in found:
        by_code[doubt.finding.code].append(doubt)
    return [finding for of_code in by_code.values() for finding in _worst(of_code)]


def _worst(of_code: Sequence[Doubt]) -> list[Finding]:
    by_weight = sorted(of_code, key=lambda doubt: -doubt.weight)
    once = {doubt.whose or str(at): doubt.finding for at, doubt in reversed(list(enumerate(by_weight)))}
    ordered = list(once.values())[::-1]
    shown, more = ordered[:MOST_OF_A_KIND], len(ordered) - MOST_OF_A_KIND
    if more > 0:
        shown.append(Finding("more_doubts", shown[-1].place, str(more)))
    return shown
