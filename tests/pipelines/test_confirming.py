"""What a person answers is applied to the layout it was asked of, and to no other; what does not fit does no harm."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as ExcelWorkbook

from pipelines.asking import KINDS, Ask, subject_of
from pipelines.grid import Sheet
from pipelines.load import load, preview, store_reading
from pipelines.reading import Interpretation
from tests.pipelines.grids import asked, facts, is_accounted, left_out, read, sheet, visits
from warehouse.connect import open_store

AMBIGUOUS = """
    Aktør | Måned   | Besøg   | Betalende
    A     | 2023-01 | "1.234" | "1.234"
    A     | 2023-02 | "987"   | 6
"""
DASHES = """
    Aktør | Måned   | Besøg | Betalende
    A     | 2023-01 | 5     | 1
    A     | 2023-02 | -     | –
"""
THOUSANDS = """
    Aktør | Måned   | Beløb (t.kr.)
    A     | 2023-01 | 1.5
    A     | 2023-02 | 4.35
"""
YEARLESS = """
    Aktør | Januar | Februar
    A     | 5      | 6
"""
NAMELESS = """
    Måned   | Besøg
    2023-01 | 5
    2023-02 | 6
"""
MEASURELESS = """
    Aktør | jan 2023 | feb 2023 | mar 2023
    A     | 5        | 6        | 7
"""


def ask(reading: Interpretation, kind: str) -> Ask:
    """Return the one question of that kind."""
    (found,) = {finding.ask for finding in reading.questions if finding.code == kind}
    assert found is not None
    return found


def layout(reading: Interpretation) -> str:
    """Return the fingerprint of the first table."""
    return reading.tables[0].layout


def answered(drawn: Sheet, kind: str, answer: str) -> Interpretation:
    """Return the reading after the question of that kind was answered."""
    return read(drawn, confirmed={ask(read(drawn), kind): answer})


@pytest.mark.parametrize(
    "drawn", [AMBIGUOUS, DASHES, THOUSANDS, "Besøg\n" + YEARLESS, NAMELESS, MEASURELESS], ids=range(6)
)
def test_every_question_can_be_answered(drawn: str) -> None:
    reading = read(sheet(drawn))
    assert reading.questions
    for question in reading.questions:
        assert question.ask is not None
        assert question.ask.kind == question.code in KINDS
        assert set(question.options) >= set(KINDS[question.code])


@pytest.mark.parametrize(("mark", "figure"), [(",", 1234.0), (".", 1.234)])
def test_the_decimal_mark_is_settled_for_one_column_and_stays_open_for_the_other(mark: str, figure: float) -> None:
    drawn = sheet(AMBIGUOUS.replace("Besøg", "Beløb").replace("Betalende", "Note"))
    settled = answered(drawn, "decimal", mark)
    assert facts(settled, "revenue")["A", "2023-01", "amount_dkk"] == figure
    first = next(question for question in read(sheet(AMBIGUOUS)).questions)
    assert first.ask is not None
    one = read(sheet(AMBIGUOUS), confirmed={first.ask: ","})
    assert asked(one) == {"D2": "decimal"}
    assert visits(one) == {("A", "2023-01"): 1234, ("A", "2023-02"): 987}
    assert is_accounted(one)


def test_a_dash_becomes_zero_or_missing_in_the_whole_table() -> None:
    zero = answered(sheet(DASHES), "dash", "zero")
    assert facts(zero, "visits")["A", "2023-02", "visits"] == 0
    assert facts(zero, "visits")["A", "2023-02", "paying_visits"] == 0
    missing = answered(sheet(DASHES), "dash", "missing")
    assert visits(missing) == {("A", "2023-01"): 5}
    assert left_out(missing)["C3:D3"] == "missing_mark"
    assert not zero.questions and not missing.questions
    assert is_accounted(zero) and is_accounted(missing)


def test_a_dash_among_yes_and_no_is_settled_too() -> None:
    drawn = sheet("""
        Aktør | Måned   | Åben
        A     | 2023-01 | ja
        A     | 2023-02 | -
    """)
    assert facts(answered(drawn, "dash", "zero"), "opening")["A", "2023-02", "open_flag"] == 0


def test_a_scale_multiplies_the_figures_without_the_noise_of_binary_fractions() -> None:
    settled = answered(sheet(THOUSANDS), "scale", "1000")
    assert list(facts(settled, "revenue").values()) == [1500, 4350]
    assert list(facts(answered(sheet(THOUSANDS), "scale", "1"), "revenue").values()) == [1.5, 4.35]


def test_a_total_column_is_compared_in_the_same_scale_as_its_parts() -> None:
    drawn = sheet("""
        Omsætning 2023
        Enhed: 1.000 kr.
        Aktør | Januar | Februar | I alt
        A     | 5      | 6       | 11
        B     | 1      | 2       | 4
    """)
    settled = answered(drawn, "scale", "1000")
    assert facts(settled, "revenue")["A", "2023-02", "amount_dkk"] == 6000
    assert {finding.place for finding in settled.warnings if finding.code == "total_differs"} == {"Ark1!D5"}


def test_an_answer_of_thousands_is_not_used_where_the_line_above_says_millions() -> None:
    drawn = "Omsætning 2023\nEnhed: {}\nAktør | Januar | Februar\nA | 5 | 6"
    thousands = ask(read(sheet(drawn.format("1.000 kr."))), "scale")
    assert asked(read(sheet(drawn.format("mio. kr.")), confirmed={thousands: "1000"}))


def test_a_column_in_another_unit_is_read_or_left_out() -> None:
    drawn = sheet("""
        Aktør | Måned   | Besøg | Betalende (kr.)
        A     | 2023-01 | 5     | 3
    """)
    same = answered(drawn, "unit", "same")
    assert facts(same, "visits")["A", "2023-01", "paying_visits"] == 3
    skipped = answered(drawn, "unit", "skip")
    assert facts(skipped, "visits") == {("A", "2023-01", "visits"): 5}
    assert set(left_out(skipped).values()) == {"skipped"}
    assert not skipped.questions and is_accounted(skipped)


def test_the_year_of_months_without_one_is_told_for_these_figures_only() -> None:
    drawn = sheet("Besøg\n" + YEARLESS)
    year = ask(read(drawn), "which_year")
    assert visits(read(drawn, confirmed={year: "2024"})) == {("A", "2024-01"): 5, ("A", "2024-02"): 6}
    next_years = sheet("Besøg\n" + YEARLESS.replace("5 ", "7 "))
    assert set(asked(read(next_years, confirmed={year: "2024"})).values()) == {"which_year"}


def test_whose_figures_they_are_is_told_for_these_figures_only() -> None:
    name = ask(read(sheet(NAMELESS)), "which_name")
    known = {"actor": {"museumvest": "mv"}}
    settled = read(sheet(NAMELESS), known=known, confirmed={name: "mv"})
    assert visits(settled) == {("mv", "2023-01"): 5, ("mv", "2023-02"): 6}
    assert read(sheet(NAMELESS), known=known).questions[0].options == ("mv",)
    new = read(sheet(NAMELESS), known=known, confirmed={name: "Nyt Museum"})
    assert {finding.code for finding in new.warnings} == {"unknown_name"}
    another = sheet(NAMELESS.replace("| 5", "| 8"))
    assert set(asked(read(another, confirmed={name: "mv"})).values()) == {"which_name"}


def test_what_figures_count_is_told_as_dataset_and_column() -> None:
    question = next(one for one in read(sheet(MEASURELESS)).questions)
    assert {"visits.visits", "revenue.amount_dkk", "opening.open_days"} <= set(question.options)
    assert "nights.nights" not in question.options
    settled = answered(sheet(MEASURELESS), "which_measure", "revenue.amount_dkk")
    assert facts(settled, "revenue")["A", "2023-03", "amount_dkk"] == 7
    assert not settled.questions and is_accounted(settled)


def test_what_could_not_be_asked_before_is_asked_when_the_measure_is_known() -> None:
    drawn = sheet(MEASURELESS.replace(" 2023", ""))
    measure = ask(read(drawn), "which_measure")
    then = read(drawn, confirmed={measure: "visits.visits"})
    assert set(asked(then).values()) == {"which_year"}
    done = read(drawn, confirmed={measure: "visits.visits", ask(then, "which_year"): "2024"})
    assert visits(done)["A", "2024-03"] == 7


def test_unknown_headers_are_confirmed_to_be_names() -> None:
    drawn = sheet("""
        Besøg
        Måned   | Nord | Syd
        2023-01 | 5    | 6
        2023-02 | 7    | 8
    """)
    known = {"actor": {"museumvest": "mv"}}
    (question,) = read(drawn, known=known).questions
    assert question.options == ("new",) and question.ask is not None
    settled = read(drawn, known=known, confirmed={question.ask: "new"})
    assert visits(settled)["Syd", "2023-02"] == 8


COLUMNS = """
    Aktør | Måned   | Besøg | Fremmødte | Bemærkning
    A     | 2023-01 | 5     | 50        | regn
    A     | 2023-02 | 6     | 60        | sol
"""


def test_an_unread_column_is_named_and_can_be_given_a_meaning() -> None:
    reading = read(sheet(COLUMNS))
    assert list(reading.tables[0].unread) == ["Fremmødte", "Bemærkning"]
    settled = read(sheet(COLUMNS), confirmed={Ask("column", layout(reading), "fremmoedte"): "paying_visits"})
    assert facts(settled, "visits")["A", "2023-02", "paying_visits"] == 60
    assert settled.tables[0].columns["Fremmødte"] == "paying_visits"
    assert list(settled.tables[0].unread) == ["Bemærkning"]
    assert settled.tables[0].layout == layout(reading)
    assert is_accounted(settled)


def test_a_column_said_to_be_the_same_takes_the_place_of_the_one_before() -> None:
    confirmed = {Ask("column", layout(read(sheet(COLUMNS))), "fremmoedte"): "visits.visits"}
    settled = read(sheet(COLUMNS), confirmed=confirmed)
    assert visits(settled) == {("A", "2023-01"): 50, ("A", "2023-02"): 60}
    assert left_out(settled)["C1:C3"] == "second_column"


def test_a_column_can_be_left_out() -> None:
    confirmed = {Ask("column", layout(read(sheet(COLUMNS))), "besoeg"): "skip"}
    reading = read(sheet(COLUMNS), confirmed=confirmed)
    assert not reading.facts and is_accounted(reading)
    confirmed |= {Ask("column", layout(read(sheet(COLUMNS))), "fremmoedte"): "visits"}
    assert visits(read(sheet(COLUMNS), confirmed=confirmed))["A", "2023-02"] == 60


def test_a_key_that_is_left_out_is_asked_for() -> None:
    confirmed = {Ask("column", layout(read(sheet(COLUMNS))), "aktoer"): "skip"}
    assert set(asked(read(sheet(COLUMNS), confirmed=confirmed)).values()) == {"which_name"}


def test_a_column_can_become_the_key_instead_of_another() -> None:
    drawn = sheet("""
        Aktør | Afdeling | Måned   | Besøg
        A     | Nord     | 2023-01 | 5
        A     | Syd      | 2023-01 | 6
    """)
    confirmed = {Ask("column", layout(read(drawn)), "afdeling"): "actor_id"}
    settled = read(drawn, confirmed=confirmed)
    assert visits(settled) == {("Nord", "2023-01"): 5, ("Syd", "2023-01"): 6}
    assert left_out(settled)["A1:A3"] == "second_column"


def test_a_column_moves_between_the_datasets_of_one_table() -> None:
    drawn = sheet("""
        Aktør | Måned   | Besøg | Åbningsdage | Dage
        A     | 2023-01 | 5     | 20          | 21
    """)
    reading = read(drawn)
    assert {table.dataset for table in reading.tables} == {"visits", "opening"}
    confirmed = {Ask("column", layout(reading), "dage"): "opening.open_days"}
    settled = read(drawn, confirmed=confirmed)
    assert facts(settled, "visits") == {("A", "2023-01", "visits"): 5}
    assert is_accounted(settled)


SAME_LAYOUT: dict[str, Callable[[str], Sheet]] = {
    "another sheet": lambda text: sheet(text, "Tal"),
    "more rows": lambda text: sheet(text + "\nB | 2023-05 | 8 | 9 | x"),
    "a title above": lambda text: sheet("Tal for 2023\n" + text.strip("\n")),
    "other order": lambda text: Sheet("Ark1", [row[::-1] for row in sheet(text).rows]),
    "another year": lambda text: sheet(text.replace("2023", "2024").replace("Besøg", "Besøg 2024")),
}


@pytest.mark.parametrize("change", SAME_LAYOUT)
def test_the_layout_is_the_same_with(change: str) -> None:
    assert layout(read(SAME_LAYOUT[change](COLUMNS))) == layout(read(sheet(COLUMNS)))


def test_the_layout_is_another_with_another_header() -> None:
    assert layout(read(sheet(COLUMNS.replace("Bemærkning", "Vejr")))) != layout(read(sheet(COLUMNS)))


def test_the_layout_of_months_as_columns_is_the_same_in_another_year_and_with_more_months() -> None:
    drawn = "Besøg\n" + MEASURELESS
    more = drawn.replace("2023", "2024").replace("mar 2024", "mar 2024 | apr 2024").replace("| 7", "| 7 | 8")
    assert layout(read(sheet(more))) == layout(read(sheet(drawn)))


def test_the_subject_of_a_header_has_no_year() -> None:
    assert subject_of("Besøg 2023") == subject_of("besøg") == "besoeg"
    assert subject_of("2019/20") != ""


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([AMBIGUOUS, DASHES, THOUSANDS, "Besøg\n" + YEARLESS, NAMELESS, MEASURELESS, COLUMNS]),
    st.lists(st.tuples(st.sampled_from(sorted(KINDS)), st.integers(0, 6), st.text(max_size=12)), max_size=5),
    st.sampled_from(
        ["skip", "visits", "visits.method", "actor_id", "period", "nights.nights", "nothing.here", "", ".", "zero", "0"]
    ),
)
def test_no_answer_however_wrong_breaks_the_reading_or_loses_a_cell(
    drawn: str, answers: list[tuple[str, int, str]], likely: str
) -> None:
    reading = read(sheet(drawn))
    asks = [question.ask for question in reading.questions if question.ask]
    headers = [header for table in reading.tables for header in (*table.columns, *table.unread)] or ["besøg"]
    fingerprints = [table.layout for table in reading.tables] + [one.layout for one in asks]
    confirmed = {one: answers[at][2] if at < len(answers) else likely for at, one in enumerate(asks)}
    for kind, at, text in answers:
        subject = subject_of(headers[at % len(headers)])
        confirmed[Ask(kind, fingerprints[0], subject)] = likely if at % 2 else text
    assert is_accounted(read(sheet(drawn), confirmed=confirmed))


def _saved(folder: Path, name: str, drawn: str) -> Path:
    book = ExcelWorkbook()
    for row in sheet(drawn).rows:
        book.active.append(list(row))  # type: ignore[union-attr]
    book.save(folder / name)
    return folder / name


def test_a_question_answered_once_is_not_asked_of_the_next_file_of_the_layout(home: Path) -> None:
    store = open_store()
    first = _saved(home, "januar.xlsx", AMBIGUOUS)
    shown = preview(store, first)
    confirmed = {question.ask: "," for question in shown.reading.questions if question.ask}
    assert len(confirmed) == 2
    settled = preview(store, first, confirmed=confirmed)
    assert not settled.reading.questions
    assert settled.difference.new == 4
    done = store_reading(store, first, settled.reading, "Anna", confirmed)
    assert done.difference == settled.difference
    later = AMBIGUOUS.replace("1.234", "2.345").replace("2023", "2024") + "\nB | 2024-01 | 3 | 1"
    loaded = load(store, _saved(home, "februar.xlsx", later), "Bo")
    assert not loaded.reading.questions
    assert loaded.difference.new == 6


def test_a_name_said_to_be_a_known_one_is_it_in_every_later_file(home: Path) -> None:
    store = open_store()
    listed = ExcelWorkbook()
    for row in (["Aktør", "Navn", "Branche"], ["museum-vest", "Museum Vest", "kultur"]):
        listed.active.append(row)  # type: ignore[union-attr]
    listed.active.title = "Aktører"  # type: ignore[union-attr]
    listed.save(home / "aktører.xlsx")
    assert load(store, home / "aktører.xlsx", "Anna").upload
    file = _saved(home, "januar.xlsx", "Aktør | Måned | Besøg\nMuseum Vset | 2023-01 | 5")
    (warning,) = (one for one in preview(store, file).reading.warnings if one.code == "similar_name")
    assert warning.ask is not None and warning.options == ("museum-vest", "new")
    confirmed = {warning.ask: "museum-vest"}
    settled = preview(store, file, confirmed=confirmed).reading
    assert settled.facts["visits"]["actor_id"].to_pylist() == ["museum-vest"]
    store_reading(store, file, settled, "Anna", confirmed)
    later = load(store, _saved(home, "februar.xlsx", "Aktør | Måned | Besøg\nMUSEUM VSET | 2023-02 | 6"), "Bo")
    assert later.reading.facts["visits"]["actor_id"].to_pylist() == ["museum-vest"]
    assert later.reading.warnings == []


def test_a_table_that_waits_for_an_answer_is_told_with_its_columns() -> None:
    waiting = read(sheet(NAMELESS.replace("Besøg", "Besøg | Noget").replace("5", "5 | 1").replace("6", "6 | 2")))
    assert waiting.tables == []
    (table,) = waiting.waiting
    assert (table.dataset, dict(table.columns)) == ("visits", {"Måned": "period", "Besøg": "visits"})
    assert list(table.unread) == ["Noget"]
    settled = answered(sheet(NAMELESS), "which_name", "A")
    assert (len(settled.tables), list(settled.waiting)) == (1, [])


@pytest.mark.parametrize(
    ("drawn", "kind", "answer"),
    [
        ("Måned | Besøg | Åbningsdage \n 2023-01 | 50 | 20 \n 2023-02 | 51 | 21", "which_name", "A"),
        ("Aktør | Måned | Besøg | Åbningsdage \n A | januar | 50 | 20 \n A | februar | 51 | 21", "which_year", "2023"),
    ],
)
def test_one_answer_settles_every_dataset_of_a_table(drawn: str, kind: str, answer: str) -> None:
    reading = answered(sheet(drawn), kind, answer)
    assert visits(reading) == {("A", "2023-01"): 50, ("A", "2023-02"): 51}
    assert list(facts(reading, "opening").values()) == [20, 21]
    assert asked(reading) == {}
    assert is_accounted(reading)
