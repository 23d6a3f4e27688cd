import pytest

from kpis.oracle_adapters.naming import defined, mapping_of, named, percent_of, series_of, value_of
from kpis.result import Undefined, Value

MISSING = Undefined("missing_month", {"missing_months": (11,)})
RESULT = Value(0.5, detail={"growth": 0.25, "markets": {"DK": 1}, "totals": (1.0, 2.0)})


def test_a_result_gets_the_names_of_the_case() -> None:
    assert named(RESULT, "share", rate="growth") == {"share": 0.5, "rate": 0.25}
    assert value_of(RESULT) == 0.5
    assert percent_of(RESULT, "growth") == 25
    assert mapping_of(RESULT, "markets") == {"DK": 1}
    assert series_of(RESULT, "totals") == (1.0, 2.0)


def test_an_undefined_is_none_with_its_reason_and_details() -> None:
    assert named(MISSING, "share", rate="growth") == {
        "share": None,
        "rate": None,
        "reason": "missing_month",
        "missing_months": (11,),
    }
    assert value_of(MISSING) is None


def test_an_undefined_cannot_stand_where_a_figure_is_needed() -> None:
    with pytest.raises(ValueError, match="undefined: missing_month"):
        defined(MISSING)


def test_a_detail_of_another_kind_is_refused() -> None:
    for read in (percent_of, mapping_of, series_of):
        with pytest.raises(TypeError, match="and not a"):
            read(Value(1, detail={"word": "x"}), "word")
