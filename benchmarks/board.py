"""python -m benchmarks.board: seconds to send a page, its bytes, what 200 readers wait, what refusals tell by time.

200 readers on one server: first all at once, then each again and again with a pause, as people read. The time of
refusals is told as an AUC: 0.5 where nothing tells an expired or revoked link from an unknown one.
"""

import asyncio
import gzip
import os
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import time_machine

from access.reader import LOCAL_ANALYST
from answers.data import open_data
from board import links
from board.composition import usual_composition
from board.pages_sent import page
from board.send import Sent, send
from tests.server import run, serving
from warehouse.connect import open_store

READERS, ROUNDS, PAUSE = 200, 5, 5.0
TRIES = 1000
PLACE = "destination:eks-brisehavn"


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        os.environ["KULTURPULS_STORE"] = str(folder / "store")
        os.environ.pop("KULTURPULS_RECORDS", None)
        run("pipelines", "sample", "--until", "2025-12", "--quiet", store=folder / "store")
        sent = _send()
        refused = _refused_tokens(sent)
        with serving(folder / "store", folder / "server.log") as server:
            token = sent.link.address.rpartition("/")[2]
            asyncio.run(_read(f"{server.url}/b/{token}"))
            asyncio.run(_refuse(server.url, refused))
    return 0


def _send() -> Sent:
    composition, data = usual_composition("Bestyrelsesmøde", PLACE, 2025), open_data(open_store())
    for name in ("first page of a process", "next page"):
        began = time.perf_counter()
        sent = send(composition, data, LOCAL_ANALYST)
        print(f"send, {name}: {time.perf_counter() - began:.1f} s, figures drawn: {sent.is_drawn}")
    kept = page(sent.page)
    assert kept is not None
    html = kept.html.encode()
    print(f"page: {len(html) / 1000:.0f} kB, {len(gzip.compress(html)) / 1000:.0f} kB on the wire")
    return sent


def _refused_tokens(sent: Sent) -> dict[str, list[str]]:
    def token(address: str) -> str:
        return address.rpartition("/")[2]

    revoked = []
    for _ in range(20):
        link = links.make_link(sent.page, LOCAL_ANALYST)
        links.revoke(link.id, LOCAL_ANALYST)
        revoked.append(token(link.address))
    with time_machine.travel(datetime.now(UTC) - timedelta(days=30)):
        expired = [token(links.make_link(sent.page, LOCAL_ANALYST, days=1).address) for _ in range(20)]
    return {"unknown": [secrets.token_urlsafe(32) for _ in range(20)], "expired": expired, "revoked": revoked}


async def _read(address: str) -> None:
    limits = httpx.Limits(max_connections=READERS, max_keepalive_connections=READERS)
    async with httpx.AsyncClient(limits=limits, timeout=60) as client:
        first = await client.get(address)
        assert first.status_code == httpx.codes.OK
        await asyncio.sleep(10)  # the banner is computed
        warm = [await _timed(client, address) for _ in range(20)]
        print(f"one reader: p50 {_ms(warm, 50)} ms, p95 {_ms(warm, 95)} ms")

        async def reader(wait: float) -> list[float]:
            waited = []
            for _ in range(ROUNDS):
                await asyncio.sleep(wait)
                waited.append(await _timed(client, address))
                wait = PAUSE
            return waited

        together = await asyncio.gather(*(_timed(client, address) for _ in range(READERS)))
        print(f"{READERS} readers in one instant: p50 {_ms(together, 50)} ms, p95 {_ms(together, 95)} ms")
        each = await asyncio.gather(*(reader(PAUSE * at / READERS) for at in range(READERS)))
        reading = [one for waited in each for one in waited]
        print(
            f"{READERS} readers, one request each {PAUSE:.0f} s: p50 {_ms(reading, 50)} ms, p95 {_ms(reading, 95)} ms"
        )


async def _timed(client: httpx.AsyncClient, address: str) -> float:
    began = time.perf_counter()
    await client.get(address)
    return time.perf_counter() - began


async def _refuse(url: str, tokens: dict[str, list[str]]) -> None:
    """Ask the three kinds in turn, so that whatever else the machine does meets all of them alike."""
    waited: dict[str, list[float]] = {kind: [] for kind in tokens}
    async with httpx.AsyncClient(timeout=60) as client:
        for at in range(TRIES):
            for kind in sorted(tokens, key=lambda _: secrets.randbelow(1000)):
                waited[kind].append(await _timed(client, f"{url}/b/{tokens[kind][at % 20]}"))
    for kind in ("expired", "revoked"):
        told = statistics.median(waited[kind]) * 1000
        usual = statistics.median(waited["unknown"]) * 1000
        print(f"{kind}: median {told:.2f} ms, unknown {usual:.2f} ms, AUC {_auc(waited[kind], waited['unknown']):.3f}")


def _auc(one: Sequence[float], other: Sequence[float]) -> float:
    """Return how well the times tell the two apart: 0.5 not at all, 1 always."""
    ranked = sorted([(value, 1) for value in one] + [(value, 0) for value in other])
    ranks = sum(rank for rank, (_, is_one) in enumerate(ranked, start=1) if is_one)
    area = (ranks - len(one) * (len(one) + 1) / 2) / (len(one) * len(other))
    return max(area, 1 - area)


def _ms(seconds: Sequence[float], percentile: int) -> str:
    return f"{sorted(seconds)[min(len(seconds) - 1, len(seconds) * percentile // 100)] * 1000:.0f}"


if __name__ == "__main__":
    sys.exit(main())
