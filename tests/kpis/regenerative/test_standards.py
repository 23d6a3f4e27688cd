import pytest

from kpis.regenerative.standards import accessible_share, certification_share, heritage_event_share
from kpis.result import Undefined
from tests.kpis.tables import reason, value


def test_shares_of_what_is_on_the_list() -> None:
    assert value(certification_share(4, 11)).value == pytest.approx(4 / 11)
    assert value(certification_share(4, 11)).n == 11
    assert value(accessible_share(5, 8)).value == 0.625
    assert value(heritage_event_share(9, 14)).value == pytest.approx(9 / 14)


@pytest.mark.parametrize("compute", [certification_share, accessible_share, heritage_event_share])
def test_without_a_list_there_is_no_share(compute: object) -> None:
    assert callable(compute)
    assert reason(compute(None, 8)) == "list_missing"
    assert reason(compute(2, None)) == "list_missing"
    assert reason(compute(0, 0)) == "list_empty"
    assert reason(compute(9, 8)) == "part_exceeds_whole"
    assert value(compute(0, 8)).value == 0


def test_two_events_are_too_few() -> None:
    assert heritage_event_share(1, 2) == Undefined("too_few_events", {"known": 2, "minimum": 3})
