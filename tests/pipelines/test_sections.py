"""Labels alone on their rows, above the rows they are of: museums, markets and years over months."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.grid import Range, Sheet
from tests.pipelines.grids import asked, facts, is_accounted, left_out, read, refused, sheet, visits, warned

KNOWN = {"actor": {"museumvest": "mv", "museumoest": "mo", "mv": "mv", "mo": "mo"}}
OTHERS = {"actor": {"etsted": "x"}}
EXPECTED = {("mv", "2023-01"): 1.0, ("mv", "2023-02"): 2.0, ("mo", "2023-01"): 3.0, ("mo", "2023-02"): 4.0}
NEW = {({"mv": "Museum Vest", "mo": "Museum Øst"}[name], month): value for (name, month), value in EXPECTED.items()}

IN_THE_COLUMN_OF_MONTHS = sheet("""
    Besøg 2023
    Måned       | Besøg
    Museum Vest |
    Januar      | 1
    Februar     | 2
    I alt       | 3
    Museum Øst  |
    Januar      | 3
    Februar     | 4
    I alt       | 7
""")
UNDER_THE_HEADER_OF_NAMES = sheet("""
    Besøg 2023
    Museum      | Besøg
    Museum Vest |
    Januar      | 1
    Februar     | 2

    Museum Øst  |
    Januar      | 3
    Februar     | 4
""")
MERGED = sheet(
    """
    Måned          | Besøg | Bemærkning
    Museum Vest    |       |
    2023-01        | 1     | regn
    2023-02        | 2     |
    Museum Vest i alt | 3  |
    Museum Øst     |       |
    2023-01        | 3     |
    2023-02        | 4     | sol
    Museum Øst i alt | 7   |
    """,
    merges=[Range(1, 0, 1, 2), Range(5, 0, 5, 2)],
)
IN_A_COLUMN_OF_ITS_OWN = sheet("""
    Besøg 2023
                | Måned   | Besøg
    Museum Vest |         |
                | Januar  | 1
                | Februar | 2
    Museum Øst  |         |
                | Januar  | 3
                | Februar | 4
""")
UNDER_REPEATED_HEADERS = sheet("""
    Besøg 2023

    Museum Vest
    Måned       | Besøg
    Januar      | 1
    Februar     | 2
    I alt       | 3

    Museum Øst
    Måned       | Besøg
    Januar      | 3
    Februar     | 4
    I alt       | 7
""")


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(IN_THE_COLUMN_OF_MONTHS, id="in the column of the months, a total below each"),
        pytest.param(UNDER_THE_HEADER_OF_NAMES, id="in the column of the months, under a header of names"),
        pytest.param(MERGED, id="merged, with named totals"),
        pytest.param(IN_A_COLUMN_OF_ITS_OWN, id="in a column of its own"),
        pytest.param(UNDER_REPEATED_HEADERS, id="each over a header of its own"),
    ],
)
def test_a_name_on_its_own_row_is_that_of_the_rows_below_it(drawn: Sheet) -> None:
    known = read(drawn, known=KNOWN)
    assert (visits(known), refused(known), asked(known)) == (EXPECTED, {}, {})
    assert is_accounted(known)
    new = read(drawn)
    assert (visits(new), refused(new), asked(new)) == (NEW, {}, {})
    assert {warning.value for warning in new.warnings if warning.code == "unknown_name"} == {
        "Museum Vest",
        "Museum Øst",
    }


def test_a_section_of_an_unknown_name_among_known_ones_is_offered_as_new() -> None:
    reading = read(IN_THE_COLUMN_OF_MONTHS, known={"actor": {"museumvest": "mv"}})
    assert visits(reading)["mv", "2023-02"] == 2
    assert visits(reading)["Museum Øst", "2023-02"] == 4
    assert [finding.place for finding in reading.warnings if finding.value == "Museum Øst"] == ["Ark1!A7"]


def test_labels_none_of_which_is_a_known_name_are_asked_about() -> None:
    reading = read(IN_THE_COLUMN_OF_MONTHS, known=OTHERS)
    assert set(asked(reading).values()) == {"which_name"}
    assert visits(reading) == {}
    (question,) = reading.questions
    assert question.ask and question.options == ("new",)
    assert visits(read(IN_THE_COLUMN_OF_MONTHS, known=OTHERS, confirmed={question.ask: "new"})) == NEW


def test_labels_that_tell_no_rows_apart_are_no_names() -> None:
    reading = read(
        sheet("""
        Besøg 2023
        Måned  | Besøg
        Forår  |
        April  | 1
        Sommer |
        Juli   | 2
    """)
    )
    assert set(asked(reading).values()) == {"which_name"}
    assert visits(reading) == {}


@pytest.mark.parametrize(
    "head", [pytest.param("", id="no name over the second block"), pytest.param("Museum Øst | 7", id="with its sum")]
)
def test_months_that_begin_again_without_a_name_are_asked_about(head: str) -> None:
    reading = read(
        sheet(f"""
        Besøg 2023
        Måned       | Besøg
        Museum Vest |
        Januar      | 1
        Februar     | 2
        {head}
        Januar      | 3
        Marts       | 4
    """),
        known=KNOWN,
    )
    assert set(asked(reading).values()) == {"which_name"}
    assert visits(reading) == {}
    assert is_accounted(reading)


def test_a_hidden_label_hands_its_rows_to_nobody_else() -> None:
    drawn = sheet(
        """
        Besøg 2023
        Måned       | Besøg
        Museum Vest |
        Januar      | 1
        Museum Øst  |
        Februar     | 4
        """,
        hidden_rows=frozenset({4}),
    )
    reading = read(drawn, known=KNOWN)
    assert visits(reading) == {}
    assert set(asked(reading).values()) == {"which_name"}


def test_the_total_of_a_section_is_checked_against_its_rows() -> None:
    drawn = """
        Besøg 2023
        Måned             | Besøg
        Museum Vest       |
        Januar            | 1
        Februar           | 2
        Museum Vest i alt | 4
        Museum Øst        |
        Januar            | 3
        Februar           | 4
        I alt             | 8
    """
    reading = read(sheet(drawn), known=KNOWN)
    assert visits(reading) == EXPECTED
    differing = warned(reading, "total_differs")
    assert {cell: said["other_value"] for cell, said in differing.items()} == {"B6": "3", "B10": "7"}


def test_markets_alone_on_their_rows_are_those_of_the_rows_below() -> None:
    across = read(
        sheet("""
        Besøg
        Museum      | 2023-01 | 2023-02
        Danmark     |         |
        Museum Vest | 1       | 2
        Museum Øst  | 3       | 4
        Atlantis    |         |
        Museum Vest | 5       | 6
        Tyskland    |         |
        Museum Vest | 7       | 8
    """),
        known=KNOWN,
    )
    found = visits(across)
    assert (found["mv", "2023-01", "DK"], found["mo", "2023-02", "DK"], found["mv", "2023-01", "DE"]) == (1, 4, 7)
    assert len(found) == 6
    assert refused(across) == {"A6": "not_a_choice", "B7": "key_refused", "C7": "key_refused"}
    below = sheet(
        """
        Besøg 2023
        Måned    | Besøg
        Danmark  |
        Januar   | 1
        Februar  | 2
        Tyskland |
        Januar   | 3
        Februar  | 4
        """,
        "Museum Vest",
    )
    assert visits(read(below, known=KNOWN)) == {
        ("mv", "2023-01", "DK"): 1,
        ("mv", "2023-02", "DK"): 2,
        ("mv", "2023-01", "DE"): 3,
        ("mv", "2023-02", "DE"): 4,
    }


def test_museums_over_markets_with_months_as_columns() -> None:
    reading = read(
        sheet("""
        Besøg
        Marked      | 2023-01 | 2023-02
        Museum Vest |         |
        Danmark     | 1       | 2
        Tyskland    | 3       | 4
        Museum Øst  |         |
        Danmark     | 5       | 6
        Tyskland    | 7       | 8
    """)
    )
    found = visits(reading)
    assert (found["Museum Vest", "2023-02", "DE"], found["Museum Øst", "2023-01", "DK"]) == (4, 5)
    assert len(found) == 8


def test_years_alone_on_their_rows_are_those_of_the_months_below_also_under_names() -> None:
    reading = read(
        sheet("""
        Måned       | Besøg
        Museum Vest |
        2023        |
        Januar      | 1
        Februar     | 2
        2024        |
        Januar      | 3
        Museum Øst  |
        2023        |
        Januar      | 4
    """)
    )
    assert visits(reading) == {
        ("Museum Vest", "2023-01"): 1,
        ("Museum Vest", "2023-02"): 2,
        ("Museum Vest", "2024-01"): 3,
        ("Museum Øst", "2023-01"): 4,
    }
    assert refused(reading) == {}


def test_further_datasets_beside_are_read_under_the_same_labels() -> None:
    reading = read(
        sheet("""
        Måned       | Besøg | Åbningsdage
        Museum Vest |       |
        2023-01     | 1     | 30
        Museum Øst  |       |
        2023-01     | 2     | 20
    """)
    )
    assert visits(reading) == {("Museum Vest", "2023-01"): 1, ("Museum Øst", "2023-01"): 2}
    assert facts(reading, "opening")["Museum Øst", "2023-01", "open_days"] == 20


def test_a_header_repeated_among_the_rows_is_left_out() -> None:
    assert left_out(read(UNDER_REPEATED_HEADERS, known=KNOWN))["A10:B10"] == "header_again"


@given(st.lists(st.lists(st.integers(1, 12), min_size=1, unique=True), min_size=2, max_size=4), st.data())
def test_no_figure_is_ever_stored_under_another_label_than_its_own(
    blocks: list[list[int]], data: st.DataObject
) -> None:
    """Whether the labels are known or not, and whatever months stand below them."""
    names = [f"Museum {letter}" for letter in "ABCD"[: len(blocks)]]
    known = data.draw(st.sets(st.sampled_from(names)))
    lines, truth = ["Måned | Besøg"], {}
    for number, (name, months) in enumerate(zip(names, blocks, strict=True), start=1):
        lines.append(f"{name} |")
        for month in months:
            lines.append(f"2023-{month:02} | {number * 100 + month}")
            truth[name, f"2023-{month:02}"] = number * 100 + month
    actors = {name.lower().replace(" ", ""): name for name in known} | {"etsted": "Et sted"}
    reading = read(sheet("\n".join(lines)), known={"actor": actors})
    assert is_accounted(reading)
    assert visits(reading) == ({} if reading.questions else truth)


def test_a_word_that_is_no_month_says_nothing_of_the_section_below() -> None:
    reading = read(
        sheet("""
        Besøg 2022

        Museum Vest
        Måned        | Besøg
        Januar       | 1
        Jebruar 2023 | 2

        Museum Øst
        Måned        | Besøg
        Januar       | 3

        Museum Syd
        Måned        | Besøg
        Januar       | 4
    """)
    )
    assert visits(reading) == {
        ("Museum Vest", "2022-01"): 1,
        ("Museum Øst", "2022-01"): 3,
        ("Museum Syd", "2022-01"): 4,
    }
    assert set(refused(reading)) == {"A6", "B6"}


PARTS_BELOW_NAMES = """
    Besøgstal for kommunens museer

                    | 2023 |     |       | 2024 |     |
                    | jan  | feb | I alt | jan  | feb | I alt
    Museum Vest     |
    Voksne          | 10   | 20  | 30    | 11   | 21  | 32
    Børn            | 4    | 5   | 9     | 6    | 7   | 13
    Skoleelever     | 2    | 3   | 5     | 3    | 4   | 7
    I alt           | 16   | 28  | 44    | 20   | 32  | 52

    Museum Øst      |
    Voksne          | 30   | 40  | 70    | 31   | 41  | 72
    Børn            | 5    | 6   | 11    | 7    | 8   | 15
    Skoleelever     | 0    | 1   | 1     | 2    | 2   | 4
    I alt           | 35   | 47  | 82    | 40   | 51  | 91

    Museerne samlet | 51   | 75  | 126   | 60   | 83  | 143
"""
YEARS_OVER_MONTHS = [Range(2, 1, 2, 3), Range(2, 4, 2, 6)]


@pytest.mark.parametrize("known", [None, KNOWN], ids=["nobody known", "museums known"])
def test_a_word_more_among_the_ages_under_museums_is_refused_and_the_rest_are_visits(
    known: dict[str, dict[str, str]] | None,
) -> None:
    reading = read(sheet(PARTS_BELOW_NAMES, name="Besøg", merges=YEARS_OVER_MONTHS), known=known)
    west, east = ("mv", "mo") if known else ("Museum Vest", "Museum Øst")
    found = visits(reading)
    assert list(reading.facts) == ["visits"]
    assert sum(float(value) for key, value in found.items() if len(key) == 2) == 16 + 28 + 20 + 32 + 35 + 47 + 40 + 51
    assert (found[west, "2023-01"], found[west, "2023-01", "adult"], found[east, "2024-02", "under_18"]) == (16, 10, 8)
    assert {cell for cell, code in refused(reading).items() if code == "not_a_choice"} == {"A8", "A14"}
    assert is_accounted(reading)


@pytest.mark.parametrize("known", [None, KNOWN], ids=["nobody known", "museums known"])
def test_rows_told_apart_by_words_nobody_knows_under_museums_wait_and_no_total_is_a_part(
    known: dict[str, dict[str, str]] | None,
) -> None:
    words = {"Voksne": "Grupper", "Børn": "Enkeltgæster", "Skoleelever": "Firmaer"}
    drawn = PARTS_BELOW_NAMES
    for word, other in words.items():
        drawn = drawn.replace(word, other)
    reading = read(sheet(drawn, name="Besøg", merges=YEARS_OVER_MONTHS), known=known)
    assert not reading.facts
    assert [table.dataset for table in reading.tables] == ["visits"]
    assert set(refused(reading).values()) == {"part_unknown"}
    assert len(refused(reading)) == 2 * 3 * 4
    assert is_accounted(reading)


def test_months_of_a_table_below_say_nothing_of_the_names_above_it() -> None:
    months = "\n".join(f"{month} 2031 | Havmuseet | {at}" for at, month in enumerate(("Januar", "Februar", "Marts"), 1))
    others = months.replace("Havmuseet", "Slottet")
    reading = read(
        sheet(f"""
Besøg
Aktør     | Januar 2021 | Februar 2021 | Marts 2021
Havmuseet | 7           | 8            | 9
Slottet   | 5           | 0            | 6

Besøg
Måned | Aktør | Besøg
{months}
{others}
{months.replace("2031", "2032")}
""")
    )
    assert not asked(reading)
    assert visits(reading)["Slottet", "2021-03"] == 6


def test_names_nobody_knows_under_markets_stay_names() -> None:
    reading = read(
        sheet("""
        Besøg
        Aktør     | Januar 2021 | Februar 2021
        Tyskland  |
        Havmuseet | 1           | 2
        Slottet   | 3           | 4
        Danmark   |
        Havmuseet | 5           | 6
        Slottet   | 7           | 8
        """)
    )
    assert not asked(reading)
    assert visits(reading)["Slottet", "2021-02", "DK"] == 8
    assert len(visits(reading)) == 8
