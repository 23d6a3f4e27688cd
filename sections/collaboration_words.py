"""The names of ties, sectors and links as the page Collaboration writes them."""

from answers.network import Tie
from frame.context import Context
from warehouse.schema import datasets


def choice_names(context: Context, dataset: str, column: str) -> dict[str, str]:
    """Return the name of each choice of a column in the reader's language, by its code."""
    choices = datasets()[dataset].column(column).choices
    return {choice.code: choice.names[context.language.code] for choice in choices}


def kind_names(context: Context) -> dict[str, str]:
    """Return the name of each kind of tie."""
    return choice_names(context, "partnerships", "tie_type")


def sector_names(context: Context) -> dict[str, str]:
    """Return the name of each sector."""
    return choice_names(context, "actors", "sector")


def sector_name(context: Context, sector: str | None) -> str:
    """Return the name of a sector; who has none is of an unknown one."""
    return sector_names(context).get(sector or "", context.text("sector unknown"))


def said_by(context: Context, tie: Tie) -> str:
    """Return who says that the tie is there."""
    if tie.is_confirmed:
        return context.text("both say so")
    if True not in (tie.said_a, tie.said_b):
        return context.text("nobody has been asked")
    other = tie.said_b if tie.said_a else tie.said_a
    return context.text("one says so, the other has not been asked") if other is None else context.text(
        "one says so, the other says no"
    )  # fmt: skip
