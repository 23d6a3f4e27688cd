from hypothesis import given
from hypothesis import strategies as st

from pipelines.names import Names, code_and_name


def test_a_known_name_is_found_whatever_its_spelling() -> None:
    names = Names.from_known({"actor": {"museumvest": "mv"}})
    assert names.find("actor", "MUSEUM-VEST") == "mv"
    assert names.resolve("actor", "museum vest", "Ark1!A2") == "mv"
    assert names.warnings({"mv"}) == []


def test_an_unknown_name_is_its_own_id_and_is_warned_of_once() -> None:
    names = Names()
    assert names.resolve("actor", "Nyt Museum", "Ark1!A2") == "Nyt Museum"
    assert names.resolve("actor", "nyt museum", "Ark1!A9") == "Nyt Museum"
    assert names.warnings(set()) == []
    (warning,) = names.warnings({"Nyt Museum"})
    assert (warning.code, warning.place, warning.value) == ("unknown_name", "Ark1!A2", "Nyt Museum")
    assert "suggestion" not in warning.values


def test_a_close_known_name_is_suggested_but_not_taken() -> None:
    names = Names.from_known({"actor": {"museumvest": "mv"}})
    assert names.resolve("actor", "Museum Vset", "Ark1!A2") == "Museum Vset"
    assert names.warnings({"Museum Vset"})[0].values["suggestion"] == "mv"


def test_a_name_that_two_actors_share_means_neither() -> None:
    names = Names()
    names.learn("actor", "Museet", "a")
    names.learn("actor", "Museet", "b")
    names.learn("actor", "Museet", "a")
    assert names.find("actor", "Museet") is None


def test_kinds_of_names_do_not_mix() -> None:
    names = Names()
    names.learn("destination", "Skagen", "skagen")
    assert names.find("actor", "Skagen") is None


def test_an_area_with_its_code_in_front_is_its_code() -> None:
    names = Names()
    assert names.resolve("area", "25016 - Cortina d'Ampezzo", "Ark1!A2") == "25016"
    assert names.warnings({"25016"})[0].value == "25016 - Cortina d'Ampezzo"
    assert names.resolve("actor", "25016 - Cortina d'Ampezzo", "Ark1!A2") == "25016 - Cortina d'Ampezzo"


def test_a_code_in_front_finds_the_area_it_is_known_as() -> None:
    names = Names.from_known({"area": {"25016": "cortina"}})
    assert names.resolve("area", "25016 - Cortina d'Ampezzo", "Ark1!A2") == "cortina"


def test_only_digits_a_dash_and_a_name_are_code_and_name() -> None:
    assert code_and_name("25016 - Cortina d'Ampezzo") == ("25016", "Cortina d'Ampezzo")
    assert code_and_name("0760–Ringkøbing") == ("0760", "Ringkøbing")
    assert code_and_name("2024-12") is None
    assert code_and_name("7 - Syv") is None
    assert code_and_name("Ærø - Marstal") is None


@given(st.lists(st.text(min_size=1, max_size=8), max_size=8))
def test_a_name_resolves_to_the_same_id_every_time(texts: list[str]) -> None:
    names = Names()
    first = [names.resolve("actor", text, "Ark1!A1") for text in texts]
    assert [names.resolve("actor", text, "Ark1!A1") for text in texts] == first
