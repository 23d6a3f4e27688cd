"""Rows that a column nobody reads tells apart, or whose other rows are hidden, are never taken for the whole."""

import pytest

from pipelines.grid import Sheet
from pipelines.reading import Interpretation
from tests.pipelines.grids import asked, facts, is_accounted, read, refused, sheet, visits, warned

BY_ZONE = """
    Aktør | Måned   | Zone | Besøg
    A     | 2023-01 | Nord | 50
    A     | 2023-01 | Syd  | 20
    A     | 2023-02 | Nord | 51
    A     | 2023-02 | Syd  | 21
"""
WHOLE_AND_HIDDEN = """
    Aktør | Måned   | Besøg
    A     | 2023-01 | 50
    A     | 2023-01 | 20
    A     | 2023-02 | 51
"""


def answered(drawn: Sheet, answer: str) -> Interpretation:
    """Read again with the question of the unread column answered."""
    (ask,) = {finding.ask for finding in read(drawn).questions}
    assert ask is not None
    return read(drawn, confirmed={ask: answer})


@pytest.mark.parametrize("header", ["Zone", "Gæster", "Besøgende"])
@pytest.mark.parametrize("hidden", [(), (2, 4), (1, 3), (4,)])
def test_figures_that_an_unread_column_tells_apart_wait_for_an_answer(header: str, hidden: tuple[int, ...]) -> None:
    reading = read(sheet(BY_ZONE.replace("Zone", header), hidden_rows=frozenset(hidden)))
    assert facts(reading, "visits") == {}
    assert asked(reading) == {"C1": "tells_apart"}
    shown = [row for row in range(1, 5) if row not in hidden]
    assert refused(reading) == {f"D{row + 1}": "part_unknown" for row in shown}
    assert {finding.values["column"] for finding in reading.refused} == {header}
    assert is_accounted(reading)


def test_equal_figures_of_two_parts_are_not_counted_as_one() -> None:
    assert facts(read(sheet(BY_ZONE.replace("20", "50").replace("21", "51"))), "visits") == {}


def test_the_column_may_be_said_to_be_a_key() -> None:
    reading = answered(sheet(BY_ZONE), "channel")
    assert visits(reading) == {
        ("A", "2023-01", "Nord"): 50,
        ("A", "2023-01", "Syd"): 20,
        ("A", "2023-02", "Nord"): 51,
        ("A", "2023-02", "Syd"): 21,
    }
    assert asked(reading) == {}


def test_the_column_may_be_said_not_to_matter_and_then_the_rows_conflict() -> None:
    reading = answered(sheet(BY_ZONE), "skip")
    assert set(refused(reading).values()) == {"conflict"}
    assert asked(reading) == {}


def test_the_answers_offered_are_the_keys_that_nothing_says() -> None:
    (question,) = read(sheet(BY_ZONE)).questions
    assert question.options == ("visit_type", "market", "channel", "age_group", "skip")


def test_a_single_part_among_many_waits_too() -> None:
    reading = read(sheet(BY_ZONE.replace("    A     | 2023-02 | Syd  | 21\n", "")))
    assert facts(reading, "visits") == {}


def test_a_few_rows_told_apart_by_remarks_do_not_hold_up_the_others() -> None:
    months = "\n".join(f"A | 2022-{month:02d} | fin | {month + 80}" for month in range(1, 13))
    drawn = sheet(f"""
        Aktør | Måned   | Bemærkning | Besøg
        A     | 2023-01 | foreløbig  | 50
        A     | 2023-01 | endelig    | 52
        {months}
    """)
    reading = read(drawn)
    assert len(visits(reading)) == 12
    assert refused(reading) == {"D2": "part_unknown", "D3": "part_unknown"}


@pytest.mark.parametrize("remark", ["", "se note"])
def test_remarks_that_do_not_tell_rows_apart_ask_nothing(remark: str) -> None:
    drawn = BY_ZONE.replace("Nord", remark).replace("Syd", remark)
    reading = read(sheet(drawn))
    assert asked(reading) == {}
    assert set(refused(reading).values()) == {"conflict"}


def test_remarks_on_rows_with_keys_of_their_own_ask_nothing() -> None:
    reading = read(
        sheet("""
            Aktør | Måned   | Bemærkning | Besøg
            A     | 2023-01 | regn       | 50
            A     | 2023-02 | sol        | 51
        """)
    )
    assert len(visits(reading)) == 2
    assert asked(reading) == {}


def test_a_hidden_row_of_the_same_keys_is_warned_of_with_its_cell() -> None:
    reading = read(sheet(WHOLE_AND_HIDDEN, hidden_rows=frozenset({2})))
    assert visits(reading) == {("A", "2023-01"): 50, ("A", "2023-02"): 51}
    assert warned(reading, "hidden_twin") == {"C3": {"value": "20", "n": "1"}}


def test_a_hidden_row_below_the_table_counts_too() -> None:
    drawn = WHOLE_AND_HIDDEN + "    A     | 2023-02 | 7\n"
    assert set(warned(read(sheet(drawn, hidden_rows=frozenset({4}))), "hidden_twin")) == {"C5"}


def test_hidden_rows_of_other_keys_are_not_warned_of() -> None:
    assert warned(read(sheet(WHOLE_AND_HIDDEN, hidden_rows=frozenset({3}))), "hidden_twin") == {}


def test_a_hidden_row_without_a_label_has_that_of_the_row_above_it() -> None:
    drawn = WHOLE_AND_HIDDEN.replace("A     | 2023-01 | 20", "      |         | 20")
    assert set(warned(read(sheet(drawn, hidden_rows=frozenset({2}))), "hidden_twin")) == {"C3"}


def test_the_figures_of_every_dataset_of_the_table_wait() -> None:
    drawn = BY_ZONE.replace("Besøg", "Besøg | Beløb (kr.)")
    reading = read(sheet(drawn.replace("50", "50 | 5").replace("20\n", "20 | 5\n"), hidden_rows=frozenset({4})))
    assert reading.facts == {}
    assert {finding.ask for finding in reading.questions} == {reading.questions[0].ask}
    assert is_accounted(reading)


def test_a_hidden_column_tells_nothing() -> None:
    reading = read(sheet(BY_ZONE, hidden_columns=frozenset({2})))
    assert asked(reading) == {}
    assert set(refused(reading).values()) == {"conflict"}
