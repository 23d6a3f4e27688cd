"""The app as its users meet it: a server in a process of its own, on a free port, with a store of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from server.routes import PAGES

# Every page that stands open where nobody signs in, by its path; Access is there only where people do.
OPEN_PAGES = tuple(path for path in PAGES if path != "adgang")
ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 120


@dataclass(frozen=True)
class Server:
    """A running server: its address, the folder of its store, the file it writes its log to, and its process id."""

    url: str
    store: Path
    log: Path
    process: int

    def run(self, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one of the command lines on the server's store; raises CalledProcessError where it fails."""
        return run(module, *arguments, store=self.store)


def environment(store: Path) -> dict[str, str]:
    """Return the environment of a process that is to use that store."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KULTURPULS_")}
    return {**inherited, "KULTURPULS_STORE": str(store)}


def run(module: str, *arguments: str, store: Path) -> subprocess.CompletedProcess[str]:
    """Run one of the command lines on a store; raises CalledProcessError where it fails."""
    command: Sequence[str] = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment(store), capture_output=True, text=True, check=True)


@contextmanager
def serving(
    store: Path, log: Path, settings: Mapping[str, str] | None = None, port: int | None = None
) -> Iterator[Server]:
    """Start a server on the store and give it once it answers; no page of it has been asked for then.

    `settings` are added to its environment; `port` is one that they must name.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "asgi.py", "--server.port", str(port)]
    with log.open("wb") as written:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**environment(store), **(settings or {})},
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", store, log, process.pid)
    try:
        _wait_for(server, process)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(server: Server, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=5) as answer:
                if answer.read() == b"ok":
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"the server does not answer:\n{server.log.read_text('utf-8', 'replace')}")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
