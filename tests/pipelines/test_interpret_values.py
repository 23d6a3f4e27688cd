"""How figures are read, and what is refused with which reason."""

from datetime import date, datetime, time, timedelta

import pytest

from locales import DANISH, ENGLISH
from pipelines.grid import CellValue, ErrorCell, Sheet, UncachedFormula
from tests.pipelines.grids import asked, facts, is_accounted, left_out, read, refused, sheet, visits, warned


def one_value(value: CellValue, header: str = "Besøg") -> Sheet:
    """Return a sheet with one good row and one row with that value."""
    return Sheet("Ark1", [["Aktør", "Måned", header], ["A", "2023-01", 7], ["A", "2023-02", value]])


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("se note", "not_a_number"),
        ("lukket 5 dage", "not_a_number"),
        ("6*", "not_a_number"),
        (True, "not_a_number"),
        (12.5, "not_whole"),
        ("12,5", "not_whole"),
        (-1, "out_of_range"),
        (10**9, "out_of_range"),
        (10**400, "not_finite"),
        (float("nan"), "not_finite"),
        (float("inf"), "not_finite"),
        (datetime(2025, 1, 1), "date_for_number"),
        (date(2025, 1, 1), "date_for_number"),
        (time(12, 0), "date_for_number"),
        (timedelta(hours=3), "date_for_number"),
        (ErrorCell("#DIV/0!"), "error_cell"),
        (UncachedFormula("=SUM(A1:A2)"), "uncached_formula"),
        ("45 %", "other_unit"),
        ("(120)", "below_zero"),
        ("(5)", "not_a_number"),
        ("-", "question"),
    ],
)
def test_a_bad_figure_is_refused_with_its_cell_and_the_good_one_is_kept(value: CellValue, code: str) -> None:
    reading = read(one_value(value))
    assert refused(reading) == {"C3": code}
    assert visits(reading) == {("A", "2023-01"): 7}
    assert is_accounted(reading)
    for language in (DANISH, ENGLISH):
        assert reading.refused[0].reason(language)
        assert reading.refused[0].suggestion(language)


@pytest.mark.parametrize("mark", ["..", ".", "…", "n/a", "N/A", "i.o."])
def test_a_mark_for_missing_is_neither_zero_nor_refused(mark: str) -> None:
    reading = read(one_value(mark))
    assert visits(reading) == {("A", "2023-01"): 7}
    assert left_out(reading)["C3"] == "missing_mark"
    assert refused(reading) == {}


@pytest.mark.parametrize("mark", ["N/A", "[x]", "ukendt", "ikke oplyst", ".. [r]", ":", "nan", "#N/A", "\xa0..\xa0"])
def test_words_for_not_known_are_missing_where_a_figure_should_stand(mark: str) -> None:
    assert left_out(read(one_value(mark)))["C3"] == "missing_mark"


@pytest.mark.parametrize("mark", ["x", "X", "w", "[c]", ":c", "diskretioneret", "fortroligt"])
def test_a_withheld_figure_is_told_from_a_missing_one(mark: str) -> None:
    reading = read(one_value(mark))
    assert left_out(reading)["C3"] == "withheld_mark"
    assert visits(reading) == {("A", "2023-01"): 7}
    assert refused(reading) == {} and is_accounted(reading)


@pytest.mark.parametrize("mark", ["lukket", "Lukket", "LUKKET ", "closed", "Lukket pga. ombygning", "lukket, vinter"])
def test_closed_is_neither_zero_nor_missing_nor_withheld_but_says_that_the_place_was_closed(mark: str) -> None:
    reading = read(one_value(mark))
    assert facts(reading, "visits") == {("A", "2023-01", "visits"): 7}
    assert facts(reading, "opening") == {("A", "2023-02", "open_flag"): 0}
    assert refused(reading) == {} and left_out(reading) == {}
    assert is_accounted(reading)


@pytest.mark.parametrize(
    "drawn",
    [
        # Tours were closed, not the place.
        "Aktør | Måned | Besøgstype | Besøg\nA | 2023-01 | alle | 7\nA | 2023-02 | omvisning | lukket",
        # Closed a whole year is no month.
        "Aktør | Periode | Besøg\nA | 2023 | 7\nA | 2024 | lukket",
        # The other figure says that it was open.
        "Aktør | Måned | Besøg | Betalende\nA | 2023-01 | 7 | 3\nA | 2023-02 | 6 | lukket",
    ],
)
def test_closed_of_a_part_or_of_a_year_is_left_out_as_such(drawn: str) -> None:
    reading = read(sheet(drawn))
    assert "closed_mark" in left_out(reading).values()
    assert "opening" not in reading.facts
    assert is_accounted(reading)


def test_closed_where_another_cell_says_open_is_a_conflict() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg  | Åben
        A     | 2023-01 | 7      | ja
        A     | 2023-02 | lukket | ja
        A     | 2023-03 | lukket | nej
    """)
    )
    assert refused(reading) == {"C3": "conflict", "D3": "conflict"}
    assert facts(reading, "opening") == {("A", "2023-01", "open_flag"): 1, ("A", "2023-03", "open_flag"): 0}
    assert is_accounted(reading)


def test_months_as_columns_may_say_closed_too() -> None:
    reading = read(
        sheet("""
        Besøg
        Aktør | 2023-01 | 2023-02
        A     | 5       | lukket
        B     | lukket  | 6
    """)
    )
    assert visits(reading) == {("A", "2023-01"): 5, ("B", "2023-02"): 6}
    assert facts(reading, "opening") == {("A", "2023-02", "open_flag"): 0, ("B", "2023-01", "open_flag"): 0}
    assert is_accounted(reading)


def test_a_mark_where_a_choice_belongs_stays_a_choice() -> None:
    drawn = sheet("""
        Aktør | Måned   | Marked | Besøg
        A     | 2023-01 | ukendt | 5
    """)
    assert visits(read(drawn)) == {("A", "2023-01", "unknown"): 5}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("4,256,452 [r]", 4256452),
        ("1.234.567 [note 3]", 1234567),
        ("1,247,276\xa0", 1247276),
        ("1\u2009234\u2009567", 1234567),
        ("12\xa0345 (p)", 12345),
        ("2 mio.", 2000000),
        ("1,25 mio", 1250000),
        ("12 tusind", 12000),
    ],
)
def test_marks_blanks_and_multiples_around_a_figure_are_understood(text: str, figure: float) -> None:
    assert visits(read(one_value(text)))["A", "2023-02"] == figure


def test_a_figure_that_says_thousands_itself_is_not_multiplied_again() -> None:
    drawn = sheet("""
        Aktør | Måned   | Beløb (t.kr.)
        A     | 2023-01 | 5
        A     | 2023-02 | 6 t.kr.
        A     | 2023-03 | kr. 0,5 mio.
    """)
    (question,) = read(drawn).questions
    assert question.ask is not None
    assert list(facts(read(drawn, confirmed={question.ask: "1000"}), "revenue").values()) == [5000, 6000, 500000]


def test_a_blank_says_nothing_and_zero_is_a_figure() -> None:
    assert visits(read(one_value(None))) == {("A", "2023-01"): 7}
    assert visits(read(one_value(0))) == {("A", "2023-01"): 7, ("A", "2023-02"): 0}


def test_a_dash_is_asked_about_once() -> None:
    reading = read(
        sheet("""
        Besøg
        Aktør | 2023-01 | 2023-02 | 2023-03
        A     | 5       | -       | –
        B     | -       | 3       | 4
    """)
    )
    assert list(asked(reading).values()) == ["dash"]
    assert refused(reading) == {"C3": "question", "D3": "question", "B4": "question"}


def test_one_figure_with_two_groups_proves_the_thousands_of_its_column() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg
        A     | 2023-01 | "761.838"
        A     | 2023-02 | "1.141.536"
        A     | 2023-03 | "987"
    """)
    )
    assert list(visits(reading).values()) == [761838, 1141536, 987]


def test_a_decimal_elsewhere_in_the_column_makes_the_point_a_decimal_mark() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Beløb (kr.)
        A     | 2023-01 | "1.234"
        A     | 2023-02 | "12.5"
    """)
    )
    assert facts(reading, "revenue")["A", "2023-01", "amount_dkk"] == 1.234


def test_a_column_that_both_readings_fit_is_asked_about_and_refused() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg   | Betalende
        A     | 2023-01 | "1.234" | 5
        A     | 2023-02 | "987"   | 6
    """)
    )
    assert asked(reading) == {"C2": "decimal"}
    assert refused(reading) == {"C2": "question", "C3": "question"}
    assert facts(reading, "visits") == {("A", "2023-01", "paying_visits"): 5, ("A", "2023-02", "paying_visits"): 6}


def test_columns_of_one_measure_prove_their_decimal_mark_together() -> None:
    reading = read(
        sheet("""
        Besøg
        Aktør | 2023-01     | 2023-02
        A     | "1.234"     | "5.678"
        B     | "1.141.536" | "7"
    """)
    )
    assert visits(reading)["A", "2023-02"] == 5678


def test_amounts_may_carry_their_own_unit_but_no_other() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Beløb (kr.)
        A     | 2023-01 | "1.234,50 kr."
        A     | 2023-02 | "€ 12,50"
    """)
    )
    assert facts(reading, "revenue") == {("A", "2023-01", "amount_dkk"): 1234.5}
    assert refused(reading) == {"C3": "other_unit"}


@pytest.mark.parametrize("header", ["Besøg (1.000)", "Besøg (t.)", "Besøg (kr.)"])
def test_a_header_that_says_thousands_or_another_unit_is_asked_about(header: str) -> None:
    reading = read(one_value(5, header))
    assert set(asked(reading).values()) <= {"scale", "unit"}
    assert refused(reading) == {"C2": "question", "C3": "question"}
    assert visits(reading) == {}


def test_a_line_above_that_says_thousands_is_asked_about() -> None:
    reading = read(
        sheet("""
        Omsætning 2023
        Enhed: 1.000 kr.
        Aktør | Januar | Februar
        A     | 5      | 6
    """)
    )
    assert set(asked(reading).values()) == {"scale"}
    assert set(refused(reading).values()) == {"question"}


@pytest.mark.parametrize(
    ("said", "flag"),
    [
        ("ja", 1),
        ("lukket", 0),
        ("åben", 1),
        ("Nej", 0),
        ("x", 1),
        ("SAND", 1),
        ("falsk", 0),
        (True, 1),
        (0, 0),
        (1.0, 1),
        ("no", 0),
    ],
)
def test_yes_and_no_are_read_in_many_ways(said: CellValue, flag: int) -> None:
    reading = read(one_value(said, "Åben"))
    assert facts(reading, "opening")["A", "2023-02", "open_flag"] == flag


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    drawn = Sheet("Ark1", [["Aktør", "Måned", "Åben"], ["A", "2023-01", 1], ["A", "2023-02", "måske"]])
    assert refused(read(drawn)) == {"C3": "not_a_flag"}


@pytest.mark.parametrize("said", ["2025-07-31", "31-07-2025", "31.07.2025", date(2025, 7, 31), datetime(2025, 7, 31)])
def test_a_date_is_stored_as_iso_text(said: CellValue) -> None:
    drawn = Sheet("Aktører", [["Aktør", "Navn", "Aktiv fra"], ["mv", "Museum Vest", said]])
    assert facts(read(drawn), "actors")["mv", "active_from"] == "2025-07-31"


def test_a_text_that_is_no_date_is_refused() -> None:
    drawn = Sheet("Aktører", [["Aktør", "Navn", "Aktiv fra"], ["mv", "Museum Vest", "i sommer"]])
    assert refused(read(drawn)) == {"C2": "not_a_date"}


def test_a_choice_is_stored_by_its_code_and_an_unknown_one_refused_with_the_choices() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg | Optælling
        A     | 2023-01 | 5     | billetsalg
        A     | 2023-02 | 6     | gæt
    """)
    )
    assert facts(reading, "visits")["A", "2023-01", "method"] == "ticket"
    assert refused(reading) == {"D3": "not_a_choice"}
    assert "ticket" in reading.refused[0].suggestion(ENGLISH)
    assert "billet" in reading.refused[0].suggestion(DANISH)


def test_text_is_trimmed_and_whole_numbers_lose_their_decimals() -> None:
    drawn = Sheet("Aktører", [["Aktør", "Navn", "CVR"], [25016.0, "  Museum\xa0 Vest\n", 12345678]])
    assert facts(read(drawn), "actors") == {("25016", "name"): "Museum Vest", ("25016", "cvr"): "12345678"}


def test_a_broken_number_among_whole_ones_is_refused_and_proves_no_decimal_mark() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg
        A     | 2023-01 | "4.102"
        A     | 2023-02 | "1.2"
    """)
    )
    assert asked(reading) == {"C2": "decimal"}


def test_an_amount_in_brackets_is_below_zero_and_doubted_with_its_cell() -> None:
    reading = read(
        sheet("""
            Aktør | Måned   | Beløb (kr.)
            A     | 2023-01 | "1.500,00"
            A     | 2023-02 | "(1.200,00)"
            A     | 2023-03 | -300
        """)
    )
    assert list(facts(reading, "revenue").values()) == [1500, -1200, -300]
    doubts = {cell: said["value"] for cell, said in warned(reading, "negative_amount").items()}
    assert doubts == {"C3": "-1200", "C4": "-300"}
    assert refused(reading) == {}


def test_what_was_spent_may_be_written_below_zero_without_a_doubt() -> None:
    reading = read(
        sheet("""
            Aktør | Måned   | Indtægtstype | Beløb (kr.)
            A     | 2023-01 | entré        | 1500
            A     | 2023-01 | omkostning   | -1200
        """)
    )
    assert sorted(facts(reading, "revenue").values()) == [-1200, 1500]
    assert warned(reading, "negative_amount") == {}


def test_a_scale_in_brackets_over_a_column_is_a_header_and_no_amount() -> None:
    reading = read(
        sheet("""
            Aktør | Måned   | Beløb (kr.)
                  |         | "(1.000)"
            A     | 2023-01 | 12
            A     | 2023-02 | 13
        """)
    )
    assert set(asked(reading).values()) == {"scale"}
    assert facts(reading, "revenue") == {}
