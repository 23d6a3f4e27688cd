"""A drawing made safe to stand in a page: only shapes and text, no styles, no addresses, ids made unique there."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from defusedxml.ElementTree import fromstring

# Stands before every id; the page puts its own in its place, so that no two drawings share one.
ID_START = "kulturpuls-id-"
_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_TAGS = frozenset(
    {
        "svg", "g", "defs", "clipPath", "pattern", "linearGradient", "radialGradient", "stop", "path", "rect", "circle",
        "ellipse", "line", "polyline", "polygon", "text", "tspan", "image",
    }
)  # fmt: skip
_STYLES = frozenset(
    {
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
        "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "opacity", "font-family", "font-size", "font-weight",
        "font-style", "text-anchor", "stop-color", "stop-opacity", "clip-path", "visibility", "display",
        "shape-rendering", "image-rendering", "vector-effect",
    }
)  # fmt: skip
_SHAPES = frozenset(
    {
        "id", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "d", "dx", "dy", "points", "width",
        "height", "viewBox", "transform", "offset", "patternUnits", "patternContentUnits", "patternTransform",
        "gradientUnits", "gradientTransform", "clipPathUnits", "preserveAspectRatio", "textLength",
    }
)  # fmt: skip
_OWN_IMAGE = re.compile(r"data:image/png;base64,[A-Za-z0-9+/=\s]+")
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\")]+)['\"]?\s*\)")


def safe_svg(drawn: bytes) -> str:
    """Return the drawing with nothing in it that a page's content policy would stop, or that could act."""
    root = fromstring(drawn)
    ids = {name: f"{ID_START}{at}" for at, name in enumerate(_ids(root))}
    cleaned = _cleaned(root, ids)
    cleaned.set("xmlns", "http://www.w3.org/2000/svg")
    cleaned.set("aria-hidden", "true")
    cleaned.set("focusable", "false")
    return tostring(cleaned, encoding="unicode")


def with_ids(svg: str, start: str) -> str:
    """Return the drawing with its ids beginning with `start`."""
    return svg.replace(ID_START, start)


def _ids(root: Element) -> Iterator[str]:
    yield from (found for element in root.iter() if (found := element.get("id")))


def _cleaned(element: Element, ids: dict[str, str]) -> Element:
    made = Element(element.tag.removeprefix(_SVG), dict(_attributes(element, ids)))
    made.text, made.tail = element.text, element.tail
    made.extend(_cleaned(child, ids) for child in element if str(child.tag).removeprefix(_SVG) in _TAGS)
    return made


def _attributes(element: Element, ids: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in element.items():
        if name in _SHAPES or name in _STYLES:
            yield name, ids[value] if name == "id" else _referring(value, ids)
    for part in element.get("style", "").split(";"):
        name, _, value = (piece.strip() for piece in part.partition(":"))
        if name in _STYLES and value:
            yield name, _referring(value, ids)
    image = element.get(_LINK) or element.get("href") or ""
    if _OWN_IMAGE.fullmatch(image):
        yield "href", image


def _referring(value: str, ids: dict[str, str]) -> str:
    """The value with its references to our own ids; any other address becomes none."""
    if "url(" not in value:
        return value
    found = _REFERENCE.fullmatch(value.strip())
    return f"url(#{ids[found[1]]})" if found and found[1] in ids else "none"
