"""The places one can look at: nothing with figures is left without a place, and nothing stands twice."""

from answers.places import actor_names, all_places, places
from tests.answers.tables import TableData, Tables, in_place, months


def ids(tables: Tables) -> list[str]:
    return list(places(TableData(tables)))


def test_an_empty_store_has_no_places() -> None:
    assert ids({}) == []


def test_a_store_of_nothing_but_actors_has_only_the_destinations_they_name() -> None:
    assert ids({"actors": [{"actor_id": "a", "name": "Museet"}]}) == []
    assert ids({"actors": in_place("a")}) == ["destination:p"]


def test_an_actor_is_a_place_of_its_own_until_somebody_puts_it_in_one() -> None:
    visits = months("a", 2024, [1])
    assert ids({"visits": visits}) == ["actor:a"]
    found = places(TableData({"visits": visits, "actors": in_place("a", "b")}))
    assert list(found) == ["destination:p"]
    assert found["destination:p"].actors == ("a", "b")


def test_an_actor_with_any_figures_at_all_has_a_place() -> None:
    tables: Tables = {
        "opening": [{"actor_id": "o", "period": "2024-01", "open_flag": 1}],
        "revenue": [{"actor_id": "r", "period": "2024", "amount_dkk": 5}],
        "sustainability": [{"actor_id": "s", "period": "2024", "metric": "kwh", "value": 5}],
        "visits": [{"actor_id": "v", "period": "2024", "visits": 5}],
    }
    assert ids(tables) == ["actor:o", "actor:r", "actor:s", "actor:v"]


def test_an_area_is_a_place_of_its_own_until_a_destination_claims_it() -> None:
    nights = months("x", 2024, [1], column="nights")
    assert ids({"nights": nights}) == ["area:x"]
    claimed = places(TableData({"nights": nights, "destinations": [{"destination_id": "p", "area_code": "x"}]}))
    assert list(claimed) == ["destination:p"]
    assert claimed["destination:p"].area == "x"


def test_a_destination_under_the_code_of_an_area_with_nights_stands_for_it() -> None:
    tables: Tables = {"nights": months("p", 2024, [1], column="nights"), "destinations": [{"destination_id": "p"}]}
    found = places(TableData(tables))
    assert list(found) == ["destination:p"]
    assert found["destination:p"].area == "p"


def test_a_destination_that_is_only_the_shadow_of_a_claimed_area_steps_aside() -> None:
    shadow = {"destination_id": "x", "area_code": "x"}
    claim = {"destination_id": "p", "area_code": "x"}
    assert ids({"destinations": [shadow]}) == ["destination:x"]
    assert ids({"destinations": [shadow, claim]}) == ["destination:p"]


def test_a_destination_with_actors_of_its_own_is_no_shadow() -> None:
    both = [{"destination_id": "x", "area_code": "x"}, {"destination_id": "p", "area_code": "x"}]
    assert ids({"destinations": both, "actors": in_place("a", place="x")}) == ["destination:p", "destination:x"]


def test_the_alphabet_is_danish_with_the_three_letters_last() -> None:
    names = ["Ærø", "Ålbæk", "Øster", "Zink", "anholt", "Aabenraa"]
    rows = [{"destination_id": f"d{number}", "name": name} for number, name in enumerate(names)]
    ordered = [place.name for place in places(TableData({"destinations": rows})).values()]
    assert ordered == ["Aabenraa", "anholt", "Zink", "Ærø", "Øster", "Ålbæk"]


def test_a_letter_written_in_two_parts_sorts_like_the_letter() -> None:
    rows = [{"destination_id": "1", "name": "A\u030albæk"}, {"destination_id": "2", "name": "Zink"}]
    assert ids({"destinations": rows}) == ["destination:2", "destination:1"]


def test_places_of_their_own_come_after_the_destinations() -> None:
    tables: Tables = {
        "destinations": [{"destination_id": "p", "name": "Østby"}],
        "visits": months("a", 2024, [1]),
        "nights": months("b", 2024, [1], column="nights"),
    }
    assert ids(tables) == ["destination:p", "actor:a", "area:b"]


def test_what_nobody_has_told_of_a_place_is_unknown() -> None:
    told = {"destination_id": "p", "name": "Sted", "residents": 900, "area_km2": 12.5, "beds": 0, "landsdel": "Fyn"}
    place = places(TableData({"destinations": [told]}))["destination:p"]
    assert (place.residents, place.area_km2, place.beds, place.province) == (900, 12.5, 0, "Fyn")
    assert (place.area, place.latitude, place.longitude, place.actors) == (None, None, None, ())


def test_an_actor_inside_a_destination_has_a_page_too_and_says_where_it_belongs() -> None:
    tables: Tables = {
        "destinations": [{"destination_id": "p", "name": "Østby"}],
        "actors": in_place("a", "b", latitude=55.5),
        "visits": months("a", 2024, [1]),
    }
    found = all_places(TableData(tables))
    assert list(found) == ["destination:p", "actor:a", "actor:b"]
    assert (found["actor:a"].inside, found["actor:a"].actors, found["actor:a"].latitude) == ("Østby", ("a",), 55.5)
    assert found["destination:p"].inside is None


def test_actors_are_called_by_their_name_or_else_by_their_id() -> None:
    tables: Tables = {
        "actors": [{"actor_id": "a", "name": "Museet"}, {"actor_id": "b"}],
        "visits": months("c", 2024, [1]),
    }
    names = actor_names(TableData(tables))
    assert (names["a"], names["c"], names["b"]) == ("Museet", "c", "b")
