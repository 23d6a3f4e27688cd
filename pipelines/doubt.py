"""One doubt about a figure: what is said of it, and how much it weighs beside others of its kind."""

from typing import NamedTuple

from pipelines.findings import Finding


class Doubt(NamedTuple):
    """A warning, and its weight: the heavier ones are shown where there are too many.

    Of several of one kind about the same `whose` only the heaviest is shown; "" is nobody's.
    """

    finding: Finding
    weight: float
    whose: str = ""


def said(number: float) -> str:
    """Return a figure as warnings write it."""
    return f"{number:.15g}"
