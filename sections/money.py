"""Kroner as people say them, and the names of the choices they are told by."""

from collections.abc import Iterable

from frame.context import Context
from warehouse.schema import datasets

_MILLION, _THOUSAND, _IN_FULL = 1_000_000, 1_000, 10_000


def money_text(context: Context, amount: float | None) -> str:
    """Return an amount in kroner, thousands or millions, so that it is short and never a false 0."""
    if amount is None:
        return context.text("not told")
    if abs(amount) >= _MILLION:
        return context.text("{n} million DKK", n=context.language.number(amount / _MILLION, 2))
    if abs(amount) >= _IN_FULL:
        return context.text("{n} thousand DKK", n=context.language.number(amount / _THOUSAND))
    return context.text("{n} DKK", n=context.language.number(amount))


def choice_names(context: Context, dataset: str, column: str) -> dict[str, str]:
    """Return what the choices of a column are called, by code."""
    code = context.language.code
    return {choice.code: choice.names[code] for choice in datasets()[dataset].column(column).choices}


def streams_text(context: Context, streams: Iterable[str]) -> str:
    """Return the names of the streams as a list in a sentence."""
    names = choice_names(context, "revenue", "stream")
    return context.language.listed(names.get(stream, stream) for stream in streams)
