"""The places where they lie, without a background map: their own extent, their names, a bar that tells the distance."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.axis import round_step
from charts.palette import Palette
from charts.placement import place_labels
from charts.style import SMALL, new_figure
from charts.text import plain, shown
from locales import Language

_PHONE, _HEIGHT = 356, 420
_LETTER, _LINES = 6.9, 31
_LARGEST, _SMALLEST, _UNKNOWN = 17, 5, 5
_KM_PER_DEGREE = 111.32
_LEAST_SPAN, _POLE = 0.08, 84.0
_BESIDE, _ABOVE = 1.75, 1.4
_LARGE = 12.0


@dataclass(frozen=True)
class _Extent:
    """What part of the earth is drawn, in degrees."""

    west: float
    east: float
    south: float
    north: float

    def pixel(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where that point falls on a phone, y downwards."""
        across = (longitude - self.west) / (self.east - self.west)
        down = (_mercator(self.north) - _mercator(latitude)) / (_mercator(self.north) - _mercator(self.south))
        return across * _PHONE, down * _HEIGHT


def places_map(
    names: Sequence[str],
    ids: Sequence[str],
    latitudes: Sequence[float],
    longitudes: Sequence[float],
    values: Sequence[float | None],
    selected: str | None = None,
    *,
    unit: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return a dot per place, its area by its value, name and value beside it; an open ring without a value.

    Degrees are WGS84. The id is in the point's `customdata`, so a click tells which place; `selected` is the strong
    one, and without it all are. Names are placed for the width of a phone and have more room on anything wider.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=_HEIGHT)
    extent = _extent(latitudes, longitudes)
    radii = _radii(values)
    written = [shown(value, language) for value in values]
    pixels = [extent.pixel(lon, lat) for lon, lat in zip(longitudes, latitudes, strict=True)]
    sizes = [(_LETTER * max(len(name), len(value)) + 6, _LINES) for name, value in zip(names, written, strict=True)]
    figure.update_layout(
        paper_bgcolor=colours.panel, margin={"l": 0, "r": 0, "t": 0, "b": 0}, geo=_geo(extent, colours)
    )
    strong = [selected is None or one == selected for one in ids]
    figure.add_scattergeo(
        lon=list(longitudes),
        lat=list(latitudes),
        customdata=list(ids),
        mode="markers+text",
        marker=_dots(radii, values, strong, colours),
        text=[
            f"{'<b>' if own else ''}{plain(name)}{'</b>' if own else ''}<br>{value}"
            for name, value, own in zip(names, written, strong, strict=True)
        ],
        textposition=place_labels(pixels, sizes, radii, (_PHONE, _HEIGHT)),
        textfont={"size": SMALL, "color": [colours.ink if own else colours.muted for own in strong]},
        hovertext=[f"{plain(n)}<br><b>{v} {plain(unit)}</b>" for n, v in zip(names, written, strict=True)],
        hoverinfo="text",
    )
    _add_distance(figure, extent, language, colours)
    return figure


def _mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(max(-_POLE, min(_POLE, latitude))) / 2))


def _latitude(mercator: float) -> float:
    return max(-_POLE, min(_POLE, math.degrees(2 * math.atan(math.exp(mercator)) - math.pi / 2)))


def _extent(latitudes: Sequence[float], longitudes: Sequence[float]) -> _Extent:
    """Return all points with room for names around them, in the proportions of a phone's drawing."""
    if not latitudes:
        return _Extent(-180, 180, -60, 75)
    low, high = _mercator(min(latitudes)), _mercator(max(latitudes))
    west, east = math.radians(min(longitudes)), math.radians(max(longitudes))
    per_pixel = max(
        (east - west) * _BESIDE / _PHONE, (high - low) * _ABOVE / _HEIGHT, math.radians(_LEAST_SPAN) / _PHONE
    )
    half_wide, half_tall = per_pixel * _PHONE / 2, per_pixel * _HEIGHT / 2
    middle, centre = (west + east) / 2, (low + high) / 2
    return _Extent(
        west=max(-180.0, math.degrees(middle - half_wide)),
        east=min(180.0, math.degrees(middle + half_wide)),
        south=_latitude(centre - half_tall),
        north=_latitude(centre + half_tall),
    )


def _radii(values: Sequence[float | None]) -> list[float]:
    most = max((value for value in values if value is not None), default=0) or 1
    return [
        _UNKNOWN if value is None else max(_SMALLEST, _LARGEST * math.sqrt(max(value, 0) / most)) for value in values
    ]


def _geo(extent: _Extent, colours: Palette) -> dict[str, object]:
    return {
        "projection_type": "mercator",
        "lonaxis": {"range": [extent.west, extent.east], "showgrid": False},
        "lataxis": {"range": [extent.south, extent.north], "showgrid": False},
        "bgcolor": colours.panel,
        "visible": False,
        "showframe": False,
        "domain": {"x": [0, 1], "y": [0, 1]},
    }


def _dots(
    radii: Sequence[float], values: Sequence[float | None], strong: Sequence[bool], colours: Palette
) -> dict[str, object]:
    shade = [colours.place if own else colours.comparison for own in strong]
    return {
        "size": [2 * radius for radius in radii],
        "color": [colours.panel if value is None else colour for value, colour in zip(values, shade, strict=True)],
        "line": {"width": 2, "color": [c if v is None else colours.panel for v, c in zip(values, shade, strict=True)]},
        "opacity": 1,
    }


def _add_distance(figure: go.Figure, extent: _Extent, language: Language, colours: Palette) -> None:
    """Draw a bar of round length in the lower left corner, unless the map is too large for one length to be true."""
    if extent.north - extent.south > _LARGE:
        return
    latitude = extent.south + (extent.north - extent.south) * 0.05
    per_degree = _KM_PER_DEGREE * math.cos(math.radians(latitude))
    length = round_step((extent.east - extent.west) * per_degree * 0.2, 1)
    start = extent.west + (extent.east - extent.west) * 0.04
    end = start + length / per_degree
    figure.add_scattergeo(
        lon=[start, end],
        lat=[latitude, latitude],
        mode="lines",
        line={"color": colours.muted, "width": 2},
        hoverinfo="skip",
    )
    figure.add_scattergeo(
        lon=[end],
        lat=[latitude],
        mode="text",
        text=[f"  {language.number(length, 0 if length >= 1 else 1)} km"],
        textposition="middle right",
        textfont={"size": 11, "color": colours.muted},
        hoverinfo="skip",
    )
