"""A link leads where it says, whoever opens it and whenever; where it cannot, the page says so."""

import pytest

from tests.acceptance.visit import Visit
from tests.server import Server

pytestmark = pytest.mark.browser


def test_a_deep_link_may_be_the_first_request_after_a_start(started_app: Server, visit: Visit) -> None:
    asked = f"{started_app.url}/saeson?place=destination:eks-klydoe&year=2024&lang=en"
    visit.open(asked)
    assert visit.page.url == asked
    assert visit.page.evaluate("document.documentElement.lang") == "en"
    assert visit.page.title() == "Season spread · Kulturpuls"
    assert visit.page.locator("[data-kpi='season_evenness'] .kp-tile-period").inner_text() == "2024"
    assert "Klydø" in visit.page.locator(".kp-sentence").inner_text()
    assert visit.page.locator("[data-testid=stDialog]").count() == 0


@pytest.mark.parametrize(
    ("wrong", "year_shown"),
    [("place=destination:nowhere&year=2024", "2024"), ("place=destination:eks-klydoe&year=1850", "2025")],
)
def test_a_link_to_a_place_or_year_that_is_not_there_says_so(
    sample_app: Server, visit: Visit, wrong: str, year_shown: str
) -> None:
    visit.open(f"{sample_app.url}/vaekst?{wrong}")
    warning = visit.page.locator(".kp-warning[role=note]")
    assert warning.count() == 1
    assert ("nowhere" in warning.inner_text()) != ("1850" in warning.inner_text())
    assert visit.page.locator("[data-kpi='visits_total'] .kp-tile-period").inner_text() == year_shown


def test_a_link_that_can_be_followed_says_nothing_of_the_kind(sample_app: Server, visit: Visit) -> None:
    visit.open(f"{sample_app.url}/vaekst?place=destination:eks-klydoe&year=2023")
    assert visit.page.locator(".kp-warning[role=note]").count() == 0


def test_what_is_chosen_in_the_side_bar_becomes_the_address(sample_app: Server, visit: Visit) -> None:
    visit.open(f"{sample_app.url}/vaekst?place=destination:eks-klydoe&year=2024")
    visit.keyed("year").locator("input").click()
    visit.page.get_by_role("option", name="2023").click()
    visit.page.wait_for_url(lambda url: "year=2023" in url)
    visit.turn_to("saeson")
    assert visit.asked() == {"place": "destination:eks-klydoe", "year": "2023"}
    visit.open(visit.page.url)
    assert visit.page.locator("[data-kpi='season_evenness'] .kp-tile-period").inner_text() == "2023"


def test_what_is_tried_stands_in_the_link_and_survives_the_shared_filters(sample_app: Server, visit: Visit) -> None:
    view = f"{sample_app.url}/saeson?place=destination:eks-brisehavn&year=2025"
    visit.open(f"{view}&move=10&win=200&market=DE")
    assert visit.page.url == f"{view}&move=10&win=200&market=DE"
    assert visit.keyed("what_if_move").get_by_role("slider").input_value() == "10"
    assert visit.keyed("what_if_win").locator("input").input_value() == "200"
    assert visit.page.locator(".kp-warning[role=note]").count() == 0


def test_which_forecast_is_chosen_stands_in_the_link_and_survives_the_shared_filters(
    sample_app: Server, visit: Visit
) -> None:
    asked = {"place": "destination:eks-brisehavn", "year": "2025", "forecast": "nights"}
    visit.open(f"{sample_app.url}/vaekst?" + "&".join(f"{name}={value}" for name, value in asked.items()))
    assert visit.asked() == asked
    visit.keyed("forecast_subject").get_by_text("Besøg").click()
    visit.page.wait_for_url(lambda url: "forecast" not in url)
    visit.keyed("forecast_subject").get_by_text("Overnatninger").click()
    visit.page.wait_for_url(lambda url: "forecast=nights" in url)
    visit.keyed("year").locator("input").click()
    visit.page.get_by_role("option", name="2024").click()
    visit.page.wait_for_url(lambda url: "year=2024" in url)
    assert visit.asked() == {**asked, "year": "2024"}


def test_what_cannot_be_tried_is_said(sample_app: Server, visit: Visit) -> None:
    visit.open(f"{sample_app.url}/saeson?place=destination:eks-klydoe&year=2025&move=99&market=DE")
    warnings = visit.page.locator(".kp-warning[role=note]")
    assert warnings.count() == 2
    assert "99" in warnings.nth(0).inner_text()
    assert visit.asked() == {"place": "destination:eks-klydoe", "year": "2025"}
