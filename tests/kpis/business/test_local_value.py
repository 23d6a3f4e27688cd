import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.business.local_value import VisitorType, local_economic_value
from kpis.result import Undefined
from tests.kpis.tables import reason, value

LOCAL = VisitorType("local", 4_000, 30, 0.0)
DAY = VisitorType("day", 3_000, 90, 0.8)
OVERNIGHT = VisitorType("overnight", 2_000, 220, 0.6)


def test_what_guests_leave_in_the_area_because_of_us() -> None:
    left = value(local_economic_value([LOCAL, DAY, OVERNIGHT]))
    assert left.value == pytest.approx(480_000)
    assert left.detail["by_type"] == pytest.approx({"local": 0, "day": 216_000, "overnight": 264_000})


def test_a_missing_factor_is_not_zero() -> None:
    unknown = local_economic_value([DAY, VisitorType("overnight", 2_000, None, 0.6)])
    assert unknown == Undefined("spend_factor_missing", {"visitor_type": "overnight"})
    assert reason(local_economic_value([VisitorType("day", 3_000, 90, None)])) == "additionality_missing"
    assert reason(local_economic_value([VisitorType("day", None, 90, 0.8)])) == "visitor_type_missing"
    assert reason(local_economic_value([])) == "visitor_types_missing"


def test_more_than_all_of_the_spend_cannot_be_due_to_us() -> None:
    assert reason(local_economic_value([VisitorType("day", 3_000, 90, 80)])) == "part_exceeds_whole"


@given(visits=st.integers(0, 100_000), split=st.floats(0, 1))
def test_a_type_split_in_two_leaves_the_same(visits: int, split: float) -> None:
    whole = local_economic_value([VisitorType("day", visits, 90, 0.8)])
    parts = [VisitorType("day", part * visits, 90, 0.8) for part in (split, 1 - split)]
    assert value(local_economic_value(parts)).number == pytest.approx(value(whole).number)
