"""The figures shown before a load are those after it, and nothing else is shown."""

from pathlib import Path

import pytest

from access.reader import LOCAL_ANALYST
from answers.data import data_with, open_data
from answers.impact import impact
from answers.places import places
from answers.show import all_answers
from pipelines.load import load, preview
from tests.answers.tables import TableData, months
from tests.workbooks import PLACE, rows_of, visits_by_month, workbook
from warehouse.compare import Touched
from warehouse.connect import Store


def counted(count: float, *, years: tuple[int, ...] = (2023, 2024)) -> TableData:
    """Return the visits of one museum, with another count in the first month of the last year."""
    rows = [row for year in years for row in months("a", year, [10.0] * 12)]
    rows[-12] = {**rows[-12], "visits": count}
    return TableData({"visits": rows})


def test_only_figures_that_differ_are_named() -> None:
    found = impact(counted(10), counted(22), [Touched("actor", "a", 2024)], LOCAL_ANALYST)
    totals = {
        figure.after.id: (figure.before.number if figure.before else None, figure.after.number)
        for figure in found.figures
    }
    assert totals["visits_total"] == (120, 132)
    assert "data_completeness" not in totals


def test_nothing_changes_where_the_figures_are_the_same() -> None:
    assert impact(counted(10), counted(10), [Touched("actor", "a", 2024)], LOCAL_ANALYST).figures == ()


def test_a_place_that_is_new_has_no_figure_before() -> None:
    found = impact(TableData({}), counted(10), [Touched("actor", "a", 2024)], LOCAL_ANALYST)
    (total,) = [figure for figure in found.figures if figure.after.id == "visits_total"]
    assert total.before is None
    assert total.after.number == 120


def test_what_is_too_much_to_work_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("answers.impact.MOST_VIEWS", 2)
    touched = [Touched("actor", "a", year) for year in range(2020, 2025)]
    found = impact(counted(10), counted(10), touched, LOCAL_ANALYST)
    assert (found.looked_at, found.not_looked_at) == (2, 3)


def test_the_figures_shown_before_a_load_are_those_after_it(store: Store, tmp_path: Path) -> None:
    visits = visits_by_month()
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    first.write_bytes(workbook(rows_of(visits)))
    second.write_bytes(workbook(rows_of({**visits, "2024-03": 9000})))
    load(store, first, "Anna")
    before = open_data(store)
    shown = preview(store, second)
    after = data_with(store, shown.event, shown.reading.facts)
    told = impact(before, after, shown.touched, LOCAL_ANALYST)
    load(store, second, "Anna")
    loaded = all_answers(open_data(store), places(open_data(store))[PLACE], 2024, LOCAL_ANALYST)
    changed = {figure.after.id: figure.after.result for figure in told.figures if figure.year == 2024}
    assert changed
    assert changed == {kpi_id: loaded[kpi_id].result for kpi_id in changed}
    assert {kpi_id for kpi_id in loaded if kpi_id not in changed} == {
        kpi_id
        for kpi_id, answer in all_answers(before, places(before)[PLACE], 2024, LOCAL_ANALYST).items()
        if answer.result == loaded[kpi_id].result
    }
