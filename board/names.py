"""What a shown figure is called where it is told apart from its place on the page."""

from collections.abc import Iterator, Mapping

from board.content import Content, Table, Tile
from locales import Language, language


def names_of(content: Content) -> Mapping[str, str]:
    """Return the name of every shown figure by its key, by its tile where it has one."""
    spoken, several = language(content.language), len(content.places) > 1
    named: dict[str, str] = {}
    tiles = [tile for section in content.sections for tile in section.tiles]
    tables = [(figure.table.title, figure.table) for section in content.sections for figure in section.figures]
    for section in content.sections:
        # What the headline says needs no more than its name, unless there is one for each place.
        alone = section.kind == "headline" and not several
        tables += [("" if alone else table.title, table) for table in section.tables]
    tables += [(tile.table.title, tile.table) for tile in tiles if tile.table]
    for tile in tiles:
        _name(named, _of_tile(tile, spoken, several=several))
    for title, table in tables:
        _name(named, _of_table(table, title))
    return named


def _name(named: dict[str, str], found: Iterator[tuple[str, str]]) -> None:
    for key, name in found:
        if key:
            named.setdefault(key, name)


def _of_tile(tile: Tile, spoken: Language, *, several: bool) -> Iterator[tuple[str, str]]:
    place = f", {tile.place}" if several else ""
    name = f"{tile.label}{place}, {tile.period}"
    yield tile.value.key, name
    parts = {
        "change": spoken.text("change on the year before"),
        "raw": spoken.text("as reported, unadjusted"),
        "low": spoken.text("at least, with 95 per cent certainty"),
        "high": spoken.text("at most, with 95 per cent certainty"),
        "here": spoken.text("here"),
        "area": spoken.text("in the area around"),
        "effective_months": spoken.text("even months"),
        "floor": spoken.text("the target's floor"),
        "ceiling": spoken.text("the target's ceiling"),
        "band": spoken.text("where it stands"),
        "peers": spoken.text("the other places"),
    }
    for cell in tile.compared:
        yield cell.key, f"{name}: {parts.get(cell.key.rpartition('|')[2], cell.text)}"


def _of_table(table: Table, title: str) -> Iterator[tuple[str, str]]:
    figures = sum(table.numeric)
    for row in table.rows:
        for header, cell in zip(table.headers, row, strict=True):
            at = f"{row[0].text}, {header}" if figures > 1 else row[0].text
            yield cell.key, ": ".join(filter(None, (title, at)))
