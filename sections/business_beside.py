"""The figures that stand beside those of the page Culture business: the other half of what a figure says."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import pandas as pd

from answers.business import Business
from frame.context import Context
from kpis.result import Value
from locales import mark
from locales.language import NOT_KNOWN
from sections.answers import fraction_unit
from sections.tables import draw_table


class Beside(NamedTuple):
    """A companion figure: which answer carries it, under what name, and how it is called and written."""

    kpi: str
    name: str
    words: str
    unit: Literal["dkk", "fraction", "growth"]


BESIDE = (
    Beside("admission_per_visit", "per_paying_visit", mark("Admission per paying visit"), "dkk"),
    Beside("shop_conversion", "basket", mark("Shop: DKK for each purchase"), "dkk"),
    Beside("shop_conversion", "per_visit", mark("Shop: DKK for each visit"), "dkk"),
    Beside("self_earned_share", "share_without_project_grants",
           mark("Self-earned share without project grants"), "fraction"),
    Beside("cost_per_visit", "public_grant_per_visit", mark("Public grant per visit"), "dkk"),
    Beside("real_revenue_growth", "nominal", mark("Growth in current prices"), "growth"),
    Beside("real_revenue_growth", "price_growth", mark("Growth in consumer prices"), "growth"),
    Beside("mission_aligned_revenue_share", "core_or_supporting", mark("Income at the core or supporting"), "fraction"),
    Beside("mission_aligned_revenue_share", "untagged", mark("Income that nobody has judged"), "fraction"),
    Beside("education_share", "under_18_share", mark("Visits by people under 18"), "fraction"),
)  # fmt: skip


def beside_table(context: Context, business: Business) -> pd.DataFrame:
    """Return the companion figures that are known, with the numbers themselves."""
    return pd.DataFrame(
        [
            {context.text("Figure"): context.text(one.words), context.text("Value"): number, "unit": one.unit}
            for one in BESIDE
            if (number := _number(business, one)) is not None
        ],
        columns=[context.text("Figure"), context.text("Value"), "unit"],
    )


def draw_beside(context: Context, business: Business) -> None:
    """Draw the companion figures as a table."""
    table = beside_table(context, business)
    if table.empty:
        return
    value = context.text("Value")
    written = table.drop(columns="unit").astype(object)
    written[value] = [_written(context, number, unit) for number, unit in zip(table[value], table["unit"], strict=True)]
    units = [context.text("DKK") if unit == "dkk" else fraction_unit(context, "fraction") for unit in table["unit"]]
    shown = table.drop(columns="unit").astype(object)
    shown[context.text("Unit")] = units
    draw_table(context, shown, context.text("Beside them"), "beside", written=written)


def _number(business: Business, one: Beside) -> float | None:
    result = business.answers[one.kpi].result
    detail = result.detail
    if one.name == "untagged":
        shares = detail.get("shares") if isinstance(result, Value) else None
        detail = shares if isinstance(shares, Mapping) else {}
    told = detail.get(one.name)
    return float(told) if isinstance(told, float | int) else None


def _written(context: Context, number: float, unit: str) -> str:
    if pd.isna(number):
        return NOT_KNOWN
    if unit == "dkk":
        return context.text("{n} DKK", n=context.language.number(number))
    if unit == "growth":
        return context.language.percent(number, signed=True)
    return context.language.share(number)
