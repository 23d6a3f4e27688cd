import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.guests.offers import cancelled_share, conversion, offer_fill_rate
from kpis.result import Undefined
from tests.kpis.tables import reason, value


def test_fill_conversion_and_cancellation() -> None:
    filled = value(offer_fill_rate(312, 480, cancelled=18, enquiries=900, bookings=126))
    assert filled.value == 0.65
    assert filled.detail["conversion"] == 0.14
    assert filled.detail["cancelled_share"] == pytest.approx(0.0545455)


def test_nothing_offered_is_not_an_empty_house() -> None:
    nothing = offer_fill_rate(0, 0, enquiries=10, bookings=5)
    assert isinstance(nothing, Undefined)
    assert nothing.reason == "nothing_offered"
    assert nothing.detail["conversion"] == 0.5
    assert value(offer_fill_rate(0, 100)).value == 0
    assert reason(offer_fill_rate(None, 100)) == "sold_missing"
    assert reason(offer_fill_rate(101, 100)) == "part_exceeds_whole"


def test_what_is_not_counted_stays_unknown() -> None:
    assert value(offer_fill_rate(1, 2)).detail == {"conversion": None, "cancelled_share": None}
    assert reason(conversion(1, 0)) == "no_enquiries"
    assert reason(conversion(None, 5)) == "bookings_missing"
    assert reason(cancelled_share(0, 0)) == "nothing_sold"
    assert reason(cancelled_share(None, 5)) == "cancelled_missing"


@given(sold=st.integers(0, 1000), empty=st.integers(0, 1000), times=st.integers(1, 9))
def test_the_fill_is_a_share_whatever_the_size_of_the_house(sold: int, empty: int, times: int) -> None:
    offered = sold + empty + 1
    filled = value(offer_fill_rate(sold, offered)).number
    assert 0 <= filled < 1
    assert value(offer_fill_rate(times * sold, times * offered)).number == pytest.approx(filled)
