"""Worked cases: known inputs, and the numbers that the KPIs must give for them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

Inputs: TypeAlias = Mapping[str, Any]
Outputs: TypeAlias = Mapping[str, object]
Adapter: TypeAlias = Callable[[Inputs], Outputs]


@dataclass(frozen=True, slots=True)
class Case:
    """One worked case; `kpi` names the KPI or the family of KPIs whose figures it pins."""

    id: str
    kpi: str
    inputs: Inputs
    expected: Outputs
    tolerance: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one case, with every difference in words."""

    case: Case
    state: Literal["passed", "failed", "not covered"]
    differences: tuple[str, ...] = ()


def read_cases(path: Path) -> list[Case]:
    """The cases of an oracle file; a file that is none raises ValueError or OSError."""
    try:
        cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
        return [Case(**{field: case[field] for field in Case.__dataclass_fields__}) for case in cases]
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path} is not a file of worked cases: {error}") from error


def differences(expected: object, actual: object, tolerance: float, where: str) -> list[str]:
    """Where `actual` departs from `expected`, in words; nothing when it holds.

    Numbers agree within tolerance · max(1, |expected|), lists element by element, mappings in every expected key,
    and all else exactly. What is not expected is not looked at.
    """
    if isinstance(expected, Mapping):
        if not isinstance(actual, Mapping):
            return [f"{where}: expected a mapping, got {actual!r}"]
        return [
            line
            for key, value in expected.items()
            for line in (
                differences(value, actual[key], tolerance, f"{where}.{key}".lstrip("."))
                if key in actual
                else [f"{where}.{key}".lstrip(".") + ": not given"]
            )
        ]
    if isinstance(expected, list):
        if not isinstance(actual, Sequence) or len(actual) != len(expected):
            return [f"{where}: expected {len(expected)} values, got {actual!r}"]
        pairs = enumerate(zip(expected, actual, strict=True))
        return [line for place, (want, got) in pairs for line in differences(want, got, tolerance, f"{where}[{place}]")]
    if _agrees(expected, actual, tolerance):
        return []
    return [f"{where}: expected {expected!r}, got {actual!r}"]


def _agrees(expected: object, actual: object, tolerance: float) -> bool:
    if _is_number(expected) and _is_number(actual):
        return bool(abs(actual - expected) <= tolerance * max(1, abs(expected)))  # type: ignore[operator, arg-type]
    return type(expected) is type(actual) and expected == actual


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def run_case(case: Case, adapters: Mapping[str, Adapter]) -> Outcome:
    """Compute one case with the adapter for its KPI and compare; a KPI without an adapter is not covered."""
    adapter = adapters.get(case.kpi)
    if adapter is None:
        return Outcome(case, "not covered")
    try:
        actual = adapter(case.inputs)
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        return Outcome(case, "failed", (f"{type(error).__name__}: {error}",))
    found = tuple(differences(case.expected, actual, case.tolerance, ""))
    return Outcome(case, "failed" if found else "passed", found)
