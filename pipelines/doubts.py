"""Figures that were read and are probably wrong: each a warning with its cell and the reason, and never a repair."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pyarrow as pa

from pipelines.doubt import Doubt
from pipelines.doubt_amounts import negative_amounts
from pipelines.doubt_changes import changes
from pipelines.doubt_opening import against_opening
from pipelines.doubt_repeats import repeats
from pipelines.doubt_sums import sums_among_figures
from pipelines.doubt_zeros import sudden_zeros
from pipelines.findings import Finding
from pipelines.reading import Reading
from pipelines.series import all_series

# Nobody reads the two hundredth warning of a kind.
MOST_OF_A_KIND = 10


# What is known already has no sheet in the file, and nothing is said of it.
_KNOWN = "!"
_CODES = frozenset(
    {
        "large_change", "tenfold", "tenth", "sudden_zero", "zeros_only", "constant", "copied", "copied_year",
        "sum_among_months", "open_without_visits", "visits_while_closed", "part_above_whole", "more_doubts",
        "negative_amount",
    }
)  # fmt: skip


def doubts(facts: Mapping[str, pa.Table]) -> list[Finding]:
    """Return the warnings about facts, the worst of each kind first; nothing is said of a fact whose sheet is "".

    They are held against each other, and against nothing else.
    """
    found = [*against_opening(facts), *negative_amounts(facts)]
    for series in all_series(facts):
        found += [*changes(series), *sudden_zeros(series), *repeats(series), *sums_among_figures(series)]
    by_code: dict[str, list[Doubt]] = defaultdict(list)
    for doubt in found:
        if not {doubt.finding.place[:1], doubt.finding.values.get("other", "")[:1]} & {_KNOWN}:
            by_code[doubt.finding.code].append(doubt)
    return [finding for of_code in by_code.values() for finding in _worst(of_code)]


def doubts_beside(reading: Reading, known: Mapping[str, pa.Table]) -> list[Finding]:
    """Return a reading's warnings, its doubts made anew beside what is known of the same series at other times."""
    if not any(table.num_rows for table in known.values()):
        return list(reading.warnings)
    both = {
        name: pa.concat_tables([table, known[name].select(table.schema.names).cast(table.schema)])
        for name, table in reading.facts.items()
    }
    return [*(finding for finding in reading.warnings if finding.code not in _CODES), *doubts(both)]


def _worst(of_code: Sequence[Doubt]) -> list[Finding]:
    by_weight = sorted(of_code, key=lambda doubt: -doubt.weight)
    once = {doubt.whose or str(at): doubt.finding for at, doubt in reversed(list(enumerate(by_weight)))}
    ordered = list(once.values())[::-1]
    shown, more = ordered[:MOST_OF_A_KIND], len(ordered) - MOST_OF_A_KIND
    if more > 0:
        shown.append(Finding("more_doubts", shown[-1].place, str(more)))
    return shown
