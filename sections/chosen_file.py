"""The file a person has chosen to load, and what is kept of it from one run of the page to the next."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from frame.context import Context
from pipelines.asking import Confirmed

TYPES = ("xlsx", "xls", "ods", "xlsb", "csv", "txt", "tsv")
_CONFIRMED = "_confirmed"
_DESCRIBED = "_described"
_ROUND = "_upload_round"


@dataclass(frozen=True)
class ChosenFile:
    """The file a person has chosen, with the mapping beside it and what they have answered about it.

    `is_described` is true where the mapping was made of what they said of the sheet.
    """

    file: UploadedFile
    mapping: str | None
    confirmed: Confirmed
    is_described: bool


def draw_choice(context: Context) -> ChosenFile | None:
    """Draw the fields for a file and a mapping; return what is chosen, None where nothing is."""
    round_number = st.session_state.setdefault(_ROUND, 0)
    file = st.file_uploader(
        context.text("Choose a file"), type=list(TYPES), max_upload_size=25, key=f"upload_{round_number}",
        label_visibility="collapsed",
    )  # fmt: skip
    with st.expander(context.text("Is the layout unknown? Add a mapping")):
        st.caption(context.text("A mapping is a small text file that says what the headers of a foreign layout mean."))
        mapping_file = st.file_uploader(
            context.text("Mapping (TOML)"), type=["toml"], max_upload_size=1, key=f"mapping_{round_number}"
        )
    if file is None:
        return None
    mapping = mapping_file.getvalue().decode("utf-8", "replace") if mapping_file else None
    described = _kept(_DESCRIBED, file)
    return ChosenFile(file, described or mapping, _kept(_CONFIRMED, file) or {}, described is not None)


def _kept(name: str, file: UploadedFile) -> Any:
    """Return what is kept of the file under that name, None where there is nothing or it is of another file."""
    about, kept = st.session_state.get(name, (None, None))
    return kept if about == file.file_id else None


@contextmanager
def on_disk(file: UploadedFile) -> Iterator[Path]:
    """Give the path of a copy of the file, for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_bytes(file.getvalue())
        yield path


def confirm(chosen: ChosenFile, answers: Confirmed) -> None:
    """Read the file again with these answers and those given before."""
    if answers:
        st.session_state[_CONFIRMED] = (chosen.file.file_id, {**chosen.confirmed, **answers})
        st.rerun()


def describe(chosen: ChosenFile, mapping: str | None) -> None:
    """Read the file again by the mapping that a person has just made."""
    if mapping:
        st.session_state[_DESCRIBED] = (chosen.file.file_id, mapping)
        st.rerun()


def start_over() -> None:
    """Let go of the file and what was said of it."""
    st.session_state[_ROUND] += 1
    for name in (_CONFIRMED, _DESCRIBED):
        st.session_state.pop(name, None)
    st.rerun()
