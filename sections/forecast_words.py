"""What is forecast, in words: its name, its unit, what is expected of the coming year, and what must be known of it."""

from collections.abc import Callable
from typing import NamedTuple

from answers.forecast_ground import Subject
from answers.wording import counted_text
from forecasts.forecast import Forecast
from frame.context import Context
from locales import mark
from locales.rounding import of_three_digits, rounded
from sections.money import money_text

# From here on kroner are read more easily in thousands.
_LARGE_DKK, _THOUSAND = 100_000, 1_000


class Words(NamedTuple):
    """The texts of one subject as msgids: in the choice, below the finding, after a number, the finding, and a note."""

    name: str
    subtitle: str
    unit: str
    finding: str
    note: str = ""


WORDS: dict[Subject, Words] = {
    "visits": Words(
        mark("Visits"),
        mark("Visits per month, and the next twelve with bands of 50, 80 and 95 per cent"),
        mark("visits"),
        mark("About {amount} are expected from {first} to {last}"),
    ),
    "nights": Words(
        mark("Nights"),
        mark("Nights per month, and the next twelve with bands of 50, 80 and 95 per cent"),
        mark("nights"),
        mark("About {amount} are expected from {first} to {last}"),
    ),
    "revenue": Words(
        mark("Own income"),
        mark("Own income per month in {unit} excluding VAT, and the next twelve with bands of 50, 80 and 95 per cent"),
        mark("DKK"),
        mark("About {amount} in own income are expected from {first} to {last}"),
        mark(
            "The kroner are those of each month: prices have not been taken out, so a rise can be prices as well as "
            "sales."
        ),
    ),
    "sold": Words(
        mark("Seats sold"),
        mark("Seats sold per month, and the next twelve with bands of 50, 80 and 95 per cent"),
        mark("seats"),
        mark("About {amount} are expected to be sold from {first} to {last}"),
    ),
}
_AMOUNTS: dict[Subject, Callable[[Context, float], str]] = {
    "visits": lambda context, count: counted_text(float(rounded(count, -2)), "visits", context.language),
    "nights": lambda context, count: counted_text(float(rounded(count, -2)), "nights", context.language),
    "revenue": money_text,
    "sold": lambda context, count: context.language.plural("{n} seat", "{n} seats", of_three_digits(count)),
}


def amount_text(context: Context, subject: Subject, amount: float) -> str:
    """Return the sum of a year with its noun, no more exact than a forecast is."""
    return _AMOUNTS[subject](context, amount)


def year_range_text(context: Context, subject: Subject, forecast: Forecast) -> str:
    """Say how far off the sums of years have been, and what as far off would be now; it is no band with a certainty."""
    miss, expected = forecast.record.largest_year_miss, sum(forecast.ahead.points)
    if miss is None:
        return ""
    low, high = (amount_text(context, subject, max(0.0, expected * (1 + side * miss))) for side in (-1, 1))
    return context.language.plural(
        "The sum of the year would then have been {share} off. A miss as large in the coming year would give {low} or "
        "{high}; how likely that is cannot be said.",
        "The sum of a year would then have been at most {share} off. A miss as large in the coming year would give "
        "{low} or {high}; how likely that is cannot be said.",
        len(forecast.record.year_misses), share=context.language.percent(miss), low=low, high=high,
    )  # fmt: skip


def scale_of(subject: Subject, largest: float) -> float:
    """Return by what the figure divides: large kroner are drawn in thousands."""
    return _THOUSAND if subject == "revenue" and largest >= _LARGE_DKK else 1


def unit_of(context: Context, subject: Subject, scale: float) -> str:
    """Return the unit after a number of the figure."""
    return context.text("thousand DKK") if scale == _THOUSAND else context.text(WORDS[subject].unit)
