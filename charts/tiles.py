"""The tiles under a page's sentence: at most six figures, each with what it is compared with and how sure we are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from charts.markup import tidy
from charts.passport import PassportText, popup_html
from charts.sparkline import Spark, spark_html
from locales import Language
from locales.language import NOT_KNOWN

MOST_TILES = 6
_LONGEST_NUMBER = 13
Direction = Literal["good", "bad", "neutral"]


class Comparison(NamedTuple):
    """One comparison in words that carry their own sign ("3.4% more than in 2024"), and whether that is good."""

    words: str
    direction: Direction


@dataclass(frozen=True)
class Tile:
    """One figure as people read it; every text is shown as it is, never as markup.

    `value` is formatted; `comparisons` come in the order same period last year, target, peers; `grade` is a letter from
    A to D with what it stands for beside it (`grade_name`), and `confidence` why ("4 of 5 actors reported"). With
    `undefined_reason` there is no value, and the reason stands in its place. `passport` opens from the tile. `kpi` is
    the id that tests and links know the tile by.
    """

    label: str
    value: str
    unit: str = ""
    period: str = ""
    comparisons: tuple[Comparison, ...] = ()
    spark: Sequence[float | None] = ()
    spark_label: str = ""
    grade: str = ""
    grade_name: str = ""
    confidence: str = ""
    passport: PassportText | None = None
    undefined_reason: str = ""
    warning: str = ""
    kpi: str = ""


def tiles_html(tiles: Sequence[Tile], language: Language) -> str:
    """Return the tiles as one grid, equal in height and aligned part by part over the row; "" without tiles.

    Raises ValueError for more than six: a page that says more says nothing.
    """
    if len(tiles) > MOST_TILES:
        raise ValueError(f"{len(tiles)} tiles; a page has at most {MOST_TILES}")
    if not tiles:
        return ""
    inside = "".join(_tile(tile, language) for tile in tiles)
    return f'<div class="kp-tiles-frame"><div class="kp-tiles kp-tiles-{len(tiles)}">{inside}</div></div>'


def _tile(tile: Tile, language: Language) -> str:
    name = f' data-kpi="{tidy(tile.kpi)}"' if tile.kpi else ""
    parts = (
        f'<h2 class="kp-tile-label">{tidy(tile.label)}</h2>',
        _value(tile),
        f'<p class="kp-tile-period">{tidy(tile.period)}</p>',
        _course(tile, language),
        f'<ul class="kp-tile-comparisons">{"".join(_comparison(c, language) for c in tile.comparisons)}</ul>',
        f'<div class="kp-tile-foot">{_warning(tile)}{_sure(tile)}{_passport(tile, language)}</div>',
    )
    return f'<section class="kp-tile"{name}>{"".join(parts)}</section>'


def _value(tile: Tile) -> str:
    if tile.undefined_reason:
        return f'<p class="kp-tile-value kp-tile-undefined">{NOT_KNOWN}</p>'
    unit = f' <span class="kp-tile-unit">{tidy(tile.unit)}</span>' if tile.unit else ""
    look = "kp-tile-number" if len(tile.value) <= _LONGEST_NUMBER else "kp-tile-words"
    return f'<p class="kp-tile-value"><span class="{look}">{tidy(tile.value)}</span>{unit}</p>'


def _course(tile: Tile, language: Language) -> str:
    """Return the line, or why there is no figure: a tile without a figure has no line either."""
    if tile.undefined_reason:
        told = language.text("Cannot be computed: {reason}", reason=tile.undefined_reason)
        return f'<p class="kp-tile-reason">{tidy(told)}</p>'
    return f'<div class="kp-tile-spark">{spark_html(Spark(tuple(tile.spark), tile.spark_label))}</div>'


def _comparison(comparison: Comparison, language: Language) -> str:
    said = {
        "good": language.text("good"),
        "bad": language.text("not good"),
        "neutral": language.text("neither good nor bad"),
    }[comparison.direction]
    return (
        f'<li class="kp-{comparison.direction}">{tidy(comparison.words)}'
        f'<span class="kp-hidden"> ({tidy(said)})</span></li>'
    )


def _warning(tile: Tile) -> str:
    return f'<p class="kp-tile-warning">{tidy(tile.warning)}</p>' if tile.warning else ""


def _sure(tile: Tile) -> str:
    """Return what the figure rests on, behind its grade: a letter in a frame, and the words for those who hear it."""
    if not tile.grade:
        return f'<p class="kp-sure">{tidy(tile.confidence)}</p>' if tile.confidence else ""
    letter = f'<span class="kp-grade kp-grade-{tidy(tile.grade.lower())}" aria-hidden="true">{tidy(tile.grade)}</span>'
    name = f'<span class="kp-hidden">{tidy(tile.grade_name)}: </span>'
    return f'<p class="kp-sure" title="{tidy(tile.grade_name)}">{letter}<span>{name}{tidy(tile.confidence)}</span></p>'


def _passport(tile: Tile, language: Language) -> str:
    if tile.passport is None:
        return ""
    return popup_html(tile.passport, button=language.text("About this figure"), close=language.text("Close"))
