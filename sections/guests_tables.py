"""The tables of the page Guests: surveys, things asked about, months, reviews, what was tried before it sold."""

import pandas as pd
import streamlit as st

from answers.asked_about import asked_about
from answers.buying import cancelled_of, conversion_of
from answers.guests import Guests
from answers.places import actor_names
from answers.wording import answers_text, reason_text, value_text
from charts.page_parts import note_html
from frame.context import Context
from kpis.labels import LABELS
from kpis.result import Result, Undefined, Value
from locales import mark
from locales.language import NOT_KNOWN
from sections.guests_figures import HIDDEN_REASONS, hidden_label
from sections.log_entries import draw_entries
from sections.tables import draw_table
from sections.words import day_of, headers_of
from warehouse.schema import datasets

_FEW_REVIEWS = 30
_THINGS = (mark("Asked about"), mark("Importance"), mark("Done"), mark("Answers"), mark("What it says"))
_REVIEWS = (
    mark("Platform"), mark("Scale"), mark("Mean"), mark("Reviews"), mark("Usual there"), mark("Weight of the usual"),
    mark("Adjusted"),
)  # fmt: skip


def draw_answered_tables(context: Context, guests: Guests) -> None:
    """Draw the surveys by year and by actor, and the things asked about."""
    satisfaction = context.text("Satisfaction, 1 to 10")
    if guests.waves:
        table, caption = waves_table(context, guests), context.text("What the guests answered, year by year")
        draw_table(context, table, caption, "guest_years", written=_with_decimals(context, table, satisfaction))
    if len(guests.surveys) > 1:
        table, caption = surveys_table(context, guests), context.text("The surveys of the year")
        draw_table(context, table, caption, "surveys", written=_with_decimals(context, table, satisfaction))
    if guests.things or guests.hidden:
        table, caption = things_table(context, guests), context.text("What matters and how it is done")
        ends = (context.text("Importance"), context.text("Done"))
        draw_table(context, table, caption, "things", written=_with_decimals(context, table, *ends))
    if told := basis_note(context, guests):
        st.html(note_html(told))


def basis_note(context: Context, guests: Guests) -> str:
    """Return how much the year's answers rest on: their number for the visits there were, and the margin of chance."""
    detail, language = guests.answers["response_rate"].result.detail, context.language
    dense, margin = detail.get("per_1000_visits"), detail.get("margin")
    if not isinstance(dense, float) or not isinstance(margin, float):
        return ""
    return context.text(
        "{n} answers for every 1,000 visits: by chance alone a share may be off by {margin} percentage points. "
        "It does not tell who chose not to answer.",
        n=language.number(dense, 1),
        margin=language.number(100 * margin, 1),
    )


def waves_table(context: Context, guests: Guests) -> pd.DataFrame:
    """Return satisfaction and recommendation by year; what is hidden has no number here either."""
    return pd.DataFrame(
        [
            {
                context.text("Year"): str(wave.year),
                **_told(context, context.text("Satisfaction, 1 to 10"), wave.satisfaction, 1),
                **_told(context, context.text("Recommendation (NPS)"), wave.nps, 0),
                context.text("Rests on"): basis(context, wave.satisfaction),
            }
            for wave in guests.waves
        ]
    )


def surveys_table(context: Context, guests: Guests) -> pd.DataFrame:
    """Return each actor's survey of the year, hidden where too few answered."""
    names = actor_names(context.data)
    return pd.DataFrame(
        [
            {
                context.text("Actor"): names.get(row.actor, row.actor),
                context.text("Invited"): row.invited,
                context.text("Answers"): row.responses,
                **_told(context, context.text("Satisfaction, 1 to 10"), row.satisfaction, 1),
                **_told(context, context.text("Recommendation (NPS)"), row.nps, 0),
                context.text("Rests on"): basis(context, row.satisfaction),
            }
            for row in guests.surveys
        ]
    )


def _told(context: Context, name: str, result: Result, decimals: int) -> dict[str, object]:
    value = result.number if isinstance(result, Value) else None
    ends = result.interval if isinstance(result, Value) else None
    between = " – ".join(context.language.number(end, decimals) for end in ends) if ends else ""
    return {name: value, context.text("{figure}: interval", figure=name): between}


def basis(context: Context, result: Result) -> str:
    """Return what a survey's figure rests on, or why there is none."""
    if isinstance(result, Value):
        return answers_text(result, context.language)
    return hidden_label(context) if result.reason in HIDDEN_REASONS else reason_text(result, context.language)


def things_table(context: Context, guests: Guests) -> pd.DataFrame:
    """Return what was asked about; a thing with too few answers has its name and no number."""
    columns = [context.text(name) for name in _THINGS]
    say = context.language.kpi_text
    rows: list[list[object]] = []
    for thing in guests.things:
        said = say(LABELS[thing.quadrant])
        if thing.uncertain:
            said = context.text("{said} (uncertain: few answers)", said=said)
        rows.append(
            [
                asked_about(thing.name, context.language),
                thing.importance,
                thing.performance,
                thing.answers,
                said,
            ]
        )
    rows += [[asked_about(name, context.language), None, None, None, hidden_label(context)] for name in guests.hidden]
    return pd.DataFrame(rows, columns=columns)


def draw_bought_table(context: Context, guests: Guests) -> None:
    """Draw what was offered and bought by month."""
    months = guests.buying.months
    if not months["offered"].notna().any():
        st.html(note_html(context.text("No seats on sale are told month by month, or not to this reader.")))
        return
    header = headers_of(context, "offers")
    shares = {
        context.text("Enquiries that became a booking"): conversion_of,
        context.text("Sold seats that were cancelled"): cancelled_of,
    }
    table = pd.DataFrame(
        {
            context.text("Month"): [context.language.period(str(month)) for month in months.index],
            **{header[name]: list(months[name]) for name in ("offered", "sold", "enquiries", "bookings")},
            **{name: [share_of(row) for _, row in months.iterrows()] for name, share_of in shares.items()},
        }
    )
    written = _with_decimals(context, table)
    for name in shares:
        written[name] = ["" if pd.isna(share) else context.language.percent(share) for share in table[name]]
    draw_table(context, table, context.text("Offered and bought by month"), "offers", written=written)


def _with_decimals(context: Context, table: pd.DataFrame, *marks: str, decimals: int = 1) -> pd.DataFrame:
    """Return the table as written: so many decimals in every column whose name has one of the marks, else none."""
    written = table.astype(object).copy()
    for column in table:
        shown = decimals if any(mark_of in str(column) for mark_of in marks) else 0
        written[column] = [_cell(context, value, shown) for value in table[column]]
    return written


def _cell(context: Context, value: object, decimals: int) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None or pd.isna(float(str(value))) else context.language.number(float(str(value)), decimals)


def draw_reviews(context: Context, guests: Guests) -> None:
    """Draw the ratings by platform, with what they are drawn towards and how hard."""
    if not guests.ratings:
        return
    st.subheader(context.text("What they write elsewhere"))
    table = reviews_table(context, guests)
    written = _with_decimals(context, table, context.text("Mean"), context.text("Usual there"), decimals=2)
    draw_table(context, table, context.text("Reviews by platform"), "reviews", written=written)
    st.html(
        note_html(
            context.text(
                "A mean of few reviews is drawn towards what is usual on the platform among the actors loaded here. "
                "Platforms and scales are never mixed."
            )
        )
    )


def reviews_table(context: Context, guests: Guests) -> pd.DataFrame:
    """Return the ratings by platform, with the prior printed: the usual rating and its weight."""
    rows = [
        [
            rating.platform,
            NOT_KNOWN if None in rating.scale else "–".join(context.language.number(end) for end in rating.scale),
            rating.mean,
            rating.reviews,
            *_adjusted(context, rating.result),
        ]
        for rating in guests.ratings
    ]
    return pd.DataFrame(rows, columns=[context.text(name) for name in _REVIEWS])


def _adjusted(context: Context, result: Result) -> list[object]:
    if isinstance(result, Undefined):
        return [None, None, reason_text(result, context.language)]
    usual, weight = (float(str(result.detail[name])) for name in ("usual", "weight"))
    adjusted = value_text(result, "score_5", context.language)
    if (result.n or 0) < _FEW_REVIEWS:
        adjusted = context.text("{value} (uncertain: few reviews)", value=adjusted)
    return [usual, weight, adjusted]


def draw_early_tests(context: Context, guests: Guests) -> None:
    """Draw the early tests of concepts and how far each product has come; they are notes, not measurements."""
    tests, products = guests.tests.tests, guests.tests.products
    if tests.empty and products.empty:
        st.html(note_html(context.text("No early tests of ideas and no products are registered yet.")))
        return
    if len(tests):
        shown = ("date", "subject", "who", "participants", "text", "learned")
        draw_entries(context, tests, shown, context.text("Early tests, before anything is sold"), "early_tests")
    if len(products):
        header = headers_of(context, "products")
        choices = datasets()["products"].column("status").choices
        status = {choice.code: choice.names[context.language.code] for choice in choices}
        days = {name: products[name].map(day_of) for name in ("live_from", "live_to")}
        told = products.assign(status=products["status"].map(status), **days)
        table = pd.DataFrame({header[name]: told[name] for name in ("name", "status", "live_from", "live_to")})
        draw_table(context, table, context.text("How far each product has come"), "products")
