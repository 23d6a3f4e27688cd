"""Collaboration: only what is confirmed counts, nobody outside is named to outsiders, money of few is hidden."""

from collections.abc import Sequence

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.answer import Answer, number_of
from answers.collaboration import Collaboration, collaboration
from answers.compare import Coverage
from answers.confidence import confidence
from answers.confidence_words import worst_text
from answers.sentences.collaboration import collaboration_sentence
from kpis.result import Undefined, Value
from locales import ENGLISH
from sections.beside import beside
from tests.answers.tables import Row, TableData, in_place, months, place_of
from tests.answers.test_network import DMO, tie

OUTSIDER = Reader("Gæst", "reader", places=None)
SECTORS = {"a": "culture", "b": "tourism", "c": "culture", "d": "food"}
ACTORS = [{**in_place(actor)[0], "sector": sector, "name": actor.upper()} for actor, sector in SECTORS.items()]
TIES = (tie("a", "b"), tie("a", "c"), tie("b", "c"), tie("a", "d", 1, 0))


def of(
    *ties: Row, reader: Reader = LOCAL_ANALYST, place: str = "destination:p", **tables: Sequence[Row]
) -> Collaboration:
    actors = tables.pop("actors", ACTORS)
    data = TableData(
        {"destinations": [{"destination_id": "p", "name": "Vig"}], "actors": actors, "partnerships": ties, **tables}
    )
    return collaboration(data, place_of(data, place), 2025, reader)


def detail(answer: Answer, name: str) -> object:
    return answer.result.detail.get(name)


def test_a_place_of_nothing_has_a_reason_for_every_figure() -> None:
    answered = of(actors=[])
    assert all(isinstance(answer.result, Undefined) for answer in answered.answers.values())
    assert len(answered.answers) == 8


def test_only_confirmed_ties_between_those_asked_count() -> None:
    answers = of(*TIES).answers
    assert number_of(answers["network_density"].result) == 0.5
    assert number_of(answers["isolate_share"].result) == 0.25
    assert number_of(answers["cross_sector_share"].result) == pytest.approx(2 / 3)
    assert number_of(answers["tie_confirmation"].result) == 0.75
    assert answers["network_density"].coverage == Coverage(4, 4, 0, 0)


def test_a_side_that_was_not_asked_about_a_tie_is_silent_and_says_no_no() -> None:
    answer = of(tie("a", "b"), tie("a", "c", 1, None), tie("c", "d", 1, 1)).answers["tie_confirmation"]
    assert (number_of(answer.result), detail(answer, "not_asked")) == (1.0, 1)


def test_a_share_without_those_who_were_not_asked_about_a_tie_says_so_and_is_less_sure() -> None:
    ties = (tie("a", "b"), tie("a", "c", 1, None), tie("c", "b", 1, 0))
    data = TableData({"actors": ACTORS, "partnerships": ties})
    place = place_of(data, "actor:a")
    answer = collaboration(data, place, 2025, LOCAL_ANALYST).answers["tie_confirmation"]
    assert beside(answer, ENGLISH)[0].words == (
        "1 of 1 pair where both were asked; 1 pair is left out, as one of them has not been asked"
    )
    sure = confidence(data, place, 2025, answer)
    assert sure is not None
    assert (sure.grade, answer.coverage) == ("C", Coverage(2, 3, 0, 0))
    assert of(*TIES).answers["tie_confirmation"].coverage == Coverage(4, 4, 0, 0)


def test_a_network_where_somebody_was_not_asked_is_less_sure() -> None:
    data = TableData({"actors": [*ACTORS, *in_place("e")], "partnerships": TIES})
    answer = collaboration(data, place_of(data), 2025, LOCAL_ANALYST).answers["network_density"]
    sure = confidence(data, place_of(data), 2025, answer)
    assert sure is not None
    assert (sure.grade, worst_text(sure, answer, "visits", ENGLISH)) == ("B", "only 4 of 5 actors")


def test_without_a_dmo_there_is_no_role_of_it() -> None:
    assert of(*TIES).answers["dmo_centrality"].result == Undefined("no_dmo")
    assert number_of(of(*TIES, tie("dmo", "a"), actors=[*ACTORS, DMO]).answers["dmo_centrality"].result) == 0


def test_those_outside_are_named_to_the_dmo_alone() -> None:
    mine, theirs = of(*TIES), of(*TIES, reader=OUTSIDER)
    assert (mine.isolates, detail(mine.answers["isolate_share"], "isolates")) == (("d",), ("d",))
    assert (theirs.isolates, detail(theirs.answers["isolate_share"], "isolates")) == ((), None)
    assert "d" not in theirs.network.members
    assert number_of(theirs.answers["isolate_share"].result) == 0.25


def test_the_year_before_is_that_of_the_same_actors() -> None:
    answer = of(tie("a", "b", start="2025-02-01"), tie("a", "c"), tie("b", "c")).answers["network_density"]
    assert number_of(answer.result) == 1
    assert number_of(answer.previous) == pytest.approx(2 / 3)


def product(number: int, owner: str, partners: str | None, revenue: float | None, **more: object) -> Row:
    told = {"product_id": f"p{number}", "period": "2025", "actor_id": owner, "partners": partners, "status": "live"}
    return {**told, "revenue_dkk": revenue, **more}


def joint(*products: Row, incomes: str = "abc", reader: Reader = LOCAL_ANALYST) -> Answer:
    revenue = [row for name in incomes for row in months(name, 2025, [100] * 12, column="amount_dkk")]
    return of(products=products, revenue=revenue, reader=reader).answers["joint_product_share"]


def test_joint_revenue_is_set_beside_the_income_of_the_same_actors() -> None:
    answer = joint(product(1, "a", "b; c", 360), product(2, "a", None, 500), product(3, "d", "a", 999))
    assert (number_of(answer.result), answer.coverage) == (0.1, Coverage(3, 4))
    assert (detail(answer, "joint_products"), detail(answer, "partner_participation")) == (2, 1.0)


def test_a_list_without_joint_products_is_a_true_zero_and_no_list_is_none() -> None:
    assert number_of(joint(product(1, "a", None, 500)).result) == 0
    assert joint().result == Undefined("list_missing")


def test_a_joint_product_on_sale_without_its_revenue_leaves_the_share_unknown() -> None:
    answer = joint(product(1, "a", "b", None), product(2, "a", "b", 100))
    assert isinstance(answer.result, Undefined)
    assert answer.result.reason == "joint_revenue_missing"
    assert number_of(joint(product(1, "a", "b", None, status="test"), product(2, "a", "b", 180)).result) == 0.05


def test_revenue_of_a_single_seller_is_hidden_in_the_share_and_in_the_list() -> None:
    products = [product(1, "a", "b; c", 360)]
    answer = joint(*products, reader=OUTSIDER)
    assert isinstance(answer.result, Undefined)
    assert answer.result.reason == "too_few_actors"
    assert detail(answer, "joint_products") == 1
    assert of(products=products, reader=OUTSIDER).products[0].revenue is None
    three = [product(number, owner, "d", 120) for number, owner in enumerate("abc")]
    assert number_of(joint(*three, reader=OUTSIDER).result) == pytest.approx(0.1)


def sent(actor: str, month: int, **channels: float) -> list[Row]:
    return [
        {"actor_id": actor, "period": f"2025-{month:02d}", "channel": channel, "visits": visits}
        for channel, visits in channels.items()
    ]


def referral(*visits: Row) -> Answer:
    return of(visits=visits).answers["referral_share"]


def test_a_partner_is_an_actor_by_its_code_or_its_name_and_never_the_house_itself() -> None:
    answer = referral(*sent("a", 1, all=100, b=10, C=20, a=5, internet=15, ukendt=9))
    assert number_of(answer.result) == pytest.approx(30 / 50)
    assert detail(answer, "known_share") == 0.5


def test_months_without_the_question_do_not_count_against_it() -> None:
    answer = referral(*sent("a", 1, all=100, b=40), *sent("a", 2, all=900), *sent("b", 1, all=900))
    assert detail(answer, "known_share") == 0.4
    assert answer.coverage == Coverage(1, 4)
    assert referral(*sent("a", 1, all=100)).result == Undefined("channel_missing")


def entry(number: int, kind: str, day: str, **more: object) -> Row:
    return {"entry_id": f"l{number}", "kind": kind, "date": day, "destination_id": "p", **more}


def test_workshops_and_sparring_of_the_year_are_knowledge_exchanged() -> None:
    log = [
        entry(1, "workshop", "2025-03-01", participants=8),
        entry(2, "sparring", "2025-04-01"),
        entry(3, "decision", "2025-05-01"),
        entry(4, "workshop", "2024-05-01"),
        entry(5, "workshop", "2025-06-01", destination_id="q", partners="x; a"),
        entry(6, "workshop", "2025-06-01", destination_id="q", partners="x"),
        entry(7, "sparring", "2026-02-01"),
    ]
    answered = of(*TIES, log=log)
    learned = answered.answers["knowledge_exchange"]
    assert number_of(learned.result) == 3
    assert detail(learned, "attendance_per_actor") == 2
    listed = zip(answered.exchanges["entry_id"], answered.exchanges["later"], strict=True)
    assert list(listed) == [("l1", False), ("l2", False), ("l5", False), ("l7", True)]


def test_a_log_without_meetings_is_a_true_zero_and_no_log_is_unknown() -> None:
    assert number_of(of(log=[entry(1, "decision", "2024-05-01")]).answers["knowledge_exchange"].result) == 0
    assert of().answers["knowledge_exchange"].result == Undefined("not_logged")
    begun_later = of(log=[entry(1, "workshop", "2026-05-01")])
    assert begun_later.answers["knowledge_exchange"].result == Undefined("not_logged")
    assert begun_later.exchanges["entry_id"].tolist() == ["l1"]


def test_a_link_stands_at_both_of_its_places_and_counts_from_the_year_it_began_in() -> None:
    links = [
        {"destination_id": "p", "other_place": "Et netværk", "kind": "network", "begun_on": "2024-01-01"},
        {"destination_id": "q", "other_place": "p", "kind": "geographic", "learning": "køreplan"},
        {"destination_id": "q", "other_place": "r", "kind": "thematic"},
        {"destination_id": "p", "other_place": "q", "kind": "thematic", "begun_on": "2026-01-01"},
    ]
    answered = of(links=links, actors=[*ACTORS, *in_place("x", place="q")], log=[entry(1, "workshop", "2025-05-01")])
    assert [(link.other, link.told_by_other, link.learning, link.later) for link in answered.links] == [
        ("Et netværk", False, "", False), ("q", False, "", True), ("q", True, "køreplan", False)
    ]  # fmt: skip
    assert detail(answered.answers["knowledge_exchange"], "links_to_other_places") == 2


def test_a_role_card_is_what_is_written_now_whatever_the_year() -> None:
    profiles = [
        {"entity": "a", "field": "i_do", "text": "Vi fortæller", "author": "leder", "written_on": "2024-01-01"},
        {"entity": "a", "field": "i_need", "text": "Gæster", "author": "leder", "written_on": "2026-01-01"},
        {"entity": "a", "field": "why", "text": "Havnen"},
        {"entity": "b", "field": "why", "text": "Turen"},
    ]
    cards = of(*TIES, profiles=profiles).cards
    assert [(card.actor, card.does, card.needs) for card in cards] == [("a", "Vi fortæller", "Gæster")]


def said(answered: Collaboration) -> str:
    return collaboration_sentence(answered, ENGLISH)


def test_the_sentence_says_how_many_work_together_across_and_one_sidedly() -> None:
    assert said(of(*TIES)) == (
        "In Vig, 3 of the 4 actors asked work with at least one other. 2 of 3 confirmed ties join two different "
        "sectors. 1 partnership is seen by one side only."
    )
    everybody = said(of(tie("a", "b"), tie("b", "c"), tie("c", "d")))
    assert everybody.startswith("In Vig, all 4 actors asked work with at least one other. All 3 confirmed ties")


def test_the_sentence_of_a_place_without_ties_or_without_answers_says_so() -> None:
    assert said(of()) == "No partnerships have been registered in Vig yet."
    assert said(of(tie("a", "b", None, None))).startswith("In Vig too few actors have been asked")


def test_the_sentence_of_an_actor_counts_its_partners() -> None:
    assert said(of(*TIES, place="actor:a")) == "A has ties to 3 other actors; 2 of them are confirmed by both."
    alone = of(place="actor:a", visits=months("a", 2025, [1] * 12))
    assert said(alone) == "No partnerships of A have been registered."
    assert isinstance(of(*TIES, place="actor:a").answers["tie_confirmation"].result, Value)
