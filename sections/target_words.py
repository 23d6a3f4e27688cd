"""How the bound of a target is written, and what it is counted in: wherever targets are shown or downloaded."""

from answers.targets import Target
from answers.wording import unit_text, value_text
from frame.context import Context
from kpis.result import Value
from sections.answers import fraction_unit
from sections.words import measure_of


def bound_text(context: Context, target: Target, bound: float | None) -> str:
    """Return a bound as it is written, without its unit; "" where none is set."""
    return "" if bound is None else value_text(Value(bound), target.passport.unit, context.language)


def unit_of(context: Context, target: Target) -> str:
    """Return the unit word of a target's figure; "" for what is written in per cent."""
    return unit_text(target.passport.unit, measure_of(context), context.language)


def unit_in_download(context: Context, target: Target) -> str:
    """Return what the numbers of a target are in, in a download."""
    return unit_of(context, target) or fraction_unit(context, target.passport.unit)
