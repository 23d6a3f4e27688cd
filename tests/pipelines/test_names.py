import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import DANISH, ENGLISH, plain_name
from pipelines.asking import Ask
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
    (warning,) = names.warnings({"Museum Vset"})
    assert (warning.code, warning.values["suggestion"], warning.values["share"]) == ("similar_name", "mv", "90")
    assert warning.ask == Ask("name", "", "actor:museumvset")
    assert warning.options == ("mv", "new")


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Ringkøbing-Skjern Kommune", "Ringkoebing Skjern"),
        ("Ringkøbing-Skjern", "Ringkøbing-Skjern kommune"),
        ("0760 Ringkøbing-Skjern", "Ringkøbing-Skjern"),
        ("760 - Ringkøbing-Skjern Kommune", "Ringkøbing-Skjern"),
        ("Glud Museum S/I", "Glud Museum"),
    ],
)
@pytest.mark.parametrize("kind", ["actor", "destination", "area"])
def test_a_code_in_front_and_a_word_such_as_kommune_are_asked_about_and_no_match(
    kind: str, written: str, known: str
) -> None:
    names = Names.from_known({kind: {plain_name(known): "id"}})
    entity = names.resolve(kind, written, "Ark1!A2")
    assert entity != "id"
    waits = kind != "area"
    assert names.waits(kind, written, "Ark1!A2") == waits
    (finding,) = names.questions() if waits else names.warnings({entity})
    assert (finding.code, finding.options) == ("near_name" if waits else "same_core", ("id", "new"))
    for language in (DANISH, ENGLISH):
        assert "id" in finding.reason(language)


@pytest.mark.parametrize("spelling", ["Ærø-Museet", "aeroe museet", "ÆRØ MUSEET", " Ærø  Museet", "Ærø_museet"])
def test_case_hyphens_blanks_and_danish_letters_match_in_silence(spelling: str) -> None:
    names = Names.from_known({"actor": {plain_name("Ærø Museet"): "aeroe"}})
    assert names.resolve("actor", spelling, "Ark1!A2") == "aeroe"
    assert names.warnings({"aeroe"}) == []


def test_names_with_other_numbers_are_not_like_each_other() -> None:
    names = Names.from_known({"actor": {"attraktion12": "a12"}})
    assert names.like("actor", "Attraktion 13") == []


def test_what_a_person_has_said_a_name_means_holds_and_is_not_asked_again() -> None:
    known = {"actor": {"museumvest": "mv"}}
    asked = Ask("name", "", "actor:museumvset")
    names = Names.from_known(known, {asked: "mv"})
    assert names.find("actor", "Museum Vset") == names.resolve("actor", "museum vset", "Ark1!A2") == "mv"
    assert names.warnings({"mv", "Museum Vset"}) == []
    new = Names.from_known(known, {asked: "new"})
    assert new.resolve("actor", "Museum Vset", "Ark1!A2") == "Museum Vset"
    assert new.warnings({"Museum Vset"}) == []


def test_an_answer_that_names_an_id_nobody_knows_is_left_aside() -> None:
    names = Names.from_known({"actor": {"museumvest": "mv"}}, {Ask("name", "", "actor:museumvset"): "gone"})
    assert names.resolve("actor", "Museum Vset", "Ark1!A2") == "Museum Vset"
    assert [warning.code for warning in names.warnings({"Museum Vset"})] == ["similar_name"]


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


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_only_an_equal_plain_name_is_ever_taken_for_a_known_one(known: str, written: str) -> None:
    names = Names.from_known({"actor": {plain_name(known): "known"}})
    assert (names.find("actor", written) == "known") == (plain_name(known) == plain_name(written))


def test_a_name_misspelt_within_one_file_is_asked_about() -> None:
    names = Names.from_known({})
    assert names.resolve("actor", "Fiskerimuseet", "Ark1!A2") == "Fiskerimuseet"
    assert names.resolve("actor", "Fiskerimuset", "Ark1!A9") == "Fiskerimuset"
    first, second = names.warnings({"Fiskerimuseet", "Fiskerimuset"})
    assert (first.code, second.code) == ("unknown_name", "similar_name")
    assert second.ask == Ask("name", "", "actor:fiskerimuset")
    assert second.options == ("Fiskerimuseet", "new")


def test_a_misspelt_name_is_the_other_once_somebody_has_said_so() -> None:
    names = Names.from_known({}, {Ask("name", "", "actor:fiskerimuset"): "Fiskerimuseet"})
    names.resolve("actor", "Fiskerimuseet", "Ark1!A2")
    assert names.resolve("actor", "Fiskerimuset", "Ark1!A9") == "Fiskerimuseet"


@pytest.mark.parametrize(("one", "other"), [("Galleri 10", "Galleri 11"), ("Nordmuseet", "Sydmuseet"), ("A", "B")])
def test_names_that_are_merely_near_each_other_are_not_asked_about(one: str, other: str) -> None:
    names = Names.from_known({})
    names.resolve("actor", one, "Ark1!A2")
    names.resolve("actor", other, "Ark1!A3")
    assert [finding.code for finding in names.warnings({one, other})] == ["unknown_name", "unknown_name"]


def test_a_new_name_like_no_other_can_be_said_to_be_a_known_one() -> None:
    known = {"actor": {"museumvest": "mv", "oestmuseet": "om"}}
    names = Names.from_known(known)
    names.resolve("actor", "Fyret", "Ark1!A2")
    (warning,) = names.warnings({"Fyret"})
    assert (warning.code, warning.ask, warning.options) == (
        "unknown_name",
        Ask("name", "", "actor:fyret"),
        ("new", "mv", "om"),
    )
    assert warning.ask is not None
    assert Names.from_known(known, {warning.ask: "om"}).resolve("actor", "Fyret", "Ark1!A2") == "om"
    said_new = Names.from_known(known, {warning.ask: "new"})
    assert said_new.resolve("actor", "Fyret", "Ark1!A2") == "Fyret"
    assert said_new.warnings({"Fyret"}) == []


def test_nothing_is_asked_of_new_names_where_none_is_known_or_many_are_new() -> None:
    first = Names()
    first.resolve("actor", "Fyret", "Ark1!A2")
    assert [finding.ask for finding in first.warnings({"Fyret"})] == [None]
    many = Names.from_known({"actor": {"museumvest": "mv"}})
    new = {letter * 5 for letter in "abcdefghijk"}
    for name in sorted(new):
        many.resolve("actor", name, "Ark1!A2")
    assert {finding.ask for finding in many.warnings(new)} == {None}


def test_a_name_somebody_gave_a_whole_table_is_not_asked_about_again() -> None:
    names = Names.from_known({"actor": {"museumvest": "mv"}}, {Ask("which_name", "layout", "ark1"): "Fyret"})
    names.resolve("actor", "Fyret", "Ark1")
    assert [(finding.code, finding.ask) for finding in names.warnings({"Fyret"})] == [("unknown_name", None)]
