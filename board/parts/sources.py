"""Where a figure comes from: files, sheets and cells, with who loaded them as a role."""

from collections.abc import Iterable
from datetime import UTC

from answers.answer import Answer
from answers.lineage.cells import Lineage, lineage
from board.content import Source
from board.parts.asked import PlaceAsked
from board.parts.cell_ranges import ranges

_MOST_RANGES = 12


def lineage_of(at: PlaceAsked, answer: Answer) -> Lineage:
    """Return the cells of an answer, as the reader may see them."""
    return lineage(at.asked.data, at.place, answer, at.asked.reader)


def sources_of(at: PlaceAsked, answer: Answer) -> tuple[Source, ...]:
    """Return the cells of an answer, one source for each sheet of each upload, the newest upload first."""
    found = lineage_of(at, answer)
    events = {event.upload: event for event in found.uploads}
    cells: dict[tuple[int, str], list[str]] = {}
    for frame in found.cells.values():
        for upload, sheet, cell in zip(frame["upload"], frame["sheet"], frame["cell"], strict=True):
            cells.setdefault((int(upload), str(sheet or "")), []).append(str(cell or ""))
    return tuple(
        Source(
            file=events[upload].file_name,
            sheet=sheet,
            cells=_told(at, addresses),
            upload=upload,
            loaded_at=events[upload].recorded_at.replace(tzinfo=UTC),
            loaded_by=at.asked.text("an analyst"),
            name_for_signed_in=events[upload].recorded_by,
        )
        for (upload, sheet), addresses in sorted(cells.items(), key=lambda one: (-one[0][0], one[0][1]))
    )


def _told(at: PlaceAsked, addresses: Iterable[str]) -> str:
    found = list(ranges(addresses))
    shown = ", ".join(found[:_MOST_RANGES])
    rest = len(found) - _MOST_RANGES
    if rest <= 0:
        return shown
    return at.asked.language.plural("{cells} and {n} more range", "{cells} and {n} more ranges", rest, cells=shown)
