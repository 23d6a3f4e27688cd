"""What a reader is told of money and staff: never what would give fewer than three actors away."""

from collections.abc import Collection

import pandas as pd

from access.reader import Reader
from kpis.disclosure import parts_to_tell, singles_out
from kpis.result import Undefined

Actors = frozenset[str]
Parts = tuple[tuple[str, ...], ...]


class Disclosure:
    """The sums of one place and year that one reader is told; the first come, first told."""

    def __init__(self, reader: Reader, told: Collection[Actors] = ()) -> None:
        self._tells_all = reader.sees_business_figures
        self._told = list(told)

    @property
    def tells_all(self) -> bool:
        """True where the reader sees the figures of single businesses."""
        return self._tells_all

    @property
    def told(self) -> tuple[Actors, ...]:
        """The sets of actors whose sums have been told."""
        return tuple(self._told)

    def hidden(self, amounts: "pd.Series[float]") -> Undefined | None:
        """Return why the sum of these amounts is not told, None where it is, or where nobody has a part in it."""
        return self.hidden_of(contributors_to(amounts))

    def hidden_of(self, actors: Actors) -> Undefined | None:
        """Return why a sum over these actors is not told, None where it is, or where there are none."""
        if self._tells_all or not actors:
            return None
        why = singles_out(actors, self._told)
        if why is None:
            self._told.append(actors)
        return why

    def parts(self, amounts: pd.DataFrame) -> Parts:
        """Return the columns that are told of actor × part, small ones joined; () where the whole is not told."""
        if amounts.empty or self.hidden(amounts.sum(axis=1)):
            return ()
        contributors = {str(name): contributors_to(amounts[name]) for name in amounts.columns}
        return tuple((name,) for name in contributors) if self._tells_all else parts_to_tell(contributors)


def contributors_to(amounts: "pd.Series[float]") -> Actors:
    """Return the actors with a part in the amounts; 0 is none."""
    return frozenset(str(actor) for actor in amounts.index[amounts.fillna(0) != 0])
