"""The page of the journal: for administrators, chosen by act and outcome, and its head to keep."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from records import journal
from records.journal import Act, head_text


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


@pytest.mark.parametrize("role", ["reader", "analyst"])
def test_nobody_else_reads_it(role: str) -> None:
    app = AppTest.from_function(page, default_timeout=60, kwargs={"role": role}).run()
    assert "indlæsning 1" not in shown(app)
    assert "Anna" not in shown(app)
