"""One cell that names several actors, as the partners of a product."""

import pytest

from pipelines.facts import entities_in
from tests.pipelines.grids import read, refused, sheet
from warehouse.schema import each_of, listed

PRODUCTS = """
    Produkt | År   | Aktør  | Partnere
    P1      | 2025 | Museet | {partners}
"""


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("Kroen", ["Kroen"]),
        ("Kroen, Spinderiet", ["Kroen", "Spinderiet"]),
        ("Kroen ; Spinderiet;", ["Kroen", "Spinderiet"]),
        ("Hansen, Jensen og Co; Kroen", ["Hansen, Jensen og Co", "Kroen"]),
        ("Kroen, Kroen", ["Kroen"]),
    ],
)
def test_names_stand_between_commas_or_between_semicolons(written: str, named: list[str]) -> None:
    reading = read(sheet(PRODUCTS.format(partners=written)))
    assert refused(reading) == {}
    told = reading.facts["products"].to_pylist()
    (partners,) = [fact["text"] for fact in told if fact["measure"] == "partners"]
    assert list(each_of(partners)) == named
    assert entities_in(reading.facts) == {"Museet", *named}


def test_a_mark_for_missing_names_nobody() -> None:
    reading = read(sheet(PRODUCTS.format(partners="..")))
    assert "partners" not in reading.facts["products"]["measure"].to_pylist()


def test_what_is_listed_is_read_back_each_once() -> None:
    assert each_of(listed(["b", "a", "b"])) == ("b", "a")
    assert each_of(None) == each_of("") == ()
