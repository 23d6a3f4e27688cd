import copy
import json
import math
import pickle
from dataclasses import FrozenInstanceError

import pytest

from kpis.result import Undefined, Value, plain

RESULTS = [
    Value(0.5, n=12, interval=(0.1, 0.9), detail={"by_month": [1, None], "parts": {"DK": {"share": 0.5}}}),
    Undefined("missing_month", {"missing_months": (11,)}),
]


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_value_is_never_nan_or_infinite(number: float) -> None:
    with pytest.raises(ValueError, match="Undefined with its reason"):
        Value(number)
    with pytest.raises(ValueError, match="Undefined with its reason"):
        Value(1, detail={"deep": [{"inside": number}]})
    with pytest.raises(ValueError, match="Undefined with its reason"):
        Value(1, interval=(0.0, number))


@pytest.mark.parametrize("result", RESULTS)
def test_nothing_in_a_result_can_be_changed(result: Value | Undefined) -> None:
    with pytest.raises(FrozenInstanceError):
        result.detail = {}  # type: ignore[misc]
    with pytest.raises(TypeError):
        result.detail["new"] = 1  # type: ignore[index]


def test_changing_what_went_in_does_not_change_the_result() -> None:
    months = [1.0, 2.0]
    result = Value(3, detail={"months": months})
    months.append(4.0)
    assert result.detail["months"] == (1.0, 2.0)


@pytest.mark.parametrize("result", RESULTS)
def test_a_result_survives_pickle_and_copy(result: Value | Undefined) -> None:
    assert pickle.loads(pickle.dumps(result)) == result
    assert copy.deepcopy(result) == result
    assert hash(copy.copy(result)) == hash(result)


def test_the_details_can_be_written_as_json() -> None:
    detail = {"by_month": [1, None], "parts": {"DK": {"share": 0.5}}}
    assert json.loads(json.dumps(plain(Value(0.5, detail=detail).detail))) == detail


def test_a_label_is_no_number() -> None:
    assert Value(3).number == 3.0
    with pytest.raises(TypeError, match="is a label"):
        _ = Value("unchanged").number


def test_an_undefined_keeps_its_details_when_it_is_told_which_side_it_is() -> None:
    assert Undefined("missing_month", {"missing_months": (2,)}).of("reference") == Undefined(
        "missing_month", {"missing_months": (2,), "side": "reference"}
    )
