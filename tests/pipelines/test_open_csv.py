"""Text files: encodings, separators and quotation, each value the text it was."""

import csv
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines import open_csv as open_csv_module
from pipelines.findings import FileRefusedError
from pipelines.open_csv import open_csv


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "figures.csv"


def rows_of(path: Path, content: str | bytes) -> list[list[object]]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [list(row) for row in open_csv(path, "figures").rows]


def refusal(path: Path, content: str | bytes) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as refused:
        rows_of(path, content)
    return refused.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_danish_letters_survive_every_encoding_excel_writes(path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    content = f"{mark}måned;besøg\r\njuli;1.234\r\n".encode(encoding)
    assert rows_of(path, content) == [["måned", "besøg"], ["juli", "1.234"]]


def test_bytes_no_encoding_has_are_unreadable(path: Path) -> None:
    assert refusal(path, b"m\x81ned;bes\x8dg\n").finding.code == "unreadable_text"


def test_bytes_that_are_no_text_are_no_workbook(path: Path) -> None:
    assert refusal(path, b"\x00\x01\x02\x03" * 20).finding.code == "not_a_workbook"
    assert refusal(path, "a;b\0\n".encode("utf-16")).finding.code == "not_a_workbook"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("\n <!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>", "web_page"),
        ("<table><tr><td>1</td></tr></table>", "web_page"),
        ('<?xml version="1.0"?><Workbook/>', "web_page"),
        ('{"a": [1, 2]}', "not_a_workbook"),
        ("%PDF-1.7\n", "not_a_workbook"),
        ("{\\rtf1 a}", "not_a_workbook"),
    ],
)
def test_other_documents_are_refused(path: Path, content: str, code: str) -> None:
    assert refusal(path, content).finding.code == code


@pytest.mark.parametrize(
    ("content", "width"),
    [
        ("måned;besøg;kr\njuli;1,5;2,5\naug;1,5;2,5\n", 3),
        ("juli;1,5\naug;2,5\n", 2),
        ("name,tags,visits\nA,x;y,3\nB,z;w;v,4\n", 3),
        ("freq,unit,geo\t2018 \t2017 \nA,NR,DK\t1 \t2 \nA,NR,SE\t3 \t4 \n", 3),
        ("a|b\n1|2\n", 2),
        ('"2003";"Affi";28,903;\n"2004";"Affi";29,1;\n', 3),
        ("Areal efter område;\nEnhed: km2;\n\nHele landet;42.951,0\nKøbenhavn;90,1\n", 2),
        ("besøg\n1\n2\n", 1),
    ],
)
def test_the_separator_is_the_one_most_rows_agree_on(path: Path, content: str, width: int) -> None:
    assert len(rows_of(path, content)[0]) == width


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;;;"])
def test_excels_own_separator_line_is_obeyed_and_is_no_row(path: Path, line: str) -> None:
    assert rows_of(path, f"{line}\r\nA;1,5,2\r\n2;3\r\n") == [["A", "1,5,2"], ["2", "3"]]


@pytest.mark.parametrize("line", ['sep="', "sep=\r", "sep=a", "sep= "])
def test_a_separator_line_that_names_none_is_a_row(path: Path, line: str) -> None:
    assert rows_of(path, f"{line}\na;b\n")[0][0] == line.rstrip("\r")


def test_rows_keep_their_numbers_and_are_filled_up(path: Path) -> None:
    assert rows_of(path, "a;b;c\n\n1;;\n 2 ;3\n\n") == [
        ["a", "b", "c"],
        [None, None, None],
        ["1", None, None],
        [" 2 ", "3", None],
    ]


def test_quoted_separators_quotes_and_line_breaks_are_part_of_the_value(path: Path) -> None:
    assert rows_of(path, 'a;b\r\n"x;""y""\nz";1\r\n') == [["a", "b"], ['x;"y"\nz', "1"]]


@pytest.mark.parametrize(
    ("content", "line"),
    [('a;b\n1;2\n"open;3\n4;5\n', "3"), ('a;b\n"1"x;2\n', "2"), ('sep=;\na;b\n1;2\n"open;3\n', "4")],
)
def test_a_quotation_mark_out_of_place_is_refused_with_its_line(path: Path, content: str, line: str) -> None:
    finding = refusal(path, content).finding
    assert (finding.code, finding.values) == ("quotation", {"line": line})


def test_a_row_of_more_columns_than_a_sheet_has_is_too_far(path: Path) -> None:
    finding = refusal(path, "a;b\n" + ";" * 16_384 + "1\n").finding
    assert (finding.code, finding.values["sheet"]) == ("too_far", "figures")


def test_one_wide_row_among_many_is_too_far_before_memory_is_filled(path: Path) -> None:
    assert refusal(path, "a;b\n" * 10_000 + ";" * 9_000 + "1\n").finding.code == "too_far"


def test_a_text_file_may_have_more_rows_than_a_sheet_but_not_without_end(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_csv_module, "MOST_ROWS", 10)
    assert len(rows_of(path, "a\n" * 12 + "a;b\n" * 8)) == 20
    monkeypatch.setattr(open_csv_module, "LARGEST_RECTANGLE", 30)
    assert refusal(path, "a;b\n" * 20).finding.code == "too_many_cells"


def test_separators_alone_are_no_cells_and_take_no_memory(path: Path) -> None:
    assert rows_of(path, "a;b;;;\n;;;;\n1;2;;;\n" + ";;;;\n" * 50_000) == [["a", "b"], [None, None], ["1", "2"]]
    assert rows_of(path, ";;;;\n" * 1000) == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("a;b\n1;2\n" + ";" * 200_000 + "\n", "too_wide"),
        ("a;b\n" + "x" * 200_000 + ";2\n", "too_long"),
        ("a;b\n" + (";" * 999 + "1\n") * 3_000, "too_far"),
        ("a;b\n" + "\n" * 1_100_000, "too_far"),
    ],
)
def test_a_text_made_to_burst_is_refused_with_its_place(path: Path, content: str, code: str) -> None:
    finding = refusal(path, content).finding
    assert finding.code == code
    assert finding.values.keys() & {"line", "cell"}


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8)


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(_TEXT, min_size=width, max_size=width), min_size=1, max_size=6)
    ),
    st.sampled_from(["utf-8-sig", "utf-16"]),
    st.sampled_from("\t;|,"),
)
def test_what_a_csv_writer_wrote_is_read_back(rows: list[list[str]], encoding: str, delimiter: str) -> None:
    out = StringIO(newline="")
    out.write(f"sep={delimiter}\r\n")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    with NamedTemporaryFile(suffix=".csv") as file:
        file.write(out.getvalue().encode(encoding))
        file.flush()
        read = open_csv(Path(file.name), "a").rows
    width = max((column + 1 for row in rows for column, value in enumerate(row) if value), default=0)
    expected = [[value or None for value in row[:width]] for row in rows]
    while expected and not any(expected[-1]):
        expected.pop()
    assert [list(row) for row in read] == expected


def test_a_text_is_read_in_the_encoding_a_person_has_said(tmp_path: Path) -> None:
    path = tmp_path / "ležišča.csv"
    path.write_bytes("občina;ležišča\nLjubljana;5\n".encode("cp1250"))
    assert open_csv(path, "a", "cp1250").rows[0] == ["občina", "ležišča"]
    assert open_csv(path, "a").rows[0] != ["občina", "ležišča"]
