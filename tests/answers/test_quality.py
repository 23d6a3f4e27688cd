"""Whether the figures can be trusted: who has reported, how much is estimated, how fresh, where the series breaks."""

from collections.abc import Sequence
from datetime import date

from answers.answer import Answer, number_of
from answers.compare import Coverage
from answers.panel import panel_of, whole_panel
from answers.quality import Missing, Quality, dataset_counts, last_complete_month_end, quality, who_has_not_reported
from kpis.quality import Break
from kpis.result import Undefined, Value
from tests.answers.tables import Row, TableData, closed, in_place, months, place_of, visits_panel

EVEN = [10] * 12
TODAY = date(2026, 1, 15)


def of(tables: dict[str, Sequence[Row]], year: int = 2025, today: date = TODAY) -> Quality:
    data = TableData({"destinations": [{"destination_id": "p", "area_code": "x", "name": "Sted"}], **tables})
    return quality(data, place_of(data), year, today)


def detail(answer: Answer, name: str) -> object:
    assert isinstance(answer.result, Value)
    return answer.result.detail[name]


def test_completeness_is_what_is_there_of_what_is_expected() -> None:
    visits = [*months("a", 2025, EVEN), *months("b", 2025, EVEN[:6], first=4)]
    answer = of({"actors": in_place("a", "b"), "visits": visits}).answers["data_completeness"]
    assert number_of(answer.result) == 18 / 21
    assert answer.coverage == Coverage(1, 2, 9)


def test_a_closed_month_is_not_missing() -> None:
    tables: dict[str, Sequence[Row]] = {
        "actors": in_place("a"),
        "visits": [*months("a", 2024, [1]), *months("a", 2025, [*EVEN[:10], None, 10])],
        "opening": closed("a", "2025-11", *(f"2024-{month:02d}" for month in range(2, 13))),
    }
    assert number_of(of(tables).answers["data_completeness"].result) == 1


def test_a_year_in_progress_is_complete_over_the_months_there_are() -> None:
    answer = of({"actors": in_place("a"), "visits": months("a", 2025, EVEN[:5])}).answers["data_completeness"]
    assert (number_of(answer.result), answer.coverage) == (1, Coverage(1, 1, 5))


def test_the_measured_share_leaves_out_estimates_of_figures_that_count() -> None:
    rows = [
        *months("a", 2025, EVEN[:9], visit_type="exhibition", method="ticket"),
        *months("a", 2025, EVEN[9:], first=10, visit_type="exhibition", method="estimate"),
        *months("a", 2025, EVEN, visit_type="tour", method="estimate"),
        {"actor_id": "a", "period": "2025-Q1", "visit_type": "exhibition", "visits": 30, "method": "estimate"},
    ]
    answer = of({"actors": in_place("a"), "visits": rows}).answers["data_completeness"]
    assert detail(answer, "measured_share") == 0.75


def test_estimates_by_market_are_one_estimated_month() -> None:
    parts = [row for market in ("DK", "DE") for row in months("a", 2025, EVEN, market=market, method="estimate")]
    answer = of({"actors": in_place("a"), "visits": parts}).answers["data_completeness"]
    assert detail(answer, "measured_share") == 0


def test_a_place_of_nothing_has_reasons() -> None:
    answers = of({}).answers
    assert answers["data_completeness"].result == Undefined("nothing_expected")
    assert answers["freshness"].result == Undefined("no_complete_month")


def test_the_last_complete_month_is_the_last_that_everybody_has_reported() -> None:
    late = months("late", 2025, EVEN[:3])
    assert last_complete_month_end(visits_panel(months("a", 2025, EVEN[:6]), late)) == date(2025, 3, 31)
    assert last_complete_month_end(visits_panel(months("a", 2024, EVEN[:2]))) == date(2024, 2, 29)
    assert last_complete_month_end(visits_panel()) is None


def test_freshness_is_days_since_the_end_of_that_month() -> None:
    tables: dict[str, Sequence[Row]] = {"actors": in_place("a"), "visits": months("a", 2025, EVEN)}
    assert number_of(of(tables).answers["freshness"].result) == 15
    future = of(tables, today=date(2025, 12, 20)).answers["freshness"].result
    assert isinstance(future, Undefined)


def note(entity: str, start: str, kind: str = "counter", end: str | None = None) -> Row:
    return {"entity": entity, "date_from": start, "kind": kind, "date_to": end, "text": "Bemærk"}


def test_breaks_are_those_of_the_place_its_area_its_actors_and_of_all() -> None:
    notes = [note(entity, f"2025-0{day}-01") for day, entity in enumerate(("p", "x", "Sted", "a", "Museet", "all"), 1)]
    tables: dict[str, Sequence[Row]] = {
        "actors": in_place("a", name="Museet"),
        "notes": [*notes, note("b", "2025-09-01")],
    }
    answered = of(tables)
    assert len(answered.breaks) == number_of(answered.answers["break_flags"].result) == 6


def test_a_break_counts_in_the_years_it_touches() -> None:
    notes = [note("p", "2024-11-01", "event", "2025-02-01"), note("p", "2023-05-01")]
    answered = of({"notes": notes})
    assert answered.breaks[1] == Break("event", date(2024, 11, 1), date(2025, 2, 1), "Bemærk")
    assert number_of(answered.answers["break_flags"].result) == 1


def test_the_covid_years_are_always_marked() -> None:
    assert number_of(of({}, 2020).answers["break_flags"].result) == 1
    assert number_of(of({}, 2022).answers["break_flags"].result) == 0


def test_those_with_most_months_missing_stand_first_under_their_names() -> None:
    rows = [*months("a", 2025, EVEN), *months("b", 2025, EVEN[:11]), *months("c", 2025, EVEN[:8])]
    data = TableData({"actors": [{"actor_id": "c", "name": "Museet"}], "visits": rows})
    assert who_has_not_reported(data, whole_panel(data, "visits")) == [
        Missing("c", "Museet", ("2025-09", "2025-10", "2025-11", "2025-12")),
        Missing("b", "b", ("2025-12",)),
    ]


def test_who_is_closed_or_gone_owes_nothing() -> None:
    rows = [*months("a", 2025, EVEN), *months("shut", 2025, EVEN[:10]), *months("gone", 2025, EVEN[:2])]
    actors: list[Row] = [*in_place("a", "shut"), {"actor_id": "gone", "destination_id": "p", "active_to": "2025-02-28"}]
    data = TableData({"actors": actors, "visits": rows, "opening": closed("shut", "2025-11", "2025-12")})
    assert who_has_not_reported(data, panel_of(data, place_of(data))) == []


def test_the_rows_of_each_dataset_are_counted_with_their_first_and_last_period() -> None:
    data = TableData({"visits": months("a", 2025, EVEN), "notes": [note("p", "2025-01-01")]})
    counts = {row["dataset"]: row for row in dataset_counts(data).to_dict("records")}
    assert counts["visits"] == {"dataset": "visits", "rows": 12, "first": "2025-01", "last": "2025-12"}
    assert counts["notes"]["rows"] == 1
    assert counts["revenue"] == {"dataset": "revenue", "rows": 0, "first": None, "last": None}
