"""Charts on slides: native ones, whose numbers can be edited; the sheet behind them holds no formula."""

import pandas as pd
from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.parts.chart import ChartPart
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Pt

from answers.downloads import Sheet, as_workbook
from board.content import Chart
from board.exports.slides.deck import BODY_TOP, BODY_WIDTH, MARGIN, Deck, box, rgb
from charts.palette import LIGHT
from locales import legible

_COLOURS = (LIGHT.place, LIGHT.comparison, LIGHT.muted, LIGHT.place_middle, LIGHT.place_soft)
_LONGEST_BELOW = 8


def draw_chart(deck: Deck, chart: Chart, in_words: str, *, bottom: float) -> None:
    """Draw lines or bars down to `bottom` inches; `in_words` is what a screen reader says of them."""
    place = box(MARGIN, BODY_TOP + 0.1, BODY_WIDTH, bottom - BODY_TOP - 0.1)
    frame = deck.slide.shapes.add_chart(_kind(chart), *place, _data(chart))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", legible(in_words))
    assert isinstance(frame, GraphicFrame)
    native = frame.chart
    assert isinstance(native.part, ChartPart)
    native.part.chart_workbook.update_from_xlsx_blob(_sheet_behind(chart))
    _dress(native, chart)


def _kind(chart: Chart) -> XL_CHART_TYPE:
    """Lines, or bars that lie down where their names are too long to stand under them."""
    if chart.kind == "line":
        return XL_CHART_TYPE.LINE_MARKERS
    longest = max((len(name) for name in chart.categories), default=0)
    return XL_CHART_TYPE.BAR_CLUSTERED if longest > _LONGEST_BELOW else XL_CHART_TYPE.COLUMN_CLUSTERED


def _data(chart: Chart) -> ChartData:
    data = ChartData(number_format=chart.number_format)
    data.categories = [legible(name) for name in chart.categories]
    for series in chart.series:
        data.add_series(legible(series.name), series.values)
    return data


def _sheet_behind(chart: Chart) -> bytes:
    """The workbook that opens when somebody edits the chart, laid out as the chart expects it."""
    columns = [chart.categories, *_values(chart)]
    table = pd.DataFrame(list(zip(*columns, strict=True)), columns=["", *(series.name for series in chart.series)])
    return as_workbook([Sheet("Sheet1", table)])


def _dress(native: NativeChart, chart: Chart) -> None:
    native.font.size = Pt(12)
    native.font.color.rgb = rgb(LIGHT.ink)
    native.has_title = False
    native.has_legend = len(chart.series) > 1
    if native.has_legend:
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    values, names = native.value_axis, native.category_axis
    values.has_major_gridlines = chart.kind == "line"
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = chart.number_format, False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = rgb(LIGHT.rule)
    if chart.kind == "line":
        values.major_gridlines.format.line.color.rgb = rgb(LIGHT.faint)
        _colour_lines(native)
    else:
        values.minimum_scale = 0 if _is_positive(chart) else None
        names.reverse_order = native.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
        _colour_bars(native, chart)


def _is_positive(chart: Chart) -> bool:
    return all(value is None or value >= 0 for values in _values(chart) for value in values)


def _values(chart: Chart) -> list[tuple[float | None, ...]]:
    return [series.values for series in chart.series]  # noqa: PD011 - a series of a page, not of pandas


def _colour_lines(native: NativeChart) -> None:
    for number, series in enumerate(native.plots[0].series):
        colour = rgb(_COLOURS[number % len(_COLOURS)])
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = colour, Pt(3 if number == 0 else 1.75)
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = series.marker.format.line.color.rgb = colour


def _colour_bars(native: NativeChart, chart: Chart) -> None:
    plot = native.plots[0]
    plot.gap_width = 60
    plot.has_data_labels = len(chart.series) == 1
    if plot.has_data_labels:
        plot.data_labels.number_format, plot.data_labels.number_format_is_linked = chart.number_format, False
        plot.data_labels.show_value = True
        native.value_axis.visible = False
    for number, series in enumerate(plot.series):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(_COLOURS[number % len(_COLOURS)])
        series.invert_if_negative = False
