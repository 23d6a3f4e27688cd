"""Loading a workbook: choose it, answer what it asks, see what it changes, load it all or nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import streamlit as st

from frame.context import Context
from frame.empty import XLSX
from locales import mark
from pipelines.erasing import Blanked, count_of
from pipelines.finding_kinds import WAITING
from pipelines.fix import fixed_workbook
from pipelines.load import Preview, preview, store_reading
from pipelines.reading import Reading
from pipelines.report import said_of
from pipelines.report_load import said_of_erased
from sections.chosen_file import ChosenFile, confirm, describe, draw_choice, on_disk, start_over
from sections.erasing import draw_blanked
from sections.load_impact import Foresee, Foreseen, draw_impact, foreseen
from sections.preview import draw_account, draw_changes, draw_difference, draw_findings, draw_totals
from sections.questions import draw_questions
from sections.sheet_preview import draw_sheets
from sections.words import plain_markdown
from warehouse.connect import StoreBusyError

_PREVIEW = "_preview"
_IMPACT = "_impact"
_STAGES = {
    "opening": mark("Opening the file …"),
    "reading": mark("Reading the cells …"),
    "checking": mark("Checking the figures …"),
}


def draw_upload(context: Context, foresee: Foresee) -> None:
    """Draw the upload with its preview, and what `foresee` says of it; after a load the page is drawn anew."""
    if not context.reader.may_load:
        return
    st.subheader(context.text("Load a workbook"), anchor="load")
    st.caption(
        context.text(
            "Excel, OpenDocument or CSV, as it is: titles, notes and totals are recognised. "
            "Nothing is stored before you say so."
        )
    )
    chosen = draw_choice(context)
    if chosen is None:
        st.session_state.pop(_PREVIEW, None)
        return
    _draw_preview(context, chosen, _preview_of(context, chosen), foresee)


def _preview_of(context: Context, chosen: ChosenFile) -> Preview:
    """Return the preview, made once for each file, mapping, answers and state of the store."""
    key = (chosen.file.file_id, chosen.mapping, frozenset(chosen.confirmed.items()), context.data.version)
    kept = st.session_state.get(_PREVIEW)
    if kept and kept[0] == key:
        shown: Preview = kept[1]
        return shown
    with _progress(context) as progress, on_disk(chosen.file) as path:
        made = preview(
            context.data.store,
            path,
            chosen.mapping,
            confirmed=chosen.confirmed,
            name=chosen.file.name,
            progress=progress,
        )
    st.session_state[_PREVIEW] = (key, made)
    return made


def _foreseen(context: Context, shown: Preview, erased: Blanked, foresee: Foresee) -> Foreseen:
    """Return what a load would do, worked out once for each choice of what to remove."""
    cells = frozenset(
        (name, *cell)
        for name, table in erased.items()
        for cell in table.select(["sheet", "cell"]).to_pandas().to_numpy()
    )
    kept = st.session_state.get(_IMPACT)
    if kept and kept[0] is shown and kept[1] == cells:
        known: Foreseen = kept[2]
        return known
    with st.spinner(context.text("Checking the figures …")):
        found = foreseen(context, shown, erased, foresee)
    st.session_state[_IMPACT] = (shown, cells, found)
    return found


@contextmanager
def _progress(context: Context) -> Iterator[Callable[[float, str], None]]:
    bar = st.progress(0.0, text=context.text("Opening the file …"))

    def tell(share: float, stage: str) -> None:
        bar.progress(min(1.0, max(0.0, share)), text=context.text(_STAGES.get(stage, "Reading the cells …")))

    yield tell
    bar.empty()


def _draw_preview(context: Context, chosen: ChosenFile, shown: Preview, foresee: Foresee) -> None:
    reading = shown.reading
    erased: Blanked = {}
    if reading.problem:
        st.error(plain_markdown(reading.problem.reason(context.language)))
        return
    draw_account(context, reading)
    _draw_described(context, chosen)
    confirm(chosen, draw_questions(context, [*reading.questions, *reading.warnings]))
    if reading.blocked:
        st.error(plain_markdown(reading.blocked.reason(context.language)))
    elif reading.facts:
        erased = draw_blanked(context, shown.blanked, chosen.file.file_id)
        draw_difference(context, shown, count_of(erased), _foreseen(context, shown, erased, foresee))
        _draw_buttons(context, chosen, shown, erased)
    elif reading.questions:
        st.info(context.text("The figures can be read as soon as the questions are answered."))
    else:
        st.error(
            context.text(
                "Nothing in the file could be used. See below why, say yourself there what the sheet holds, "
                "or start from the template."
            )
        )
    _draw_workbook_back(context, chosen, reading)
    refused = [finding for finding in reading.refused if finding.code not in WAITING]
    draw_findings(context, context.text("Refused cells"), refused, "refused")
    draw_findings(context, context.text("Look at these"), reading.warnings, "warnings")
    said = draw_sheets(context, reading)
    confirm(chosen, said.confirmed)
    describe(chosen, said.mapping)
    draw_totals(context, reading)
    draw_impact(context, _foreseen(context, shown, erased, foresee).impact)
    draw_changes(context, shown)
    with st.expander(context.text("What was left out, and why")):
        draw_findings(context, context.text("Left out"), reading.ignored, "ignored")


def _draw_described(context: Context, chosen: ChosenFile) -> None:
    """Draw the way to keep the mapping that was made of a person's description."""
    if chosen.is_described and chosen.mapping:
        st.download_button(
            context.text("Save this description for next time"),
            chosen.mapping,
            file_name=f"{Path(chosen.file.name).stem}.toml",
            mime="application/toml",
            key="mapping_made",
            on_click="ignore",
            type="tertiary",
        )


def _draw_workbook_back(context: Context, chosen: ChosenFile, reading: Reading) -> None:
    """Draw the way to the file itself with every refused cell painted and explained, where there is one."""
    if not (reading.refused or reading.questions or reading.warnings):
        return

    def made() -> bytes:
        with on_disk(chosen.file) as path:
            return fixed_workbook(path, reading, context.language, chosen.mapping)

    st.download_button(
        context.text("Your file with the faults marked"),
        made,
        file_name=context.text("{file} marked.xlsx", file=Path(reading.file).stem),
        mime=XLSX,
        key="workbook_back",
        on_click="ignore",
    )


def _draw_buttons(context: Context, chosen: ChosenFile, shown: Preview, erased: Blanked) -> None:
    load_it, leave_it, _ = st.columns([1, 1, 3])
    with load_it:
        emphasis: Literal["primary", "secondary"] = "secondary" if shown.reading.questions else "primary"
        if context.reader.may_load and st.button(context.text("Load"), type=emphasis, key="load", width="stretch"):
            _load(context, chosen, shown, erased)
    with leave_it:
        if st.button(context.text("Leave it"), key="leave", width="stretch"):
            start_over()


def _load(context: Context, chosen: ChosenFile, shown: Preview, erased: Blanked) -> None:
    try:
        with st.spinner(context.text("Loading …")), on_disk(chosen.file) as path:
            done = store_reading(
                context.data.store, path, shown.reading, context.reader, chosen.confirmed, erased=erased
            )
    except StoreBusyError:
        st.error(context.text("Somebody else is loading just now; try again in a moment."))
        return
    told = [context.text("Loaded as upload {number}.", number=done.upload), said_of(done.difference, context.language)]
    if done.erased:
        told.append(said_of_erased(done.erased, context.language))
    st.session_state["_told"] = " ".join(told)
    start_over()
