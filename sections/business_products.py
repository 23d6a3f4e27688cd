"""The products of the page Culture business: what they earn, and whether somebody has judged them to be the purpose."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from answers.answer import Answer
from answers.business import Business
from answers.lineage.points import of_product
from answers.places import actor_names
from answers.products import BEFORE_SALE, NOT_FOR_SALE
from answers.wording import reason_text
from charts.page_parts import heading, note_html
from charts.part_bars import Colour, PartBar, part_bars
from frame.context import Context
from kpis.result import Result, Undefined, Value
from sections.count_points import titled
from sections.figures import draw_figure
from sections.money import choice_names, money_text
from sections.points import Chosen, Points
from sections.tables import draw_table
from sections.words import day_of
from warehouse.schema import datasets

MOST_BARS = 14
_COLOURS: dict[str, Colour] = {
    "core": "place",
    "supporting": "place_middle",
    "none": "comparison",
    NOT_FOR_SALE: "place",
}
_UNJUDGED: Colour = "warning_soft"


def draw_products(context: Context, business: Business) -> None:
    """Draw purpose × revenue of the products, and below it who judged what and why."""
    rows = business.products.rows
    if not len(rows):
        return
    if rows["revenue_dkk"].notna().any():
        told, points = _title(context, business), products_points(context, business)
        draw_figure(context, "products", lambda: _products(context, business), told, points)
    else:
        st.html(heading(_title(context, business)))
    if business.products.hidden is not None:
        st.html(note_html(reason_text(business.products.hidden, context.language)))
    _draw_judgements(context, business)


def _products(context: Context, business: Business) -> go.Figure:
    rows = business.products.rows.head(MOST_BARS)
    bars = [
        PartBar(
            _name(row),
            None if pd.isna(row["revenue_dkk"]) else float(row["revenue_dkk"]),
            _words(context, row),
            _colour(row["mission_tag"]),
        )
        for row in rows.to_dict("records")
    ]
    names = {"": context.text("not judged"), **choice_names(context, "products", "mission_tag")}
    used = dict.fromkeys(rows["mission_tag"].fillna(""))
    return part_bars(
        bars,
        colour_labels=[(_colour(tag), names[tag]) for tag in used if tag != NOT_FOR_SALE],
        title=_title(context, business),
        subtitle=_subtitle(context, business),
        language=context.language,
        dark=context.dark,
    )


def products_points(context: Context, business: Business) -> Points:
    """Return the points of the products: what each earned, and how it was judged."""
    products = {str(row["product_id"]): row for row in business.products.rows.to_dict("records")}
    codes, year = list(products), str(business.year)

    def chosen(code: str) -> Chosen:
        row = products[code]
        amount = row["revenue_dkk"]
        shown = titled(context, _name(row), year, _words(context, row))
        result: Result = Undefined("revenue_missing") if pd.isna(amount) else Value(float(amount))
        answer = Answer("mission_aligned_revenue_share", result, year, reporters=(str(row["actor_id"]),))
        return Chosen(shown, answer, bases=of_product(code))

    return Points(
        context.text("Product"),
        lambda: {code: _name(row) for code, row in products.items()},
        lambda spot: codes[round(spot.y)] if 0 <= round(spot.y) < min(len(codes), MOST_BARS) else None,
        chosen,
    )


def _name(row: Mapping[Hashable, Any]) -> str:
    return str(row["product_id"] if pd.isna(row["name"]) else row["name"])


def _subtitle(context: Context, business: Business) -> str:
    told = context.text("Revenue of the products in {year}, DKK, by how close they are to the purpose. "
                        "The purpose is a judgement made by people.", year=business.year)  # fmt: skip
    share = business.answers["mission_aligned_revenue_share"].number
    if share is None:
        return told
    whole = context.text("Of all own income, what no product accounts for included, the core is {share}.",
                         share=context.language.percent(share, 0))  # fmt: skip
    return f"{told} {whole}"


def _colour(tag: str | None) -> Colour:
    return _COLOURS.get(tag or "", _UNJUDGED)


def _words(context: Context, row: Mapping[Hashable, Any]) -> str:
    """Return what a product earned, or why nothing is told: what is on sale may have earned what nobody has told."""
    if not pd.isna(row["revenue_dkk"]):
        return money_text(context, float(row["revenue_dkk"]))
    if row["mission_tag"] == NOT_FOR_SALE:
        return choice_names(context, "products", "mission_tag")[NOT_FOR_SALE]
    return context.text("not sold yet") if row["status"] in BEFORE_SALE else money_text(context, None)


def _title(context: Context, business: Business) -> str:
    rows = business.products.rows
    earned = rows["revenue_dkk"].sum()
    if not earned:
        kept = len(business.products.not_for_sale)
        if not kept:
            return context.text("The products and their purpose")
        return context.language.plural("{n} thing is not for sale", "{n} things are not for sale", kept)
    if business.products.lacks_revenue:
        return context.text("The products and their purpose")
    core = rows.loc[rows["mission_tag"] == "core", "revenue_dkk"].sum()
    return context.text(
        "The core of the purpose gives {share} of what the products earn",
        share=context.language.percent(float(core / earned), 0),
    )


def _draw_judgements(context: Context, business: Business) -> None:
    """Draw the table of judgements: what people have decided, with who, when and why."""
    dataset, code = datasets()["products"], context.language.code
    rows = business.products.rows
    names, purposes = actor_names(context.data), choice_names(context, "products", "mission_tag")
    unjudged = context.text("not judged")
    table = pd.DataFrame(
        {
            dataset.column("name").header[code]: rows["name"].where(rows["name"].notna(), rows["product_id"]),
            dataset.column("actor_id").header[code]: rows["actor_id"].map(lambda actor: names.get(actor, actor)),
            dataset.column("mission_tag").header[code]: rows["mission_tag"].map(
                lambda tag: purposes.get(tag, unjudged)
            ),
            dataset.column("revenue_dkk").header[code]: rows["revenue_dkk"],
            dataset.column("tag_owner").header[code]: rows["tag_owner"],
            dataset.column("tagged_on").header[code]: rows["tagged_on"].map(day_of),
            dataset.column("tag_reason").header[code]: rows["tag_reason"],
        }
    )
    if business.products.hidden is not None:
        table = table.drop(columns=dataset.column("revenue_dkk").header[code])
    draw_table(context, table, context.text("Purpose, as judged by people"), "products", rows=40)
