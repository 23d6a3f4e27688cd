import pandas as pd
import pytest

from warehouse.schema import datasets
from warehouse.totals import total_over

VISITS, NIGHTS, REVENUE = (datasets()[name] for name in ("visits", "nights", "revenue"))


def nights(*rows: tuple[str, str, float | None]) -> pd.DataFrame:
    """Return nights of area X: (period, market, nights)."""
    frame = pd.DataFrame(list(rows), columns=["period", "market", "nights"])
    return frame.assign(area_code="X", accommodation="all")


def by_period(frame: pd.DataFrame) -> dict[str, float]:
    return {str(period): float(total) for period, total in total_over(frame, NIGHTS, "nights", ["period"]).items()}


def test_the_row_all_is_used_before_a_sum_of_parts() -> None:
    frame = nights(("2025-01", "all", 100), ("2025-01", "DK", 60), ("2025-01", "foreign", 30))
    assert by_period(frame) == {"2025-01": 100}


def test_without_the_row_all_the_parts_are_added() -> None:
    frame = nights(("2025-01", "DK", 60), ("2025-01", "DE", 30), ("2025-01", "other", 5))
    assert by_period(frame) == {"2025-01": 95}


def test_foreign_stands_for_the_single_foreign_markets() -> None:
    frame = nights(("2025-01", "DK", 60), ("2025-01", "foreign", 40), ("2025-01", "DE", 30), ("2025-01", "unknown", 1))
    assert by_period(frame) == {"2025-01": 101}


def test_each_month_uses_what_it_has() -> None:
    frame = nights(("2025-01", "all", 100), ("2025-01", "DK", 60), ("2025-02", "DK", 50), ("2025-02", "DE", 7))
    assert by_period(frame) == {"2025-01": 100, "2025-02": 57}


def test_a_dimension_asked_for_is_not_totalled() -> None:
    frame = nights(("2025-01", "all", 100), ("2025-01", "DK", 60))
    assert total_over(frame, NIGHTS, "nights", ["market"]).to_dict() == {"all": 100, "DK": 60}


def test_a_total_over_all_dimensions_wins_over_totals_of_some() -> None:
    frame = pd.DataFrame(
        [
            ("all", "all", 100.0),
            ("exhibition", "all", 80.0),
            ("tour", "all", 15.0),
            ("exhibition", "DK", 50.0),
            ("all", "DK", 60.0),
        ],
        columns=["visit_type", "market", "visits"],
    ).assign(actor_id="A", period="2025-01", channel="all", age_group="all")
    assert total_over(frame, VISITS, "visits", ["actor_id"]).to_dict() == {"A": 100}
    assert total_over(frame[frame["visit_type"] != "all"], VISITS, "visits", ["actor_id"]).to_dict() == {"A": 95}


def test_what_all_does_not_cover_is_not_added_to_own_income() -> None:
    frame = pd.DataFrame(
        [("admission", 100.0), ("shop", 50.0), ("grant_public", 900.0), ("cost", 70.0)],
        columns=["stream", "amount_dkk"],
    ).assign(actor_id="A", period="2025-01")
    assert total_over(frame, REVENUE, "amount_dkk", ["actor_id"]).to_dict() == {"A": 150}


def test_a_column_of_ones_own_may_be_summed_by() -> None:
    frame = nights(("2024-12", "all", 1), ("2025-01", "DK", 2), ("2025-02", "DK", 3))
    frame["year"] = frame["period"].str[:4]
    assert total_over(frame, NIGHTS, "nights", ["year"]).to_dict() == {"2024": 1, "2025": 5}


def test_what_is_not_known_is_not_there_and_is_no_zero() -> None:
    frame = nights(("2025-01", "DK", None), ("2025-02", "DK", 3))
    assert by_period(frame) == {"2025-02": 3}
    assert total_over(nights(("2025-01", "DK", None)), NIGHTS, "nights", []).empty


def test_without_columns_there_is_one_sum() -> None:
    frame = nights(("2025-01", "all", 100), ("2025-02", "DK", 5))
    assert total_over(frame, NIGHTS, "nights", []).tolist() == [105]


def test_frames_with_categories_give_the_same() -> None:
    frame = nights(("2025-01", "all", 100), ("2025-01", "DK", 60), ("2025-02", "DK", 50))
    categories = frame.astype(dict.fromkeys(("period", "market", "area_code", "accommodation"), "category"))
    assert by_period(categories) == by_period(frame)


def test_a_measure_that_does_not_add_up_is_refused() -> None:
    with pytest.raises(ValueError, match="capacity_beds"):
        total_over(nights().assign(capacity_beds=1.0), NIGHTS, "capacity_beds", [])
