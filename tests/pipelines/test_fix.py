"""An xlsx workbook comes back as it was, with its faults painted, explained and listed."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from locales import DANISH, ENGLISH
from pipelines.child import read_file
from pipelines.findings import FileRefusedError, Finding
from pipelines.fix import fixed_workbook
from pipelines.fix_workbook import fix_workbook
from pipelines.own_sheets import TITLE
from pipelines.paint_styles import COLOURS
from pipelines.reading import Reading
from tests.pipelines.fixing import (
    FAULTS,
    TOTAL,
    fixed,
    index_of,
    listed,
    opened,
    parts,
    rich_workbook,
    texts_of_index,
)

PAINTS = set(COLOURS.values())


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rich_workbook(tmp_path_factory.mktemp("fix") / "tal.xlsx")


@pytest.fixture(scope="module")
def after(before: Path) -> bytes:
    return fixed(before)


def look(cell: Any) -> tuple[object, ...]:
    """Everything of a cell but its fill and its comment."""
    style = (cell.number_format, cell.font, cell.border, cell.alignment, cell.protection)
    return (cell.value, cell.data_type, *map(repr, style))


def rules(sheet: Any) -> list[tuple[str, str]]:
    return [(str(area.sqref), repr(area.rules)) for area in sheet.conditional_formatting]


def is_painted(cell: Any) -> bool:
    return cell.fill.fgColor.rgb in PAINTS


def test_every_cell_keeps_its_value_and_format(before: Path, after: bytes) -> None:
    for results in (False, True):
        old, new = opened(before.read_bytes(), results=results), opened(after, results=results)
        for sheet in old:
            assert sheet.dimensions == new[sheet.title].dimensions
            for row in sheet.iter_rows():
                for cell in row:
                    there: Any = new[sheet.title][cell.coordinate]
                    assert look(cell) == look(there), cell.coordinate
                    assert is_painted(there) or repr(cell.fill) == repr(there.fill), cell.coordinate
    assert new["Besøg"][TOTAL].value == 727


def test_widths_merges_panes_and_rules_stay(before: Path, after: bytes) -> None:
    old, new = opened(before.read_bytes())["Besøg"], opened(after)["Besøg"]
    assert {key: size.width for key, size in old.column_dimensions.items()} == {
        key: size.width for key, size in new.column_dimensions.items()
    }
    assert old.row_dimensions[3].height == new.row_dimensions[3].height == 33
    assert str(old.merged_cells) == str(new.merged_cells) == "F14:G15"
    assert old.freeze_panes == new.freeze_panes == "B2"
    assert repr(old.data_validations) == repr(new.data_validations)
    assert rules(old) == rules(new) != []
    assert opened(after)["Noter"].print_area == opened(before.read_bytes())["Noter"].print_area != ""


def test_charts_sparklines_and_every_other_part_are_the_same_bytes(before: Path, after: bytes) -> None:
    old, new = parts(before.read_bytes()), parts(after)
    changed = {name for name, content in old.items() if new[name] != content}
    assert changed == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }
    assert set(new) - set(old) == {"xl/worksheets/sheet3.xml"}
    assert b"sparkline>" in new["xl/worksheets/sheet1.xml"]
    assert b"<v>727</v>" in new["xl/worksheets/sheet1.xml"]


def test_each_fault_is_painted_and_says_why_in_a_comment(after: bytes) -> None:
    sheet = opened(after)["Besøg"]
    painted = {cell.coordinate: cell for row in sheet.iter_rows() for cell in row if is_painted(cell)}
    assert set(FAULTS) < set(painted)
    assert {painted[cell].fill.fgColor.rgb for cell in FAULTS} == {"FFF4A58A"}
    assert all(cell.comment for cell in painted.values())
    assert sheet["C8"].comment.author == "Kulturpuls"
    assert sheet["C8"].comment.text == "Kulturpuls: Refused: 12.5 is not a whole number. Write it without decimals."


def test_the_users_own_comments_stay_and_ours_follows(after: bytes) -> None:
    sheet = opened(after)["Besøg"]
    assert (sheet["C10"].comment.text, sheet["C10"].comment.author) == ("Talt to gange", "Mette")
    assert sheet["C4"].comment.author == "Mette"
    assert sheet["C4"].comment.text.startswith("Var det ikke åbent?\nKulturpuls: Refused: “mange” is not a number.")


def test_every_comment_has_one_shape_to_be_shown_in(after: bytes) -> None:
    shapes = parts(after)["xl/drawings/vmlDrawing1.vml"]
    comments = parts(after)["xl/comments1.xml"]
    assert shapes.count(b'ObjectType="Note"') == comments.count(b"<comment ") > len(FAULTS)
    numbers = [piece.split(b'"')[0] for piece in shapes.split(b' id="_x0000_s')[1:]]
    assert len(set(numbers)) == len(numbers)


def test_the_index_sheet_lists_every_fault_and_links_to_its_cell(after: bytes) -> None:
    index = index_of(after)
    refused = {place for place, kind in listed(after).items() if kind == "Refused"}
    assert refused == {f"Besøg!{cell}" for cell in FAULTS}
    links = {cell.value: cell.hyperlink.location for row in index.iter_rows() for cell in row if cell.hyperlink}
    places = [place.partition("!") for place in listed(after, left_out=True)]
    assert links == {f"{sheet}!{cells}": f"'{sheet}'!{cells}" for sheet, _, cells in places}


def test_the_index_sheet_says_how_much_was_read_and_what_the_colours_mean(before: Path, after: bytes) -> None:
    texts = texts_of_index(after)
    count = read_file(before).cells
    assert texts[1] == (
        f"tal.xlsx: {count.non_empty} filled cells: {count.accepted} read, {count.refused} refused, "
        f"{count.ignored} left out."
    )
    assert {"Refused", "Question", "Warning"} <= set(texts)


def test_the_index_sheet_stands_last_and_is_shown_first(after: bytes) -> None:
    book = opened(after)
    assert book.sheetnames == ["Besøg", "Noter", "Kulturpuls index"]
    assert book.active is not None
    assert book.active.title == "Kulturpuls index"
    assert [bool(sheet.sheet_view.tabSelected) for sheet in book] == [False, False, True]


def test_it_speaks_the_language_asked_for(before: Path) -> None:
    book = opened(fixed(before, DANISH))
    assert book.sheetnames[-1] == "Kulturpuls-oversigt"
    assert book.worksheets[-1]["A1"].value == DANISH.text(TITLE)
    assert book["Besøg"]["C8"].comment.text.startswith("Kulturpuls: Afvist: 12.5 er ikke et helt tal.")


def test_the_same_file_gives_the_same_bytes(before: Path, after: bytes) -> None:
    assert fixed(before) == after


def test_a_file_without_faults_comes_back_saying_so(tmp_path: Path) -> None:
    path = rich_workbook(tmp_path / "tal.xlsx")
    book = opened(path.read_bytes())
    sheet = book["Besøg"]
    sheet["C4"], sheet["B6"], sheet["C8"] = 103, "2025-05", 107
    for row in range(2, 11):  # figures under an unknown header are warned of
        sheet[f"D{row}"] = None
    book.create_sheet("Kulturpuls index")
    book.save(path)
    known = {"actor": {"museet": "museet"}}
    content = fixed_workbook(path, read_file(path, known=known), ENGLISH)
    assert "There is nothing to correct." in texts_of_index(content)
    assert listed(content) == {}
    assert opened(content).sheetnames[-2:] == ["Kulturpuls index", "Kulturpuls index (2)"]
    assert not any(is_painted(cell) for row in opened(content)["Besøg"].iter_rows() for cell in row)


def test_given_back_twice_it_carries_only_the_faults_that_are_left(before: Path, after: bytes, tmp_path: Path) -> None:
    path = tmp_path / "rettet.xlsx"
    book = opened(after)
    book["Besøg"]["C8"] = 107
    book.save(path)
    again = fixed(path)
    assert opened(again).sheetnames == opened(after).sheetnames
    refused = {place for place, kind in listed(again).items() if kind == "Refused"}
    assert refused == {f"Besøg!{cell}" for cell in FAULTS if cell != "C8"}
    sheet = opened(again)["Besøg"]
    assert not is_painted(sheet["C8"])
    assert sheet["C8"].comment is None
    assert is_painted(sheet["B6"])
    assert sheet["C10"].comment.text == "Talt to gange"
    assert sheet["C4"].comment.text.count("not a number") == 1


def test_beyond_the_most_comments_cells_are_painted_and_listed_only(
    before: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.fix_workbook.MOST_COMMENTS", 2)
    content = fix_workbook(before, read_file(before), ENGLISH)
    sheet = opened(content)["Besøg"]
    ours = [cell for row in sheet.iter_rows() for cell in row if cell.comment and "Kulturpuls" in cell.comment.text]
    assert len(ours) == 2
    assert all(is_painted(sheet[cell]) for cell in FAULTS)
    assert any(text.startswith("Only the first 2 cells have a comment") for text in texts_of_index(content))


def test_no_two_sheets_are_shown_at_once_not_even_a_chart(tmp_path: Path) -> None:
    path = tmp_path / "tal.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Tal").write_column("A1", [1, 2, 3])
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Tal!$A$1:$A$3"})
        sheet = book.add_chartsheet("Kurve")
        sheet.set_chart(chart)
        sheet.activate()
    content = parts(fixed(path))
    shown = [name for name, xml in content.items() if b'tabSelected="1"' in xml]
    assert shown == ["xl/worksheets/sheet2.xml"]
    assert b'activeTab="2"' in content["xl/workbook.xml"]


@pytest.mark.parametrize("code", ["encrypted", "too_big"])
def test_a_file_that_could_not_be_read_has_no_workbook_to_give_back(before: Path, code: str) -> None:
    reading = Reading(file="a.xlsx", sha256="", problem=Finding(code, values={"limit": "100"}))
    with pytest.raises(FileRefusedError) as refusal:
        fixed_workbook(before, reading, ENGLISH)
    assert refusal.value.finding.code == code


def test_a_file_that_changed_in_between_is_refused_with_a_sentence(before: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    other.write_bytes(b"PK\x03\x04 no more")
    with pytest.raises(FileRefusedError) as refusal:
        fixed_workbook(other, read_file(before), ENGLISH)
    assert refusal.value.finding.reason(ENGLISH).endswith(".")
