"""The season curve: a share of the year is told only where the whole year is known."""

import pytest

from sections.season_figures import shares_of_whole_years


def test_a_year_with_unknown_months_is_not_told_as_shares_of_a_year() -> None:
    opened_in_june = (None,) * 5 + (100,) * 7
    shares = shares_of_whole_years({2023: opened_in_june, 2024: (100,) * 12})
    assert list(shares) == [2024]
    assert sum(share or 0 for share in shares[2024]) == pytest.approx(1)
