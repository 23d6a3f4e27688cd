"""The picture of a sheet: every cell with what it was read as, so that nobody has to guess."""

from pipelines.sheet_picture import SheetPicture
from tests.pipelines.grids import read, sheet

LEGEND = {"": " ", "header": "h", "key": "k", "value": "v", "refused": "R", "question": "?", "ignored": "i"}


def drawn(picture: SheetPicture) -> list[str]:
    """Return each row of the picture as its number and a letter for each cell."""
    return [
        f"{number} {''.join(LEGEND[role] for role in roles)}".rstrip()
        for number, roles in zip(picture.rows, picture.roles, strict=True)
    ]


def test_each_cell_shows_what_it_was_read_as() -> None:
    reading = read(
        sheet("""
        Museernes tal

        Aktør | Måned   | Farve | Besøg
        A     | 2023-01 | rød   | 5
        A     | 2023-02 |       | mange
        I alt |         |       | 5
    """)
    )
    (picture,) = reading.pictures
    assert drawn(picture) == ["1 i", "3 hhih", "4 kkiv", "5 ii R", "6 i  i"]
    assert picture.texts[3] == ["A", "2023-02", "", "mange"]


def test_cells_under_an_open_question_are_shown_as_questions() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg
        A     | 2023-01 | "1.234"
        A     | 2023-02 | "2.345"
    """)
    )
    assert drawn(reading.pictures[0])[1:] == ["2 ii?", "3 ii?"]


def test_a_long_sheet_shows_its_first_and_last_rows_and_those_with_refused_cells() -> None:
    rows = "\n".join(f"A | {2000 + number // 12}-{number % 12 + 1:02} | {number}" for number in range(200))
    reading = read(sheet(f"Aktør | Måned | Besøg\n{rows}\nA | 2020-01 | mange"))
    (picture,) = reading.pictures
    assert picture.height == 202
    assert list(picture.rows) == [*range(1, 23), 200, 201, 202]


def test_a_hidden_sheet_has_no_picture() -> None:
    assert read(sheet("Aktør | Måned | Besøg\nA | 2020-01 | 5", hidden=True)).pictures == []
