"""Whose, when and of what: keys read, completed, refused, and the same key twice."""

from datetime import date

import pytest

from locales import DANISH, plain_name
from pipelines.grid import CellValue, Range, Sheet
from tests.pipelines.grids import asked, facts, is_accounted, left_out, read, refused, sheet, visits, warned


def test_a_refused_key_refuses_the_figures_of_its_row() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøgstype | Besøg | Betalende
        A     | 2023-13 | udstilling | 5     | 4
        A     | 2023-02 | fest       | 6     |
        A     | 2023-03 | udstilling | 7     |
    """)
    )
    assert refused(reading) == {
        "B2": "not_a_period",
        "D2": "key_refused",
        "E2": "key_refused",
        "C3": "not_a_choice",
        "D3": "key_refused",
    }
    assert {finding.values["column"] for finding in reading.refused if finding.code == "key_refused"} == {
        "Måned",
        "Besøgstype",
    }
    assert visits(reading) == {("A", "2023-03", "exhibition"): 7}
    assert is_accounted(reading)


def test_a_blank_key_in_a_list_that_repeats_its_labels_is_missing() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg
        A     | 2023-01 | 5
        A     | 2023-02 | 6
              | 2023-03 | 7
    """)
    )
    assert refused(reading) == {"C4": "missing_key"}
    assert left_out(reading)["B4"] == "nothing_stored"


def test_a_label_is_not_carried_down_where_rows_would_become_the_same() -> None:
    reading = read(
        sheet("""
        Besøg
        Aktør | 2023-01
        A     | 5
              | 6
    """)
    )
    assert visits(reading) == {("A", "2023-01"): 5}
    assert refused(reading) == {"B4": "missing_key"}


def test_a_label_is_not_carried_down_from_a_total() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg
        A     | 2023-01 | 5
              | 2023-02 | 6
        I alt | 2023    | 11
              | 2023-03 | 7
    """)
    )
    assert refused(reading) == {"C5": "missing_key"}


def test_a_merged_label_holds_for_all_its_rows() -> None:
    reading = read(
        sheet(
            """
        Aktør | Måned   | Besøg
        A     | 2023-01 | 5
              | 2023-02 | 6
        B     | 2023-01 | 7
        B     | 2023-02 | 8
    """,
            merges=[Range(1, 0, 2, 0)],
        )
    )
    assert visits(reading)["A", "2023-02"] == 6


def test_an_optional_key_left_blank_is_all() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Marked  | Besøg
        A     | 2023-01 | Danmark | 5
        A     | 2023-01 |         | 9
    """)
    )
    assert visits(reading) == {("A", "2023-01", "DK"): 5, ("A", "2023-01"): 9}


def test_the_same_key_twice_with_the_same_figure_counts_once() -> None:
    reading = read(
        sheet("""
        Aktør | Måned     | Besøg
        A     | 2023-01   | 5
        a     | jan. 2023 | 5
    """)
    )
    assert visits(reading) == {("A", "2023-01"): 5}
    assert (reading.cells.accepted, reading.cells.refused) == (9, 0)
    assert reading.facts["visits"]["cell"].to_pylist() == ["C2"]


def test_the_same_key_twice_with_other_figures_refuses_both_and_names_the_other() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg
        A     | 2023-01 | 5
        A     | 2023-01 | 6
        A     | 2023-02 | 7
    """),
        sheet(
            """
        Aktør | Måned   | Besøg
        A     | 2023-01 | 5
    """,
            "Ark2",
        ),
    )
    assert [(finding.place, finding.code) for finding in reading.refused] == [
        ("Ark1!C2", "conflict"),
        ("Ark1!C3", "conflict"),
        ("Ark2!C2", "conflict"),
    ]
    assert reading.refused[0].values == {"other": "Ark1!C3", "other_value": "6"}
    assert reading.refused[2].values == {"other": "Ark1!C3", "other_value": "6"}
    assert visits(reading) == {("A", "2023-02"): 7}
    assert is_accounted(reading)


def test_texts_that_differ_conflict_too() -> None:
    reading = read(
        sheet(
            """
        Aktør | Navn        | Branche
        mv    | Museum Vest | kultur
        mv    | Museet Vest | kultur
    """,
            "Aktører",
        )
    )
    assert refused(reading) == {"B2": "conflict", "B3": "conflict"}
    assert facts(reading, "actors") == {("mv", "sector"): "culture"}


def test_an_unknown_name_is_warned_of_with_its_cell_and_a_known_name_suggested() -> None:
    reading = read(
        sheet("""
        Aktør        | Måned   | Besøg
        Museum Vets  | 2023-01 | 5
        Museum Vest  | 2023-01 | 6
    """),
        known={"actor": {"museumvest": "mv"}},
    )
    said = {"value": "Museum Vets", "id": "Museum Vets", "suggestion": "mv", "share": "90"}
    assert warned(reading, "similar_name") == {"A2": said}
    assert visits(reading) == {("Museum Vets", "2023-01"): 5, ("mv", "2023-01"): 6}


def test_an_area_with_code_and_name_is_its_code_and_tells_the_place_its_name() -> None:
    reading = read(
        sheet("""
        Område                    | Måned   | Overnatninger
        25016 - Cortina d'Ampezzo | 2023-01 | 5
        25016 - Cortina d'Ampezzo | 2023-02 | 6
        25001 - Agordo            | 2023-01 |
    """)
    )
    assert facts(reading, "nights") == {("25016", "2023-01", "nights"): 5, ("25016", "2023-02", "nights"): 6}
    assert facts(reading, "destinations") == {
        ("25016", "name"): "Cortina d'Ampezzo",
        ("25016", "area_code"): "25016",
    }
    assert reading.facts["destinations"]["cell"].to_pylist() == ["A2", "A2"]
    assert reading.rows == {"nights": 2, "destinations": 1}


def test_a_place_the_workbook_lists_itself_keeps_the_name_given_there() -> None:
    places = sheet(
        """
        Destination | Navn    | Områdekode
        25016       | Cortina | 25016
    """,
        "Destinationer",
    )
    nights = sheet("""
        Område                    | Måned   | Overnatninger
        25016 - Cortina d'Ampezzo | 2023-01 | 5
    """)
    assert facts(read(places, nights), "destinations") == {
        ("25016", "name"): "Cortina",
        ("25016", "area_code"): "25016",
    }


def test_the_name_of_a_place_finds_the_area_its_figures_cover() -> None:
    places = sheet(
        """
        Destination | Navn   | Områdekode
        skagen      | Skagen | "0813"
    """,
        "Destinationer",
    )
    nights = sheet("""
        Område | Måned   | Overnatninger
        Skagen | 2023-01 | 5
    """)
    assert facts(read(nights, places), "nights") == {("0813", "2023-01", "nights"): 5}


def test_days_in_a_month_column_are_refused() -> None:
    days = Sheet("Ark1", [["Aktør", "Dato", "Besøg"], ["A", date(2023, 1, 1), 5], ["A", date(2023, 1, 2), 6]])
    assert refused(read(days)) == {"B2": "not_a_period", "C2": "key_refused", "B3": "not_a_period", "C3": "key_refused"}


def test_a_date_that_shows_only_its_year_is_that_year() -> None:
    rows: list[list[CellValue]] = [["Aktør", "År", "kWh", "Vand"], ["A", date(2023, 1, 1), 5, 6]]
    drawn = Sheet("Ark1", rows, formats={(1, 1): "yyyy"})
    assert facts(read(drawn), "sustainability")["A", "2023", "kwh", "value"] == 5


def test_a_misspelt_month_among_month_headers_is_refused_with_its_figures() -> None:
    reading = read(
        sheet("""
        Besøg 2023
        Aktør | Januar | Februra | Marts | April
        A     | 1      | 2       | 3     | 4
    """)
    )
    assert refused(reading) == {"C2": "wide_header", "C3": "key_refused"}
    assert visits(reading) == {("A", "2023-01"): 1, ("A", "2023-03"): 3, ("A", "2023-04"): 4}


def test_a_title_that_contradicts_the_months_does_not_move_them() -> None:
    reading = read(
        sheet("""
        Besøg 2022
        Aktør | Måned   | Besøg
        A     | 2023-01 | 5
    """)
    )
    assert visits(reading) == {("A", "2023-01"): 5}


@pytest.mark.parametrize("header", ["Glasværket t.kr.", "Vesterø Kunsthal (i 1.000 kr.)", "Vesterø Kunsthal t.kr."])
def test_a_name_that_says_thousands_is_asked_about_also_when_the_name_was_confirmed(header: str) -> None:
    drawn = sheet(
        f"""
        Omsætning 2022

        Måned  | {header} | Ringkøbing Fyr
        januar | 10       | 30000
        marts  | 12       | 32000
    """
    )
    names = {plain_name(name): name for name in ("Glasværket", "Vesterø Kunsthal", "Ringkøbing Fyr")}
    before = read(drawn, known={"actor": names})
    confirmed = read(drawn, known={"actor": {**names, plain_name(header): "Glasværket"}})
    assert "scale" in asked(before).values()
    assert "scale" in asked(confirmed).values()
    assert {key[0] for key in facts(confirmed, "revenue")} == {"Ringkøbing Fyr"}


VANDMOELLE = {"actor": {"noerbyvandmoelle": "nv", "glud": "glud"}}


@pytest.mark.parametrize(
    "drawn",
    [
        """
        Aktør          | Måned   | Besøg
        Nørby Vandmlle | 2023-01 | 5
        Glud           | 2023-01 | 6
        """,
        """
        Besøg
        Måned   | Nørby Vandmlle | Glud
        2023-01 | 5              | 6
        """,
        """
        Besøg
        Måned          | Besøg
        Nørby Vandmlle |
        2023-01        | 5
        Glud           |
        2023-01        | 6
        """,
    ],
    ids=["in a column", "as a header", "above its rows"],
)
def test_figures_of_a_name_hardly_different_from_a_known_one_wait_for_the_answer(drawn: str) -> None:
    reading = read(sheet(drawn), known=VANDMOELLE)
    assert visits(reading) == {("glud", "2023-01"): 6}
    (question,) = reading.questions
    assert (question.code, question.value, question.options) == ("near_name", "Nørby Vandmlle", ("nv", "new"))
    assert question.ask is not None
    assert is_accounted(reading)
    assert "unknown_name" not in {warning.code for warning in reading.warnings}
    known = read(sheet(drawn), known=VANDMOELLE, confirmed={question.ask: "nv"})
    assert visits(known) == {("nv", "2023-01"): 5, ("glud", "2023-01"): 6}
    new = read(sheet(drawn), known=VANDMOELLE, confirmed={question.ask: "new"})
    assert visits(new) == {("Nørby Vandmlle", "2023-01"): 5, ("glud", "2023-01"): 6}
    assert not known.questions and not new.questions


def test_a_tie_of_an_actor_with_itself_is_refused_at_the_cell_that_names_it_again() -> None:
    reading = read(
        sheet("""
        Part A  | Part B  | Relation   | Begyndt    | Bekræftet af A
        Museet  | Kroen   | viden      | 2024-01-01 | 1
        Museet  | museet  | viden      | 2024-01-01 | 1
        Kroen   | Museet  | henvisning | 2024-01-01 |
    """)
    )
    assert refused(reading) == {"B3": "with_itself", "D3": "key_refused", "E3": "key_refused"}
    assert reading.refused[0].reason(DANISH) == "Part B er den samme som den anden part."
    assert reading.refused[0].suggestion(DANISH) == "Angiv en anden i Part B eller i den anden."
    stored = reading.facts["partnerships"]
    assert set(zip(stored["actor_a"].to_pylist(), stored["actor_b"].to_pylist(), strict=True)) == {
        ("Museet", "Kroen"), ("Kroen", "Museet")
    }  # fmt: skip
    assert is_accounted(reading)


def test_a_tie_with_the_actor_that_a_merged_cell_names_refuses_that_row_alone() -> None:
    reading = read(
        sheet(
            """
        Part A  | Part B  | Relation | Bekræftet af A
        Kroen   | Museet  | viden    | 1
        Museet  |         | viden    | 1
    """,
            merges=[Range(1, 1, 2, 1)],
        )
    )
    assert refused(reading) == {"D3": "key_refused"}
    assert reading.facts["partnerships"].num_rows == 1
    assert is_accounted(reading)
