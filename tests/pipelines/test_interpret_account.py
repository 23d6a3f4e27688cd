"""Every filled cell is accepted, refused or left out: titles, notes, hidden parts, totals, and random grids."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pipelines.grid import CellValue, ErrorCell, Range, Sheet, UncachedFormula
from tests.pipelines.grids import is_accounted, left_out, read, refused, sheet, visits


def test_titles_totals_notes_and_strange_columns_are_left_out_with_why() -> None:
    reading = read(
        sheet("""
        Museernes tal
        Samlet af foreningen

        Aktør | Måned   | Farve | Besøg | Antal gæster | Gennemsnit
        A     | 2023-01 | rød   | 5     | 5            | 2
        A     | 2023-02 |       | ..    |              | 2
        B     | 2023-01 |       |       |              |
        I alt |         |       | 5     | 5            |

        Kilde: billetsystemet
    """)
    )
    assert left_out(reading) == {
        "A1:A2": "title",
        "C4:C5": "unknown_column",
        "E4:E5": "second_column",
        "F4:F6": "computed",
        "A6:B7": "row_without_figures",
        "D6": "missing_mark",
        "A8:E8": "total_row",
        "A10": "note",
    }
    assert is_accounted(reading)


def test_titles_that_say_the_year_are_accepted_because_facts_rest_on_them() -> None:
    reading = read(
        sheet("""
        Besøg 2023
        Aktør | Januar | Februar
        A     | 5      | 6
    """)
    )
    assert (reading.cells.non_empty, reading.cells.accepted) == (7, 7)


def test_hidden_sheets_rows_and_columns_are_left_out_and_said() -> None:
    drawn = """
        Aktør | Måned   | Besøg | Betalende
        A     | 2023-01 | 5     | 4
        A     | 2023-02 | 999   | 4
        A     | 2023-03 | 6     | 4
    """
    reading = read(
        sheet(drawn, hidden_rows=frozenset({2}), hidden_columns=frozenset({3})), sheet(drawn, "Kladde", hidden=True)
    )
    assert visits(reading) == {("A", "2023-01"): 5, ("A", "2023-03"): 6}
    assert [(finding.place, finding.code) for finding in reading.ignored] == [
        ("Ark1!D1:D2", "hidden_columns"),
        ("Ark1!A3:D3", "hidden_rows"),
        ("Ark1!D4", "hidden_columns"),
        ("Kladde!A1:D4", "hidden_sheet"),
    ]
    assert [(warning.code, warning.value) for warning in reading.warnings if warning.code == "hidden_read"] == [
        ("hidden_read", "2")
    ]
    assert is_accounted(reading)


def test_a_column_without_figures_and_one_without_stored_figures_are_told_apart() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg | Betalende | Optælling
        A     | 2023-01 | 5     | se note   |
    """)
    )
    assert left_out(reading) == {"D1": "nothing_stored", "E1": "column_without_figures"}


def test_keys_whose_figures_were_all_refused_are_not_accepted() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg
        A     | 2023-01 | 5
        B     | 2023-01 | se note
    """)
    )
    assert left_out(reading) == {"A3:B3": "nothing_stored"}
    assert reading.cells.accepted == 6


def test_a_table_nobody_knows_beside_one_we_know_is_left_out_as_such() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg
        A     | 2023-01 | 5

        Dyr | Ben
        hest | 4
        and  | 2
    """)
    )
    assert visits(reading) == {("A", "2023-01"): 5}
    assert refused(reading) == {}
    assert left_out(reading) == {"A4:B6": "no_table"}


def test_text_below_the_figures_is_a_note_even_in_a_column_of_texts() -> None:
    reading = read(
        sheet(
            """
        Aktør | Navn        | Branche
        mv    | Museum Vest | kultur

              | Listen er opdateret i maj
    """,
            "Aktører",
        )
    )
    assert left_out(reading) == {"B4": "note"}


def test_a_list_still_to_be_filled_in_has_rows_without_figures() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg
        A     | 2023-01 |
        A     | 2023-02 |
        Tallene kommer i marts
    """)
    )
    assert left_out(reading) == {
        "A1:B1": "nothing_stored",
        "C1": "column_without_figures",
        "A2:B3": "row_without_figures",
        "A4": "note",
    }


def test_an_empty_workbook_has_nothing_to_account_for() -> None:
    reading = read(Sheet("Ark1", []), Sheet("Ark2", [[None, "  "]]))
    assert reading.cells.non_empty == 0
    assert reading.facts == {}
    assert is_accounted(reading)


SAID = (
    "Aktør|Måned|Besøg|Besøg 2023|Område|Overnatninger|Marked|Danmark|I alt|Januar|2023|jan 2023|Museum|År|kWh|Vand"
    "|Betalende|Navn|Destination|..|-|x| |1.234|12,5"
)
WORDS = st.sampled_from(SAID.split("|"))
CELLS: st.SearchStrategy[CellValue] = st.one_of(
    st.none(),
    WORDS,
    st.integers(-5, 3000),
    st.floats(),
    st.booleans(),
    st.dates(date(1890, 1, 1), date(2120, 1, 1)),
    st.text(max_size=6),
    st.just(ErrorCell("#REF!")),
    st.just(UncachedFormula("=A1")),
)
GRIDS = st.lists(st.lists(CELLS, max_size=7), max_size=9)
RANGES = st.builds(
    lambda top, left, height, width: Range(top, left, top + height, left + width),
    *(st.integers(0, 4), st.integers(0, 4), st.integers(0, 3), st.integers(0, 3)),
)
SHEETS = st.builds(
    Sheet,
    st.sampled_from(["Ark1", "Besøg 2023", "2023", "Overnatninger"]),
    GRIDS,
    hidden_rows=st.frozensets(st.integers(0, 9), max_size=2),
    hidden_columns=st.frozensets(st.integers(0, 7), max_size=2),
    merges=st.lists(RANGES, max_size=2),
)


@given(st.lists(SHEETS, max_size=2, unique_by=lambda one: one.name))
def test_no_grid_loses_a_cell_or_breaks_the_reader(sheets: list[Sheet]) -> None:
    reading = read(*sheets)
    assert is_accounted(reading)
    assert reading.cells.non_empty == sum(
        value is not None and not (isinstance(value, str) and not value.strip())
        for one in sheets
        for row in one.rows
        for value in row
    )
    assert len({(finding.place, finding.code) for finding in reading.refused}) == len(reading.refused)
    for table in reading.facts.values():
        table.validate(full=True)


def test_the_guide_of_our_own_template_is_left_out_in_either_language() -> None:
    for header in ("Ark | Kolonne | Betydning | Tilladte værdier", "Sheet | Column | Meaning | Allowed values"):
        reading = read(sheet(f"{header}\nBesøg | Måned | Hvornår. |\nBesøg | Besøg | Hvor mange. |", "Guide"))
        assert left_out(reading) == {"A1:D3": "guide_sheet"}
