"""What has changed since a page was sent: each shown number that is different now, by how much, and why; nothing else.

The same composition is computed again, on today's data and once more on the data of that time: what differs already
there is computed in another way, and what differs only today comes from what was loaded or undone since.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from access.reader import Reader
from answers.data import Data
from answers.written import points_text
from board.causes import Causes
from board.composition import Composition
from board.content import Cell, Content
from board.freeze import freeze
from board.names import names_of
from board.pages_sent import SentPage
from board.parts.asked import UnknownPlaceError
from kpis.catalogue import catalogue
from locales import Language, language
from locales.language import NOT_KNOWN
from warehouse.ledger import read_ledger

# Whoever holds the link: nobody in particular, who may see what anybody may.
ANYBODY = Reader("", "reader", places=None)


@dataclass(frozen=True)
class Change:
    """A shown number that is different now, in words."""

    key: str
    name: str
    old: str
    new: str
    difference: str
    why: str


def changes(page: SentPage, data: Data) -> tuple[Change, ...]:
    """Return the changed numbers of the page, in the order in which they are shown."""
    shown, now = page.content.shown(), figures(page.composition, data, page.content.frozen_at)
    changed = [key for key, cell in shown.items() if differs(cell, now.get(key))]
    if not changed:
        return ()
    spoken, names = language(page.content.language), names_of(page.content)
    then = data_then(page.content, data)
    computed_anew = figures(page.composition, then, page.content.frozen_at)
    causes = Causes(page, then, data)
    return tuple(
        Change(
            key=key,
            name=names[key],
            old=shown[key].text,
            new=now[key].text if key in now else NOT_KNOWN,
            difference=difference(key, shown[key], now.get(key), spoken),
            why=causes.why(
                key,
                by_formula=differs(shown[key], computed_anew.get(key)),
                by_data=_moved(computed_anew.get(key), now.get(key)),
            ),
        )
        for key in changed
    )


def figures(composition: Composition, data: Data, moment: datetime) -> Mapping[str, Cell]:
    """Return every figure that the page would show, but for the places that there are no longer."""
    places = composition.places
    while places:
        try:
            asked = composition.model_copy(update={"places": places})
            return freeze(asked, data, ANYBODY, moment).shown()
        except UnknownPlaceError as error:
            places = tuple(place for place in places if place != error.args[0])
    return {}


def data_then(content: Content, data: Data) -> Data:
    """Return the data in the state that the page was frozen from."""
    last = next((event for event in data.ledger.events if event.upload == content.data_version), None)
    moment = last.recorded_at if last else content.frozen_at.replace(tzinfo=None)
    return Data(data.store, read_ledger(data.store, moment), moment)


def differs(old: Cell, new: Cell | None) -> bool:
    """True where a shown value is another one now. Its wording alone makes none, nor does what rounding hides."""
    if new is None:
        return old.number is not None or bool(old.code)
    return (old.number, old.code) != (new.number, new.code) and old.text != new.text


def _moved(before: Cell | None, now: Cell | None) -> bool:
    if before is None or now is None:
        return before is not now
    return (before.number, before.code) != (now.number, now.code)


def difference(key: str, old: Cell, new: Cell | None, spoken: Language) -> str:
    """Return the new number less the old one, each as written and in its unit: 24,3 % and 25,1 % are 0,8 apart."""
    if new is None or old.number is None or new.number is None:
        return NOT_KNOWN
    before, after = _as_written(old, spoken), _as_written(new, spoken)
    change = spoken.change(*spoken.difference(before, after))
    if "%" in f"{before}{after}" or _is_of_points(key):
        return points_text(change, spoken)
    return change


def _as_written(cell: Cell, spoken: Language) -> str:
    """Return the number as written: what has not changed on the year before is said in words alone, without its 0."""
    return cell.text if cell.number else spoken.number(0)


def _is_of_points(key: str) -> bool:
    """True for what is itself a difference of percentages, and so written without a sign of per cent."""
    _, _, name, *part = [*key.split("|"), "", ""][:4]
    unit = catalogue()[name].unit if name in catalogue() else None
    return unit == "percentage_points" or (unit == "fraction" and part == ["change"])
