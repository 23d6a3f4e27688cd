"""A header that only resembles a declared one is read as it, with a warning that says so and can be answered."""

import pytest

from locales import DANISH, ENGLISH
from pipelines.asking import Ask
from pipelines.reading import Interpretation
from pipelines.similar_headers import similar_columns
from tests.pipelines.grids import facts, is_accounted, left_out, read, sheet, visits


def resembling(reading: Interpretation) -> dict[str, str]:
    """Return cell -> the column it is read as, by the warnings."""
    found = [finding for finding in reading.warnings if finding.code == "similar_header"]
    return {finding.place.partition("!")[2]: finding.options[0] for finding in found}


@pytest.mark.parametrize(
    "header", ["Besøgende antal i alt", "Besøgstallet", "Antal besøgene", "besøgendee", "Samlet besøgstal"]
)
def test_the_only_column_of_figures_may_be_known_by_resemblance(header: str) -> None:
    drawn = sheet(f"""
        Aktør | Måned   | {header}
        A     | 2023-01 | 5
        A     | 2023-02 | 6
    """)
    reading = read(drawn)
    assert visits(reading) == {("A", "2023-01"): 5, ("A", "2023-02"): 6}
    assert resembling(reading) == {"C1": "visits"}
    assert is_accounted(reading)
    (warning,) = (finding for finding in reading.warnings if finding.code == "similar_header")
    assert "Besøg" in warning.reason(DANISH)
    assert "Visits" in warning.reason(ENGLISH)


EXTRA = """
    Aktør | Måned   | Besøg | Betalende gæst
    A     | 2023-01 | 5     | 3
    A     | 2023-02 | 6     | 4
"""


def test_a_column_beside_those_we_know_may_be_too() -> None:
    reading = read(sheet(EXTRA))
    assert facts(reading, "visits")["A", "2023-02", "paying_visits"] == 4
    assert resembling(reading) == {"D1": "paying_visits"}


def test_what_a_person_confirms_is_not_warned_of_and_what_is_denied_not_read() -> None:
    (warning,) = (finding for finding in read(sheet(EXTRA)).warnings if finding.code == "similar_header")
    assert warning.ask == Ask("column", read(sheet(EXTRA)).tables[0].layout, "betalendegaest")
    assert warning.options == ("paying_visits", "skip")
    confirmed = read(sheet(EXTRA), confirmed={warning.ask: "paying_visits"})
    assert facts(confirmed, "visits")["A", "2023-02", "paying_visits"] == 4
    assert resembling(confirmed) == {}
    denied = read(sheet(EXTRA), confirmed={warning.ask: "skip"})
    assert set(facts(denied, "visits")) == {("A", "2023-01", "visits"), ("A", "2023-02", "visits")}
    assert left_out(denied)["D1:D3"] == "skipped"
    assert resembling(denied) == {} and is_accounted(denied)


@pytest.mark.parametrize(
    "drawn",
    [
        # Its cells are no figures.
        "Aktør | Måned | Besøg | Betalende gæst\nA | 2023-01 | 5 | mange\nA | 2023-02 | 6 | få",
        # Two headers resemble the same column.
        "Aktør | Måned | Besøg | Betalende gæst | Betalende gæstr\nA | 2023-01 | 5 | 3 | 4",
        # Another column is it already.
        "Aktør | Måned | Besøg | Betalende | Betalende gæst\nA | 2023-01 | 5 | 3 | 4",
    ],
)
def test_a_resemblance_is_not_enough_where(drawn: str) -> None:
    reading = read(sheet(drawn))
    assert resembling(reading) == {}
    assert left_out(reading)


@pytest.mark.parametrize("header", ["Overnatningerne", "Overnatningre", "Antal overnatninger i alt"])
def test_what_resembles_a_measure_of_ours_is_not_only_reference(header: str) -> None:
    drawn = sheet(f"""
        Område | Måned   | {header}
        751    | 2023-01 | 5
    """)
    assert set(read(drawn).facts) == {"nights"}
    assert resembling(read(drawn)) == {"C1": "nights"}


def test_what_resembles_nothing_of_ours_stays_reference() -> None:
    drawn = sheet("""
        Område | Måned   | Cykelture
        751    | 2023-01 | 5
        751    | 2023-02 | 6
    """)
    assert set(read(drawn).facts) == {"reference"}


def test_two_columns_that_may_be_the_same_required_key_make_no_table() -> None:
    drawn = sheet("""
        Virksomhedn | Virksomhedd | Måned   | Besøg
        A           | B           | 2023-01 | 5
    """)
    assert not read(drawn).facts


@pytest.mark.parametrize(
    "header", ["Antal", "I alt", "Bemærkning", "Besøg 2", "Ændring i besøg", "Gæst", "Omkostning", "Type besøg", ""]
)
def test_these_resemble_nothing(header: str) -> None:
    assert "visits" not in similar_columns(header)


def test_a_header_with_exactly_a_declared_name_is_never_warned_of() -> None:
    reading = read(sheet(EXTRA.replace("Betalende gæst", "Betalende gæster")))
    assert facts(reading, "visits")["A", "2023-02", "paying_visits"] == 4
    assert resembling(reading) == {}
