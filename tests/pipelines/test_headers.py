from datetime import datetime

import pytest

from pipelines.grid import CellValue
from pipelines.headers import Headers, Meaning
from pipelines.names import Names
from pipelines.periods import PeriodPart


def meaning(value: CellValue, names: Names | None = None) -> Meaning:
    read = Headers(names or Names()).meaning(value)
    assert read is not None
    return read


@pytest.mark.parametrize("text", ["Besøg", "BESOEG", " besøg ", "Besøg*", "Besøg¹", "Besøg [note 2]", "Besøg (antal)"])
def test_a_header_is_known_despite_case_letters_and_footnotes(text: str) -> None:
    assert meaning(text).columns["visits"] == ("visits", 0)


def test_an_alias_ranks_below_the_declared_header() -> None:
    assert meaning("Antal gæster").columns["visits"] == ("visits", meaning("Antal gæster").columns["visits"][1])
    assert meaning("Antal gæster").columns["visits"][1] > 0


def test_a_unit_that_belongs_to_the_declared_header_is_no_scale() -> None:
    assert meaning("Beløb (kr.)").columns["revenue"] == ("amount_dkk", 0)
    assert meaning("Areal (km²)").columns["destinations"] == ("area_km2", 0)
    assert meaning("Beløb (kr.)").scale is None


@pytest.mark.parametrize(
    "text", ["Besøg (1.000)", "Besøg (t.)", "Besøg i 1.000", "Omsætning t.kr.", "Omsætning (mio. kr.)"]
)
def test_thousands_and_millions_in_a_header_are_told(text: str) -> None:
    read = meaning(text)
    assert read.scale
    assert read.columns


def test_a_year_beside_the_name_is_read_with_it() -> None:
    read = meaning("Besøg 2023")
    assert (read.columns["visits"][0], read.period) == ("visits", PeriodPart(2023))
    assert meaning("Besøg jan 2023").period == PeriodPart(2023, 1)


def test_months_years_and_dates_are_periods() -> None:
    assert meaning("Januar").period == PeriodPart(month=1)
    assert meaning(2018).period == PeriodPart(2018)
    assert meaning(datetime(2020, 1, 1)).period == PeriodPart(2020, 1)


def test_totals_are_both_totals_and_the_choice_all() -> None:
    read = meaning("I alt")
    assert read.total
    assert read.choices["nights", "market"] == "all"


def test_known_names_are_headers() -> None:
    names = Names.from_known({"actor": {"museumvest": "mv"}})
    assert meaning("Museum Vest", names).entities == {"actor": "mv"}


@pytest.mark.parametrize("value", [5, 1234.5, "761.838", "x" * 200, True])
def test_figures_and_long_texts_are_no_headers(value: CellValue) -> None:
    assert Headers(Names()).meaning(value) is None
