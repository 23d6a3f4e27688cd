"""The themes of the figures, by name."""

from frame.context import Context


def theme_names(context: Context) -> dict[str, str]:
    """Return the name of each theme, in the order of the catalogue."""
    return {
        "growth": context.text("Growth potential"),
        "season": context.text("Season spread"),
        "business": context.text("Culture business"),
        "guests": context.text("Guests"),
        "regenerative": context.text("Regenerative"),
        "collaboration": context.text("Collaboration"),
        "steps": context.text("Ten steps"),
        "quality": context.text("Data quality"),
    }
