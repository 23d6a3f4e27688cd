"""What has changed since a moment: then and now are the store's own, and the difference is of what is written."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.answer import Answer, number_of
from answers.data import Data, open_data
from answers.days import danish_day, end_of_day, just_before
from answers.moved import cause_text
from answers.places import Place, all_places
from answers.show import all_answers
from answers.since import Change, Since, since
from answers.themes import Asked, measured
from kpis.result import Undefined
from locales import ENGLISH
from tests.answers.tables import Row, in_place, months
from tests.stores import empty_store, put
from warehouse.connect import Store
from warehouse.ledger import read_ledger, undo

TODAY = date(2026, 3, 1)
OUTSIDER = Reader("Guest", "reader", places=None)
ACTORS = ("a", "b", "c", "d")


def income(actor: str, amount: float) -> list[Row]:
    """The same own income in each month of the year."""
    return [
        {"actor_id": actor, "period": f"2025-{month:02d}", "stream": "all", "amount_dkk": amount}
        for month in range(1, 13)
    ]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A place of four houses, each with its visits and income of a year."""
    with empty_store("embedded", tmp_path_factory.mktemp("since") / "store") as opened:
        put(
            opened,
            {
                "destinations": [{"destination_id": "p", "name": "Vig"}],
                "actors": in_place(*ACTORS),
                "visits": [row for actor in ACTORS for row in months(actor, 2025, [100] * 12)],
                "revenue": [row for actor in ACTORS for row in income(actor, 1000)],
                "guest_response": answers_of_guests(40),
            },
        )
        yield opened


@pytest.fixture
def without_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compute only the themes that are asked of here: those of counts take longest."""

    def some_answers(data: Data, place: Place, year: int, reader: Reader) -> dict[str, Answer]:
        return measured(Asked(data, place, year, reader, date(year, 12, 31)), ("business", "guests", "regenerative"))

    monkeypatch.setattr("answers.since.all_answers", some_answers)


def answers_of_guests(eights: int) -> list[Row]:
    about = {"actor_id": "a", "period": "2025", "question": "satisfaction_1_10"}
    return [{**about, "score": "8", "count": eights}, {**about, "score": "3", "count": 40}]


def asked(store: Store, reader: Reader = LOCAL_ANALYST) -> Asked:
    data = open_data(store)
    return Asked(data, all_places(data)["destination:p"], 2025, reader, TODAY)


def last_moment(store: Store) -> datetime:
    return read_ledger(store).events[-1].recorded_at


def changed(found: Since) -> dict[str, Change]:
    return {change.now.id: change for change in found.changes}


def test_a_correction_moves_the_figure_from_what_the_store_gives_as_of_then_and_is_its_cause(store: Store) -> None:
    moment = last_moment(store)
    upload = put(store, {"visits": [{"actor_id": "a", "period": "2025-07", "visits": 260}]})
    found = since(asked(store), moment)
    total = changed(found)["visits_total"]
    assert total.before is not None
    assert (total.before.number, total.now.number, total.difference, total.verdict) == (4800, 4960, (160, 0), "neither")
    assert [cause_text(cause, ENGLISH).partition(",")[0] for cause in total.causes] == [f"correction: load {upload}"]
    assert changed(found)["peak_month_share"].verdict == "worse"
    assert "satisfaction_mean" not in changed(found)
    assert found.unchanged > 0
    then = open_data(store, moment)
    known_then = all_answers(then, all_places(then)["destination:p"], 2025, LOCAL_ANALYST)
    assert all(
        change.before and change.before.result == known_then[kpi].result for kpi, change in changed(found).items()
    )


def test_an_undone_upload_was_known_then_and_its_undo_is_the_cause(store: Store) -> None:
    upload = put(store, {"visits": [{"actor_id": "c", "period": "2025-01", "visits": 900}]})
    moment = last_moment(store)
    undo(store, [upload], "Test")
    total = changed(since(asked(store), moment))["visits_total"]
    assert total.difference == (-800, 0)
    assert [(cause.kind, cause.event.undoes) for cause in total.causes] == [("undone", upload)]


def test_a_load_that_brings_nothing_new_changes_nothing(store: Store) -> None:
    moment = last_moment(store)
    put(store, {"visits": months("d", 2025, [100] * 12)})
    found = since(asked(store), moment)
    assert found.known
    assert found.changes == ()


def test_a_figure_of_other_reporters_is_not_judged(store: Store) -> None:
    moment = last_moment(store)
    loaded = put(store, {"actors": in_place("e"), "visits": months("e", 2025, [50] * 11)})
    total = changed(since(asked(store), moment))["visits_total"]
    undo(store, [loaded], "Test")
    assert total.verdict == "not_comparable"
    assert [cause.kind for cause in total.causes] == ["new"]


@pytest.mark.usefixtures("without_counts")
def test_a_figure_that_could_not_be_computed_then_has_no_difference_and_no_judgement(store: Store) -> None:
    moment = last_moment(store)
    told = {"more_positive": 30, "equal": 30, "more_negative": 20, "dont_know": 5}
    about = {"destination_id": "p", "period": "2025"}
    put(store, {"residents": [{**about, "answer": answer, "count": count} for answer, count in told.items()]})
    support = changed(since(asked(store), moment))["resident_support_share"]
    assert support.before is not None
    assert isinstance(support.before.result, Undefined)
    assert support.difference is None
    assert number_of(support.now.result) == pytest.approx(30 / 85)
    undo(store, [read_ledger(store).events[-1].upload], "Test")
    gone = changed(since(asked(store), last_moment_before_the_last(store)))["resident_support_share"]
    assert isinstance(gone.now.result, Undefined)


def last_moment_before_the_last(store: Store) -> datetime:
    return read_ledger(store).events[-2].recorded_at


def test_before_the_first_load_nothing_was_known(store: Store) -> None:
    first = read_ledger(store).events[0].recorded_at
    assert not since(asked(store), just_before(first)).known
    assert not since(asked(store), end_of_day(date(2020, 6, 1))).known


@pytest.mark.usefixtures("without_counts")
def test_what_one_house_earns_is_not_told_by_the_figure_before_its_correction(store: Store) -> None:
    moment = last_moment(store)
    put(store, {"revenue": income("b", 3000)})
    outside, inside = (
        changed(since(asked(store, reader), moment))["revenue_per_visit"] for reader in (OUTSIDER, LOCAL_ANALYST)
    )
    assert outside.before is None
    assert outside.difference is None
    assert inside.before is not None
    assert inside.difference is not None


@pytest.mark.usefixtures("without_counts")
def test_income_that_three_houses_have_corrected_is_told(store: Store) -> None:
    moment = last_moment(store)
    put(store, {"revenue": [row for actor in ("a", "c", "d") for row in income(actor, 2000)]})
    assert changed(since(asked(store, OUTSIDER), moment))["revenue_per_visit"].before is not None


@pytest.mark.usefixtures("without_counts")
def test_a_few_more_answers_are_not_told_by_the_figure_before_them(store: Store) -> None:
    moment = last_moment(store)
    put(store, {"guest_response": answers_of_guests(43)})
    few = changed(since(asked(store), moment))["satisfaction_mean"]
    put(store, {"guest_response": answers_of_guests(60)})
    many = changed(since(asked(store), moment))["satisfaction_mean"]
    assert few.before is None
    assert many.before is not None


@pytest.mark.usefixtures("without_counts")
def test_freshness_is_that_of_each_day(store: Store) -> None:
    moment = last_moment(store)
    put(store, {"visits": [row for actor in ACTORS for row in months(actor, 2026, [100])]})
    (_, _), (was, is_now) = since(asked(store), moment).quality
    assert was.number == (danish_day(moment) - date(2025, 12, 31)).days
    assert is_now.number == (TODAY - date(2026, 1, 31)).days


def test_a_day_ends_at_midnight_in_denmark() -> None:
    assert end_of_day(date(2026, 7, 1)).isoformat() == "2026-07-01T21:59:59.999999"
    assert end_of_day(date(2026, 1, 1)).isoformat() == "2026-01-01T22:59:59.999999"
    assert danish_day(end_of_day(date(2026, 7, 1))) == date(2026, 7, 1)
