"""Giving a result the names that a worked case uses."""

from collections.abc import Mapping
from typing import Any

from kpis.oracles import Outputs
from kpis.ratios import percent
from kpis.result import Result, Undefined, Value


def named(result: Result, name: str, **details: str) -> Outputs:
    """The value as `name` and each detail under the case's own name for it; an undefined as None with its reason."""
    if isinstance(result, Undefined):
        return {**dict.fromkeys(details), name: None, "reason": result.reason, **result.detail}
    return {name: result.value, **{theirs: result.detail[ours] for theirs, ours in details.items()}}


def value_of(result: Result) -> object:
    """The bare value, None where it is undefined."""
    return None if isinstance(result, Undefined) else result.value


def defined(result: Result) -> Value:
    """The same result, which must have a value; an undefined one raises ValueError with its reason."""
    if isinstance(result, Undefined):
        raise ValueError(f"undefined: {result.reason}")
    return result


def percent_of(result: Result, detail: str) -> float:
    """One fraction of the result's details, in per cent."""
    fraction = defined(result).detail[detail]
    if not isinstance(fraction, float):
        raise TypeError(f"{detail} is {fraction!r} and not a fraction")
    return percent(fraction)


def mapping_of(result: Result, detail: str) -> Mapping[str, Any]:
    """One mapping of the result's details."""
    mapping = defined(result).detail[detail]
    if not isinstance(mapping, Mapping):
        raise TypeError(f"{detail} is {mapping!r} and not a mapping")
    return mapping


def series_of(result: Result, detail: str) -> tuple[float, ...]:
    """One series of the result's details."""
    series = defined(result).detail[detail]
    if not isinstance(series, tuple):
        raise TypeError(f"{detail} is {series!r} and not a series")
    return series
