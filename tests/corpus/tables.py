"""Strategies for a table, for a layout that can hold it, and for the shape the layout takes."""

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from locales import LANGUAGES
from tests.corpus import layouts, section_layouts
from tests.corpus.layouts import Layout, Shape
from tests.corpus.spelling import BARE_MONTHS, NUMBERS, WHOLE_MONTHS, Spelling
from tests.corpus.subjects import ALL_MARKETS, MARKETS, MONTH_HEADERS, SUBJECTS, TOTALS, Subject
from tests.corpus.table import Headings, Table, made_figures

MONTHS = tuple(f"{year}-{month:02}" for year in (2021, 2022, 2023) for month in range(1, 13))


@st.composite
def tables(
    draw: st.DrawFn, file_format: str, *, markets: bool = False, subjects: Sequence[Subject] = SUBJECTS
) -> Table:
    """A table of one subject: two to five names, three to fourteen months, its spelling and its headings."""
    subject = draw(st.sampled_from([one for one in subjects if one.has_markets or not markets]))
    names = draw(st.lists(st.sampled_from(subject.names), min_size=2, max_size=5, unique=True))
    first, count = draw(st.integers(0, len(MONTHS) - 14)), draw(st.integers(3, 14))
    months = MONTHS[first : first + count]
    chosen = draw(st.lists(st.sampled_from(sorted(MARKETS)), min_size=2, unique=True)) if markets else []
    chance = random.Random(draw(st.integers(0, 2**32)))
    figures = made_figures(chance, subject, names, months, chosen)
    return draw(spelled(Table(subject, names, months, chosen, figures), file_format))


@st.composite
def spelled(draw: st.DrawFn, table: Table, file_format: str) -> Table:
    """The same table in another language, with other headings, its numbers and months written in another way."""
    language = LANGUAGES[draw(st.sampled_from(sorted(LANGUAGES)))]
    numbers = NUMBERS[1:] if file_format == "csv" else ("number", "number", *NUMBERS)
    spelling = Spelling(
        language,
        draw(st.sampled_from(numbers)),
        draw(st.sampled_from(sorted(WHOLE_MONTHS))),
        draw(st.sampled_from(sorted(BARE_MONTHS))),
    )
    subject, totals = table.subject, ALL_MARKETS if table.markets else TOTALS
    wordings = (subject.name_headers, MONTH_HEADERS, subject.figure_headers, subject.titles, totals)
    headings = Headings(*(draw(st.sampled_from(words[language.code])) for words in wordings))
    return replace(table, spelling=spelling, headings=headings)


@st.composite
def shapes(draw: st.DrawFn, layout: Layout, table: Table, file_format: str) -> Shape:
    """A shape that the layout can take; no merges in a text file."""
    can_merge = file_format != "csv"
    yes = st.booleans()
    if layout is layouts.long:
        labels = draw(
            st.sampled_from(["repeated", "repeated", "once", "merged"] if can_merge else ["repeated", "once"])
        )
        order = draw(st.permutations(range(5))) if labels == "repeated" else range(5)
        return Shape(
            labels,
            is_split=draw(yes),
            total_row=draw(yes),
            subtotals=draw(yes),
            order=order,
            blank_before=draw(gaps(1)),
        )
    if layout is layouts.months_across:
        years_above = draw(yes)
        return Shape(
            years_above=years_above,
            has_bare_months=not years_above and len(table.years) == 1 and draw(yes),
            measure_above=can_merge and draw(yes),
            is_merged=can_merge and draw(yes),
            total_row=draw(yes),
            total_column=draw(yes),
            sections=draw(yes),
            blank_before=draw(gaps(3)),
        )
    if layout in SECTIONED:
        return Shape(
            "once",
            has_bare_months=not table.markets and len(table.years) == 1 and draw(yes),
            is_merged=can_merge and draw(yes),
            subtotals=draw(yes),
            repeats_header=draw(yes),
            parts_sections=draw(yes),
        )
    return Shape(
        has_bare_months=layout is layouts.names_across and len(table.years) == 1 and draw(yes),
        total_row=draw(yes),
        total_column=draw(yes),
        blank_before=draw(gaps(2)),
    )


def gaps(most: int) -> st.SearchStrategy[frozenset[int]]:
    """Return where blank columns stand, mostly nowhere."""
    return st.one_of(st.just(frozenset[int]()), st.frozensets(st.integers(1, 6), max_size=most))


SECTIONED = (section_layouts.months_under_names, section_layouts.names_under_markets)
WITHOUT_MARKETS = (
    layouts.long,
    layouts.months_across,
    layouts.months_across,
    layouts.names_across,
    section_layouts.months_under_names,
)
WITH_MARKETS = (layouts.long, layouts.markets_across, section_layouts.names_under_markets)


@st.composite
def laid_out(draw: st.DrawFn, file_format: str) -> tuple[Layout, Table, Shape]:
    """A table with a layout that can hold it."""
    markets = draw(st.sampled_from([False, False, True]))
    layout = draw(st.sampled_from(WITH_MARKETS if markets else WITHOUT_MARKETS))
    table = draw(tables(file_format, markets=markets))
    return layout, table, draw(shapes(layout, table, file_format))
