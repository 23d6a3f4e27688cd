"""Loading a workbook: choose it, see what was read and what it changes, load it all or nothing."""

import tempfile
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from frame.context import Context
from locales import mark
from pipelines.account import totals
from pipelines.findings import Finding
from pipelines.load import Preview, preview, store_reading
from pipelines.reading import Reading
from pipelines.report import said_of
from sections.tables import draw_table
from warehouse.connect import StoreBusyError
from warehouse.schema import datasets

TYPES = ("xlsx", "xls", "ods", "xlsb", "csv", "txt", "tsv")
_PREVIEW = "_preview"
_ROUND = "_upload_round"
_SHOWN = 50
_STAGES = {
    "opening": mark("Opening the file …"),
    "reading": mark("Reading the cells …"),
    "checking": mark("Checking the figures …"),
}


def draw_upload(context: Context) -> None:
    """Draw the upload with its preview; after a load the page is drawn anew with the new figures."""
    st.subheader(context.text("Load a workbook"), anchor="load")
    st.caption(
        context.text(
            "Excel, OpenDocument or CSV, as it is: titles, notes and totals are recognised. "
            "Nothing is stored before you say so."
        )
    )
    round_number = st.session_state.setdefault(_ROUND, 0)
    chosen = st.file_uploader(
        context.text("Choose a file"), type=list(TYPES), max_upload_size=25, key=f"upload_{round_number}",
        label_visibility="collapsed",
    )  # fmt: skip
    with st.expander(context.text("Is the layout unknown? Add a mapping")):
        st.caption(context.text("A mapping is a small text file that says what the headers of a foreign layout mean."))
        mapping_file = st.file_uploader(
            context.text("Mapping (TOML)"), type=["toml"], max_upload_size=1, key=f"mapping_{round_number}"
        )
    if chosen is None:
        st.session_state.pop(_PREVIEW, None)
        return
    mapping = mapping_file.getvalue().decode("utf-8", "replace") if mapping_file else None
    _draw_preview(context, chosen, _preview_of(context, chosen, mapping))


@contextmanager
def _on_disk(file: UploadedFile) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_bytes(file.getvalue())
        yield path


def _preview_of(context: Context, file: UploadedFile, mapping: str | None) -> Preview:
    key = (file.file_id, mapping, context.data.version)
    kept = st.session_state.get(_PREVIEW)
    if kept and kept[0] == key:
        shown: Preview = kept[1]
        return shown
    with _progress(context) as progress, _on_disk(file) as path:
        made = preview(context.data.store, path, mapping, name=file.name, progress=progress)
    st.session_state[_PREVIEW] = (key, made)
    return made


@contextmanager
def _progress(context: Context) -> Iterator[Callable[[float, str], None]]:
    bar = st.progress(0.0, text=context.text("Opening the file …"))

    def tell(share: float, stage: str) -> None:
        bar.progress(min(1.0, max(0.0, share)), text=context.text(_STAGES.get(stage, "Reading the cells …")))

    yield tell
    bar.empty()


def _draw_preview(context: Context, file: UploadedFile, shown: Preview) -> None:
    reading = shown.reading
    if reading.problem:
        st.error(reading.problem.reason(context.language))
        return
    _draw_account(context, reading)
    if not reading.facts:
        st.error(context.text("Nothing in the file could be used. See below why, or start from the template."))
    else:
        st.markdown(f"**{said_of(shown.difference, context.language)}**")
        _draw_buttons(context, file, reading)
    _draw_totals(context, reading)
    _draw_findings(context, context.text("Questions"), reading.questions, "questions")
    _draw_findings(context, context.text("Refused cells"), reading.refused, "refused")
    _draw_findings(context, context.text("Look at these"), reading.warnings, "warnings")
    _draw_changes(context, shown)
    with st.expander(context.text("What was left out, and why")):
        _draw_findings(context, context.text("Left out"), reading.ignored, "ignored")


def _draw_account(context: Context, reading: Reading) -> None:
    cells, number = reading.cells, context.language.number
    st.markdown(
        context.text(
            "{file}: of {non_empty} filled cells {accepted} were read, {refused} refused and {ignored} left out.",
            file=f"**{_plain(reading.file)}**",
            non_empty=number(cells.non_empty),
            accepted=number(cells.accepted),
            refused=number(cells.refused),
            ignored=number(cells.ignored),
        )
    )


def _plain(text: str) -> str:
    """The text without the signs that Markdown would act on."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()<>#+-!|$:~" else sign for sign in text)


def _draw_buttons(context: Context, file: UploadedFile, reading: Reading) -> None:
    load_it, leave_it, _ = st.columns([1, 1, 3])
    with load_it:
        if context.reader.may_load and st.button(context.text("Load"), type="primary", key="load", width="stretch"):
            _load(context, file, reading)
    with leave_it:
        if st.button(context.text("Leave it"), key="leave", width="stretch"):
            _start_over()


def _load(context: Context, file: UploadedFile, reading: Reading) -> None:
    try:
        with st.spinner(context.text("Loading …")), _on_disk(file) as path:
            done = store_reading(context.data.store, path, reading, context.reader.name)
    except StoreBusyError:
        st.error(context.text("Somebody else is loading just now; try again in a moment."))
        return
    told = context.text("Loaded as upload {number}.", number=done.upload)
    st.session_state["_told"] = f"{told} {said_of(done.difference, context.language)}"
    _start_over()


def _start_over() -> None:
    st.session_state[_ROUND] += 1
    st.session_state.pop(_PREVIEW, None)
    st.rerun()


def _draw_totals(context: Context, reading: Reading) -> None:
    code = context.language.code
    overall, by_year = totals(reading)
    rows = [
        {
            context.text("Dataset"): datasets()[dataset].name[code],
            context.text("Figure"): datasets()[dataset].column(column).header[code],
            context.text("Year"): year,
            context.text("Sum"): total,
        }
        for dataset, columns in overall.items()
        for column in columns
        for year, sums in sorted(by_year.get(dataset, {}).items())
        if (total := sums.get(column)) is not None
    ]
    if rows:
        draw_table(context, pd.DataFrame(rows), context.text("Sums of what was read"), "totals", rows=12)


def _draw_findings(context: Context, title: str, findings: Sequence[Finding], name: str) -> None:
    if not findings:
        return
    language = context.language
    rows = [
        {
            context.text("Cell"): finding.place,
            context.text("Value"): finding.value,
            context.text("Why"): finding.reason(language),
            context.text("What to do"): finding.suggestion(language),
        }
        for finding in findings
    ]
    table = pd.DataFrame(rows)
    table = table.loc[:, [column for column in table if table[column].astype(bool).any()]]
    draw_table(context, table, f"{title} ({language.number(len(findings))})", name, rows=_SHOWN)


def _draw_changes(context: Context, shown: Preview) -> None:
    code = context.language.code
    rows = []
    for dataset_id, frame in shown.changes.items():
        dataset = datasets()[dataset_id]
        for row in frame.to_dict("records"):
            rows.append(
                {
                    context.text("Dataset"): dataset.name[code],
                    context.text("Row"): " · ".join(str(row[key.id]) for key in dataset.keys if row[key.id] != "all"),
                    context.text("Figure"): dataset.column(str(row["measure"])).header[code],
                    context.text("Before"): _value(row, "old_"),
                    context.text("After"): _value(row, ""),
                    context.text("Cell"): f"{row['sheet']}!{row['cell']}",
                }
            )
    if rows:
        table = pd.DataFrame(rows)
        draw_table(context, table, context.text("What is new or changes"), "changes", rows=_SHOWN)


def _value(row: Mapping[Hashable, object], prefix: str) -> object:
    number, text = row[f"{prefix}number"], row[f"{prefix}text"]
    return number if isinstance(number, float) and not pd.isna(number) else text
