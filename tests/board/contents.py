"""A board page as it is kept, made by hand: every kind of section, what is undefined, and what is only words."""

from datetime import UTC, datetime

from board.content import Cell, Chart, Content, Definition, Figure, Section, Series, Source, Table, Tile
from locales import DANISH, Language

PLACE = "destination:eks-aadalen"
MONTHS = tuple(DANISH.month(month, "abbreviated") for month in range(1, 13))
VISITS = {
    "2023": (1240, 1410, 2380, 4120, 6630, 9870, 18450, 14210, 7340, 5120, 1980, 2240),
    "2024": (1310, 1388, 3120, 3540, 7215, 10240, 19115, 15020, 8110, 5980, 2210, 2405),
    "2025": (1402, 1511, 2744, 5080, 7902, 11035, 21318, 15877, 9127, 6544, None, 0),
}
SOURCE = Source(
    file="besøg_2025.xlsx",
    sheet="Juni",
    cells="F3:F14",
    upload=7,
    loaded_at=datetime(2026, 1, 14, 9, 30, tzinfo=UTC),
    loaded_by="analytiker, Destination Ådalen",
    name_for_signed_in="Karen Holm",
)


def figure_cell(key: str, number: float | None, decimals: int = 0, language: Language = DANISH) -> Cell:
    """A number as it is written on the page."""
    return Cell(text=language.number(number, decimals), number=number, key=f"{PLACE}|{key}")


def share_cell(key: str, number: float, *, signed: bool = False, language: Language = DANISH) -> Cell:
    """A share as it is written on the page."""
    return Cell(text=language.percent(number, signed=signed), number=number, key=f"{PLACE}|{key}")


def month_table(title: str) -> Table:
    """Months by years: one row a year, what is missing as a dash and a closed month in words."""
    rows = []
    for year, values in VISITS.items():
        cells = [figure_cell(f"visits|{year}-{month:02}", value) for month, value in enumerate(values, start=1)]
        rows.append((Cell(text=year), *cells))
    return Table(title=title, headers=("År", *MONTHS), numeric=(False, *[True] * 12), rows=tuple(rows))


def drawing(text: str = "juli 21.318") -> str:
    """A small drawing as Plotly writes it: text in our faces, paths, and a style element."""
    bars = "".join(
        f'<rect x="{40 + 50 * i}" y="{200 - (value or 0) / 120:.1f}" width="38" height="{(value or 0) / 120:.1f}" '
        f'style="fill: rgb(10, 90, 115); opacity: 1;"/>'
        for i, value in enumerate(VISITS["2025"])
    )
    return (
        '<svg class="main-svg" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'width="700" height="240" style="" viewBox="0 0 700 240"><rect x="0" y="0" width="700" height="240" '
        'style="fill: rgb(255, 253, 250); fill-opacity: 0;"/>'
        f'<g class="bars">{bars}</g><text x="330" y="16" '
        "style=\"font-family: 'Public Sans', 'Helvetica Neue', Arial, sans-serif; font-size: 13px; "
        f'fill: rgb(27, 36, 41);">{text}</text></svg>'
    )


def tiles() -> tuple[Tile, ...]:
    """Six tiles: counts, shares, one that is undefined and one without anything to compare with."""
    return (
        Tile(
            kpi="visits_total",
            place="Ådalen",
            label="Besøg",
            value=figure_cell("2025|visits_total", 82540),
            unit="besøg",
            period="2025",
            comparisons=("+3,6\u00a0% i forhold til 2024, målt på de samme måneder og huse", "mål: 85.000"),
            compared=(share_cell("2025|visits_total|change", 0.0362, signed=True),),
            grade="B",
            confidence="Næsten sikker: 9 af 10 huse har meldt ind i begge år",
            table=month_table("Besøg pr. måned"),
            sources=(SOURCE, SOURCE.model_copy(update={"sheet": "Juli", "cells": "F3:F20"})),
        ),
        Tile(
            kpi="peak_month_share",
            place="Ådalen",
            label="Den travleste måneds andel",
            value=share_cell("2025|peak_month_share", 0.25827),
            unit="",
            period="2025",
            comparisons=("juli",),
            grade="A",
            confidence="Sikker",
            sources=(SOURCE,),
        ),
        Tile(
            kpi="season_gini",
            place="Ådalen",
            label="Ulighed mellem månederne",
            value=figure_cell("2025|season_gini", 0.4213, 2),
            unit="indeks 0–1",
            period="2025",
            comparisons=("svarer til 5,4 lige store måneder",),
        ),
        Tile(
            kpi="spend_per_visit",
            place="Ådalen",
            label="Omsætning pr. besøg",
            value=Cell(text="–", key=f"{PLACE}|2025|spend_per_visit"),
            unit="kr.",
            period="2025",
            undefined_reason="Vises ikke: færre end tre huse har oplyst deres omsætning.",
        ),
        Tile(
            kpi="relative_growth_gap",
            place="Ådalen",
            label="Vækst i forhold til Danmark",
            value=share_cell("2025|relative_growth_gap", -0.014, signed=True),
            unit="procentpoint",
            period="2025",
        ),
        Tile(
            kpi="visits_change",
            place="Ådalen",
            label="Ændring i besøg",
            value=Cell(text="−1.234", number=-1234.0, key=f"{PLACE}|2025|visits_change"),
            unit="besøg",
            period="2025",
        ),
    )


def trend_figure() -> Figure:
    """Two years as lines, with a month that nobody reported."""
    lines = tuple(Series(name=year, values=VISITS[year]) for year in ("2025", "2024"))
    return Figure(
        title="Flere kom i 2025 i ni af de ti måneder, der er talt",
        subtitle="Besøg pr. måned, Ådalen, 2024 og 2025",
        in_words="Besøgene toppede i juli med 21.318, mod 19.115 året før. November 2025 mangler, december var lukket.",
        svg=drawing(),
        chart=Chart(kind="line", categories=MONTHS, series=lines),
        table=month_table("Besøg pr. måned, 2023–2025"),
    )


def heatmap_figure() -> Figure:
    """Months by years as a grid, with its drawing."""
    rows = tuple(Series(name=year, values=values) for year, values in VISITS.items())
    return Figure(
        title="Juli bærer 26 % af besøgene",
        subtitle="Besøg pr. måned og år, Ådalen",
        in_words="I alle tre år er juli den travleste måned og januar den stilleste.",
        svg=drawing("2023 2024 2025"),
        chart=Chart(kind="grid", categories=MONTHS, series=rows),
        table=month_table("Besøg pr. måned og år"),
    )


def undrawn_figure() -> Figure:
    """Bars of markets where no Chrome was found: the table and the text stand in place of the drawing."""
    names, shares = ("Danmark", "Tyskland", "Norge, Sverige og Finland"), (0.614, 0.271, 0.115)
    rows = tuple(
        (Cell(text=name), share_cell(f"2025|market_share|{i}", share))
        for i, (name, share) in enumerate(zip(names, shares, strict=True))
    )
    return Figure(
        title="Seks af ti gæster er danske",
        subtitle="Andel af overnatninger efter marked, 2025",
        in_words="Danmark 61,4 %, Tyskland 27,1 % og Norden i øvrigt 11,5 %.",
        svg="",
        chart=Chart(kind="bar", categories=names, series=(Series(name="Andel", values=shares),), number_format="0.0%"),
        table=Table(title="Overnatninger efter marked", headers=("Marked", "Andel"), numeric=(False, True), rows=rows),
    )


def comparison_table() -> Table:
    """A table against target and peers, with a place that has no target."""
    rows = (
        ("Besøg", figure_cell("2025|visits_total", 82540), figure_cell("2025|visits_total|target", 85000), "Ådal Vest"),
        ("Årsværk", figure_cell("2025|staff_fte", 31.5, 1), Cell(text="intet mål"), "ingen"),
    )
    cells = tuple((Cell(text=name), value, goal, Cell(text=peer)) for name, value, goal, peer in rows)
    return Table(
        title="Mod mål og andre steder",
        headers=("Tal", "2025", "Mål", "Nærmeste sted"),
        numeric=(False, True, True, False),
        rows=cells,
    )


def actions_table() -> Table:
    """What is due, in words only."""
    rows = (
        ("Fælles billet for de tre huse", "museumsinspektøren", "1. september 2026", "i gang"),
        ("Vinteråbent i weekenderne", "destinationschefen", "1. november 2026", "ikke begyndt"),
    )
    return Table(
        title="Handlinger, der forfalder",
        headers=("Handling", "Hvem", "Hvornår", "Hvordan går det"),
        numeric=(False,) * 4,
        rows=tuple(tuple(Cell(text=text) for text in row) for row in rows),
    )


def steps_table() -> Table:
    """Ten steps with how far each is."""
    names = ("Historien", "Stedet", "Gæsterne", "Partnerne", "Produktet", "Prisen", "Sæsonen", "Naturen", "Folkene",
             "Opfølgningen")  # fmt: skip
    rows = tuple(
        (Cell(text=f"{i}. {name}"), figure_cell(f"2025|step_{i}", (i * 7) % 5)) for i, name in enumerate(names, start=1)
    )
    return Table(title="De ti skridt", headers=("Skridt", "Trin (0–4)"), numeric=(False, True), rows=rows)


def sections() -> tuple[Section, ...]:
    """One section of each kind."""
    return (
        Section(
            kind="headline",
            heading="Kort fortalt",
            sentence="Ådalen fik 82.540 besøg i 2025, 3,6 % flere end året før, og væksten kom uden for sommeren.",
            comment="Bestyrelsen bad i marts om at se på efteråret.\nDet er gjort i afsnittet om sæsonen.",
        ),
        Section(
            kind="tiles",
            heading="Nøgletal",
            sentence="Fire af seks nøgletal går den rigtige vej.",
            tiles=tiles(),
            comment="Omsætningen kommer med, når det tredje hus har meldt ind.",
        ),
        Section(
            kind="trend",
            heading="Udvikling",
            sentence="Besøgene er steget to år i træk.",
            figures=(trend_figure(), undrawn_figure()),
            starts_on_new_page=True,
        ),
        Section(
            kind="heatmap",
            heading="Sæson",
            sentence="Juli bærer en fjerdedel af året.",
            figures=(heatmap_figure(),),
            starts_on_new_page=True,
        ),
        Section(
            kind="comparison",
            heading="Mod mål og andre steder",
            sentence="Der mangler 2.460 besøg i at nå målet.",
            tables=(comparison_table(),),
        ),
        Section(
            kind="regenerative",
            heading="Regenerativ balance",
            sentence="Stedet bruger mindre strøm pr. gæst.",
            comment="Vandforbruget er endnu ikke målt.",
        ),
        Section(
            kind="ten_steps",
            heading="Ti skridt",
            sentence="Tre skridt er nået helt.",
            tables=(steps_table(),),
            starts_on_new_page=True,
        ),
        Section(
            kind="actions",
            heading="Handlinger",
            sentence="To handlinger forfalder inden årets udgang.",
            tables=(actions_table(),),
        ),
    )


def definitions() -> tuple[Definition, ...]:
    """What three of the figures mean."""
    parts = (
        ("Hvad det er", "Antal besøg i alle huse, der har talt i hele perioden."),
        (
            "Sådan regnes det",
            "Summen af månedernes besøg; lukkede måneder tæller 0, manglende måneder tælles ikke med.",
        ),
    )
    names = {"visits_total": "Besøg", "peak_month_share": "Den travleste måneds andel", "season_gini": "Ulighed"}
    return tuple(Definition(kpi=kpi, name=name, parts=parts, version="1") for kpi, name in names.items())


def board_page() -> Content:
    """A whole page in Danish."""
    return Content(
        title="Ådalen i 2025",
        language="da",
        places=("Ådalen",),
        scope="Ådalen: ti huse",
        period="2025",
        compared_with="2024",
        frozen_at=datetime(2026, 3, 3, 8, 15, tzinfo=UTC),
        sent_by="analytiker, Destination Ådalen",
        data_version=412,
        app_version="0.1.0",
        is_sample=True,
        sections=sections(),
        definitions=definitions(),
    )
