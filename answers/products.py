"""What the products of a place earn and whether they serve the purpose, as somebody has judged it."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import cast

import numpy as np
import pandas as pd

from answers.accounts import Accounts
from answers.answer import too_few_actors
from answers.data import Data
from answers.disclosure import Disclosure, contributors_to
from answers.earnings import Figure, of, shared, sum_over
from answers.places import Place
from kpis.business.purpose import TAGS, ProductRevenue, Tag, mission_aligned_revenue_share
from kpis.result import Undefined

NOT_FOR_SALE = "not_for_sale"
BEFORE_SALE = ("idea", "prototype", "test")
COLUMNS = ("product_id", "name", "actor_id", "status", "mission_tag", "tag_owner", "tagged_on", "tag_reason")


@dataclass(frozen=True)
class Products:
    """The products of a year, those that earn most first within each purpose; revenue is NaN where it is not told.

    `hidden` is why it is told of none: each product's revenue is one actor's.
    """

    rows: pd.DataFrame
    hidden: Undefined | None

    @property
    def not_for_sale(self) -> pd.DataFrame:
        """What somebody has decided not to sell."""
        return self.rows[self.rows["mission_tag"] == NOT_FOR_SALE]

    @property
    def lacks_revenue(self) -> bool:
        """True where it is not told what something earned that is on sale or was."""
        rows = self.rows
        earns = ~rows["status"].isin(BEFORE_SALE) & (rows["mission_tag"] != NOT_FOR_SALE)
        return bool((earns & rows["revenue_dkk"].isna()).any())


def products_of(data: Data, place: Place, year: int) -> pd.DataFrame:
    """Return the products of the actors of a place in a year, as they are told."""
    frame = data.frame("products")
    here = frame["actor_id"].isin(place.actors) & (frame["period"] == str(year))
    rows = frame.loc[here, [*COLUMNS, "revenue_dkk"]].copy()
    order = {tag: number for number, tag in enumerate(TAGS)}
    rows["order"] = rows["mission_tag"].map(lambda tag: order.get(tag, len(order)))
    return rows.sort_values(["order", "revenue_dkk"], ascending=[True, False]).drop(columns="order")


def shown_products(products: pd.DataFrame, disclosure: Disclosure) -> Products:
    """Return the products as this reader may see them."""
    if disclosure.tells_all:
        return Products(products, None)
    hidden = too_few_actors(0) if products["revenue_dkk"].notna().any() else None
    return Products(products.assign(revenue_dkk=np.nan), hidden)


def purpose_figure(products: pd.DataFrame, accounts: Accounts, disclosure: Disclosure) -> Figure:
    """Return the share of own revenue at the core of the purpose, over the actors with both products and accounts."""
    actors = shared(products["actor_id"], accounts.own.index)
    ours = products[products["actor_id"].isin(actors) & ~_not_yet_sold(products)]
    judged = [ProductRevenue(_tag(tag), _amount(tag, amount)) for tag, amount in _pairs(ours)]
    own = sum_over(accounts.own, actors)
    hidden = disclosure.hidden(of(accounts.own, actors)) or _hidden_tags(ours, accounts, disclosure)
    if hidden or not products["actor_id"].size:
        return Figure(hidden or Undefined("list_empty"), actors)
    return Figure(mission_aligned_revenue_share(judged, own_revenue_dkk=own), actors)


def _not_yet_sold(products: pd.DataFrame) -> "pd.Series[bool]":
    """Where a product is on its way and has earned nothing that is told."""
    return products["status"].isin(BEFORE_SALE) & products["revenue_dkk"].isna()


def _pairs(products: pd.DataFrame) -> list[tuple[str | None, float]]:
    return list(zip(products["mission_tag"], products["revenue_dkk"], strict=True))


def _tag(tag: str | None) -> Tag | None:
    return tag if tag in TAGS else None


def _amount(tag: str | None, amount: float) -> float | None:
    """What is not for sale earns nothing where nothing is told; elsewhere that is not known."""
    if pd.isna(amount):
        return 0.0 if tag == NOT_FOR_SALE else None
    return float(amount)


def _hidden_tags(products: pd.DataFrame, accounts: Accounts, disclosure: Disclosure) -> Undefined | None:
    """Why the shares of the tags are not told: each rests on three actors or on none, the untagged rest too."""
    if disclosure.tells_all:
        return None
    amounts = products.assign(tag=products["mission_tag"].fillna("")).pivot_table(
        index="actor_id", columns="tag", values="revenue_dkk", aggfunc="sum"
    )
    tagged = amounts.drop(columns="", errors="ignore")
    own = accounts.own[accounts.own.index.isin(set(products["actor_id"]))]
    rest = own - tagged.sum(axis=1).reindex(own.index).fillna(0)
    giving: list[frozenset[str]] = [contributors_to(tagged[cast(Hashable, tag)]) for tag in tagged.columns]
    small = any(actors and too_few_actors(len(actors)) for actors in (*giving, contributors_to(rest)))
    return too_few_actors(0) if small else None
