"""Links: made once, listed without their token, revoked, rotated, expiring; each act with its line in the journal."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from access.acts import NotAllowedError
from access.reader import LOCAL_ANALYST, Reader
from board import links
from board.links import MOST_DAYS, NoSuchLinkError, open_link
from board.opens import Opens
from board.pages_sent import NoSuchPageError, page, pages_in_scope
from board.send import Sent
from records import journal

READER = Reader("Læser", "reader", places=None)
ELSEWHERE = Reader("Nabo", "analyst", places=frozenset({"destination:eks-klydoe"}))


def _token(address: str) -> str:
    return address.rpartition("/")[2]


def test_a_sent_page_is_kept_as_it_was_sent(sent: Sent) -> None:
    kept = page(sent.page)
    assert kept is not None
    assert kept.content == sent.content
    assert not sent.is_drawn
    assert [entry.act for entry in journal.entries()] == ["link", "send"]


def test_a_link_shows_its_page_until_it_is_revoked(sent: Sent) -> None:
    token = _token(sent.link.address)
    found = open_link(token)
    assert found is not None
    assert found.page == sent.page
    links.revoke(sent.link.id, LOCAL_ANALYST)
    links.revoke(sent.link.id, LOCAL_ANALYST)
    assert open_link(token) is None
    assert [entry.act for entry in journal.entries()] == ["revoke", "link", "send"]


def test_a_link_is_of_the_port_the_app_answers_at_unless_it_has_an_address(
    sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(links.ADDRESS, raising=False)
    monkeypatch.setattr("streamlit.config.get_option", {"server.port": 8616}.get)
    assert links.rotate(sent.link.id, LOCAL_ANALYST).address.startswith("http://127.0.0.1:8616/b/")


def test_a_rotated_link_shows_the_same_page_under_another_token(sent: Sent) -> None:
    new = links.rotate(sent.link.id, LOCAL_ANALYST)
    assert open_link(_token(sent.link.address)) is None
    found = open_link(_token(new.address))
    assert found is not None
    assert found.page == sent.page


def test_the_token_is_nowhere_in_what_is_kept(sent: Sent, tmp_path: Path) -> None:
    token = _token(sent.link.address).encode()
    assert len(token) == 43
    assert all(token not in file.read_bytes() for file in (tmp_path / "records").iterdir())


@pytest.mark.parametrize("days", [1, 90, MOST_DAYS])
def test_a_link_lasts_as_long_as_it_was_made_for(sent: Sent, days: int) -> None:
    token = _token(links.make_link(sent.page, LOCAL_ANALYST, days).address)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=days, seconds=-5)):
        assert open_link(token) is not None
    with time_machine.travel(datetime.now(UTC) + timedelta(days=days, seconds=5)):
        assert open_link(token) is None


@pytest.mark.parametrize("days", [0, -1, MOST_DAYS + 1])
def test_no_link_lasts_longer_than_it_may(sent: Sent, days: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 400"):
        links.make_link(sent.page, LOCAL_ANALYST, days)


@pytest.mark.parametrize(
    "act",
    [
        lambda sent: links.revoke(sent.link.id, READER),
        lambda sent: links.rotate(sent.link.id, READER),
        lambda sent: links.make_link(sent.page, READER),
        lambda _sent: links.links(READER),
    ],
)
def test_a_mere_reader_is_refused_and_the_refusal_is_written_down(sent: Sent, act: Callable[[Sent], object]) -> None:
    with pytest.raises(NotAllowedError):
        act(sent)
    assert journal.entries()[0].outcome == "refused"
    assert open_link(_token(sent.link.address)) is not None


def test_who_may_not_see_the_places_of_a_page_does_not_find_it(sent: Sent) -> None:
    assert pages_in_scope(ELSEWHERE) == []
    assert links.links(ELSEWHERE) == []
    with pytest.raises(NoSuchLinkError):
        links.revoke(sent.link.id, ELSEWHERE)
    with pytest.raises(NoSuchPageError):
        links.make_link(sent.page, ELSEWHERE)


def test_openings_are_counted_by_link_and_minute_and_nothing_else(sent: Sent) -> None:
    opened = Opens()
    with time_machine.travel(datetime(2026, 11, 30, 9, 0, 10, tzinfo=UTC), tick=False):
        for _ in range(3):
            opened.note(sent.link.id)
        opened.note_refused()
        opened.close()
    listed = links.links(LOCAL_ANALYST)[0]
    assert listed.opens == 3
    written = [
        (entry.by, entry.about, entry.outcome, entry.detail) for entry in journal.entries() if entry.act == "open"
    ]
    assert sorted(written) == [
        ("unknown", "", "refused", "1 requests without a link that shows anything, 2026-11-30T09:00+00:00"),
        ("unknown", f"link {sent.link.id}", "done", "2026-11-30T09:00+00:00"),
    ]


def test_a_password_that_is_too_short_makes_no_link(sent: Sent) -> None:
    before = links.links(LOCAL_ANALYST)
    with pytest.raises(ValueError, match="at least 10 signs"):
        links.make_link(sent.page, LOCAL_ANALYST, password="123456789")
    assert links.links(LOCAL_ANALYST) == before
    assert links.make_link(sent.page, LOCAL_ANALYST, password="1234567890").has_password
