"""What guests write: reviews and complaints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.guests.complaints import complaint_rate
from kpis.guests.reviews import on_stars, review_rating_adjusted
from tests.kpis.tables import reason, value

stars = st.floats(1, 5)


def test_a_few_reviews_are_drawn_towards_the_usual() -> None:
    rating = value(review_rating_adjusted(4.9, 8, usual_rating=4.4))
    assert rating.value == pytest.approx(4.5428571)
    assert (rating.detail["usual"], rating.detail["weight"]) == (4.4, 20)


def test_without_reviews_the_usual_rating_is_not_ours() -> None:
    assert reason(review_rating_adjusted(None, 0, usual_rating=4.4)) == "no_reviews"
    assert reason(review_rating_adjusted(4.9, None, usual_rating=4.4)) == "reviews_missing"
    assert reason(review_rating_adjusted(None, 8, usual_rating=4.4)) == "reviews_missing"
    assert reason(review_rating_adjusted(4.9, 8, usual_rating=None)) == "usual_rating_missing"


def test_a_rating_on_another_scale_is_refused() -> None:
    assert reason(review_rating_adjusted(9.1, 8, usual_rating=4.4)) == "off_scale"
    assert reason(review_rating_adjusted(4.9, 8, usual_rating=88)) == "off_scale"


@given(mean=stars, usual=stars, reviews=st.integers(1, 10_000))
def test_the_adjusted_rating_lies_between_the_two(mean: float, usual: float, reviews: int) -> None:
    adjusted = value(review_rating_adjusted(mean, reviews, usual_rating=usual)).number
    assert min(mean, usual) - 1e-9 <= adjusted <= max(mean, usual) + 1e-9
    closer = value(review_rating_adjusted(mean, 10 * reviews, usual_rating=usual)).number
    assert abs(closer - mean) <= abs(adjusted - mean) + 1e-9


def test_complaints_for_every_thousand_visits() -> None:
    assert value(complaint_rate(11, 9_000, log_kept=True)).value == pytest.approx(1.2222222)


def test_no_complaints_are_zero_only_where_a_log_is_kept() -> None:
    assert value(complaint_rate(0, 9_000, log_kept=True)).value == 0
    assert reason(complaint_rate(0, 9_000, log_kept=False)) == "no_log"
    assert reason(complaint_rate(None, 9_000, log_kept=True)) == "no_log"
    assert reason(complaint_rate(1, 0, log_kept=True)) == "no_visits"


@pytest.mark.parametrize(
    ("low", "high", "reason"),
    [
        (1, 5, None),
        (1, 10, "other_scale"),
        (0, 5, "other_scale"),
        (None, 5, "scale_missing"),
        (1, None, "scale_missing"),
    ],
)
def test_only_ratings_from_1_to_5_are_stars(low: float | None, high: float | None, reason: str | None) -> None:
    why_not = on_stars(low, high)
    assert (why_not.reason if why_not else None) == reason
