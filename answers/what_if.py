"""What if: guests of a month come in May or October instead, or new ones are won in the shoulder of the season.

Pure arithmetic on twelve counts. Nobody is put where there is no room, and nobody where the house is closed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answers.compare import Months
from kpis.buckets import DEFAULT_BUCKETS
from kpis.growth.capacity import TARGET_UTILISATION
from kpis.growth.markets import TOTAL

JULY = 7
MOVED_TO = (5, 10)
SHOULDER = DEFAULT_BUCKETS.shoulder
MOST_MOVED, MOST_WON = 50, 20_000
# The months guests may leave: any but those they come to.
LEFT = tuple(month for month in range(1, 13) if month not in MOVED_TO)
MOVE, LEAVE, TO, WIN, MARKET = "move", "from", "to", "win", "market"
PARAMETERS = (MOVE, LEAVE, TO, WIN, MARKET)
_NOBODY = 1e-9


@dataclass(frozen=True)
class Plan:
    """`move` per cent of the month `leave` to the months `to`, and `win` guests of a market in the shoulder months."""

    move: int = 0
    win: int = 0
    market: str = TOTAL
    leave: int = JULY
    to: tuple[int, ...] = MOVED_TO

    @property
    def is_nothing(self) -> bool:
        """True where nothing is tried."""
        return not self.move and not self.win

    def as_parameters(self) -> dict[str, str]:
        """Return the plan as it stands in an address; what is not tried is left out."""
        told = {
            MOVE: self.move,
            LEAVE: self.leave if self.move and self.leave != JULY else "",
            TO: to_code(self.to) if self.move and self.to != MOVED_TO else "",
            WIN: self.win,
            MARKET: self.market if self.win and self.market != TOTAL else "",
        }
        return {name: str(value) for name, value in told.items() if value}


@dataclass(frozen=True)
class Year:
    """Twelve counts, the visits each month has comfortable room for (None where not known), and where it is closed."""

    counts: tuple[float, ...]
    room: Months = (None,) * 12
    closed: tuple[bool, ...] = (False,) * 12

    def space(self, month: int) -> float:
        """Return how many more there is room for in a month; no limit where the room is not known."""
        if self.closed[month - 1]:
            return 0.0
        room = self.room[month - 1]
        return float("inf") if room is None else max(0.0, room - self.counts[month - 1])


@dataclass(frozen=True)
class Tried:
    """The year after a plan; `moved` and `won` found room, `turned_away` is how many did not."""

    before: Year
    after: Year
    moved: float
    won: float
    turned_away: float


def comfortable(capacity: Months, target: float = TARGET_UTILISATION) -> Months:
    """Return the visits each month has comfortable room for: the target share of its capacity."""
    return tuple(None if room is None else target * room for room in capacity)


def tried(year: Year, plan: Plan, pattern: Sequence[float] = ()) -> Tried:
    """Return the year with the plan carried out as far as there is room.

    The guests moved are shared equally by the months they come to, the ones won by the shoulder months as `pattern`
    (twelve counts of the market) has them; what one month has no room for goes to the others.
    """
    wanted = year.counts[plan.leave - 1] * plan.move / 100
    moved = shared_out(wanted, dict.fromkeys(plan.to, 1.0), year)
    lighter = _with(year, {plan.leave: -sum(moved.values()), **moved})
    weights = {month: float(pattern[month - 1]) if pattern else 0.0 for month in SHOULDER}
    if sum(weights.values()) <= 0:
        weights = dict.fromkeys(SHOULDER, 1.0)
    won = shared_out(plan.win, weights, lighter)
    came = sum(moved.values()), sum(won.values())
    return Tried(year, _with(lighter, won), *came, wanted + plan.win - sum(came))


def shared_out(guests: float, weights: Mapping[int, float], year: Year) -> dict[int, float]:
    """Return how many of the guests each month takes: by weight, never more than its space; the rest find no room."""
    taken = dict.fromkeys(weights, 0.0)
    waiting = {month: weight for month, weight in weights.items() if weight > 0 and year.space(month) > 0}
    while guests > _NOBODY and waiting:
        each = guests / sum(waiting.values())
        full = [month for month, weight in waiting.items() if each * weight >= year.space(month)]
        for month in full or list(waiting):
            taken[month] = year.space(month) if full else each * waiting[month]
            guests -= taken[month]
            del waiting[month]
    return taken


def _with(year: Year, changes: Mapping[int, float]) -> Year:
    counts = tuple(count + changes.get(month, 0.0) for month, count in enumerate(year.counts, 1))
    return Year(counts, year.room, year.closed)


def to_code(months: Sequence[int]) -> str:
    """Return the months that guests come to as an address has them: "5", "10" or "5-10"."""
    return "-".join(map(str, months))


TO_CODES = tuple(to_code(months) for months in (MOVED_TO, *((month,) for month in MOVED_TO)))


def read_plan(parameters: Mapping[str, str], markets: Sequence[str]) -> tuple[Plan, Mapping[str, str]]:
    """Return the plan that an address asks for, and what in it could not be followed."""
    dropped: dict[str, str] = {}

    def number(name: str, most: int) -> int:
        told = parameters.get(name, "0")
        if told.isascii() and told.isdecimal() and int(told) <= most:
            return int(told)
        dropped[name] = told
        return 0

    def one_of(name: str, known: Sequence[str]) -> str:
        """The first of those known is taken where nothing, or nothing known, is asked for."""
        told = parameters.get(name, known[0])
        if told not in known:
            dropped[name] = told
        return told if told in known else known[0]

    move, win = number(MOVE, MOST_MOVED), number(WIN, MOST_WON)
    leave = one_of(LEAVE, (str(JULY), *map(str, LEFT)))
    to = tuple(map(int, one_of(TO, TO_CODES).split("-")))
    return Plan(move, win, one_of(MARKET, (TOTAL, *markets)), int(leave), to), dropped
