"""The page of the journal: for administrators, chosen by act and outcome, and its head to keep."""

from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from access.reader import LOCAL_ANALYST
from frame.context import Context
from locales import DANISH
from records import journal
from records.journal import Act, Entry, head_text
from sections.journal import journal_table
from tests.answers.tables import TableData


@pytest.fixture(autouse=True)
def _acts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three acts in records of their own, and an empty store."""
    monkeypatch.setenv("KULTURPULS_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("KULTURPULS_RECORDS", str(tmp_path / "records"))
    for by, outcome in (("Anna", "done"), ("Bo <b>", "refused"), ("Anna", "refused")):
        journal.write(Act("load", by, "analyst", "upload 1", outcome))  # type: ignore[arg-type]


def page(role: str) -> None:
    from unittest.mock import patch

    from access.reader import Reader
    from frame.context import Context, current_data
    from locales import DANISH
    from pages import journal

    reader = Reader("x", role, places=None)  # type: ignore[arg-type]
    context = Context(current_data(reader), reader, DANISH, None, None, dark=False, pages={})
    with patch.object(journal, "context", return_value=context):
        journal.journal()


def shown(app: AppTest) -> str:
    return " ".join([*(str(one.proto.body) for one in app.get("html")), *(one.value for one in app.markdown)])


def test_the_acts_that_are_chosen_are_shown() -> None:
    app = AppTest.from_function(page, default_timeout=60, kwargs={"role": "admin"}).run()
    assert "3 handlinger i journalen, heraf 2 afvist" in shown(app)
    assert shown(app).count("indlæsning 1") == 3
    assert "Bo &lt;b&gt; (analyst)" in shown(app)
    assert app.code[0].value == head_text(journal.head())
    app.selectbox(key="journal_outcome").set_value("refused")
    app.selectbox(key="journal_by").set_value("Anna").run()
    assert shown(app).count("indlæsning 1") == 1


def test_the_acts_are_taken_away_with_real_moments_beside_what_is_sealed() -> None:
    line = Entry("load", "Anna", "admin", "upload 1", "done", number=1, at="2026-07-01T10:30:15.123+00:00")
    context = Context(TableData({}), LOCAL_ANALYST, DANISH, None, None, dark=False, pages={})
    table = journal_table(context, [line])
    assert table["Hvornår (dansk tid)"].tolist() == [datetime(2026, 7, 1, 12, 30)]
    assert table["at (UTC)"].tolist() == ["2026-07-01T10:30:15.123+00:00"]


@pytest.mark.parametrize("role", ["reader", "analyst"])
def test_nobody_else_reads_it(role: str) -> None:
    app = AppTest.from_function(page, default_timeout=60, kwargs={"role": role}).run()
    assert "indlæsning 1" not in shown(app)
    assert "Anna" not in shown(app)
