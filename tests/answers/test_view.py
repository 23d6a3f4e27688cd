"""A view as it stands in the address: followed where it can be, told where it cannot."""

from datetime import date

import pytest

from answers.places import all_places
from answers.view import first_place, has_figures, parse_query, read_view, years_of
from locales import DANISH, ENGLISH
from tests.answers.tables import Row, TableData, in_place, months

DATA = TableData(
    {
        "destinations": [{"destination_id": "empty", "name": "A"}, {"destination_id": "p", "name": "B"}],
        "actors": in_place("a", "b"),
        "visits": [*months("a", 2024, [1] * 12), *months("a", 2025, [1] * 3)],
    }
)


def test_without_parameters_it_is_the_first_place_with_figures_and_its_last_whole_year_in_danish() -> None:
    view = read_view(DATA, {})
    assert view.place is not None
    assert (view.place.id, view.year, view.language, dict(view.dropped)) == ("destination:p", 2024, DANISH, {})


def test_what_the_address_says_is_followed() -> None:
    view = read_view(DATA, {"place": "actor:a", "year": "2025", "lang": "en"})
    assert view.place is not None
    assert (view.place.id, view.year, view.language, dict(view.dropped)) == ("actor:a", 2025, ENGLISH, {})


@pytest.mark.parametrize(
    ("parameter", "said"),
    [
        ("place", "destination:nowhere"),
        ("year", "1999"),
        ("year", "20x4"),
        ("year", "-2024"),
        ("year", "²"),
        ("lang", "xx"),
    ],
)
def test_what_cannot_be_followed_is_told_with_what_it_said(parameter: str, said: str) -> None:
    view = read_view(DATA, {parameter: said})
    assert dict(view.dropped) == {parameter: said}
    assert view.place is not None
    assert (view.place.id, view.year, view.language) == ("destination:p", 2024, DANISH)


def test_a_year_is_judged_by_the_place_that_is_shown() -> None:
    data = TableData({"visits": [*months("a", 2024, [1] * 12), *months("b", 2025, [1] * 12)]})
    assert dict(read_view(data, {"place": "actor:b", "year": "2024"}).dropped) == {"year": "2024"}


def test_a_place_of_which_nothing_is_told_is_opened_this_year_or_in_a_year_of_others() -> None:
    this_year = date.today().year
    assert years_of(DATA, all_places(DATA)["destination:empty"]) == (2024, 2025, this_year)
    assert read_view(DATA, {"place": "destination:empty"}).year == this_year
    view = read_view(DATA, {"place": "destination:empty", "year": "2024"})
    assert (view.year, dict(view.dropped)) == (2024, {})


def test_a_store_that_knows_only_names_opens_with_its_first_place_this_year() -> None:
    data = TableData({"destinations": [{"destination_id": "empty", "name": "A"}]})
    view = read_view(data, {})
    assert view.place is not None
    assert (view.place.id, view.year) == ("destination:empty", date.today().year)
    assert not has_figures(data, view.place)


def test_an_empty_store_shows_nothing_and_says_nothing_of_other_places_and_years() -> None:
    view = read_view(TableData({}), {"place": "destination:p", "year": "2024"})
    assert (view.place, view.year) == (None, None)
    assert not view.dropped
    assert first_place(TableData({})) is None


def test_a_place_told_of_by_the_quarter_or_the_year_alone_has_these_years() -> None:
    quarters: list[Row] = [{"actor_id": "a", "period": f"2024-Q{one}", "visits": 5} for one in (1, 2, 3, 4)]
    income: list[Row] = [{"actor_id": "b", "period": "2023", "amount_dkk": 9}]
    data = TableData({"actors": in_place("a", "b"), "visits": quarters, "revenue": income})
    assert read_view(data, {}).year == 2024
    assert read_view(data, {"place": "actor:b"}).year == 2023
    assert dict(read_view(data, {"place": "actor:b", "year": "2024"}).dropped) == {"year": "2024"}


def test_quarters_beside_months_make_no_year_of_their_own() -> None:
    rows: list[Row] = [*months("a", 2024, [1] * 12), {"actor_id": "a", "period": "2025-Q1", "visits": 5}]
    assert years_of(TableData({"visits": rows}), all_places(TableData({"visits": rows}))["actor:a"]) == (2024,)


def test_a_query_is_read_with_and_without_its_question_mark() -> None:
    for query in ("?place=actor%3Aa&year=2025", "place=actor:a&year=2025"):
        assert parse_query(query) == {"place": "actor:a", "year": "2025"}
    assert parse_query("") == {}
