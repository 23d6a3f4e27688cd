"""What a KPI gives: a value, or the reason why there is none."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, TypeAlias

Detail: TypeAlias = Mapping[str, object]


def _frozen(item: object) -> Any:
    """A copy that nobody can change; a number that is not finite raises ValueError."""
    if isinstance(item, float) and not math.isfinite(item):
        raise ValueError(f"a result holds {item}; give an Undefined with its reason")
    if isinstance(item, Mapping):
        return MappingProxyType({key: _frozen(value) for key, value in item.items()})
    if isinstance(item, list | tuple):
        return tuple(_frozen(value) for value in item)
    return item


def plain(item: object) -> Any:
    """`item` with its mappings as dicts and its tuples as lists, ready for JSON or pickle."""
    if isinstance(item, Mapping):
        return {key: plain(value) for key, value in item.items()}
    if isinstance(item, tuple):
        return [plain(value) for value in item]
    return item


@dataclass(frozen=True, slots=True)
class Value:
    """A number or a label code, with the count it rests on, its 95 % interval and companion figures where it has them.

    Shares and growth are fractions. `detail` is read-only and holds only numbers, texts, dates, tuples and mappings.
    """

    value: float | int | str
    n: int | None = None
    interval: tuple[float, float] | None = None
    detail: Detail = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for name in ("value", "interval", "detail"):
            object.__setattr__(self, name, _frozen(getattr(self, name)))

    def __reduce__(self) -> tuple[type["Value"], tuple[object, ...]]:
        return Value, (self.value, self.n, self.interval, plain(self.detail))

    @property
    def number(self) -> float:
        """The value as a float; a label raises TypeError."""
        if isinstance(self.value, str):
            raise TypeError(f"{self.value!r} is a label, not a number")
        return float(self.value)


@dataclass(frozen=True, slots=True)
class Undefined:
    """No value, because of `reason`: a stable code whose sentence stands in `kpis.reasons`."""

    reason: str
    detail: Detail = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "detail", _frozen(self.detail))

    def __reduce__(self) -> tuple[type["Undefined"], tuple[object, ...]]:
        return Undefined, (self.reason, plain(self.detail))

    def of(self, side: str) -> "Undefined":
        """The same, saying which of two sides it is about: local or reference, previous or current."""
        return replace(self, detail={**self.detail, "side": side})


Result: TypeAlias = Value | Undefined
