import json
from pathlib import Path

import pytest

from kpis.oracle_adapters import ADAPTERS
from kpis.oracles import Case, differences, read_cases, run_case


def _case(expected: dict[str, object]) -> Case:
    return Case("a.case", "a_kpi", {}, expected, 1e-9)


def test_every_worked_case_passes(shared: Path) -> None:
    cases = read_cases(shared / "kpi" / "oracles.json")
    assert len(cases) == 88
    outcomes = [run_case(case, ADAPTERS) for case in cases]
    assert [(outcome.case.id, outcome.differences) for outcome in outcomes if outcome.state != "passed"] == []


def test_a_case_that_expects_another_number_fails(shared: Path) -> None:
    for case in read_cases(shared / "kpi" / "oracles.json"):
        if case.kpi in ADAPTERS:
            wrong = dict.fromkeys(case.expected, "something else")
            assert run_case(Case(case.id, case.kpi, case.inputs, wrong, case.tolerance), ADAPTERS).state == "failed"


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        (1.0, 1.0 + 9e-10),
        (1_000_000, 1_000_000.0005),
        (0, 0.0),
        (None, None),
        ("a", "a"),
        ([1, None, "a"], (1.0, None, "a")),
        ({"DK": {"share": 0.5}}, {"DK": {"share": 0.5, "more": 1}}),
    ],
)
def test_numbers_agree_within_the_tolerance_and_all_else_exactly(expected: object, actual: object) -> None:
    assert differences(expected, actual, 1e-9, "x") == []


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        (1.0, 1.0 + 2e-9),
        (0, None),
        (None, 0),
        (True, 1),
        (1, True),
        ("a", "b"),
        ([1, 2], [1]),
        ([1], 1),
        ({"a": 1}, {"b": 1}),
        ({"a": 1}, 1),
    ],
)
def test_a_difference_is_seen(expected: object, actual: object) -> None:
    assert len(differences(expected, actual, 1e-9, "x")) == 1


def test_an_undefined_must_be_there_and_not_only_absent() -> None:
    assert run_case(_case({"gini": None}), {"a_kpi": lambda _inputs: {}}).state == "failed"
    assert run_case(_case({"gini": None}), {"a_kpi": lambda _inputs: {"gini": None}}).state == "passed"


def test_a_kpi_that_is_not_built_is_not_covered() -> None:
    assert run_case(_case({}), {}).state == "not covered"


def test_an_adapter_that_cannot_read_its_inputs_fails_with_the_error() -> None:
    outcome = run_case(_case({"x": 1}), {"a_kpi": lambda inputs: {"x": inputs["absent"]}})
    assert outcome.state == "failed"
    assert outcome.differences == ("KeyError: 'absent'",)


@pytest.mark.parametrize("content", ["[]", "{}", '{"cases": [{}]}', "no json", '{"cases": 1}'])
def test_a_file_without_cases_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "oracles.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError):
        read_cases(path)


def test_the_fields_of_a_case_are_read(tmp_path: Path) -> None:
    case = {"id": "a", "kpi": "b", "inputs": {"x": 1}, "expected": {"y": 2}, "tolerance": 0.1, "note": "left out"}
    path = tmp_path / "oracles.json"
    path.write_text(json.dumps({"cases": [case]}), encoding="utf-8")
    assert read_cases(path) == [Case("a", "b", {"x": 1}, {"y": 2}, 0.1)]
