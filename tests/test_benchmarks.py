"""The benchmarks run; how fast they find things is for people to judge, not for a test."""

from unittest.mock import create_autospec

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection

from benchmarks.__main__ import main
from benchmarks.tab import Tab
from server.routes import PAGES
from tests.server import OPEN_PAGES


def test_the_smallest_benchmark_measures_everything_and_its_sums_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--small", "--rounds", "1", "--rows", "300"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].startswith("3 places × 2 years (288 rows)")
    pages, large = lines[4 : 4 + len(OPEN_PAGES)], lines[5 + len(OPEN_PAGES) :]
    assert [line[:44].strip() for line in pages] == [PAGES[path] for path in OPEN_PAGES]
    assert [line.split()[0].rstrip(":,") for line in large] == [
        "load",
        "pandas.read_excel",
        "pandas.read_excel",
        "calamine",
    ]


def test_a_tab_asks_for_the_view_as_a_browser_does() -> None:
    socket = create_autospec(ClientConnection)
    socket.recv.return_value = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString()
    Tab(socket).run("vaekst", place="destination:x", year=2025)
    asked = BackMsg.FromString(socket.send.call_args.args[0]).rerun_script
    assert (asked.page_name, asked.query_string) == ("vaekst", "place=destination%3Ax&year=2025")
