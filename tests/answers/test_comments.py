"""The exchange of views: an answer stands with what it answers, and nothing that was said is lost."""

from answers.comments import threads
from tests.answers.tables import Row, TableData, in_place, place_of


def said(comment: str, day: str, *, answer_to: str | None = None, **more: object) -> Row:
    return {"comment_id": comment, "date": day, "destination_id": "p", "text": comment, "answer_to": answer_to, **more}


def told(*rows: Row) -> TableData:
    return TableData({"destinations": [{"destination_id": "p"}], "actors": in_place("a"), "comments": rows})


def shape(data: TableData) -> list[list[str]]:
    return [[thread.opening.id, *(one.id for one in thread.answers)] for thread in threads(data, place_of(data))]


def test_an_answer_to_an_answer_stands_with_what_began_it() -> None:
    data = told(said("c", "2025-03-03", answer_to="b"), said("a", "2025-03-01"), said("b", "2025-03-02", answer_to="a"))
    assert shape(data) == [["a", "b", "c"]]


def test_open_subjects_come_first_and_the_latest_word_before_the_others() -> None:
    data = told(
        said("old", "2025-01-01"),
        said("settled", "2025-09-01", settled_on="2025-09-02", agreed="ja"),
        said("answered", "2024-01-01"),
        said("x", "2025-06-01", answer_to="answered"),
    )
    assert shape(data) == [["answered", "x"], ["old"], ["settled"]]


def test_what_answers_nothing_that_is_there_or_itself_in_a_ring_is_still_read() -> None:
    data = told(
        said("lost", "2025-01-01", answer_to="nobody"),
        said("one", "2025-02-01", answer_to="two"),
        said("two", "2025-02-02", answer_to="one"),
        said("self", "2025-01-02", answer_to="self"),
        said("into", "2025-02-03", answer_to="two"),
    )
    assert shape(data) == [["one", "two", "into"], ["self"], ["lost"]]


def test_what_an_actor_is_told_stands_with_its_place_and_not_the_other_way_round() -> None:
    data = told(said("place", "2025-01-02"), said("actor", "2025-01-01", destination_id=None, actor_id="a"))
    assert shape(data) == [["place"], ["actor"]]
    assert [thread.opening.id for thread in threads(data, place_of(data, "actor:a"))] == ["actor"]


def test_a_step_is_about_the_steps_whatever_it_is_filed_under() -> None:
    data = told(said("a", "2025-01-01", theme="season", step="3"))
    (thread,) = threads(data, place_of(data))
    assert (thread.is_about("steps"), thread.is_about("season"), thread.is_about("guests")) == (True, True, False)
