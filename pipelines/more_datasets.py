"""Further datasets in one table: visits, opening days and revenue in columns beside each other under the same keys."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipelines.layout import HeaderColumn, Layout


def with_further_datasets(
    layout: Layout,
    columns: Sequence[HeaderColumn],
    understand: Callable[[Sequence[HeaderColumn]], Layout | None],
) -> list[Layout]:
    """Return the understanding of a table, and one for each further dataset whose figures its unread columns hold.

    Only columns under exactly a declared header count, or under a name that no other dataset has; and only where the
    keys of the table, and what is said or asked of it, are all it needs.
    """
    found = [layout]
    keys = {key.header.index for key in layout.keys}
    while "which_measure" not in layout.questions:
        unread = {index for index, why in found[0].left_out.items() if why == "unknown_column"}
        more = understand([column for column in columns if column.index in keys | unread])
        if more is None or not _is_plain(more, layout, unread) or set(more.questions) != set(layout.questions):
            break
        found.append(replace(more, left_out={}, totals=(), refused=()))
        read = {value.header.index for value in more.values}
        left_out = {index: why for index, why in found[0].left_out.items() if index not in read}
        found[0] = replace(found[0], left_out=left_out)
    return found


def _is_plain(more: Layout, first: Layout, unread: set[int]) -> bool:
    keyed = not any(key.header.index in unread for key in more.keys)
    named = all(
        value.header.index in unread and not value.is_wide and _is_named(more, value.header) for value in more.values
    )
    is_said = more.period in (None, first.period) and more.constants.items() <= first.constants.items()
    return keyed and named and is_said


def _is_named(layout: Layout, header: HeaderColumn) -> bool:
    """True for exactly the declared header, or a name of it that no other dataset has."""
    only_here = (set(part.meaning.columns) == {layout.dataset.id} for part in header.parts if not part.meaning.similar)
    return layout.ranks(header) == 0 or any(only_here)
