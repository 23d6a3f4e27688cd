"""What is said of a load: the report of its file, and the known figures it left blank, which stand or are erased."""

from collections.abc import Iterator, Mapping
from typing import Any

from locales import Language, mark
from pipelines.erasing import Blanked, count_of
from pipelines.load import Loaded
from pipelines.report import SHOWN_FINDINGS, as_lines, as_object
from warehouse.ledger import Ledger
from warehouse.schema import ALL, datasets

BLANK_WORDS: Mapping[str, str] = {
    "blank": mark("blank"),
    "missing": mark("marked as missing"),
    "withheld": mark("withheld"),
    "closed": mark("closed"),
}


def loaded_object(done: Loaded, ledger: Ledger, language: Language) -> dict[str, Any]:
    """Return the report of one file that was loaded as plain values for JSON."""
    return {
        **as_object(done.reading, language, done.difference),
        "blanked": blanked_rows(done.blanked, ledger),
        "erased": done.erased,
        "upload": done.upload,
    }


def loaded_lines(done: Loaded, ledger: Ledger, language: Language) -> Iterator[str]:
    """Give the report of one file that was loaded as lines for people."""
    yield from as_lines(done.reading, language, done.difference)
    yield from _blanked_lines(done, ledger, language)
    if done.upload is not None:
        yield "  " + language.text("Loaded as upload {number}.", number=done.upload)


def blanked_rows(blanked: Blanked, ledger: Ledger) -> list[dict[str, Any]]:
    """Return one plain object for each known figure that a file leaves blank; codes never change."""
    loads = {event.upload: event for event in ledger.loads}
    return [
        {
            "cell": f"{row['sheet']}!{row['cell']}",
            "said": row["text"],
            "dataset": dataset_id,
            "key": {key.id: row[key.id] for key in datasets()[dataset_id].keys if row[key.id] != ALL},
            "column": row["measure"],
            "known": row["old_number"] if row["old_text"] is None else row["old_text"],
            "upload": row["old_upload"],
            "by": loads[row["old_upload"]].recorded_by,
            "file": loads[row["old_upload"]].file_name,
        }
        for dataset_id, table in blanked.items()
        for row in table.to_pylist()
    ]


def _blanked_lines(done: Loaded, ledger: Ledger, language: Language) -> Iterator[str]:
    if not (count := count_of(done.blanked)):
        return
    if done.erased:
        yield "  " + said_of_erased(done.erased, language)
    else:
        yield "  " + language.plural(
            "{n} figure that is known is blank in the file, and stands; --erase removes it.",
            "{n} figures that are known are blank in the file, and stand; --erase removes them.",
            count,
        )
    for row in blanked_rows(done.blanked, ledger)[:SHOWN_FINDINGS]:
        known = written_known(row["known"], language)
        keys = " · ".join(row["key"].values())
        yield f"  {row['cell']}: {row['dataset']}.{row['column']} {keys}: {known} ({row['by']}, {row['file']})"


def written_known(known: float | str, language: Language) -> str:
    """Return a known figure as people write it."""
    return known if isinstance(known, str) else language.number(known, 0 if known.is_integer() else 1)


def said_of_erased(erased: int, language: Language) -> str:
    """Return in a sentence how many figures a load erased."""
    return language.plural("{n} known figure was removed.", "{n} known figures were removed.", erased)
