"""The nouns of what a place counts."""

from answers.panel import Measure
from frame.context import Context


def counted_noun(context: Context, measure: Measure) -> str:
    """Return what is counted as a heading: "Visits" or "Nights"."""
    return context.text("Visits") if measure == "visits" else context.text("Nights")


def counted_unit(context: Context, measure: Measure) -> str:
    """Return what is counted as a word after a number."""
    return context.text("visits") if measure == "visits" else context.text("nights")
