"""What a load would do to the figures, said in words."""

import pyarrow as pa
import pytest

from access.reader import LOCAL_ANALYST
from answers.data import Data
from answers.impact import impact
from frame.context import Context
from locales import DANISH
from sections.load_impact import impact_in_words, why_unused
from tests.answers.tables import TableData, months
from warehouse.compare import Touched

TOUCHED = [Touched("actor", "a", 2024)]


def in_words(before: Data, after: Data) -> str:
    context = Context(before, LOCAL_ANALYST, DANISH, None, None, dark=False, pages={})
    return impact_in_words(context, impact(before, after, TOUCHED, LOCAL_ANALYST))


def counted(count: float) -> TableData:
    return TableData({"visits": months("a", 2024, [count] * 12)})


def test_a_total_that_changes_is_told_with_both_values() -> None:
    said = in_words(counted(1000), counted(1200))
    assert said.startswith("Besøg i alt i a 2024: 12.000 → 14.400. ")
    assert said.endswith("tal på siderne ændres.")


def test_a_total_that_was_not_there_is_told_as_new() -> None:
    assert in_words(TableData({}), counted(1000)).startswith("Besøg i alt i a 2024: 12.000, som er nyt. ")


def test_an_actor_that_the_file_does_not_name_is_called_by_its_known_name() -> None:
    known = TableData({"actors": [{"actor_id": "a", "name": "Fyrskibet"}]})
    assert in_words(known, counted(1000)).startswith("Besøg i alt i Fyrskibet 2024: 12.000, som er nyt. ")


def test_where_nothing_changes_that_is_said() -> None:
    assert in_words(counted(5), counted(5)) == "Ingen tal på siderne ændres."


@pytest.mark.parametrize(
    ("periods", "is_said"),
    [(["2025-Q1", "2025-Q2"], True), (["2024", "2025"], True), (["2024/25"], True), (["2025", "2025-01"], False)],
)
def test_a_file_of_quarters_or_years_alone_is_told_why_no_page_uses_it(periods: list[str], is_said: bool) -> None:
    context = Context(TableData({}), LOCAL_ANALYST, DANISH, None, None, dark=False, pages={})
    said = why_unused(context, {"visits": pa.table({"period": periods}), "actors": pa.table({"actor_id": ["a"]})})
    told = "Besøg: filen har kun kvartaler eller år. De gemmes, men siderne regner på måneder, "
    assert said == (f"{told}og de fordeles ikke på måneder." if is_said else "")
