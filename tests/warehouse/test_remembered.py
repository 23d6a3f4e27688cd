from warehouse.asked import Ask
from warehouse.connect import Store
from warehouse.remembered import change, forget, read_remembered, remember

DECIMAL = Ask("decimal", "f00", "besøg")
NAME = Ask("name", "", "actor:havnby musæum")


def say(store: Store, ask: Ask, answer: str) -> None:
    with store.writing("Anna", "answer") as cursor:
        remember(cursor, ask, answer, "Anna")


def test_the_newest_answer_to_a_question_stands(store: Store) -> None:
    say(store, DECIMAL, ",")
    say(store, NAME, "havnby-museum")
    say(store, DECIMAL, ".")
    assert [(line.ask, line.answer, line.recorded_by) for line in read_remembered(store)] == [
        (DECIMAL, ".", "Anna"),
        (NAME, "havnby-museum", "Anna"),
    ]


def test_an_answer_that_is_forgotten_is_asked_for_again(store: Store) -> None:
    say(store, DECIMAL, ",")
    say(store, NAME, "new")
    forget(store, DECIMAL, "Bent")
    assert [line.ask for line in read_remembered(store)] == [NAME]


def test_a_new_store_remembers_nothing(store: Store) -> None:
    assert read_remembered(store) == []


def test_an_answer_that_is_changed_stands_in_its_new_form(store: Store) -> None:
    say(store, DECIMAL, ",")
    change(store, DECIMAL, ".", "Bent")
    assert [(line.answer, line.recorded_by) for line in read_remembered(store)] == [(".", "Bent")]
