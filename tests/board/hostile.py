"""Sixty strings that have broken programs like ours, and a page that carries each as every kind of name."""

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from board.content import Cell, Chart, Content, Definition, Figure, Section, Series, Source, Table, Tile
from locales import legible
from tests.board.contents import board_page, drawing

FORMULAS = (
    '=cmd|\' /C calc\'!A0', "=1+1", "+1+1", "-1+1", "@SUM(1,1)", "＝1+1", "＋1+1", "－1+1", "＠SUM(1,1)", "\t=1+1",
    "\r=1+1", "\n=1+1", " =1+1", '"=1+1', "'=1+1", "\u200b=1+1", "\ufeff=1+1", '=HYPERLINK("http://x.invalid","a")',
    '=WEBSERVICE("http://x.invalid")', '=IMPORTXML("http://x.invalid","//a")', "|calc", "%0A=1+1", "a;=1+1", "a,=1+1",
    'a"\n=1+1', "\x00=1+1",
)  # fmt: skip
SCRIPTS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "javascript:alert(1)",
    "<a href='javascript:alert(1)'>a</a>", "</title><script>alert(1)</script>", "</text><script>alert(1)</script>",
    "<!--", "]]>", "<?xml version='1.0'?>", "&lt;b&gt;&amp;", "{{7*7}}{% raw %}", "${7*7}", "<iframe src=//x.invalid>",
)  # fmt: skip
MARKUP = (
    "#panic(1)", '#image("/etc/passwd")', "$x^2$", "*fed* _skrå_", "`kode` ```raw```", "= Overskrift", "- punkt",
    "[a](http://x.invalid)", "![a](http://x.invalid/a.png)", ":red[rød] :material/delete:", "\\u{1F600} \\n \\",
    "_x0041_ _x0000_", "// fjernes /* ikke */",
)  # fmt: skip
SIGNS = (
    "\u202egnp.exe\u202c",
    "אבג שלום",
    "a\u200bb\u200dc",
    "a\x00\x01\x1b[31m\x7fb",
    "🏛️😀👩‍👩‍👧",
    "x" * 5000,
    "中文博物館",
)
HOSTILE = (*FORMULAS, *SCRIPTS, *MARKUP, *SIGNS)


def hostile_page() -> Content:
    """A page that has each string as museum, table, sheet, header, comment, file and everything else."""
    return board_page().model_copy(
        update={
            "title": " ".join(HOSTILE[:5]),
            "places": HOSTILE,
            "scope": SCRIPTS[0],
            "sections": (*(_section(text, number) for number, text in enumerate(HOSTILE)), _charts()),
            "definitions": tuple(
                Definition(kpi=f"kpi_{i}", name=text, parts=((text, text),), version=text)
                for i, text in enumerate(HOSTILE)
            ),
        }
    )


def _section(text: str, number: int) -> Section:
    return Section(
        kind="comparison",
        heading=text,
        sentence=text,
        comment=text,
        tiles=(_tile(text, number),),
        tables=(table_of(text, number),),
    )


def table_of(text: str, number: int) -> Table:
    """A table named, headed and filled with the string, and a number."""
    row = (Cell(text=text), Cell(text=str(number), number=float(number), key=f"table|{number}"))
    return Table(title=text, headers=(text, "Besøg"), numeric=(False, True), rows=(row,))


def _tile(text: str, number: int) -> Tile:
    source = Source(
        file=text, sheet=text, cells="A1", upload=1, loaded_at=datetime(2026, 1, 1, tzinfo=UTC), loaded_by=text
    )
    value = Cell(text=str(number), number=float(number), key=f"tile|{number}")
    return Tile(
        kpi=f"kpi_{number}", place=text, label=text, value=value, unit=text, period=text, comparisons=(text,),
        confidence=text, sources=(source,),
    )  # fmt: skip


def _charts() -> Section:
    """A chart whose bars, and one whose lines, are named by the strings."""
    zeros = tuple(float(number) for number in range(len(HOSTILE)))
    named_bars = Chart(kind="bar", categories=HOSTILE, series=(Series(name=HOSTILE[0], values=zeros),))
    lines = tuple(Series(name=text, values=(float(number),)) for number, text in enumerate(HOSTILE))
    named_lines = Chart(kind="line", categories=("juli",), series=lines)
    return Section(kind="trend", heading="Figurer", figures=(_figure(named_bars), _figure(named_lines)))


def _figure(chart: Chart) -> Figure:
    told = escape(legible(" ".join(text for text in HOSTILE if len(text) < 100)))
    return Figure(
        title=SCRIPTS[1],
        subtitle=MARKUP[0],
        in_words=FORMULAS[0],
        svg=drawing(told),
        chart=chart,
        table=table_of(SCRIPTS[2], 0),
    )
