"""Personal data does not come back with the workbook: not in its cell, not on the index sheet, not anywhere."""

from pathlib import Path

import pytest
import xlsxwriter

from locales import ENGLISH
from pipelines.child import read_file
from pipelines.fix import fixed_workbook
from tests.pipelines.archives import RELATIONS, XLSX_PARTS, make_xlsx, sheet_xml
from tests.pipelines.fixing import fixed, listed, opened, parts

CPR, MAIL, NUMBER = "010190-1234", "anne.hansen@museum.dk", "0101901235"
MASKED = {CPR: "••••••-••••", MAIL: "•••@•••", NUMBER: "••••••-••••"}


@pytest.fixture
def before(tmp_path: Path) -> Path:
    path = tmp_path / "frivillige.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Besøg")
        sheet.write_row(0, 0, ["museum", "måned", "besøg", "kontakt"])
        sheet.write_row(1, 0, ["museet", "2025-01", 7, CPR])
        sheet.write_row(2, 0, ["museet", "2025-02", 8])
        sheet.write_url("D3", f"mailto:{MAIL}", string=MAIL)
        sheet.write_row(3, 0, ["museet", "2025-03", 9, NUMBER])
        sheet.write_rich_string("D5", "Ring til ", book.add_format({"bold": True}), MAIL.upper(), " i dag")
        sheet.write_row(4, 0, ["museet", "2025-04", 10])
        sheet.write_comment("C2", f"Spørg {MAIL}", {"author": "Mette"})
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Besøg!$C$2:$C$5", "categories": "=Besøg!$D$2:$D$3"})
        chart.set_title({"name": f"Af {MAIL}"})
        sheet.insert_chart("F2", chart)
    return path


def everything(content: bytes) -> bytes:
    return b"\n".join(parts(content).values())


def test_each_is_masked_in_its_cell_and_on_the_index_sheet(before: Path) -> None:
    content = fixed(before)
    sheet = opened(content)["Besøg"]
    masks = [str(sheet[cell].value) for cell in ("D2", "D3", "D4", "D5")]
    assert masks == [MASKED[CPR], MASKED[MAIL], MASKED[NUMBER], MASKED[MAIL]]
    assert all(listed(content)[f"Besøg!{cell}"] == "Refused" for cell in ("D2", "D3", "D4", "D5"))
    assert sheet["D2"].comment.text == (
        "Kulturpuls: Refused: The cell holds a CPR number. Delete it; the file is not stored while it is there."
    )


def test_it_stands_nowhere_else_in_the_file(before: Path) -> None:
    assert all(text.encode() in everything(before.read_bytes()) for text in (CPR, MAIL, NUMBER, MAIL.upper()))
    content = everything(fixed(before))
    assert not any(text.encode() in content for text in (CPR, MAIL, NUMBER, MAIL.upper()))


def test_the_figures_beside_it_stay_and_can_be_loaded_now(before: Path, tmp_path: Path) -> None:
    assert read_file(before).blocked is not None
    (tmp_path / "igen.xlsx").write_bytes(fixed(before))
    again = read_file(tmp_path / "igen.xlsx")
    assert again.blocked is None
    assert again.facts["visits"]["number"].to_pylist() == [7, 8, 9, 10]


def test_a_formula_that_gives_it_goes_and_one_that_others_share_stays(tmp_path: Path) -> None:
    rows = (
        f'<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>{MAIL}</v></c>'
        f'<c r="B1" t="str"><f t="shared" ref="B1:B2" si="0">C1</f><v>{CPR}</v></c></row>'
        '<row r="2"><c r="B2" t="str"><f t="shared" si="0"/><v>hej</v></c><c r="C2"><v>5</v></c></row>'
    )
    chain = {"xl/calcChain.xml": '<calcChain><c r="A1" i="1"/></calcChain>'}
    relations = XLSX_PARTS["xl/_rels/workbook.xml.rels"]
    linked = str(relations).replace(
        "</Relationships>",
        f'<Relationship Id="r2" Type="{RELATIONS}/calcChain" Target="calcChain.xml"/></Relationships>',
    )
    path = make_xlsx(tmp_path / "a.xlsx", sheet_xml(rows), **chain, **{"xl/_rels/workbook.xml.rels": linked})
    content = fixed(path)
    with_formulas, with_results = opened(content)["Ark1"], opened(content, results=True)["Ark1"]
    assert with_formulas["A1"].value == with_results["A1"].value == MASKED[MAIL]
    assert (with_formulas["B1"].value, with_results["B1"].value) == ("=C1", MASKED[CPR])
    assert (with_formulas["B2"].value, with_results["B2"].value) == ("=C2", "hej")
    assert MAIL.encode() not in everything(content)
    assert b"calcChain" not in everything(content)
    assert "xl/calcChain.xml" not in parts(content)


def test_a_sheets_name_is_masked_too_and_the_formulas_that_say_it_follow(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet(MAIL).write("A1", 5)
        book.add_worksheet("Sum").write_formula("A1", f"='{MAIL}'!A1", None, 5)
    content = fixed(path)
    assert opened(content).sheetnames[:2] == [MASKED[MAIL], "Sum"]
    assert opened(content)["Sum"]["A1"].value == f"='{MASKED[MAIL]}'!A1"
    assert MAIL.encode() not in everything(content)


def test_a_text_file_is_masked_as_well(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"museum;måned;besøg;note\nmuseet;2025-01;7;{MAIL}\n", "utf-8")
    content = fixed_workbook(path, read_file(path), ENGLISH)
    assert opened(content)["Sheet1"]["D2"].value == MASKED[MAIL]
    assert MAIL.encode() not in everything(content)
