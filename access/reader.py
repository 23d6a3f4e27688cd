"""A reader and what they may see.

Without a configured login the app listens on this machine only, and whoever opens it is its one analyst.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reader:
    """Somebody who looks: the name that their acts carry, and whether they see figures of single businesses."""

    name: str
    may_load: bool
    sees_business_figures: bool


LOCAL_ANALYST = Reader("Lokal analytiker", may_load=True, sees_business_figures=True)


def current_reader() -> Reader:
    """Return who is looking."""
    return LOCAL_ANALYST
