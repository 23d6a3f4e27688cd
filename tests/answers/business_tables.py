"""Tiny accounts: so many kroner a month from each stream, for each actor."""

from access.reader import LOCAL_ANALYST, Reader
from answers.answer import Answer
from answers.business import Business, business
from kpis.result import Undefined, Value
from tests.answers.tables import Row, TableData, Tables, in_place, months, place_of

OUTSIDER = Reader("Gæst", "reader", places=None)


def accounts(actor: str, year: int, **monthly: float) -> list[Row]:
    """Return the same amount of each stream for every month."""
    return [
        {"actor_id": actor, "period": f"{year}-{month:02d}", "stream": stream, "amount_dkk": amount}
        for month in range(1, 13)
        for stream, amount in monthly.items()
    ]


def visited(*actors: str, year: int = 2025, each_month: int = 100) -> list[Row]:
    """Return so many visits a month for each actor."""
    return [row for actor in actors for row in months(actor, year, [each_month] * 12)]


def told(tables: Tables, reader: Reader = LOCAL_ANALYST, year: int = 2025) -> Business:
    """Return the answers of the place with all the actors of these tables."""
    named = {str(row["actor_id"]) for rows in tables.values() for row in rows if "actor_id" in row}
    place: Tables = {"destinations": [{"destination_id": "p", "name": "Vig"}], "actors": in_place(*sorted(named))}
    data = TableData({**place, **tables})
    return business(data, place_of(data), year, reader)


def number(answer: Answer) -> float | None:
    """Return the value to six digits, None where it is undefined."""
    return None if answer.number is None else round(answer.number, 6)


def reason(answer: Answer) -> str:
    """Return why an answer is undefined."""
    assert isinstance(answer.result, Undefined), answer.result
    return answer.result.reason


def detail(answer: Answer, name: str) -> object:
    """Return a companion figure of an answer."""
    assert isinstance(answer.result, Value), answer.result
    return answer.result.detail[name]
