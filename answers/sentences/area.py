"""What our growth is set against: the growth of the area around, and which area that is."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from answers.answer import Answer
from answers.wording import signed_text
from kpis.result import Undefined
from locales import Language
from warehouse.schema import SCHEMA_FOLDER


class Compared(NamedTuple):
    """The growth here and in the area around as fractions, and the area as the references name it."""

    here: float
    area: float
    name: str


def compared_with_area(answer: Answer) -> Compared | None:
    """Return the two numbers that a gap to the area around is between, None where there is no such gap."""
    result = answer.result
    if isinstance(result, Undefined) or "reference_growth" not in result.detail:
        return None
    here, area = (float(str(result.detail[name])) for name in ("local_growth", "reference_growth"))
    return Compared(here, area, str(result.detail.get("area", "")))


def area_name(area: str, language: Language) -> str:
    """Return the name of an official area that is told by its code; any other is called what it is told as."""
    names = _names_by_code().get(area)
    return area if names is None else names[0 if language.code == "da" else -1]


@cache
def _names_by_code() -> Mapping[str, list[str]]:
    levels = tomllib.loads((SCHEMA_FOLDER / "_areas.toml").read_text("utf-8"))
    return {code: names for level in ("municipality", "province", "region") for code, names in levels[level].items()}


def area_text(answer: Answer, language: Language) -> str:
    """Say both numbers and which area it is; that they are rounded where their written difference is not the gap."""
    compared = compared_with_area(answer)
    if compared is None:
        return ""
    here, area = (language.percent(growth, signed=True) for growth in compared[:2])
    gap = signed_text(answer.result, answer.passport.unit, language)
    name = area_name(compared.name, language)
    if language.adds_up((area, gap), here):
        return language.text("{here} here, {there} in the area around ({area})", here=here, there=area, area=name)
    return language.text("{here} here, {there} in the area around ({area}), rounded", here=here, there=area, area=name)
