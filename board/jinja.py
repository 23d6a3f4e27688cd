"""One way of writing HTML for all that is served by a link: escaped by default, and nothing missing in silence."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from board.svg import with_ids

_PAGE = Path(__file__).parent / "page"


@cache
def environment(folder: Path) -> Environment:
    """Return the environment of the templates in a folder, beside those of the page; `drawing` gives an SVG own ids."""
    made = Environment(
        loader=FileSystemLoader([folder, _PAGE]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["drawing"] = lambda svg, start: Markup(with_ids(svg, start))
    return made
