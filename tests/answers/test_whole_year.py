"""Whether a year is whole, and the true reason where it is not."""

from answers.panel import whole_panel
from answers.whole_year import incomplete, or_incomplete, whole_year, yearly_total
from kpis.result import Undefined, Value
from tests.answers.tables import TableData, closed, months, visits_panel

EVEN = [10] * 12


def test_a_whole_year_is_a_sum() -> None:
    panel = visits_panel(months("a", 2024, EVEN))
    assert (yearly_total(panel, 2024), whole_year(panel, 2024), incomplete(panel, 2024)) == ((120, True), 120, None)


def test_the_sum_of_what_is_known_is_no_whole_year() -> None:
    panel = visits_panel(months("a", 2024, EVEN), months("b", 2024, [5] * 11))
    assert (yearly_total(panel, 2024), whole_year(panel, 2024)) == ((175, False), None)
    assert incomplete(panel, 2024) == Undefined("coverage_too_low", {"reporting": 1, "actors": 2})


def test_a_year_in_progress_says_how_many_months_there_are() -> None:
    panel = visits_panel(months("a", 2024, [10] * 5))
    assert incomplete(panel, 2024) == Undefined("incomplete_year", {"known": 5})


def test_nights_without_a_month_lack_that_month_and_no_actor() -> None:
    data = TableData({"nights": months("x", 2024, [*EVEN[:5], None, *EVEN[6:]], column="nights")})
    assert incomplete(whole_panel(data, "nights"), 2024) == Undefined("incomplete_year", {"known": 11})


def test_a_year_without_figures_has_no_sum_at_all() -> None:
    panel = visits_panel(months("a", 2024, EVEN))
    assert (yearly_total(panel, 2020), incomplete(panel, 2020)) == ((None, False), None)
    assert yearly_total(visits_panel(), 2024) == (None, False)


def test_closed_months_make_a_year_whole() -> None:
    panel = visits_panel(months("a", 2024, [None, *EVEN[1:]]), opening=closed("a", "2024-01"))
    assert yearly_total(panel, 2024) == (110, True)


def test_only_the_reason_that_counts_are_missing_is_put_right() -> None:
    panel = visits_panel(months("a", 2024, [10] * 5))
    missing, other = Undefined("visits_missing"), Undefined("residents_missing")
    assert or_incomplete(missing, panel, 2024) == Undefined("incomplete_year", {"known": 5})
    assert or_incomplete(missing, panel, 2020) == missing
    assert or_incomplete(other, panel, 2024) == other
    assert or_incomplete(Value(3), panel, 2024) == Value(3)
