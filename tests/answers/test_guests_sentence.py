"""The sentence of the page Guests: sure only where the answers are many, and silent about what is hidden."""

from collections.abc import Sequence

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.guests import guests
from answers.sentences.guests import guests_sentence
from locales import ENGLISH
from tests.answers.tables import Row, TableData, in_place, place_of

UNKNOWN = " Whether they buy is not known: no seats on sale are reported."


def told(reader: Reader = LOCAL_ANALYST, **tables: Sequence[Row]) -> str:
    named = [{"destination_id": "p", "name": "Vig"}]
    data = TableData({"destinations": named, "actors": in_place("a", "b"), **tables})
    return guests_sentence(guests(data, place_of(data), 2025, reader), ENGLISH)


def scored(
    scores: dict[int, int], actor: str = "a", question: str = "satisfaction_1_10", item: str = "all"
) -> list[Row]:
    key = {"actor_id": actor, "period": "2025", "question": question, "item": item}
    return [{**key, "score": score, "count": count} for score, count in scores.items()]


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ({8: 30, 9: 30}, "The guests gave Vig 8.5 of 10 in 2025 (1 of 2 actors, 60 answers, between 8.4 and 8.6)."),
        ({8: 40}, "The guests gave Vig 8.0 of 10 in 2025 (1 of 2 actors, 40 answers)."),
        ({8: 10, 9: 10}, "The guests gave Vig 8.5 of 10 in 2025 (1 of 2 actors, uncertain: only 20 answers)."),
        ({8: 9}, "What the guests of Vig think in 2025 cannot be shown: only 9 answers; at least 10 are needed before "
                 "a figure is shown."),
        ({}, "Nobody has told what the guests of Vig think in 2025."),
    ],
)  # fmt: skip
def test_satisfaction_is_quoted_as_surely_as_the_answers_allow(scores: dict[int, int], said: str) -> None:
    assert told(guest_response=scored(scores)) == said + UNKNOWN


def test_what_matters_and_could_be_done_better_is_named_where_it_is_certain() -> None:
    asked = [("signs", 9, 5), ("café", 6, 8)]
    for n, is_named in ((30, True), (29, False)):
        rows = [
            row
            for item, importance, performance in asked
            for question, score in (("importance_1_10", importance), ("performance_1_10", performance))
            for row in scored({score: n}, question=question, item=item)
        ]
        assert ("could be done better: signs (1 of 2 actors)." in told(guest_response=rows)) is is_named


def test_seats_sold_are_told_with_the_enquiries_that_became_a_booking() -> None:
    seats = {"actor_id": "a", "period": "2025-05", "offered": 100, "sold": 60}
    assert told(offers=[seats]).endswith("60% of the seats on sale were sold (1 of 2 actors).")
    asked = {**seats, "enquiries": 50, "bookings": 10}
    assert told(offers=[asked]).endswith("were sold, and 20% of the enquiries became a booking (1 of 2 actors).")


def test_what_a_reader_may_not_see_is_not_said_to_be_unknown() -> None:
    seats = {"actor_id": "a", "period": "2025-05", "offered": 100, "sold": 60}
    outsider = Reader("Gæst", "reader", places=None)
    assert told(outsider, offers=[seats]) == "Nobody has told what the guests of Vig think in 2025."


def test_what_all_have_told_names_no_number_of_actors() -> None:
    asked = [*scored({8: 30, 9: 30}), *scored({8: 30, 9: 30}, actor="b")]
    seats = [{"actor_id": actor, "period": "2025-05", "offered": 100, "sold": 60} for actor in "ab"]
    said = told(guest_response=asked, offers=seats)
    assert said.startswith("The guests gave Vig 8.5 of 10 in 2025 (120 answers, between ")
    assert said.endswith("60% of the seats on sale were sold.")
