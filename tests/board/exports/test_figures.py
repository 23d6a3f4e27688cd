"""The list of every figure of a page: each with its place and its period, also those that stand in a table."""

from board.content import Cell, Section, Table
from board.exports.figures import figures_table
from tests.board.contents import board_page

NORTH, SOUTH = "destination:n", "destination:s"


def table(title: str, *keys: str) -> Table:
    rows = tuple((Cell(text="Besøg"), Cell(text="1", number=1.0, key=key)) for key in keys)
    return Table(title=title, headers=("Nøgletal", "Værdi"), numeric=(False, True), rows=rows)


def listed(places: tuple[str, ...], *tables: Table) -> list[tuple[str, str]]:
    section = Section(kind="comparison", heading="Tallene", tables=tables)
    page = board_page().model_copy(update={"places": places, "sections": (section,)})
    return list(figures_table(page)[["Sted", "Periode"]].itertuples(index=False, name=None))


def test_every_figure_of_the_page_has_a_place_and_a_period() -> None:
    told = figures_table(board_page())
    assert (told["Sted"] != "").all()
    assert (told["Periode"] != "").all()


def test_a_figure_in_a_table_has_the_period_of_its_key() -> None:
    keys = (f"{NORTH}|2025|visits", f"{NORTH}|2025-07|visits", f"{NORTH}|2025|visits|before", f"{NORTH}|band")
    assert [period for _, period in listed(("Nord",), table("Tal", *keys))] == ["2025", "juli 2025", "2024", "2025"]


def test_a_figure_on_a_page_of_several_places_has_the_place_that_its_table_names() -> None:
    tables = (table("Nord: tal", f"{NORTH}|2025|visits"), table("Syd: tal", f"{SOUTH}|2025|visits"))
    assert [place for place, _ in listed(("Nord", "Syd"), *tables)] == ["Nord", "Syd"]
