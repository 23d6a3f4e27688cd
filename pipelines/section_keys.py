"""Keys told by section rows: a museum, a market or a year alone on its row above the rows it is of.

A label is taken only where it tells rows apart that say the same without it, or is a name we know; what could be read
in two ways is left as it was, or asked about.
"""

from collections.abc import Sequence
from dataclasses import replace

from locales import plain_name
from pipelines.cells import SheetCells
from pipelines.grid import CellValue, Range
from pipelines.layout import HeaderColumn, KeyColumn, Layout
from pipelines.months_under_names import with_months_under_names
from pipelines.names import Names
from pipelines.parts_under_names import with_parts_under_names
from pipelines.periods import read_month, read_period
from pipelines.section_rows import Body, Label, body_of, could_name, label_above
from pipelines.words import is_computed, is_total
from warehouse.schema import ENTITY_KINDS, Column

_FEWEST_CHOICES = 2


def with_sections(layout: Layout, cells: SheetCells, header: range, area: Range, names: Names) -> Layout:
    """Return the understanding with the keys that section rows say, where they say any without doubt."""
    if not any(column.role == "measure" for column in layout.dataset.measures) or not layout.values:
        return layout
    body = body_of(cells, layout, header, area)
    if body is None:
        return layout
    layout = with_months_under_names(layout, cells, body, names)
    layout = with_parts_under_names(layout, cells, body, names)
    return _Sections(layout, cells, body, names).settled(header, area)


class _Sections:
    def __init__(self, layout: Layout, cells: SheetCells, body: Body, names: Names) -> None:
        self._layout = layout
        self._cells = cells
        self._body = body
        self._names = names
        self._own = [key.key for key in layout.keys if key.header.index == body.column]

    def settled(self, header: range, area: Range) -> Layout:
        """Return the understanding with every key that the labels say; as it was where that is in doubt."""
        labels = [label for label in self._body.labels if not any(self._is_own(key, label.value) for key in self._own)]
        years = [label for label in labels if self._needs_year and _is_year(label.value)]
        choice, chosen = self._choices([label for label in labels if label not in years])
        rest = [label for label in labels if label not in (*years, *chosen) and _is_label(label.value)]
        entity = self._entity()
        named = self._names_of_runs(rest, entity) if entity else []
        if named is None or not self._is_sound([years, chosen, named]):
            return self._layout
        layout = self._layout
        if years:
            layout = self._with_years(layout, years)
        if choice and chosen:
            layout = self._with_choices(layout, choice, chosen)
        if entity and named:
            layout = self._with_names(layout, entity, named, header, area)
        return layout

    def _is_own(self, key: Column, value: CellValue) -> bool:
        """True where a label is what the rows of its column say themselves: a month without figures."""
        if key.kind == "period":
            part = read_month(value)
            return part is not None and not (part.is_year and self._needs_year)
        return self._is_known(key, value) or plain_name(str(value)) in key.choice_codes

    @property
    def _needs_year(self) -> bool:
        return self._layout.period is not None or "which_year" in self._layout.questions

    def _choices(self, labels: Sequence[Label]) -> tuple[Column | None, list[Label]]:
        """Return the key that no column says and of which several labels are choices, and all labels in its place."""
        said = {key.key.id for key in self._layout.keys} | set(self._layout.constants)
        said |= {key for value in self._layout.values for key in value.fixed}
        best: tuple[Column | None, list[Label]] = (None, [])
        for key in self._layout.dataset.keys:
            codes = key.choice_codes if key.kind == "choice" and key.id not in said else {}
            found = [label for label in labels if plain_name(str(label.value)) in codes]
            if len({label.value for label in found}) >= max(_FEWEST_CHOICES, len(best[1]) + 1):
                best = key, found
        if best[0] and not self._entity():
            # What stands among markets and is none is a market we do not know, and is refused as such.
            runs = {label.run for label in best[1]}
            best[1].extend(label for label in labels if label.run not in runs and _is_label(label.value))
            best[1].sort(key=lambda label: label.row)
        return best

    def _entity(self) -> Column | None:
        """Return the actor or place that no column says, also where a title may say it."""
        said = {key.key.id for key in self._layout.keys} | {key for one in self._layout.values for key in one.fixed}
        missing = [key for key in self._layout.dataset.keys if key.required and key.kind in ENTITY_KINDS]
        return next((key for key in missing if key.id not in said), None)

    def _names_of_runs(self, labels: Sequence[Label], key: Column) -> list[Label] | None:
        """Return the one label of each run that is a name; None where it is not clear which."""
        found: list[Label] = []
        for run in dict.fromkeys(label.run for label in labels):
            together = [label for label in labels if label.run == run]
            known = [label for label in together if self._is_known(key, label.value)]
            chosen = known or together
            if (len(chosen) > 1 and chosen is not known) or not could_name(chosen[-1].value):
                return None
            found.append(chosen[-1])
        return found

    def _is_known(self, key: Column, value: CellValue) -> bool:
        return isinstance(value, str) and self._names.find(key.kind, value) is not None

    def _is_sound(self, kinds: Sequence[Sequence[Label]]) -> bool:
        """True where no section says the same twice, and each inner label is said anew below an outer one."""
        starts = sorted(label.row for labels in kinds for label in labels)
        parts: dict[int, list[tuple[CellValue, ...]]] = {}
        indexes = self._telling_columns()
        for row in self._body.data.tolist():
            said = tuple(self._cells.value(row, index) for index in indexes)
            section = sum(1 for start in starts if start < row)
            parts.setdefault(section, []).append(said)
        full = [[said for said in rows if None not in said] for rows in parts.values()]
        if any(len(set(rows)) < len(rows) for rows in full):
            return False
        present = sorted((labels for labels in kinds if labels), key=lambda labels: labels[0].row)
        return all(
            {label.run for label in outer} <= {label.run for label in inner}
            for at, outer in enumerate(present)
            for inner in present[at + 1 :]
        )

    def _telling_columns(self) -> list[int]:
        """Return the columns of keys, or the one below the labels where the headers say every other key."""
        return [key.header.index for key in self._layout.keys] or [self._body.column]

    def _repeats(self) -> bool:
        """True where rows of different sections say the same, so that they are told apart by the labels only."""
        indexes = self._telling_columns()
        said = [tuple(self._cells.value(row, index) for index in indexes) for row in self._body.data.tolist()]
        return bool(indexes) and len(set(said)) < len(said)

    def _with_years(self, layout: Layout, labels: Sequence[Label]) -> Layout:
        periods = [key for key in layout.dataset.keys if key.kind == "period"]
        if not periods or self._body.data[0] < labels[0].row:
            return layout
        found = self._with_key(layout, periods[0], labels)
        others = any(key.key.kind == "period" for key in layout.keys) or any(value.period for value in layout.values)
        keys = [*found.keys[:-1], replace(found.keys[-1], is_year=others)]
        return replace(found, keys=keys, period=None, questions=_without(found, "which_year"))

    def _with_choices(self, layout: Layout, key: Column, labels: Sequence[Label]) -> Layout:
        if self._body.data[0] < labels[0].row or not self._repeats():
            return layout
        return self._with_key(layout, key, labels)

    def _with_key(self, layout: Layout, key: Column, labels: Sequence[Label]) -> Layout:
        """Return the layout with the key; a column that also says something of each row stays among those left out."""
        column = KeyColumn(HeaderColumn(labels[0].column), key, sections=tuple(label.row for label in labels))
        tells = bool(self._cells.read[self._body.data, labels[0].column].any())
        left_out = {index: why for index, why in layout.left_out.items() if tells or index != labels[0].column}
        return replace(layout, keys=(*layout.keys, column), left_out=left_out)

    def _with_names(self, layout: Layout, key: Column, labels: Sequence[Label], header: range, area: Range) -> Layout:
        """Let the labels be names: known ones at once, unknown ones where they tell rows apart, or when asked."""
        known = sum(self._is_known(key, label.value) for label in labels)
        if known < len(labels) and not (self._repeats() or len(self._body.headers)):
            return layout
        begins = bool(self._body.data[0] < labels[0].row)
        if begins and key.id not in layout.constants:
            above = label_above(self._cells, header, area)
            if above is None or not (len(self._body.headers) or self._is_known(key, above.text)):
                return layout
            layout = replace(layout, constants={**layout.constants, key.id: above.text}, clues=(*layout.clues, above))
        is_open = not known and self._names.knows_any(key.kind) and not (begins and key.id in self._layout.constants)
        constants = {name: said for name, said in layout.constants.items() if begins or name != key.id}
        asked = ("which_name",) if is_open else ()
        found = self._with_key(layout, key, labels)
        return replace(found, constants=constants, questions=(*_without(found, "which_name"), *asked))


def _without(layout: Layout, question: str) -> tuple[str, ...]:
    return tuple(code for code in layout.questions if code != question)


def _is_year(value: CellValue) -> bool:
    part = read_period(value)
    return part is not None and part.is_year


def _is_label(value: CellValue) -> bool:
    """True for a text that is no sum and no period."""
    return isinstance(value, str) and not (is_total(value) or is_computed(value) or read_period(value))
