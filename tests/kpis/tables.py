"""The small tables that the tests of the KPIs share, and the inputs that hypothesis draws."""

from hypothesis import strategies as st

from kpis.result import Result, Undefined, Value

OPEN_ALL_YEAR = [120, 140, 260, 480, 720, 1100, 2400, 1900, 800, 620, 240, 220]
THE_YEAR_BEFORE = [118, 132, 310, 400, 705, 1060, 2340, 1850, 760, 600, 225, 200]
CLOSED_IN_WINTER = [0, 0, 0, 300, 500, 800, 1600, 1400, 500, 300, 0, 0]
FLAT = [100] * 12
ONE_MONTH = [0] * 6 + [1200] + [0] * 5
BLANK_NOVEMBER = [*OPEN_ALL_YEAR[:10], None, OPEN_ALL_YEAR[11]]

counts = st.integers(0, 100_000)
years = st.lists(counts, min_size=12, max_size=12).filter(any)
busy_years = st.lists(st.integers(1, 100_000), min_size=12, max_size=12)


def value(result: Result) -> Value:
    """The result, which the test expects to be a value."""
    assert isinstance(result, Value), result
    return result


def reason(result: Result) -> str:
    """The reason of a result that the test expects to be undefined."""
    assert isinstance(result, Undefined), result
    return result.reason
