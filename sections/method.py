"""The passports: what each figure means, how it is computed, and where it comes from."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

import streamlit as st

from answers.answer import Answer
from answers.confidence import confidence
from answers.confidence_words import grade_text, reasons_text
from answers.lineage.words import data_text
from answers.panel import Measure
from answers.view import KPI, LANGUAGE, PLACE, YEAR
from answers.wording import measured_in
from charts.passport import Link, Part, PassportText, passports_html
from frame.context import Context
from kpis.catalogue import catalogue
from kpis.declare import Passport
from kpis.sources import sources_in

METHOD_PATH = "metode"


def draw_method_note(context: Context, ids: Iterable[str]) -> None:
    """Draw the passports of the figures, folded away."""
    with st.expander(context.text("How these figures are computed")):
        st.html(passports_html(passport_text(context, catalogue()[kpi_id]) for kpi_id in ids))


def passport_text(context: Context, passport: Passport, more: Iterable[Part] = ()) -> PassportText:
    """Return the passport in the reader's language, `more` parts last; it links to the cells of the place in view."""
    say = context.language.kpi_text
    computed, *pitfalls = say(passport.method).split("\n\n")
    parts = (
        Part(context.text("Question"), (say(passport.question),)),
        Part(context.text("How to read it"), (say(passport.reading), _unit_and_direction(context, passport))),
        Part(context.text("How it is computed"), (computed,)),
        Part(context.text("Pitfalls"), tuple(pitfalls)),
        Part(context.text("Data"), (data_text(passport.id, context.language),)),
        Part(context.text("Needs"), (say(passport.minimum_data),)),
        Part(context.text("Source"), (passport.source, *_references(passport))),
        *more,
    )
    return PassportText(
        say(passport.name), passport.id, tuple(part for part in parts if part.texts), _link(context, passport)
    )


def _references(passport: Passport) -> Iterator[str]:
    """Give each source of the passport in full, behind its code."""
    return (f"{code}: {source.reference}" for code, source in sources_in(passport.source).items())


def passport_of_answer(context: Context, answer: Answer, measure: Measure) -> PassportText:
    """Return the passport of an answer, with how sure it is here."""
    return passport_text(context, answer.passport, _how_sure(context, answer, measure))


def _how_sure(context: Context, answer: Answer, measure: Measure) -> list[Part]:
    if context.place is None or context.year is None:
        return []
    found = confidence(context.data, context.place, context.year, answer)
    if found is None:
        return []
    return [Part(grade_text(found, context.language), (reasons_text(found, answer, measure, context.language),))]


def _unit_and_direction(context: Context, passport: Passport) -> str:
    said = {
        "higher": context.text("More is better."),
        "lower": context.text("Less is better."),
        "context": context.text("Neither more nor less is better in itself."),
        "band": context.text("It should lie between a floor and a ceiling."),
    }[passport.direction]
    unit = measured_in(passport, "visits", context.language)
    # A unit that is shortened, as kroner are in Danish, has its full stop already.
    in_unit = context.text("Unit: {unit}.", unit=unit.rstrip("."))
    return f"{in_unit} {said}" if unit else said


def _link(context: Context, passport: Passport) -> Link | None:
    if context.place is None or context.year is None:
        return None
    return Link(context.text("The rows and cells behind the figure"), lineage_address(context, passport.id))


def lineage_address(context: Context, kpi_id: str, place: str | None = None, year: int | None = None) -> str:
    """Return the address of a figure's lineage, of the place and year in view or of another."""
    asked = {
        PLACE: place or (context.place.id if context.place else ""),
        YEAR: str(year or context.year or ""),
        KPI: kpi_id,
        **({LANGUAGE: context.language.code} if context.language.code != "da" else {}),
    }
    return f"{METHOD_PATH}?{urlencode(asked, safe=':')}"
