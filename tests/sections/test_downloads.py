"""Everything that can be taken away from the app's own pages, and the writer that makes it safe."""

import ast
from collections import Counter
from io import BytesIO
from pathlib import Path

import openpyxl

from locales import DANISH
from pipelines.template import template

ROOT = Path(__file__).resolve().parents[2]
CODE = ("app.py", "asgi.py", "board", "charts", "frame", "pages", "sections")
# Where a download is drawn, and how many. Tables are written by answers.downloads (tests/answers/test_downloads.py);
# templates by pipelines.template (below); a file with its faults marked by pipelines.plain_xlsx, which keeps each text
# a text (tests/pipelines); a sent page by board.exports (tests/board/exports); the description of a layout is no table.
DOWNLOADS = {
    "board/desk/sent.py": 1,
    "frame/empty.py": 1,
    "sections/reporting.py": 1,
    "sections/tables.py": 2,
    "sections/upload.py": 2,
}


def files() -> list[Path]:
    paths = [ROOT / name for name in CODE]
    return [file for path in paths for file in ([path] if path.suffix else sorted(path.rglob("*.py")))]


def calls_of(name: str) -> dict[str, int]:
    """How often something of that name is called, by file."""
    found: Counter[str] = Counter()
    for file in files():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name:
                found[file.relative_to(ROOT).as_posix()] += 1
    return dict(found)


def test_a_new_download_is_not_overlooked() -> None:
    assert calls_of("download_button") == DOWNLOADS


def test_no_table_is_written_out_by_pandas_beside_the_safe_writer() -> None:
    assert calls_of("to_csv") == {}
    assert calls_of("to_excel") == {}


def test_a_template_that_is_filled_in_holds_no_formula() -> None:
    made = template(DANISH, ["visits"], {"visits": [{"actor_id": "=1+1", "period": "2025-01"}]})
    cells = [
        cell for sheet in openpyxl.load_workbook(BytesIO(made)).worksheets for row in sheet.iter_rows() for cell in row
    ]
    assert "=1+1" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
