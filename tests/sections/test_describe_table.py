"""What a person says of a sheet becomes a mapping that the reader follows."""

from hypothesis import given
from hypothesis import strategies as st

from pipelines.mapping import parse_mapping
from sections.describe_table import Description, as_mapping
from tests.pipelines.grids import read, sheet, visits

SAID = Description("Ark1", 2, "visits", {"Sted": "actor_id", "Antal hoveder": "visits"}, {"year": "2024"})


def test_a_sheet_with_headings_of_its_own_is_read_as_described() -> None:
    reading = read(
        sheet("""
        Sommerens tal | fra foreningen
        Sted          | Antal hoveder
        A             | 5
        B             | 7
    """),
        mapping=as_mapping(SAID),
    )
    assert visits(reading) == {("A", "2024"): 5, ("B", "2024"): 7}


@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30))
def test_any_heading_and_sheet_name_can_be_said(name: str, header: str) -> None:
    said = Description(name, 1, "visits", {header: "visits", f"{header}!": "actor_id"}, {"year": "2024"})
    (table,) = parse_mapping(as_mapping(said)).tables
    assert table.sheet == name
