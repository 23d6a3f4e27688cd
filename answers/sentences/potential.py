"""The growth potential in words: the profile first, the number second, and that it is our own design."""

from typing import cast

from answers.answer import number_of
from answers.potential import DEFAULTS_SET_ON, Part, Potential
from answers.wording import reason_text
from kpis.result import Result, Undefined
from locales import Language, mark
from locales.language import NOT_KNOWN

NAMES = {
    "relative_growth_gap": mark("Growth beside the area"),
    "offpeak_headroom": mark("Room outside the summer"),
    "effective_markets": mark("Spread over markets"),
    "real_revenue_per_visit_growth": mark("Real growth of income per visit"),
    "enquiry_conversion": mark("Enquiries that become bookings"),
    "satisfaction_mean": mark("Satisfaction"),
}


def part_name(part: Part, language: Language) -> str:
    """Return the name of a part."""
    return language.text(NAMES[part.id])


IN_PER_CENT = frozenset({"real_revenue_per_visit_growth", "offpeak_headroom", "enquiry_conversion"})


def part_unit(part_id: str, language: Language) -> str:
    """Return what the figure of a part is counted in; "" for what is written in per cent."""
    if part_id in IN_PER_CENT:
        return ""
    if part_id == "relative_growth_gap":
        return language.text("percentage points")
    return language.text("markets") if part_id == "effective_markets" else language.text("of 10")


def figure_text(part_id: str, figure: Result | float, language: Language) -> str:
    """Return the figure of a part, or one of its goalposts, as written in its own unit; a dash where it is unknown."""
    number = figure if isinstance(figure, float | int) else number_of(figure)
    if number is None:
        return NOT_KNOWN
    if part_id == "relative_growth_gap":
        return language.text("{n} points", n=language.change(number, 1))
    if part_id == "real_revenue_per_visit_growth":
        return language.percent(number / 100, signed=True)
    if part_id in ("offpeak_headroom", "enquiry_conversion"):
        return language.percent(number / 100, 0)
    if part_id == "effective_markets":
        return language.text("{n} markets", n=language.number(number, 1))
    return language.text("{n} of 10", n=language.number(number, 1))


def profile_title(potential: Potential, language: Language) -> str:
    """Which part stands best and which worst."""
    scored = [(number, part) for part in potential.parts if (number := number_of(part.score)) is not None]
    if not scored:
        return language.text("None of the parts of the growth potential is known")
    best, worst = (choose(scored, key=lambda one: one[0])[1] for choose in (max, min))
    if best is worst:
        return language.text("Only {part} is known", part=_inside(best, language))
    return language.text(
        "Strongest on {best}, weakest on {worst}", best=_inside(best, language), worst=_inside(worst, language)
    )


def _inside(part: Part, language: Language) -> str:
    name = part_name(part, language)
    return name[:1].lower() + name[1:]


def index_sentence(potential: Potential, language: Language) -> str:
    """The number, how it would be made otherwise, and how many of the parts it is made of."""
    result = potential.answer.result
    if isinstance(result, Undefined):
        return language.text("There is no number for the whole: {reason}", reason=reason_text(result, language))
    low, high = cast(tuple[float, float], result.detail["range"])
    return language.text(
        "All in all {n} of 100, from {known} of {all} parts. Made in other defensible ways it would be {low} to "
        "{high}.",
        n=language.number(result.number),
        known=result.n,
        all=len(potential.parts),
        low=language.number(low),
        high=language.number(high),
    )


def design_note(potential: Potential, language: Language) -> str:
    """That it is our design, and who has set the goalposts."""
    own = language.text(
        "This index is our own design: no published measure for small places was found. Look at the parts before the "
        "number."
    )
    defaults = sum(part.goalposts.is_default for part in potential.parts)
    if not defaults:
        return f"{own} " + language.text("The board has set the goalposts of all parts.")
    return f"{own} " + language.text(
        "The goalposts of {n} of {all} parts are our defaults of {day}; the board sets its own in the sheet Targets, "
        "with a floor and a ceiling.",
        n=defaults,
        all=len(potential.parts),
        day=language.date(DEFAULTS_SET_ON),
    )
