"""A tab without a browser: asks a server for pages as the browser does, over its websocket."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

_LARGEST = 1 << 28
_PATIENCE = 600


class Tab:
    """One open tab of the app."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket

    def run(self, page: str, **view: str | int) -> int:
        """Ask for a page of a view and wait until it is whole; return how many parts it came in.

        Raises RuntimeError where the page shows a fault of the app.
        """
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = urlencode(view)
        self._socket.send(asked.SerializeToString())
        parts = 0
        while True:
            told = ForwardMsg()
            told.ParseFromString(self._socket.recv(_PATIENCE, decode=False))
            kind = told.WhichOneof("type")
            if kind == "script_finished" and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return parts
            if kind == "script_finished" and told.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise RuntimeError(f"{page}: the app does not compile")
            if kind == "delta":
                parts += 1
                if told.delta.new_element.WhichOneof("type") == "exception":
                    raise RuntimeError(f"{page}: {told.delta.new_element.exception.message}")


@contextmanager
def open_tab(url: str) -> Iterator[Tab]:
    """Open a tab of the app that is served at `url`."""
    address = url.replace("http://", "ws://") + "/_stcore/stream"
    streamlit = Subprotocol("streamlit")
    with connect(address, origin=Origin(url), subprotocols=[streamlit], max_size=_LARGEST) as socket:
        yield Tab(socket)
