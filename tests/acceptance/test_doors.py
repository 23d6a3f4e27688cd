"""The doors, with a provider in a real browser and over the bare websocket: nobody meets what is not theirs."""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from access.reader import Reader
from answers.data import open_data
from answers.panel import panel_of
from answers.places import actor_names, all_places, places
from answers.scope import data_for
from locales import DANISH
from records.journal import entries
from server.routes import PAGES
from tests.acceptance import signed
from tests.acceptance.signed import cookie, introduce, session, settings, sign_in
from tests.acceptance.visit import Visit
from tests.server import Server, free_port, serving
from warehouse.connect import open_store

pytestmark = pytest.mark.browser

KLYDOE, BRISEHAVN = "destination:eks-klydoe", "destination:eks-brisehavn"
ASKED = f"saeson?place={KLYDOE}&year=2024&lang=en"
# The first two sign in with the provider; the others are known by a cookie alone, as another account would be refused.
MEMBERS = {
    "ida": ("reader", KLYDOE),
    "bo": ("reader", BRISEHAVN),
    "inge": ("reader", KLYDOE),
    "per": ("reader", BRISEHAVN),
    "ditte": ("analyst", KLYDOE),
    "anne": ("analyst", "all"),
    "ada": ("admin", "all"),
}


def address(name: str) -> str:
    return f"{name}@example.dk"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A provider that knows the members, a stranger, and what it will not vouch for."""
    with signed.provider(tmp_path_factory.mktemp("provider")) as url:
        for name in (*MEMBERS, "ulla"):
            introduce(url, name, email=address(name), email_verified=True)
        introduce(url, "uve", email=address("ida"), email_verified=False)
        introduce(url, "nameless", name="Nobody")
        yield url


@pytest.fixture(scope="module")
def app(own_store: Path, provider: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app as it is when a sign-in is configured, with its members."""
    port = free_port()
    log = tmp_path_factory.mktemp("doors") / "server.log"
    with serving(own_store, log, settings(f"http://127.0.0.1:{port}", provider), port) as server:
        for name, (role, scope) in MEMBERS.items():
            server.run("access", "add", address(name), "--role", role, "--places", scope)
        yield server
    assert "Traceback" not in log.read_text("utf-8", "replace")


def door(visit: Visit) -> str:
    """What the door says."""
    visit.page.locator(".st-key-sign_in_default button").wait_for()
    visit.settle()
    return visit.page.locator("[data-testid=stMain]").inner_text()


def journal(server: Server, act: str) -> list[tuple[str, str, str]]:
    """By whom, with which outcome and detail the server's journal tells of that act."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("KULTURPULS_RECORDS", raising=False)
        patch.setenv("KULTURPULS_STORE", str(server.store))
        return [(entry.by, entry.outcome, entry.detail) for entry in entries() if entry.act == act]


def test_a_link_survives_signing_in_and_shows_what_it_asked_for(app: Server, visit: Visit) -> None:
    visit.page.goto(f"{app.url}/{ASKED}")
    assert "given access" in door(visit)
    assert visit.page.title() == "Sign in · Kulturpuls"
    assert visit.faults() == []
    sign_in(visit.page, "ida")
    visit.page.wait_for_url(f"{app.url}/{ASKED}")
    expect(visit.page.locator("[data-kpi='season_evenness'] .kp-tile-period")).to_have_text("2024")
    assert visit.page.get_by_text(address("ida")).is_visible()
    assert not visit.page.locator("[data-testid=stSidebarNavLink][href$='/journal']").count()
    # What is left is of the provider's own page.
    assert {one.partition(": ")[2].partition(" (")[0] for one in visit.complaints} <= {
        "net::ERR_NAME_NOT_RESOLVED",
        "the server responded with a status of 404",
    }
    assert (address("ida"), "done", "") in journal(app, "sign-in")


@pytest.mark.parametrize(
    ("name", "why", "says"),
    [
        ("ulla", "unlisted", "ulla@example.dk, der ikke har adgang"),
        ("uve", "unverified", "ikke bekræftet"),
        ("nameless", "no_email", "ingen e-mailadresse"),
    ],
)
def test_whoever_is_not_let_in_reads_one_sentence_and_the_journal_says_so(
    app: Server, visit: Visit, name: str, why: str, says: str
) -> None:
    visit.page.goto(f"{app.url}/vaekst?place={KLYDOE}")
    door(visit)
    sign_in(visit.page, name)
    expect(visit.page.locator("[data-testid=stMain]")).to_contain_text(says)
    visit.page.wait_for_url(f"{app.url}/vaekst?place={KLYDOE}")
    expect(visit.page.locator("[data-testid=stMain]")).to_contain_text(says)
    assert not visit.page.locator("[data-kpi]").count()
    assert why in [detail for _, outcome, detail in journal(app, "sign-in") if outcome == "refused"]


def test_a_copied_cookie_opens_nothing_once_its_owner_has_signed_out(app: Server, browser: Browser) -> None:
    with Visit.starting(browser) as owner, Visit.starting(browser) as thief:
        owner.page.goto(f"{app.url}/{ASKED}")
        door(owner)
        sign_in(owner.page, "bo")
        owner.page.locator("[data-kpi]").first.wait_for()
        copied = [one for one in owner.page.context.cookies() if one["name"].startswith("_streamlit_user")]
        thief.page.context.add_cookies(copied)  # type: ignore[arg-type]
        thief.open(f"{app.url}/")
        assert thief.page.get_by_text(address("bo")).is_visible()
        owner.press("sign_out")
        owner.page.wait_for_url("**/oauth2/end_session**", wait_until="commit")
        thief.page.get_by_text("English").click()
        expect(thief.page.locator("[data-testid=stMain]")).to_contain_text("logget ud")
        assert not thief.page.locator("[data-kpi]").count()
        thief.page.goto(f"{app.url}/")
        assert "logget ud" in door(thief)
    assert (address("bo"), "refused", "ended") in journal(app, "sign-in")
    assert (address("bo"), "done", "") in journal(app, "sign-out")


def test_a_removal_takes_effect_at_the_next_run_of_a_page_that_is_open(app: Server, visit: Visit) -> None:
    app.run("access", "add", address("kaj"), "--role", "analyst", "--places", "all")
    visit.page.context.add_cookies(
        [{"name": "_streamlit_user", "value": cookie(app.url, address("kaj")), "url": app.url}]
    )
    visit.open(f"{app.url}/data")
    assert visit.keyed("template_data").is_visible()
    app.run("access", "role", address("kaj"), "--role", "reader", "--places", "all")
    visit.turn_to("metode")
    visit.turn_to("data")
    assert not visit.page.locator("input[type=file]").count()
    app.run("access", "remove", address("kaj"))
    visit.page.get_by_text("English").click()
    expect(visit.page.locator("[data-testid=stMain]")).to_contain_text("Adgangen for kaj@example.dk er fjernet")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"iat": int(time.time()) - 9 * 3600}, "et stykke tid siden"),
        ({"email": address("ulla")}, "der ikke har adgang"),
    ],
)
def test_an_old_cookie_and_a_strangers_are_refused(
    app: Server, visit: Visit, told: Mapping[str, object], says: str
) -> None:
    made = cookie(app.url, address("ida"), **told)
    visit.page.context.add_cookies([{"name": "_streamlit_user", "value": made, "url": app.url}])
    visit.page.goto(f"{app.url}/")
    assert says in door(visit)


def test_an_administrator_gives_access_on_the_page(app: Server, visit: Visit) -> None:
    made = cookie(app.url, address("ada"))
    visit.page.context.add_cookies([{"name": "_streamlit_user", "value": made, "url": app.url}])
    visit.open(f"{app.url}/adgang")
    assert visit.faults() == []
    visit.keyed("new_member").locator("input").fill("Mie@Example.dk")
    visit.keyed("all_places_new").locator("label").click()
    visit.press("add_member_button")
    expect(visit.table("members")).to_contain_text("mie@example.dk")
    assert (address("ada"), "done", "added as reader, all places") in journal(app, "role")


def told_of(store: Path, place: str) -> list[bytes]:
    """What only those who see another place than this may read: names of its actors, and its yearly totals."""
    whole = open_data(open_store(store))
    mine = data_for(whole, Reader("", "reader", frozenset({place})))
    strange = set(actor_names(whole).values()) - set(actor_names(mine).values())
    strange |= {one.name for one in places(whole).values() if one.id != place and one.kind == "destination"}
    totals = {
        DANISH.number(total)
        for one in places(whole).values()
        if one.id not in places(mine) and (panel := panel_of(whole, one)).years
        for total in [sum(count or 0 for count in panel.year(panel.years[-1]).sums_of_known())]
        if total >= 1000
    }
    return [text.encode() for text in (*strange, *totals) if text]


def test_nobody_is_sent_a_name_or_a_figure_before_signing_in(app: Server) -> None:
    everything = told_of(app.store, "destination:nowhere")
    assert len(everything) > 40
    strangers = (cookie(app.url, address("ulla")), cookie("http://elsewhere", address("ada")), "forged")
    for user, pages in ((None, list(PAGES)), *((one, ["", "data"]) for one in strangers)):
        with session(app.url, user) as opened:
            for page in pages:
                sent = opened.run(page, f"place={BRISEHAVN}&year=2024&kpi=visits_total")
                assert not [text.decode() for text in everything if text in sent], page


def test_a_leader_is_sent_nothing_of_another_place_whatever_is_asked_for(app: Server) -> None:
    strange = told_of(app.store, KLYDOE)
    assert len(strange) > 20
    with session(app.url, cookie(app.url, address("per"))) as other:
        sent = other.run("", f"place={BRISEHAVN}")
        assert [text for text in strange if text in sent]
        chosen = other.widget("place")
        with session(app.url, cookie(app.url, address("inge"))) as opened:
            assert "Klydø".encode() in opened.run("")
            for page in PAGES:
                sent = opened.run(page, f"place={BRISEHAVN}&year=2024&kpi=visits_total")
                sent += opened.run(page, texts={chosen: BRISEHAVN})
                assert not [text.decode() for text in strange if text in sent], page
            for page in ("journal", "adgang"):
                assert address("ada").encode() not in opened.run(page)


def test_a_button_that_was_drawn_for_another_does_nothing(app: Server) -> None:
    with session(app.url, cookie(app.url, address("anne"), nonce="3")) as analyst:
        analyst.run("data")
        asking = [analyst.widget(key) for key in ("remove_sample", "undo_1")]
        analyst.run("data", triggers=asking)
        buttons = [analyst.widget(key) for key in ("remove_sample_now", "undo_1_now")]
    before = open_data(open_store(app.store)).version
    for name in ("inge", "ditte"):
        with session(app.url, cookie(app.url, address(name), nonce="4")) as opened:
            assert "Klydø".encode() in opened.run("data")
            opened.run("data", triggers=asking)
            opened.run("data", triggers=buttons)
    assert open_data(open_store(app.store)).version == before


def test_the_app_says_in_one_sentence_why_it_does_not_start(own_store: Path, tmp_path: Path) -> None:
    bad = {**settings("http://127.0.0.1:1", "http://localhost:1"), "KULTURPULS_COOKIE_SECRET": "change-me"}
    log = tmp_path / "log"
    with pytest.raises(AssertionError), serving(own_store, log, bad):
        pass
    assert "cookie_secret for login er for kort" in log.read_text("utf-8")
    assert "Traceback" not in log.read_text("utf-8")


def test_every_place_is_seen_by_whoever_sees_all(app: Server) -> None:
    with session(app.url, cookie(app.url, address("anne"), nonce="5")) as opened:
        sent = opened.run("")
    whole = open_data(open_store(app.store))
    assert all(one.name.encode() in sent for one in all_places(whole).values() if one.kind == "destination")
