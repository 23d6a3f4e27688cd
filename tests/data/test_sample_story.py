"""What happens in the invented region: each strand of its story can be found in the figures."""

import pandas as pd

from data.sample import SAMPLE_DESTINATIONS
from data.sample.visits import whole_counts
from tests.data.conftest import UNTIL, Truth

YEARS = ["2022", "2023", "2024", "2025"]
SUMMER = {"06", "07", "08"}


def totals(truth: Truth, who: str) -> pd.DataFrame:
    """Visits by year (rows) and month (columns) of an actor, or of a place's actors together."""
    actors = truth["actors"].set_index("actor_id")["destination_id"]
    visits = whole_counts(truth["visits"])
    mine = visits[(visits["actor_id"] == who) | (visits["actor_id"].map(actors) == who)]
    by_month = mine.groupby("period")["visits"].sum().astype(int)
    return pd.DataFrame({"visits": by_month, "year": by_month.index.str[:4], "month": by_month.index.str[5:]}).pivot(
        index="year", columns="month", values="visits"
    )


def summer(by_month: pd.DataFrame) -> pd.Series:
    return by_month[sorted(SUMMER)].sum(axis=1)


def offpeak(by_month: pd.DataFrame) -> pd.Series:
    return by_month[[month for month in by_month if month not in SUMMER]].sum(axis=1)


def gini(months: pd.Series) -> float:
    ranked = sorted(months)
    n = len(ranked)
    raw = 2 * sum(place * x for place, x in enumerate(ranked, start=1)) / (n * sum(ranked)) - (n + 1) / n
    return float(raw * n / (n - 1))


def test_the_heath_village_spreads_its_season_by_gain(truth: Truth) -> None:
    by_month = totals(truth, "eks-revlinghede").loc[YEARS]
    share = offpeak(by_month) / by_month.sum(axis=1)
    assert share.is_monotonic_increasing
    assert by_month.sum(axis=1).is_monotonic_increasing
    assert offpeak(by_month).is_monotonic_increasing
    assert share["2025"] - share["2022"] > 0.05


def test_the_dune_hamlet_looks_flatter_while_it_loses_its_summer(truth: Truth) -> None:
    by_month = totals(truth, "eks-marehalm").loc[YEARS]
    steps = by_month.apply(gini, axis=1).diff().dropna()
    assert (steps <= -0.005).all()
    assert by_month.sum(axis=1).is_monotonic_decreasing
    assert summer(by_month).is_monotonic_decreasing
    assert offpeak(by_month).is_monotonic_decreasing


def test_the_island_is_closed_in_winter_with_zeros_and_no_blanks(truth: Truth) -> None:
    winter = {"01", "02", "03", "11", "12"}
    island = truth["actors"].query("destination_id == 'eks-klydoe'")["actor_id"]
    known = truth["visits"].merge(truth["opening"], on=["actor_id", "period"])
    known = known[known["actor_id"].isin(island) & known["period"].str[5:].isin(winter)]
    assert len(known) == 3 * 5 * len(winter)
    assert (known["visits"] == 0).all()
    assert (known["open_flag"] == 0).all()


def test_the_late_reporter_has_not_sent_the_last_three_months(truth: Truth) -> None:
    late = truth["visits"].query("actor_id == 'eks-bymuseet'")["period"]
    assert late.max() == "2025-09"
    others = truth["visits"].query("actor_id != 'eks-bymuseet'").groupby("actor_id")["period"].max()
    assert set(others) == {UNTIL}


def test_the_new_museum_has_no_rows_before_it_opened_and_a_note_that_says_so(truth: Truth) -> None:
    opened = truth["actors"].set_index("actor_id").loc["eks-kakkelmuseet", "active_from"]
    assert opened == "2023-06-01"
    for name in ("visits", "opening", "revenue"):
        assert truth[name].query("actor_id == 'eks-kakkelmuseet'")["period"].min() == "2023-06"
    assert opened in set(truth["notes"].query("entity == 'eks-kakkelmuseet'")["date_from"])


def test_the_manor_moves_with_easter_between_march_and_april(truth: Truth) -> None:
    by_month = totals(truth, "eks-slotsmuseet").loc[YEARS]
    march_to_april = by_month["03"] / by_month["04"]
    assert march_to_april["2024"] > 2, "Easter Sunday was 31 March"
    assert (march_to_april[["2022", "2023", "2025"]] < 0.2).all(), "Easter Sunday was in April"
    pair = by_month["03"] + by_month["04"]
    assert pair.max() / pair.min() < 1.2


def test_the_new_counter_is_noted_and_lifts_the_figures(truth: Truth) -> None:
    note = truth["notes"].query("kind == 'counter'").iloc[0]
    assert (note["entity"], note["date_from"]) == ("eks-fjordmuseet", "2024-03-01")
    spring = totals(truth, note["entity"])[["05", "09", "10", "11"]].sum(axis=1)
    assert spring["2024"] / spring["2023"] > 1.06


def test_covid_is_noted_for_every_place_and_never_for_all_places_at_once(truth: Truth) -> None:
    covid = truth["notes"].query("kind == 'covid'")
    assert set(covid["entity"]) == set(SAMPLE_DESTINATIONS)
    assert totals(truth, "eks-soefartsmuseet").loc["2021", ["01", "02", "03", "04"]].eq(0).all()


def test_the_ladder_of_actions_has_every_step_and_long_horizons_and_documented_means_evidence(truth: Truth) -> None:
    actions = truth["regenerative"]
    assert set(actions["status"]) == {"planned", "started", "done", "documented"}
    assert (actions["horizon_years"] >= 10).any()
    assert actions[actions["status"] == "documented"]["evidence_link"].notna().all()
    assert actions["evidence_link"].dropna().str.startswith("https://example.org/").all()


def test_one_place_has_too_few_residents_answers_to_show_and_one_too_few_to_be_sure(truth: Truth) -> None:
    answers = truth["residents"].groupby(["destination_id", "period"])["count"].sum()
    assert answers.index.get_level_values("period").nunique() == 3
    assert answers["eks-marehalm"].max() < 10
    assert answers["eks-klydoe"].between(10, 29).all()
    assert (answers.groupby("destination_id").min() >= 30).sum() == 3


def test_the_shop_of_one_museum_grows_faster_than_its_guests(truth: Truth) -> None:
    mine = truth["revenue"].query("actor_id == 'eks-hedemuseet' and stream == 'shop'")
    shop = mine.groupby(mine["period"].str[:4])["amount_dkk"].sum().loc[YEARS].astype(float)
    visits = totals(truth, "eks-hedemuseet").loc[YEARS].sum(axis=1)
    assert (shop / visits).is_monotonic_increasing
    assert shop["2025"] / shop["2022"] > 1.5


def test_one_survey_has_too_few_answers_to_show_and_one_too_few_to_be_sure(truth: Truth) -> None:
    satisfied = truth["guest_response"].query("question == 'satisfaction_1_10'")
    answers = satisfied.groupby(["actor_id", "period"])["count"].sum()
    assert answers["eks-strandingsmuseet"].max() < 10
    assert answers["eks-klydoefyr"].between(10, 29).all()
    assert answers["eks-soefartsmuseet"].min() >= 100


def test_one_actor_has_a_channel_for_complaints_and_the_others_no_figure_instead_of_none(truth: Truth) -> None:
    told = truth["complaints"].groupby("actor_id")[["has_channel", "complaints"]].count()
    channels = truth["complaints"].groupby("actor_id")["has_channel"].max()
    assert list(channels[channels == 1].index) == ["eks-soefartsmuseet"]
    assert (told.loc[channels[channels == 0].index, "complaints"] == 0).all()


def test_the_harbour_has_one_actor_that_was_asked_and_has_no_tie(truth: Truth) -> None:
    here = set(truth["actors"].query("destination_id == 'eks-brisehavn'")["actor_id"])
    ties = truth["partnerships"]
    confirmed = ties.query("confirmed_a == 1 and confirmed_b == 1")
    assert here - set(confirmed["actor_a"]) - set(confirmed["actor_b"]) == {"eks-fyrskibet"}
    assert ties.query("actor_b == 'eks-fyrskibet'")["confirmed_b"].tolist() == [0]
    assert (ties["actor_a"] != ties["actor_b"]).all()


def test_one_action_is_overdue_and_steps_have_begun_without_evidence(truth: Truth) -> None:
    open_actions = truth["actions"].query("status not in ['done', 'dropped']")
    assert (open_actions["due"].dropna() < UNTIL).any()
    assert open_actions["due"].isna().any()
    begun = truth["steps"].query("maturity >= 1")
    assert begun["evidence_link"].isna().any()
    assert truth["steps"].query("not_relevant == 1")["not_relevant_reason"].notna().all()


def test_targets_have_a_floor_or_a_ceiling_and_a_name_and_a_reason(truth: Truth) -> None:
    targets = truth["targets"]
    assert targets[["low", "high"]].notna().any(axis=1).all()
    assert targets[["owner", "reason", "decided_on"]].notna().all(axis=None)
    assert targets["period"].max() == "2050"


def test_one_place_has_no_source_for_its_travel_and_one_initiative_lacks_what_it_must_say(truth: Truth) -> None:
    without = truth["travel"][truth["travel"]["factor_source"].isna()]
    assert set(without["destination_id"]) == {"eks-revlinghede"}
    said = truth["initiatives"].set_index("initiative_id")["better_residents"]
    assert list(said[said.isna()].index) == ["eks-i-nat"]


def test_one_museum_has_judged_most_of_what_it_sells_and_one_too_little(truth: Truth) -> None:
    products, revenue = truth["products"].query("period == '2025'"), truth["revenue"]
    own = revenue[~revenue["stream"].isin(["grant_public", "grant_private", "cost"])]
    earned = own[own["period"].str[:4] == "2025"].groupby("actor_id")["amount_dkk"].sum().astype(float)
    judged = products[products["mission_tag"].notna()].groupby("actor_id")["revenue_dkk"].sum().astype(float)
    share = (judged / earned).dropna()
    assert 0.8 < share["eks-soefartsmuseet"] < 1
    assert 0.5 < share["eks-hedemuseet"] < 0.8
    assert "not_for_sale" in set(products["mission_tag"])
