"""What the sentence on top of a page has to say, written from what the command line tells of the same view."""

from collections.abc import Callable, Iterator, Mapping

from answers.sentences.tourism_value import money_text
from locales import Language
from locales.rounding import of_three_digits, whole
from tests.acceptance.told import Plain, Told, even


def said(path: str, told: Told, language: Language) -> list[str]:
    """Return every figure that the sentence of the page says, as it is written there."""
    return [even(text) for text in _SAID[path](told, language)] if path in _SAID else []


def _growth(told: Told, language: Language) -> Iterator[str]:
    yield from _counted(told, language)
    if (change := told.number("visits_yoy")) is not None and abs(change) >= 0.0005:
        yield language.percent(abs(change))
    trend = told.values["visits_trend_growth"]
    if trend["interval"] and not trend["interval"][0] <= 0 <= trend["interval"][1]:
        yield language.percent(trend["value"], signed=True)
    if (room := told.number("capacity_headroom")) is not None:
        yield language.number(of_three_digits(room))


def _counted(told: Told, language: Language) -> Iterator[str]:
    if (count := told.number("visits_total")) is not None:
        yield language.number(count)


def _season(told: Told, language: Language) -> Iterator[str]:
    if (peak := told.number("peak_month_share")) is not None:
        yield language.percent(peak, 0)


def _business(told: Told, language: Language) -> Iterator[str]:
    growth, per_visit = told.number("real_revenue_growth"), told.number("revenue_per_visit")
    if growth is not None:
        yield language.percent(abs(growth)) if abs(growth) >= 0.0005 else ""
    elif per_visit is not None:
        yield language.number(per_visit)
    if (core := told.number("mission_aligned_revenue_share")) is not None:
        yield language.percent(core, 0)


def _guests(told: Told, language: Language) -> Iterator[str]:
    satisfied = told.values["satisfaction_mean"]
    if satisfied["value"] is not None:
        yield language.number(satisfied["value"], 1)
        yield language.number(satisfied["n"])
        if satisfied["n"] >= 30:
            yield from (language.number(end, 1) for end in satisfied["interval"] or ())
    if (filled := told.number("offer_fill_rate")) is not None:
        yield language.percent(filled, 0)


def _regenerative(told: Told, language: Language) -> Iterator[str]:
    yield from _support(told, language)
    if (energy := told.number("resource_per_visit")) is not None:
        yield language.number(energy, 1)


def _support(told: Told, language: Language) -> Iterator[str]:
    support = told.values["resident_support_share"]
    if support["value"] is not None:
        yield language.percent(support["value"], 0)
        yield language.number(support["n"])


def _collaboration(told: Told, language: Language) -> Iterator[str]:
    if told.place.startswith("actor:"):
        return
    for kpi, part in (("isolate_share", _others), ("tie_confirmation", _others), ("cross_sector_share", _those)):
        if told.values[kpi]["value"] is not None and (counted := part(told.values[kpi])):
            yield language.number(counted)


def _those(share: Plain) -> int:
    return whole(share["value"] * share["n"])


def _others(share: Plain) -> int:
    return int(share["n"]) - _those(share)


def _steps(told: Told, language: Language) -> Iterator[str]:
    if not told.place.startswith("destination:"):
        return
    if (begun := told.number("ten_steps_status")) is not None:
        yield language.number(begun)
    if (filled := told.number("five_w_completeness")) is not None:
        yield language.percent(filled, 0)


def _tourism_value(told: Told, language: Language) -> Iterator[str]:
    yield from _counted(told, language)
    if (spent := told.number("local_economic_value")) is not None:
        yield money_text(spent, language)
    yield from _support(told, language)


_SAID: Mapping[str, Callable[[Told, Language], Iterator[str]]] = {
    "vaekst": _growth,
    "saeson": _season,
    "kulturvirksomhed": _business,
    "gaester": _guests,
    "regenerativt": _regenerative,
    "samarbejde": _collaboration,
    "ti-skridt": _steps,
    "turismens-vaerdi": _tourism_value,
}
