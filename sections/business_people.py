"""The figures of the page Culture business about people and money around it: guests, staff, grants, the area."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from answers.asked_about import asked_about
from answers.business import Business
from answers.funding import PURPOSES, SOURCES
from answers.wording import reason_text
from charts.guests_beside_population import Group, guests_beside_population
from charts.page_parts import heading, note_html
from charts.part_bars import PartBar, part_bars
from frame.context import Context
from kpis.result import Undefined, Value
from sections.business_figures import basis
from sections.figures import draw_figure
from sections.funding import draw_grants
from sections.money import choice_names, money_text
from sections.tables import draw_table, written_table
from sections.words import day_of
from warehouse.schema import datasets


def draw_people_figures(context: Context, business: Business) -> None:
    """Draw who comes, who works here, what grants are for, and what guests leave in the area."""
    if isinstance(business.audience.result, Value):
        draw_figure(context, "audience", lambda: _audience(context, business), _audience_title(context, business))
    if business.staff.professions:
        draw_figure(context, "staff", lambda: _staff(context, business), _staff_title(context, business))
    if business.funding.amounts is not None:
        draw_figure(context, "funding", lambda: _funding(context, business), _funding_title(context, business))
    elif business.funding.hidden is not None:
        _draw_reason(context, context.text("What grants are for"), business.funding.hidden)
    draw_grants(context, business.place, business.year)
    if isinstance(business.spending.result, Value):
        draw_figure(context, "spending", lambda: _spending(context, business), _spending_title(context, business))
        _draw_factors(context, business)


def _draw_reason(context: Context, title: str, why: Undefined) -> None:
    st.html(heading(title))
    st.html(note_html(reason_text(why, context.language)))


def _groups(business: Business) -> list[Group]:
    result = business.audience.result
    assert isinstance(result, Value)
    guests, population, few = (result.detail[name] for name in ("visitors", "population", "uncertain_groups"))
    return [
        Group(str(name), float(share), float(population[name]), name in few)  # type: ignore[index,operator]
        for name, share in guests.items()  # type: ignore[attr-defined]
    ]


def _audience(context: Context, business: Business) -> go.Figure:
    result = business.audience.result
    assert isinstance(result, Value)
    source = business.audience.source
    told = context.text(
        "Share of the guests asked in {year} ({n} answers) and of the population, by {grouping}",
        year=business.year,
        n=context.language.number(result.n),
        grouping=asked_about(business.audience.grouping, context.language),
    ) + basis(context, business.answers["audience_dissimilarity"].coverage)
    return guests_beside_population(
        _groups(business),
        guests_label=context.text("guests"),
        few_label=context.text("guests, 10 to 29 answers: uncertain"),
        population_label=context.text("population"),
        title=_audience_title(context, business),
        subtitle=told + (context.text(". Population: {source}", source=source) if source else ""),
        language=context.language,
        dark=context.dark,
    )


def _audience_title(context: Context, business: Business) -> str:
    widest = max(_groups(business), key=lambda group: abs(group.guests - group.population))
    return context.text(
        "{group}: {guests} of the guests, {population} of the population",
        group=widest.name,
        guests=context.language.percent(widest.guests, 0),
        population=context.language.percent(widest.population, 0),
    )


def _staff(context: Context, business: Business) -> go.Figure:
    staff = business.staff
    bars = [
        PartBar(name[:1].upper() + name[1:], float(heads), context.language.number(heads))
        for name, heads in staff.professions.items()
    ]
    if staff.joined is not None:
        other = context.text("Others together")
        bars.append(PartBar(other, float(staff.joined), context.language.number(staff.joined), "comparison"))
    return part_bars(
        bars,
        title=_staff_title(context, business),
        subtitle=context.text("Members of staff by profession in {year}; "
                              "fewer than three in a house are counted with the others",
                              year=business.year) + basis(context, staff.coverage),
        language=context.language,
        dark=context.dark,
    )  # fmt: skip


def _staff_title(context: Context, business: Business) -> str:
    kinds = business.answers["profession_diversity"].number
    return context.text("The staff is as mixed as {n} equally large professions", n=context.language.number(kinds, 1))


def _funding(context: Context, business: Business) -> go.Figure:
    amounts = business.funding.amounts
    assert amounts is not None
    purposes, sources = choice_names(context, "funding", "purpose"), choice_names(context, "funding", "source")
    cells = [
        (purpose, source, float(amounts.loc[[purpose], source].sum())) for purpose in PURPOSES for source in SOURCES
    ]
    return part_bars(
        [
            PartBar(
                f"{purposes[purpose][:1].upper()}{purposes[purpose][1:]}, {sources[source]}",
                amount,
                money_text(context, amount),
                "place" if purpose == "development" else "comparison",
            )
            for purpose, source, amount in cells
            if amount
        ],
        title=_funding_title(context, business),
        subtitle=context.text("Money granted in {year}, DKK, by what it is for and who gave it", year=business.year)
        + basis(context, business.funding.coverage),
        language=context.language,
        dark=context.dark,
    )


def _funding_title(context: Context, business: Business) -> str:
    share, marketing = (business.funding.share_for(purpose) for purpose in ("development", "marketing"))
    if share is None or marketing is None:
        return context.text("What grants are for")
    return context.text(
        "{development} of the money granted is for development, {marketing} for marketing",
        development=context.language.percent(share, 0),
        marketing=context.language.percent(marketing, 0),
    )


def _spending(context: Context, business: Business) -> go.Figure:
    result = business.spending.result
    assert isinstance(result, Value)
    kinds = choice_names(context, "spend", "visitor_type")
    by_type = {str(kind): float(amount) for kind, amount in result.detail["by_type"].items()}  # type: ignore[attr-defined]
    return part_bars(
        [
            PartBar(kinds[kind][:1].upper() + kinds[kind][1:], by_type[kind], money_text(context, by_type[kind]))
            for kind in kinds
            if kind in by_type
        ],
        title=_spending_title(context, business),
        subtitle=context.text(
            "An estimate for {year}: visits × spend outside the house × the share that else had not come",
            year=business.year,
        ),
        language=context.language,
        dark=context.dark,
    )


def _spending_title(context: Context, business: Business) -> str:
    amount = money_text(context, business.answers["local_economic_value"].number)
    return context.text("The guests leave about {amount} in the area because of the place", amount=amount)


def _draw_factors(context: Context, business: Business) -> None:
    """Draw the numbers the estimate is built on, each with its source and date."""
    dataset, code = datasets()["spend"], context.language.code
    rows = business.spending.rows
    table = pd.DataFrame(
        {dataset.column(name).header[code]: rows[name]
         for name in ("visitor_type", "type_visits", "spend_dkk", "additionality", "source", "source_date")}
    )  # fmt: skip
    kind, share, day = (dataset.column(name).header[code] for name in ("visitor_type", "additionality", "source_date"))
    table[kind] = table[kind].map(choice_names(context, "spend", "visitor_type"))
    table[day] = table[day].map(day_of)
    written = written_table(context, table)
    for amount in ("type_visits", "spend_dkk"):
        header = dataset.column(amount).header[code]
        written[header] = [context.language.number(told) for told in table[header]]
    written[share] = [context.language.percent(told, 0) for told in table[share]]
    draw_table(context, table, context.text("What the estimate is built on"), "spending", written=written)
