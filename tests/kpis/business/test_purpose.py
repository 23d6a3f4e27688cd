import pytest

from kpis.business.purpose import ProductRevenue, Tag, mission_aligned_revenue_share
from kpis.result import Undefined
from tests.kpis.tables import reason, value


def _products(*lines: tuple[Tag | None, float | None]) -> list[ProductRevenue]:
    return [ProductRevenue(tag, revenue) for tag, revenue in lines]


FOUR = _products(("core", 520_000), ("core", 260_000), ("supporting", 120_000), ("none", 60_000))


def test_how_much_of_the_revenue_is_in_line_with_the_purpose() -> None:
    in_line = value(mission_aligned_revenue_share(FOUR))
    assert in_line.value == 0.8125
    assert in_line.detail["core_or_supporting"] == pytest.approx(0.9375)
    assert in_line.n == 4


def test_untagged_revenue_stays_in_the_base_and_above_a_fifth_hides_the_figure() -> None:
    assert value(mission_aligned_revenue_share(_products(("core", 80), (None, 20)))).value == 0.8
    untagged = mission_aligned_revenue_share(_products(("core", 79), (None, 21)))
    assert untagged == Undefined("purpose_not_judged", {"known_share": 0.79, "minimum_share": 0.8})


def test_own_revenue_that_no_product_accounts_for_is_untagged() -> None:
    assert value(mission_aligned_revenue_share(FOUR, own_revenue_dkk=1_000_000)).value == 0.78
    assert reason(mission_aligned_revenue_share(FOUR, own_revenue_dkk=2_000_000)) == "purpose_not_judged"
    assert reason(mission_aligned_revenue_share(FOUR, own_revenue_dkk=900_000)) == "part_exceeds_whole"


def test_without_products_or_revenue_there_is_nothing_to_judge() -> None:
    assert reason(mission_aligned_revenue_share([])) == "list_empty"
    assert reason(mission_aligned_revenue_share(_products(("not_for_sale", 0)))) == "income_zero"
    assert reason(mission_aligned_revenue_share(_products(("core", None)))) == "product_revenue_missing"


def test_an_unknown_tag_is_refused() -> None:
    with pytest.raises(ValueError, match="is none of core"):
        ProductRevenue("heart", 1)  # type: ignore[arg-type]
