"""Growth: how much, beside what, over whom, and never a part beside a whole."""

from collections.abc import Sequence

import pytest

from answers.answer import Answer, number_of
from answers.compare import Coverage
from answers.growth import Growth, growth, reference_growth, reference_totals
from kpis.result import Undefined, Value
from tests.answers.tables import Row, TableData, in_place, months, opened, place_of

EVEN = [100] * 12
GROWN = [110] * 12
PLACE: Row = {"destination_id": "p", "area_code": "x", "landsdel": "Fyn"}


def of(year: int, visits: Sequence[Row], **tables: Sequence[Row]) -> Growth:
    actors = sorted({str(row["actor_id"]) for row in visits})
    data = TableData({"destinations": [PLACE], "actors": in_place(*actors), "visits": visits, **tables})
    return growth(data, place_of(data), year)


def area(year: int, counts: Sequence[float], indicator: str) -> list[Row]:
    return [
        {"area_code": "Fyn", "period": f"{year}-{month:02d}", "indicator": indicator, "value": count}
        for month, count in enumerate(counts, 1)
    ]


def detail(answer: Answer, name: str) -> object:
    assert isinstance(answer.result, Value)
    return answer.result.detail[name]


def test_growth_is_over_those_who_report_in_both_years() -> None:
    answered = of(2025, [*months("a", 2024, EVEN), *months("a", 2025, GROWN), *months("new", 2025, [900] * 12)])
    yoy = answered.answers["visits_yoy"]
    assert number_of(yoy.result) == pytest.approx(0.1)
    assert yoy.coverage == Coverage(1, 2)


def test_the_total_is_of_everybody_and_says_whether_it_is_complete() -> None:
    visits = [*months("a", 2025, EVEN), *months("b", 2025, [10] * 11)]
    total = of(2025, visits).answers["visits_total"]
    assert number_of(total.result) == 1310
    assert detail(total, "complete") is False
    assert total.coverage == Coverage(1, 2)
    assert detail(of(2025, visits[:12]).answers["visits_total"], "complete") is True


def test_a_total_stands_beside_the_year_before_only_where_nothing_is_left_out_of_either() -> None:
    whole = [*months("a", 2024, EVEN), *months("a", 2025, GROWN)]
    assert number_of(of(2025, whole).answers["visits_total"].previous) == 1200
    late = [*whole, *months("late", 2024, EVEN), *months("late", 2025, EVEN[:11])]
    for unlike in ([*whole, *months("new", 2025, [900] * 12)], whole[:-3], late):
        assert of(2025, unlike).answers["visits_total"].previous is None


def test_the_growth_a_year_earlier_is_that_of_the_same_actors_and_months() -> None:
    started = [*months("a", 2023, [50] * 12), *months("a", 2024, EVEN), *months("a", 2025, [120] * 6)]
    yoy = of(2025, started).answers["visits_yoy"]
    assert number_of(yoy.result) == pytest.approx(0.2)
    assert number_of(yoy.previous) == 1
    gap = [*months("a", 2023, [50] * 5), *months("a", 2023, [50] * 6, first=7), *started[12:]]
    assert of(2025, gap).answers["visits_yoy"].previous == Undefined("previous_missing")


def test_without_a_shared_month_there_is_no_growth_and_that_is_the_reason() -> None:
    answered = of(2025, months("a", 2025, EVEN), reference=area(2025, EVEN, "visits"))
    assert answered.answers["visits_yoy"].result == Undefined("no_shared_month")
    assert answered.answers["relative_growth_gap"].result == Undefined("no_shared_month")


def test_easter_is_told_for_the_pair_and_rests_on_two_months() -> None:
    spring = [100, 100, 310, 400, *EVEN[4:]]
    moved = [100, 100, 260, 480, *EVEN[4:]]
    easter = of(2025, [*months("a", 2024, spring), *months("a", 2025, moved)]).answers["visits_yoy_easter"]
    assert number_of(easter.result) == pytest.approx(740 / 710 - 1)
    assert (easter.coverage, easter.period) == (Coverage(1, 1, 2, 2), "2025-03/2025-04")


def test_easter_is_undefined_while_april_is_to_come() -> None:
    easter = of(2025, [*months("a", 2024, EVEN), *months("a", 2025, EVEN[:3])]).answers["visits_yoy_easter"]
    assert isinstance(easter.result, Undefined)
    assert easter.coverage == Coverage(1, 1, 0, 2)


def test_the_average_rate_never_starts_in_a_year_of_covid() -> None:
    totals = dict(zip(range(2020, 2025), (20, 50, 100, 110, 121), strict=True))
    answered = of(2024, [row for year, count in totals.items() for row in months("a", year, [count] * 12)])
    cagr, trend = answered.answers["visits_cagr"], answered.answers["visits_trend_growth"]
    assert number_of(cagr.result) == pytest.approx(0.1)
    assert cagr.period == "2022–2024"
    assert (detail(trend, "flagged_years"), trend.period) == ((2020, 2021), "2020–2024")


def test_without_years_enough_there_is_no_long_run() -> None:
    for years in ([2024], [2020, 2021]):
        visits = [row for year in years for row in months("a", year, EVEN)]
        result = of(years[-1], visits).answers["visits_cagr"].result
        assert result == Undefined("too_few_years", {"known": 1, "minimum": 2})


def test_the_last_twelve_months_are_those_of_the_same_actors_as_the_twelve_before() -> None:
    visits = [*months("a", 2024, EVEN), *months("a", 2025, GROWN[:6]), *months("new", 2025, [900] * 3, first=4)]
    rolling = of(2025, visits).answers["visits_rolling12"]
    assert number_of(rolling.result) == 6 * 100 + 6 * 110
    assert (rolling.coverage, rolling.period) == (Coverage(1, 2), "2024-07/2025-06")


def test_a_place_that_reports_late_has_its_own_last_twelve_months() -> None:
    elsewhere = months("b", 2025, EVEN)
    data = TableData(
        {"actors": in_place("a"), "visits": [*months("a", 2024, EVEN), *months("a", 2025, EVEN[:9]), *elsewhere]}
    )
    rolling = growth(data, place_of(data), 2025).answers["visits_rolling12"]
    assert (number_of(rolling.result), rolling.period) == (1200, "2024-10/2025-09")


def test_the_reference_area_is_summed_over_the_very_months_compared() -> None:
    visits = [*months("a", 2024, EVEN), *months("a", 2025, [120] * 6)]
    reference = [*area(2024, [1000] * 12, "visits"), *area(2025, [1100] * 6, "visits")]
    answered = of(2025, visits, reference=reference)
    assert reference_totals(answered.reference, answered.compared) == (6000, 6600)
    assert number_of(reference_growth(answered.reference, answered.compared)) == pytest.approx(0.1)
    assert number_of(answered.answers["relative_growth_gap"].result) == pytest.approx(10)


def test_a_reference_without_one_of_the_months_is_no_reference_for_them() -> None:
    visits = [*months("a", 2024, EVEN), *months("a", 2025, EVEN)]
    reference = [*area(2024, EVEN, "visits"), *area(2025, EVEN[:11], "visits")]
    result = of(2025, visits, reference=reference).answers["relative_growth_gap"].result
    assert result == Undefined("current_missing", {"side": "reference"})
    assert of(2025, visits).answers["relative_growth_gap"].result == Undefined("reference_missing")


def test_visits_per_thousand_nights_need_one_whole_year_of_both_and_no_year_before() -> None:
    visits, nights = months("a", 2025, EVEN), area(2025, [10_000] * 12, "nights")
    assert number_of(of(2025, visits, reference=nights).answers["market_share_nights"].result) == 10
    part = of(2025, visits[:9], reference=nights).answers["market_share_nights"].result
    assert part == Undefined("incomplete_year", {"known": 9})
    missing = of(2025, visits, reference=nights[:11]).answers["market_share_nights"].result
    assert missing == Undefined("reference_missing")


def test_room_is_that_of_the_actors_that_report_it() -> None:
    visits = [*months("a", 2025, EVEN), *months("b", 2025, EVEN)]
    answered = of(2025, visits, opening=opened("a", 2025, [20] * 12, daily_capacity=10))
    headroom = answered.answers["capacity_headroom"]
    assert number_of(headroom.result) == pytest.approx(12 * (0.7 * 200 - 100))
    assert headroom.coverage == Coverage(1, 2)


def test_the_totals_of_all_years_say_which_are_complete() -> None:
    answered = of(2025, [*months("a", 2024, EVEN), *months("a", 2025, [100] * 4)])
    assert answered.totals_by_year == {2024: (1200, True), 2025: (400, False)}


def test_a_place_with_only_nights_is_answered_in_nights() -> None:
    nights = [*months("x", 2024, EVEN, column="nights"), *months("x", 2025, GROWN, column="nights")]
    answered = of(2025, [], nights=nights)
    assert answered.panel.measure == "nights"
    assert number_of(answered.answers["visits_yoy"].result) == pytest.approx(0.1)


def test_a_place_with_only_yearly_figures_has_no_monthly_answers_and_no_zeros() -> None:
    yearly: list[Row] = [{"actor_id": "a", "period": str(year), "visits": 900} for year in (2023, 2024)]
    answered = of(2024, yearly)
    assert answered.panel.is_empty
    assert all(isinstance(answer.result, Undefined) for answer in answered.answers.values())


def test_a_place_of_nothing_has_a_reason_for_every_figure() -> None:
    answered = of(2024, [])
    assert all(isinstance(answer.result, Undefined) for answer in answered.answers.values())
    assert answered.totals_by_year == {}
