"""The shared glossary: the words of the trade, every figure and every sheet, in Danish and English side by side."""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from frame.context import Context
from kpis.catalogue import catalogue
from locales import DANISH, ENGLISH, mark
from sections.tables import draw_table
from warehouse.schema import datasets

_ALL_ROWS = 400
# Words that the two source documents and the pages use, each with what is meant by it here.
_WORDS = (
    (
        mark("micro-tourism"),
        mark("Tourism carried by small businesses and associations together, in a rural district."),
    ),
    (
        mark("micro-destination"),
        mark("A place as a set of actors that guests see as one, smaller than any official table."),
    ),
    (mark("DMO"), mark("The organisation that makes a destination visible and gathers its actors.")),
    (
        mark("culture business"),
        mark("A museum or other house of culture seen as a business: income so that the mission grows."),
    ),
    (mark("WHY"), mark("The purpose a house is there for, in its own words.")),
    (mark("regenerative"), mark("That something gets better because guests come, and not only that less is harmed.")),
    (mark("Cathedral Building"), mark("Goals so far ahead that others than we will see them reached.")),
    (mark("HULK"), mark("Becoming better oneself first: what a house will improve in its own doings.")),
    (mark("high season"), mark("June to August, where a place has not set it otherwise.")),
    (mark("shoulder season"), mark("April, May, September and October.")),
    (mark("like for like"), mark("Compared over the same months and the same houses in both years.")),
    (mark("floor and ceiling"), mark("The band people here want a figure to stay in, with owner, date and reason.")),
    (mark("co-creation"), mark("That several make one product and each can say what they gave.")),
    (
        mark("stakeholder"),
        mark("Whoever is touched by tourism here: residents, associations, authorities, trades, politicians."),
    ),
)


def draw_glossary(context: Context) -> None:
    """Draw, folded away, every word with its name in both languages and what it means in the reader's."""
    st.subheader(context.text("Glossary, Danish and English"))
    folded = st.expander(context.text("The words, the figures and the sheets"), key="glossary", on_change="rerun")
    if folded.open:
        with folded:
            header = [context.text("Danish"), context.text("English"), context.text("Means here"), context.text("Kind")]
            table = pd.DataFrame(glossary(context), columns=header)
            draw_table(context, table, context.text("Glossary"), "glossary", rows=_ALL_ROWS)


def glossary(context: Context) -> Iterator[tuple[str, str, str, str]]:
    """Give each entry: its Danish and English name, its meaning, and whether it is a word, a figure or a sheet."""
    for word, meaning in _WORDS:
        yield DANISH.text(word), ENGLISH.text(word), context.text(meaning), context.text("word")
    for passport in catalogue().values():
        meaning = context.language.kpi_text(passport.question)
        yield DANISH.kpi_text(passport.name), ENGLISH.kpi_text(passport.name), meaning, context.text("figure")
    for dataset in datasets().values():
        meaning = dataset.description[context.language.code]
        yield dataset.name[DANISH.code], dataset.name[ENGLISH.code], meaning, context.text("sheet")
