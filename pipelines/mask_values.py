"""Personal data taken out of a workbook given back: from the cells refused for it, and wherever else it is written."""

from collections.abc import Mapping, Sequence

from openpyxl.utils.cell import coordinate_to_tuple

from pipelines.grid import Workbook
from pipelines.package import Package
from pipelines.personal import MASKS, masked, personal_parts
from pipelines.plain_xlsx import free_name
from pipelines.reading import Reading
from pipelines.xml_spots import Edit, as_text, spots

_TEXT_PARTS = (".xml", ".rels", ".vml")


def masks_of(reading: Reading) -> dict[tuple[str, str], str]:
    """Return what is to stand in each cell, by its sheet and name, that was refused for personal data."""
    return {
        (sheet, cell): MASKS[finding.code]
        for finding in reading.refused
        if finding.code in MASKS
        for sheet, _, cell in (finding.place.rpartition("!"),)
    }


def personal_texts(workbook: Workbook, masks: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Return the texts to be masked wherever they are written: those of the cells, and the personal data in them.

    What is only digits is left to its cell: elsewhere it could be part of a figure.
    """
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    found: dict[str, str] = {}
    for (name, cell), mask in masks.items():
        row, column = coordinate_to_tuple(cell)
        text = str(sheets[name].rows[row - 1][column - 1])
        if not text.isdecimal():
            found |= {text: mask, **personal_parts(text)}
    return found


def masked_names(names: Sequence[str]) -> dict[str, str]:
    """Return the names of sheets that hold personal data, each with its mask; no two sheets get the same name."""
    taken = {name.casefold() for name in names}
    found = {}
    for name in names:
        if masked(name) != name:
            found[name] = free_name(masked(name), taken)
            taken.add(found[name].casefold())
    return found


def mask_shared_texts(package: Package, masks: Mapping[int, str]) -> None:
    """Mask those of the texts that cells share, by their number."""
    shared = next((one.target for one in package.relations(package.workbook) if one.kind == "sharedStrings"), "")
    if not masks or shared not in package:
        return
    found = spots(package.read(shared), lambda name, _attributes, depth: name == "si" and depth == 1)
    package.edit(
        shared,
        [
            Edit(spot.inside, spot.close, f"<{spot.prefix}t>{as_text(masks[number])}</{spot.prefix}t>".encode())
            for number, spot in enumerate(found)
            if number in masks
        ],
    )


def forget_order_of_formulas(package: Package) -> None:
    """Take out the order in which formulas are calculated: it names cells whose formula may be gone by now.

    Spreadsheet programs make it anew, but call a workbook damaged where it is wrong.
    """
    for relation in package.relations(package.workbook):
        if relation.kind == "calcChain":
            package.unrelate(package.workbook, relation.target)
            package.drop(relation.target)


def mask_everywhere(package: Package, masks: Mapping[str, str]) -> None:
    """Mask texts wherever they are written: in links, comments, charts and what pivot tables remember."""
    written = {as_text(value).encode(): as_text(mask).encode() for value, mask in masks.items()}
    if not written:
        return
    for name in package.names:
        if name.endswith(_TEXT_PARTS):
            before = after = package.read(name)
            for value, mask in written.items():
                after = after.replace(value, mask)
            if after != before:
                package.put(name, after)
