"""A workbook that carries each of the sixty hostile strings as every kind of name and comment a workbook can hold."""

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO
from itertools import cycle, islice

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from tests.board.hostile import HOSTILE
from tests.workbooks import Rows, workbook

HARBOUR, VIEW = "destination:havn", "place=destination:havn&year=2024&lang=da"
MONTHS = tuple(f"{year}-{month:02d}" for year in (2023, 2024) for month in range(1, 13))
STEPS = tuple(str(number) for number in range(1, 11))
DAY = date(2024, 5, 1)
# What a workbook can hold at all; _x0041_ is Excel's own way of writing A.
TEXTS: Sequence[str] = tuple(
    dict.fromkeys(
        text
        for text in (ILLEGAL_CHARACTERS_RE.sub("", one).strip() for one in HOSTILE)
        if text and "_x0041_" not in text
    )
)


def hostile_rows() -> dict[str, Rows]:
    """Return rows of every dataset that holds names or comments."""
    museums = [f"m{number}" for number in range(len(TEXTS))]
    named = list(zip(museums, TEXTS, strict=True))
    by_step = list(zip(STEPS, islice(cycle(TEXTS[26:]), len(STEPS)), strict=True))
    return {
        "destinations": [{"destination_id": "havn", "name": TEXTS[26], "note": TEXTS[27]}],
        "actors": [
            {"actor_id": museum, "name": text, "destination_id": "havn", "sector": "culture", "actor_type": text}
            for museum, text in named
        ],
        "visits": [
            {"actor_id": museum, "period": month, "visits": 100 + number}
            for museum in museums
            for number, month in enumerate(MONTHS)
        ],
        "notes": [
            {"date_from": DAY + timedelta(number), "kind": "event", "text": text, "owner": text}
            for number, text in enumerate(TEXTS)
        ],
        "steps": [
            {"destination_id": "havn", "step": step, "maturity": 2, "judged_on": DAY}
            | dict.fromkeys(("who", "what", "why", "how", "when", "evidence_link", "owner"), text)
            for step, text in by_step
        ],
        "actions": [
            {"action_id": f"a{number}", "destination_id": "havn", "step": "3", "due": DAY, "status": "planned"}
            | dict.fromkeys(("who", "what", "why", "how", "evidence_link"), text)
            for number, text in enumerate(TEXTS)
        ],
        "links": [
            {"destination_id": "havn", "other_place": text, "kind": "thematic", "theme": text, "learning": text}
            for text in TEXTS
        ],
        "partnerships": [
            {"actor_a": one, "actor_b": other, "tie_type": "knowledge", "gives_a": text, "gives_b": text}
            for one, other, text in zip(museums, museums[1:], TEXTS, strict=False)
        ],
        "products": [
            {"product_id": f"p{number}", "period": "2024", "name": text, "actor_id": museum, "status": "live"}
            | {"revenue_dkk": 1000, "mission_tag": "core", "tag_reason": text, "identity_text": text}
            for number, (museum, text) in enumerate(named)
        ],
        "log": [
            {"entry_id": f"l{number}", "kind": "sparring", "date": DAY, "destination_id": "havn"}
            | dict.fromkeys(("who", "subject", "text", "learned", "evidence_link"), text)
            for number, text in enumerate(TEXTS)
        ],
        "comments": [
            {"comment_id": f"c{number}", "date": DAY, "destination_id": "havn", "theme": "collaboration"}
            | dict.fromkeys(("who", "text", "agreed", "settled_by"), text)
            for number, text in enumerate(TEXTS)
        ],
        "groups": [
            {"group_id": f"g{number}", "destination_id": "havn", "kind": "network", "members": f"m{number}; m0"}
            | dict.fromkeys(("name", "gathers", "purpose", "convenor", "combination"), text)
            for number, text in enumerate(TEXTS)
        ],
        "channels": [
            {"channel_id": f"k{number}", "destination_id": "havn", "medium": "web"}
            | dict.fromkeys(("name", "segment", "operator", "why", "owner"), text)
            for number, text in enumerate(TEXTS)
        ],
        "strategies": [
            {"actor_id": museum} | dict.fromkeys(("aim", "guests", "declined", "owner"), text) for museum, text in named
        ],
        "initiatives": [
            {"initiative_id": f"i{number}", "destination_id": "havn", "origin": "strategy", "begun_on": DAY}
            | dict.fromkeys(("name", "goal", "who", "what", "why", "how", "when"), text)
            | dict.fromkeys(("better_nature", "better_residents", "behaviour", "measured_by"), text)
            for number, text in enumerate(TEXTS)
        ],
        "events": [
            {"event_id": f"e{number}", "name": text, "actor_id": museum, "date": DAY}
            | {"attendance": 30, "rule_note": text}
            for number, (museum, text) in enumerate(named)
        ],
        "reviews": [
            {"actor_id": museum, "platform": text, "period": "2024", "mean_rating": 4, "reviews": 40}
            | {"scale_low": 1, "scale_high": 5}
            for museum, text in named
        ],
        "profiles": [
            {"entity": f"actor:{museum}", "field": field, "text": text, "author": text, "written_on": DAY}
            for museum, text in named
            for field in ("why", "i_do", "i_need", "quality_peer")
        ],
        "revenue": [
            {"actor_id": museum, "period": "2024", "stream": "shop", "amount_dkk": 1000} for museum in museums
        ],
    }  # fmt: skip


def hostile_workbook() -> bytes:
    """Return those rows as a workbook, in which what looks like a formula is a text."""
    book = openpyxl.load_workbook(BytesIO(workbook(hostile_rows())))
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            cell.data_type = "s"
    return _bytes_of(book)


def foreign_workbook() -> bytes:
    """Return a workbook whose sheets and headers are the strings, as far as Excel allows them."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for text in TEXTS:
        name = "".join(sign for sign in text if sign not in r"[]:*?/\\").strip("'")[:31]
        if name and name not in book.sheetnames:
            sheet = book.create_sheet(name)
            sheet.append(["Museum", "Periode", "Besøg", text])
            sheet.append([text, "2024-01", 10, text])
    return _bytes_of(book)


def _bytes_of(book: openpyxl.Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
