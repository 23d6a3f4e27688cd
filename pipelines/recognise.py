"""Recognise a table: of all datasets the one whose columns its headers name best, with every key it needs."""

from collections import defaultdict
from collections.abc import Sequence

from pipelines.cell_fits import is_figure, says_key
from pipelines.choice_columns import take_choices
from pipelines.draft import Draft, Peek
from pipelines.evidence import Clue, Evidence
from pipelines.layout import HeaderColumn, KeyColumn, Layout, TotalColumn, ValueColumn
from pipelines.missing_keys import are_choices, find_missing_keys
from pipelines.period_columns import says_months, says_years
from pipelines.reference_columns import heads_content
from pipelines.reference_tables import recognise_reference
from pipelines.roles import Role, heads_text_keys, roles_of
from pipelines.title_parts import parts_named
from pipelines.wide_names import name_entities
from warehouse.schema import Column, Dataset, datasets

_FEWEST_AROUND = 3
_TWO = 2
_MONTHS_OF_QUARTER = 3


def recognise(columns: Sequence[HeaderColumn], evidence: Evidence, peek: Peek) -> Layout | None:
    """Return the best understanding of a table with these headers, as reference figures where they are none of ours."""
    named = _named_datasets(columns) | evidence.datasets()
    layouts = [
        layout
        for dataset in datasets().values()
        if dataset.id in named
        and heads_text_keys(dataset, columns)
        and (layout := understand(dataset, columns, evidence, peek))
    ]
    best = max(layouts, key=lambda layout: layout.rank, default=None)
    if best is None or (best.questions and evidence.is_qualified):
        return recognise_reference(columns, evidence, peek) or best
    return best


def _named_datasets(columns: Sequence[HeaderColumn]) -> set[str]:
    meanings = [part.meaning for column in columns for part in column.parts]
    return {dataset for meaning in meanings for dataset in (*meaning.columns, *(named for named, _ in meaning.choices))}


def understand(dataset: Dataset, columns: Sequence[HeaderColumn], evidence: Evidence, peek: Peek) -> Layout | None:
    """Return how the table reads as that dataset, with the questions left open; None where it cannot be one."""
    return _understood(Draft(dataset, roles_of(dataset, columns), evidence, peek), columns)


def recognise_titled(columns: Sequence[HeaderColumn], evidence: Evidence, peek: Peek) -> Layout | None:
    """Return how a table reads as what its title says is counted, asking whose it is; None where no title says it.

    It is asked for beside a column of names nobody knows too, which labels above its rows may tell apart.
    """
    titled = [dataset for dataset in datasets().values() if evidence.measure(dataset)]
    drafts = [
        Draft(dataset, roles_of(dataset, columns), evidence, peek, asks_beside_names=True)
        for dataset in titled
        if heads_text_keys(dataset, columns)
    ]
    layouts = [layout for draft in drafts if (layout := _understood(draft, columns))]
    return max(layouts, key=lambda layout: layout.rank, default=None)


def _understood(draft: Draft, columns: Sequence[HeaderColumn]) -> Layout | None:
    peek = draft.peek
    name_entities(draft, columns)
    _settle_keys(draft)
    take_choices(draft)
    if not _settle_values(draft) or not find_missing_keys(draft):
        return None
    _settle_rest(draft)
    layout = draft.layout()
    return layout if _is_convincing(draft, layout) and _fits_below(layout, peek) else None


def _fits_below(layout: Layout, peek: Peek) -> bool:
    """True unless nothing below fits its header, as where the headers are words in a list of explanations.

    Nor do several rows fit that no column tells apart.
    """
    if any(value.is_wide for value in layout.values):
        return True
    if not layout.keys and any(len(peek(value.header.index)) > 1 for value in layout.values):
        return False
    told = [is_figure(cell) for value in layout.values if value.column.is_number for cell in peek(value.header.index)]
    told += [
        fits for key in layout.keys for cell in peek(key.header.index) if (fits := says_key(key.key, cell)) is not None
    ]
    return any(told) or not told


def _is_convincing(draft: Draft, layout: Layout) -> bool:
    """True unless a list without figures, which many a table looks like, is told by two stray headers only."""
    if any(column.role == "measure" for column in layout.dataset.measures):
        return True
    over_figures = sum(role.period is not None for role in draft.roles)
    told = layout.is_named or len(layout.columns) > _TWO or layout.spelled >= _TWO
    return told and over_figures < _TWO


def _settle_keys(draft: Draft) -> None:
    by_key: dict[str, list[Role]] = defaultdict(list)
    for role in draft.roles:
        if role.key:
            by_key[role.key.id].append(role)
    for key_id, roles in by_key.items():
        key = draft.dataset.column(key_id)
        ranked = sorted(roles, key=lambda role: role.rank)
        chosen = _year_and_month(_with_years(draft, ranked)) if key.kind == "period" else ranked[:1]
        draft.keys += [KeyColumn(role.header, key, role.is_year and len(chosen) > 1) for role in chosen]
        draft.left_out |= {role.header.index: "second_column" for role in roles if role not in chosen}


def _with_years(draft: Draft, roles: Sequence[Role]) -> Sequence[Role]:
    """Note which of several columns of periods holds the years of the months in another, where no header says so."""
    if len(roles) > 1 and not any(role.is_year for role in roles):
        years = [role for role in roles if says_years(draft.peek(role.header.index))]
        months = [role for role in roles if role not in years and says_months(draft.peek(role.header.index))]
        if years and months:
            years[0].is_year = True
    return roles


def _year_and_month(ranked: Sequence[Role]) -> list[Role]:
    """Return the one or two columns that say the period: a year and the month of it, or the best named alone."""
    years = [role for role in ranked if role.is_year][:1]
    months = [role for role in ranked if not role.is_year][:1]
    return [*years, *months]


def _settle_values(draft: Draft) -> bool:
    """Settle what the columns of figures hold; False where the dataset's figures are not among them."""
    wide = [role for role in draft.roles if role.is_wide and not _is_aside(role)]
    unnamed = [role for role in wide if role.value is None]
    principal = _principal(draft, unnamed) if unnamed else None
    if not wide:
        _name_content(draft)
    for role in draft.roles:
        column = role.value or (principal if role.is_wide else None)
        if role.key or role.is_unclear or role.is_computed:
            continue
        if role.is_total and not _is_all(role):
            draft.totals.append(TotalColumn(role.header, role.value, role.fixed, role.period))
        elif column:
            draft.values.append(
                ValueColumn(role.header, column, role.fixed, role.period, role.question or _asked(draft, column))
            )
    _drop_second_columns(draft)
    _take_quarters_for_sums(draft)
    return any(_counts(draft.dataset, value.column) for value in draft.values)


def _name_content(draft: Draft) -> None:
    """Take a column under a header such as "Indhold" for what a title, or the keys only this dataset has, say it is."""
    content = [role for role in draft.roles if role.is_unclear and not role.key and heads_content(role.header)]
    if len(content) == 1 and not any(role.value and role.value.role == "measure" for role in draft.roles):
        found = _principal(draft, content)
        if found:
            content[0].value, content[0].is_unclear = found, False


def _is_aside(role: Role) -> bool:
    return bool(role.key) or role.is_unclear or role.is_computed or role.is_total


def _is_all(role: Role) -> bool:
    """True where the total stands for the value "all" of a key, and so is a figure of its own."""
    return "all" in role.fixed.values()


def _asked(draft: Draft, column: Column) -> str | None:
    return "scale" if column.kind in ("integer", "number") and draft.evidence.scale() else None


def _counts(dataset: Dataset, column: Column) -> bool:
    """True where a value of this column is reason enough to read the table: a measure, where there are measures."""
    return column.role == "measure" or all(value.role != "measure" for value in dataset.measures)


def _principal(draft: Draft, unnamed: Sequence[Role]) -> Column | None:
    """Return what bare figures mean: what a title or the sheet's name says, or the keys that only this dataset has."""
    named = draft.evidence.measure(draft.dataset)
    if named:
        draft.clues.append(named[1])
        _take_parts(draft, named[1])
        return draft.dataset.column(named[0])
    if any(_is_only_here(draft.dataset, role) for role in unnamed) or _has_own_choices(draft):
        return draft.dataset.principal
    spread = len(unnamed) >= _FEWEST_AROUND
    if spread and draft.dataset.id == "visits" and any(column.key.kind == "actor" for column in draft.keys):
        draft.questions.append("which_measure")
        return draft.dataset.principal
    return None


def _take_parts(draft: Draft, clue: Clue) -> None:
    """Take what the title that says the measure says of a dimension too: "Udenlandske overnatninger"."""
    for key, code in parts_named(clue.text, draft.dataset).items():
        if not (draft.has_key(key) or any(key in role.fixed for role in draft.roles)):
            draft.constants[key] = code


def _is_only_here(dataset: Dataset, role: Role) -> bool:
    return any(
        part.meaning.is_only_choice and (dataset.id, key) in part.meaning.choices
        for part in role.header.parts
        for key in role.fixed
    )


def _has_own_choices(draft: Draft) -> bool:
    """True where a column holds choices that only this dataset has a key of, such as the type of visit."""
    for column in draft.keys:
        elsewhere = (dataset for dataset in datasets().values() if dataset is not draft.dataset)
        shared = any(key.id == column.key.id for dataset in elsewhere for key in dataset.keys)
        if column.key.choices and not shared and are_choices(column.key, draft.peek(column.header.index)):
            return True
    return False


def _drop_second_columns(draft: Draft) -> None:
    """Of columns that say the same by different headers keep the one whose header is the declared one."""
    ranks = {role.header.index: role.rank for role in draft.roles}
    best: dict[object, ValueColumn] = {}
    for value in sorted(draft.values, key=lambda value: ranks[value.header.index]):
        said = (value.column.id, tuple(sorted(value.fixed.items())), value.period)
        first = best.setdefault(said, value)
        if first is not value and first.header.text != value.header.text:
            draft.left_out[value.header.index] = "second_column"
    draft.values = [value for value in draft.values if value.header.index not in draft.left_out]


def _take_quarters_for_sums(draft: Draft) -> None:
    """Take a quarter beside all of its months for their sum."""
    kept: list[ValueColumn] = []
    for value in draft.values:
        quarter = value.period
        months = [
            other
            for other in draft.values
            if quarter and other.period and quarter.covers(other.period)
            if other.column is value.column and other.fixed == value.fixed
        ]
        if quarter and len(months) == _MONTHS_OF_QUARTER:
            draft.totals.append(TotalColumn(value.header, value.column, value.fixed, quarter))
        else:
            kept.append(value)
    draft.values = kept


def _settle_rest(draft: Draft) -> None:
    """Say why each remaining column is not read; one among figures spread over columns should have been readable."""
    wide = [value.header.index for value in draft.values if value.is_wide]
    around = range(min(wide), max(wide)) if len(wide) >= _FEWEST_AROUND else range(0)
    unused = {role.header.index for role in draft.unused()}
    for role in draft.roles:
        index = role.header.index
        if role.is_computed:
            draft.left_out[index] = "computed"
        elif role.is_blank:
            draft.left_out.setdefault(index, "note")
        elif index in around and index in unused:
            draft.refused.append(role)
        else:
            draft.left_out.setdefault(index, "unknown_column")
