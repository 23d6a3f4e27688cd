"""What the marks of a figure mean, in words, where they cannot be labelled in place.

The key is kept with the title in `layout.meta` and set above the figure as text, because Plotly's own legend does not
wrap on a phone without taking the room from the plot.
"""

from typing import Literal

import plotly.graph_objects as go

Look = Literal[
    "fill", "dots", "hatch", "dash", "dot", "ring", "line", "point",
    "line_dash", "line_dot", "line_dashdot",
    "square", "diamond", "triangle", "pentagon", "hexagon", "star", "cross",
]  # fmt: skip


def explain(figure: go.Figure, look: Look, colour: str, words: str) -> None:
    """Add one entry to the figure's key, once; `colour` is the name of a colour of the palette, such as "place"."""
    entry = (look, colour, words)
    entries = key_entries(figure)
    if entry not in entries:
        figure.layout.meta = {**figure.layout.meta, "key": [*entries, entry]}


def key_entries(figure: go.Figure) -> list[tuple[Look, str, str]]:
    """Return the entries of the key in the order they were added."""
    return [(look, colour, words) for look, colour, words in figure.layout.meta["key"]]
