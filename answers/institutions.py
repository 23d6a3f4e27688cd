"""The tourism strategies of the houses of culture in a place, written or not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from answers.data import Data
from answers.places import Place, actor_names

CULTURE = "culture"
STRATEGY = ("aim", "guests", "season", "with_whom", "declined", "measured_by")


@dataclass(frozen=True)
class Strategy:
    """The tourism strategy of one house: what is told under each of STRATEGY, "" where it has not told it."""

    actor: str
    name: str
    told: Mapping[str, str]
    owner: str = ""
    decided_on: str = ""
    valid_to: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that are not filled in."""
        return tuple(field for field in STRATEGY if not self.told.get(field))


def strategies(data: Data, place: Place, year: int) -> tuple[Strategy, ...]:
    """Return the strategy, as it stands now, of every house of culture that the place has in the year, written or not.

    Any other actor that has written one is there too, and an actor that is looked at alone always is.
    """
    rows = {str(row["actor_id"]): row for row in data.frame("strategies").to_dict("records")}
    names = actor_names(data)
    found = []
    others = place.actors if place.kind == "actor" else tuple(rows)
    for actor in houses(data, place, year, others):
        told = {str(name): value for name, value in rows.get(actor, {}).items() if isinstance(value, str)}
        fields = {field: told.get(field, "") for field in STRATEGY}
        signed = {name: told.get(name, "") for name in ("owner", "decided_on", "valid_to")}
        found.append(Strategy(actor, names.get(actor, actor), fields, **signed))
    return tuple(found)


def houses(data: Data, place: Place, year: int, others: Collection[str] = ()) -> tuple[str, ...]:
    """Return the actors of the place in a year that are houses of culture, or among the others named."""
    frame = data.frame("actors")
    gone = (frame["active_to"] < f"{year}-01-01") | (frame["active_from"] > f"{year}-12-31")
    culture = set(frame.loc[~gone & (frame["sector"] == CULTURE), "actor_id"])
    return tuple(actor for actor in place.actors if actor in culture or actor in others)
