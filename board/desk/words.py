"""The names of sections and comparisons, as the sender chooses them."""

from collections.abc import Mapping

from board.composition import Comparison
from board.content import SectionKind
from locales import mark

SECTIONS: Mapping[SectionKind, str] = {
    "headline": mark("The headline"),
    "tiles": mark("The most important figures"),
    "trend": mark("The course over the years"),
    "heatmap": mark("Month by month"),
    "comparison": mark("Against target and peers"),
    "regenerative": mark("The regenerative balance"),
    "ten_steps": mark("The ten steps"),
    "actions": mark("Actions that are due"),
}
COMPARISONS: Mapping[Comparison, str] = {
    "year_before": mark("the year before"),
    "target": mark("the target"),
    "peers": mark("the other places"),
}
