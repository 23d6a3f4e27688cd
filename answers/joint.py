"""What comes of working together: products made together, guests sent by partners."""

from dataclasses import dataclass, replace

import pandas as pd

from access.reader import Reader
from answers.answer import Answer, too_few_actors
from answers.compare import Coverage
from answers.data import Data
from answers.monthly import counted_visits
from answers.places import Place, actor_names
from answers.season import own_income_by_month
from kpis.collaboration.results import joint_product_share, referral_share
from kpis.result import Undefined
from warehouse.schema import ALL, datasets, each_of
from warehouse.totals import total_over

LIVE = "live"
NO_CHANNEL = frozenset({"ukendt", "unknown", "uoplyst", "ved ikke"})


@dataclass(frozen=True)
class JointProduct:
    """One product in a year; `owner` is whose revenue it is part of, and a blank status is a product on sale."""

    id: str
    name: str
    owner: str
    partners: tuple[str, ...]
    status: str
    live_from: str | None
    revenue: float | None
    identity: str

    @property
    def makers(self) -> frozenset[str]:
        """All who make it."""
        return frozenset((self.owner, *self.partners))

    @property
    def is_live(self) -> bool:
        """True where it can be bought."""
        return self.status == LIVE


def joint_products(data: Data, place: Place, year: int, reader: Reader) -> tuple[JointProduct, ...]:
    """Return the products that somebody of the place makes with others, as this reader may see them."""
    found = _products(data, place, year, made_here=True)
    shown = [one if reader.sees_business_figures else replace(one, revenue=None) for one in found if one.partners]
    return tuple(sorted(shown, key=lambda one: (not one.is_live, one.name)))


def _products(data: Data, place: Place, year: int, *, made_here: bool) -> list[JointProduct]:
    frame = data.frame("products")
    told = [_product(row) for row in frame[frame["period"] == str(year)].to_dict("records")]
    here = frozenset(place.actors)
    return [one for one in told if (one.makers & here if made_here else one.owner in here)]


def _product(row: dict[str, object] | dict[object, object]) -> JointProduct:
    told = {str(name): None if not isinstance(value, str) and pd.isna(value) else value for name, value in row.items()}  # type: ignore[call-overload]
    revenue, owner = told["revenue_dkk"], str(told["actor_id"] or "")
    partners = each_of(str(told["partners"]) if told["partners"] else None)
    return JointProduct(
        id=str(told["product_id"]),
        name=str(told["name"] or told["product_id"]),
        owner=owner,
        partners=tuple(partner for partner in partners if partner != owner),
        status=str(told["status"] or LIVE),
        live_from=str(told["live_from"]) if told["live_from"] else None,
        revenue=None if revenue is None else float(str(revenue)),
        identity=str(told["identity_text"] or ""),
    )


def joint_share(data: Data, place: Place, year: int, reader: Reader) -> Answer:
    """Return how much of the own income joint products bring, over the actors with twelve months of income."""
    income = own_income_by_month(data, place.actors, year)
    whole = income[income.notna().all(axis=1)]
    owned = _products(data, place, year, made_here=False)
    joint = [one for one in owned if one.partners and one.owner in whole.index]
    revenues = [one.revenue for one in joint if one.is_live or one.revenue is not None]
    made = [one for one in _products(data, place, year, made_here=True) if one.partners and one.is_live]
    makers = {actor for one in made for actor in one.makers & frozenset(place.actors)}
    coverage = Coverage(len(whole), len(place.actors))
    if not _products(data, place, year, made_here=True):
        return Answer("joint_product_share", Undefined("list_missing"), str(year), coverage)
    # Whose revenue it is must not show through the sum, nor through the sum of the incomes it is set beside.
    sold_by = {one.owner for one in joint}
    must_hide = bool(sold_by) and not reader.sees_business_figures
    hidden = too_few_actors(min(len(whole), len(sold_by))) if must_hide else None
    known = None not in revenues and hidden is None
    result = joint_product_share(
        float(sum(one for one in revenues if one is not None)) if known else None,
        float(whole.to_numpy().sum()) if len(whole) else None,
        joint_products=len(made),
        partners=len(makers),
        actors=len(place.actors),
    )
    if hidden:
        result = Undefined(hidden.reason, {**result.detail, **hidden.detail})
    return Answer("joint_product_share", result, str(year), coverage, reporters=tuple(whole.index))


def referrals(data: Data, place: Place, year: int) -> Answer:
    """Return the visits a partner sent among those whose channel is known, in the months in which they were asked.

    A partner is a channel that is the code or the name of an actor; the house itself is none.
    """
    by_channel, keys = visits_by_channel(data, place, year), ["actor_id", "period"]
    if by_channel.empty:
        return Answer("referral_share", referral_share(None, None), str(year))
    frame = _visits_in(data, place, year)
    totals = total_over(frame, datasets()["visits"], "visits", keys).rename("total").reset_index()
    total = totals.merge(by_channel[keys].drop_duplicates(), on=keys)["total"].sum()
    known = by_channel[~by_channel["channel"].str.casefold().isin(NO_CHANNEL)]
    partners = partner_codes(data)
    senders = known["channel"].str.casefold().map(partners)
    sent = known[senders.notna() & (senders != known["actor_id"])]
    result = referral_share(float(sent["visits"].sum()), float(known["visits"].sum()), visits=float(total))
    actors = tuple(sorted(by_channel["actor_id"].unique()))
    return Answer("referral_share", result, str(year), Coverage(len(actors), len(place.actors)), reporters=actors)


def visits_by_channel(data: Data, place: Place, year: int) -> pd.DataFrame:
    """Return the visits of a year by actor, month and channel, of those who have asked their guests."""
    frame = _visits_in(data, place, year)
    asked = frame[frame["channel"] != ALL]
    if asked.empty:
        return asked[["actor_id", "period", "channel", "visits"]]
    return total_over(asked, datasets()["visits"], "visits", ["actor_id", "period", "channel"]).reset_index()


def _visits_in(data: Data, place: Place, year: int) -> pd.DataFrame:
    counted = counted_visits(data)
    here = counted["actor_id"].isin(place.actors) & counted["period"].str.startswith(str(year))
    return counted[here & counted["visits"].notna()]


def partner_codes(data: Data) -> dict[str, str]:
    """Return the code of every known actor by its code and its name, both without capitals."""

    def look() -> dict[str, str]:
        names = actor_names(data)
        return {known.casefold(): actor for actor, name in names.items() for known in (actor, name)}

    return data.remember("actors by name", look)
