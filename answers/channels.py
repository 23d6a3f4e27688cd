"""The channel plan of a place, and beside it the visits that are counted by channel."""

from dataclasses import dataclass

import pandas as pd

from answers.data import Data
from answers.joint import NO_CHANNEL, partner_codes, visits_by_channel
from answers.logged import rows_of
from answers.places import Place, actor_names


@dataclass(frozen=True)
class Counted:
    """The visits of one channel in a year, as the houses that ask their guests count them; `planned` is its line."""

    name: str
    visits: float
    share: float
    planned: str


@dataclass(frozen=True)
class Channels:
    """The whole plan as it stands now with the visits counted of each line (NaN where none are), and what is counted.

    `share` of a channel is of the visits whose channel is known.
    """

    plan: pd.DataFrame
    counted: tuple[Counted, ...]


def channels(data: Data, place: Place, year: int) -> Channels:
    """Return the whole plan as it stands now, and the visits by channel of a year, the largest first."""
    return data.remember(("channels", place.id, year), lambda: _channels(data, place, year))


def _channels(data: Data, place: Place, year: int) -> Channels:
    plan = rows_of(data, "channels", place).sort_values(["segment", "name"], ignore_index=True)
    codes, names = partner_codes(data), actor_names(data)

    def same(text: object) -> str:
        """Return what a channel is known under, whichever of its names was written."""
        plain = text.casefold() if isinstance(text, str) else ""
        return codes.get(plain, plain)

    by_channel = visits_by_channel(data, place, year)
    known = by_channel[~by_channel["channel"].str.casefold().isin(NO_CHANNEL)]
    grouped = known.groupby(known["channel"].map(same))["visits"].sum().sort_values(ascending=False)
    sums = {str(code): float(visits) for code, visits in grouped.items() if visits}
    written = {same(text): str(text) for text in known["channel"]}
    plan = plan.assign(visits=plan["counted_as"].map(lambda text: sums.get(same(text))).astype(float))
    lines = {same(row["counted_as"]): str(row["name"] or row["channel_id"]) for row in plan.to_dict("records")}
    total = sum(sums.values())
    return Channels(
        plan,
        tuple(
            Counted(names.get(code, written[code]), visits, visits / total, lines.get(code, ""))
            for code, visits in sums.items()
        ),
    )
