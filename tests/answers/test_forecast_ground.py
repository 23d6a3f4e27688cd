"""What is forecast of a place: each of its measures by itself, from the months of those who reported all of them."""

from access.reader import LOCAL_ANALYST
from answers.compare import Coverage
from answers.data import Data
from answers.forecast import ComingYear, coming_year
from answers.forecast_ground import SUBJECTS, ground_of, main_subject, subjects_of
from kpis.result import Undefined
from tests.answers.business_tables import accounts
from tests.answers.tables import Row, TableData, in_place, months, place_of

YEARS = (2022, 2023, 2024)


def place(**tables: list[Row]) -> Data:
    named = sorted({str(row["actor_id"]) for rows in tables.values() for row in rows if "actor_id" in row})
    home: list[Row] = [{"destination_id": "p", "area_code": "x"}]
    return TableData({"destinations": home, "actors": in_place(*named), **tables})


def earned(actor: str, *years: int, **streams: float) -> list[Row]:
    return [row for year in years for row in accounts(actor, year, **streams)]


def sold(actor: str, product: str, seats: int) -> list[Row]:
    return [row for year in YEARS for row in months(actor, year, [seats] * 12, column="sold", product_id=product)]


def coming(data: Data, subject: str) -> ComingYear:
    return next(coming_year(data, place_of(data), one, LOCAL_ANALYST) for one in SUBJECTS if one == subject)


def test_a_place_has_a_forecast_of_each_measure_it_reports() -> None:
    visits = [row for year in YEARS for row in months("a", year, [7] * 12)]
    nights = [row for year in YEARS for row in months("x", year, [9] * 12, column="nights")]
    data = place(visits=visits, nights=nights, revenue=earned("a", *YEARS, shop=5))
    assert subjects_of(data, place_of(data), SUBJECTS) == ("visits", "nights", "revenue")
    assert main_subject(data, place_of(data)) == "visits"
    assert [coming(data, subject).ground.counts for subject in ("visits", "nights", "revenue")] == [
        (7.0,) * 36, (9.0,) * 36, (5.0,) * 36
    ]  # fmt: skip


def test_each_measure_is_refused_for_itself() -> None:
    visits = [row for year in YEARS for row in months("a", year, [7] * 12)]
    nights = [row for year in (2023, 2024) for row in months("x", year, [9] * 12, column="nights")]
    data = place(visits=visits, nights=nights, revenue=earned("a", *YEARS, shop=5)[:30])
    assert coming(data, "visits").refused is None
    assert coming(data, "nights").refused == Undefined("too_few_months", {"known": 24, "minimum": 36})
    assert coming(data, "revenue").refused == Undefined("too_few_months", {"known": 30, "minimum": 36})
    assert coming(data, "sold").refused == Undefined("no_known_month")


def test_income_by_the_year_alone_has_no_month_to_forecast_from() -> None:
    data = place(revenue=[{"actor_id": "a", "period": str(year), "amount_dkk": 900} for year in YEARS])
    assert subjects_of(data, place_of(data), SUBJECTS) == ()
    assert coming(data, "revenue").refused == Undefined("no_known_month")


def test_income_is_own_income_over_the_streams_without_grants_and_costs() -> None:
    streams = {"admission": 40.0, "shop": 2.0, "grant_public": 900.0, "cost": 500.0}
    assert ground_counts(place(revenue=earned("a", 2024, **streams))) == (42.0,) * 12


def ground_counts(data: Data) -> tuple[float, ...]:
    return ground_of(data, place_of(data), "revenue").counts


def test_seats_are_those_of_all_products() -> None:
    data = place(offers=[*sold("a", "tour", 3), *sold("a", "boat", 4), *sold("b", "tour", 10)])
    assert ground_of(data, place_of(data), "sold").counts == (17.0,) * 36


def test_who_has_a_gap_or_stops_before_the_others_stays_out_and_that_is_counted() -> None:
    gap = [row for row in earned("b", *YEARS, shop=100) if row["period"] != "2023-05"]
    data = place(revenue=[*earned("a", *YEARS, shop=5), *gap, *earned("c", 2022, 2023, shop=1000)])
    ground = ground_of(data, place_of(data), "revenue")
    assert (ground.counts, ground.reporters, ground.coverage) == ((5.0,) * 36, ("a",), Coverage(1, 3))


def test_where_everybody_has_a_gap_the_run_begins_after_the_last_one() -> None:
    gap = [row for row in earned("a", *YEARS, shop=5) if row["period"] != "2023-05"]
    ground = ground_of(place(revenue=gap), place_of(place(revenue=gap)), "revenue")
    assert (ground.months[0], ground.months[-1], len(ground.counts)) == ("2023-06", "2024-12", 19)


def test_who_is_no_longer_active_is_not_missed() -> None:
    data = place(revenue=[*earned("a", *YEARS, shop=5), *earned("c", 2022, shop=1000)])
    closed = TableData(
        {
            "destinations": [{"destination_id": "p"}],
            "actors": [*in_place("a"), *in_place("c", active_to="2022-12-31")],
            "revenue": [*earned("a", *YEARS, shop=5), *earned("c", 2022, shop=1000)],
        }
    )
    assert ground_of(data, place_of(data), "revenue").counts[0] == 5.0
    counts = ground_of(closed, place_of(closed), "revenue").counts
    assert (counts[0], counts[11], counts[12], len(counts)) == (1005.0, 1005.0, 5.0, 36)
