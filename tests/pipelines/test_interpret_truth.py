"""Whatever the layout, language and number style: what was written is what is read."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from locales import DANISH, ENGLISH, LANGUAGES, Language
from pipelines.grid import CellValue, Sheet
from tests.pipelines.grids import is_accounted, read, visits, warned

Truth = Mapping[tuple[str, str], int | None]

# One figure that only one reading fits, so that the column proves its decimal mark.
PROOF = 1234567

ACTORS = st.lists(
    st.sampled_from(["Havmuseet", "Ålborg Slot", "Café Sø", "Kunst 3"]), min_size=2, max_size=4, unique=True
)
MONTHS = st.lists(
    st.sampled_from([f"{year}-{month:02}" for year in (2022, 2023) for month in range(1, 13)]),
    min_size=3,
    max_size=8,
    unique=True,
)


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    """Return visits by actor and month; None where nothing was reported."""
    figures = st.one_of(st.none(), st.integers(0, 9_999_999))
    keys = [(actor, month) for actor in draw(ACTORS) for month in sorted(draw(MONTHS))]
    truth = {key: draw(figures) for key in keys}
    return truth | {keys[0]: PROOF}


def parts(truth: Truth) -> tuple[list[str], list[str]]:
    """Return the actors and the months."""
    return list(dict.fromkeys(actor for actor, _ in truth)), sorted({month for _, month in truth})


def written(value: int | None, style: str) -> CellValue:
    if value is None or style == "number":
        return value
    return {"da": DANISH, "en": ENGLISH}[style].number(value)


def total(values: list[int | None], style: str) -> CellValue:
    return written(sum(value or 0 for value in values), style)


def header(month: str, language: Language) -> str:
    return f"{language.month(int(month[5:]))} {month[:4]}"


def long_layout(truth: Truth, style: str, language: Language) -> list[list[CellValue]]:
    names: list[CellValue] = ["Aktør", "Måned", "Besøg"] if language is DANISH else ["Actor", "Month", "Visits"]
    rows = [[actor, header(month, language), written(value, style)] for (actor, month), value in truth.items()]
    return [names, *rows, ["I alt", None, total(list(truth.values()), style)]]


def months_as_columns(truth: Truth, style: str, language: Language) -> list[list[CellValue]]:
    actors, months = parts(truth)
    rows: list[list[CellValue]] = [["Besøg"], ["Museum", *(header(month, language) for month in months), "I alt"]]
    for actor in actors:
        values = [truth.get((actor, month)) for month in months]
        rows.append([actor, *(written(value, style) for value in values), total(values, style)])
    sums = [total([truth.get((actor, month)) for actor in actors], style) for month in months]
    return [*rows, ["Total", *sums, total(list(truth.values()), style)], [], ["Kilde: museerne"]]


def actors_as_columns(truth: Truth, style: str, language: Language) -> list[list[CellValue]]:
    actors, months = parts(truth)
    rows: list[list[CellValue]] = [["Antal besøg"], [], ["Måned", *actors]]
    for month in months:
        rows.append([header(month, language), *(written(truth.get((actor, month)), style) for actor in actors)])
    return rows


def year_over_months(truth: Truth, style: str, language: Language) -> list[list[CellValue]]:
    actors, months = parts(truth)
    years = [month[:4] if at == 0 or months[at - 1][:4] != month[:4] else None for at, month in enumerate(months)]
    names = [language.month(int(month[5:]), "abbreviated") for month in months]
    rows: list[list[CellValue]] = [["Besøgstal"], ["Aktør", *years], [None, *names]]
    for actor in actors:
        rows.append([actor, *(written(truth.get((actor, month)), style) for month in months)])
    return rows


LAYOUTS = [long_layout, months_as_columns, actors_as_columns, year_over_months]


@given(truths(), st.sampled_from(LAYOUTS), st.sampled_from(["number", "da", "en"]), st.sampled_from(sorted(LANGUAGES)))
def test_what_was_written_is_what_is_read(truth: Truth, layout: object, style: str, language: str) -> None:
    rows = layout(truth, style, LANGUAGES[language])  # type: ignore[operator]
    reading = read(Sheet("Ark1", rows))
    assert visits(reading) == {key: value for key, value in truth.items() if value is not None}
    assert reading.cells.refused == 0
    assert warned(reading, "total_differs") == {}
    assert is_accounted(reading)


@given(truths(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(truth: Truth, random: object) -> None:
    names, *rows = long_layout(truth, "number", DANISH)[:-1]
    shuffled = random.sample(rows, len(rows))  # type: ignore[attr-defined]
    assert visits(read(Sheet("Ark1", [names, *shuffled]))) == visits(read(Sheet("Ark1", [names, *rows])))
