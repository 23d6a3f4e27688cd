"""The parts of a workbook: added, pointed to, and taken out with all that points to them."""

from io import BytesIO
from pathlib import Path

from pipelines.lost_parts import SIGNATURE, take_out_what_cannot_stay
from pipelines.package import CONTENT_TYPES, Package
from tests.pipelines.archives import make_xlsx, sheet_xml

SHEET = "xl/worksheets/sheet1.xml"


def package(folder: Path, **others: str | bytes) -> Package:
    return Package(BytesIO(make_xlsx(folder / "a.xlsx", sheet_xml(""), **others).read_bytes()))


def test_an_added_part_takes_the_first_free_name_and_says_its_type(tmp_path: Path) -> None:
    made = package(tmp_path, **{"xl/Comments1.xml": "<a/>"})
    assert made.add("xl/comments{}.xml", b"<b/>", "a/b") == "xl/comments2.xml"
    assert made.read("xl/comments2.xml") == b"<b/>"
    assert b'PartName="/xl/comments2.xml" ContentType="a/b"' in made.read(CONTENT_TYPES)


def test_a_relation_gets_an_id_of_its_own_and_leads_to_its_part(tmp_path: Path) -> None:
    made = package(tmp_path)
    first, second = (made.relate(SHEET, "comments", f"xl/comments{n}.xml") for n in (1, 2))
    assert first != second
    assert [(one.id, one.kind, one.target) for one in made.relations(SHEET)] == [
        (first, "comments", "xl/comments1.xml"),
        (second, "comments", "xl/comments2.xml"),
    ]
    assert b'Target="../comments1.xml"' in made.read("xl/worksheets/_rels/sheet1.xml.rels")
    made.unrelate(SHEET, "xl/comments1.xml")
    assert [one.id for one in made.relations(SHEET)] == [second]


def test_what_is_dropped_is_gone_with_its_type_and_relations(tmp_path: Path) -> None:
    made = package(tmp_path)
    made.relate(SHEET, "comments", "xl/comments1.xml")
    made.drop(SHEET)
    assert SHEET not in made
    assert "xl/worksheets/_rels/sheet1.xml.rels" not in made
    assert SHEET.encode() not in made.read(CONTENT_TYPES)
    again = Package(BytesIO(made.written()))
    assert sorted(again.names) == sorted(made.names)


def test_a_signature_is_taken_out_and_said(tmp_path: Path) -> None:
    made = package(tmp_path, **{"_xmlsignatures/origin.sigs": "", "_xmlsignatures/sig1.xml": "<a/>"})
    made.relate("", "origin", "_xmlsignatures/origin.sigs")
    assert take_out_what_cannot_stay(made) == [SIGNATURE]
    assert not any("signature" in name for name in made.names)
    assert [one.kind for one in made.relations("")] == ["officeDocument"]


def test_the_same_parts_give_the_same_bytes(tmp_path: Path) -> None:
    assert package(tmp_path).written() == package(tmp_path).written()
