"""A list of cells tells nothing that the figures hide."""

import pandas as pd
import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.lineage.hiding import hidden, is_withheld

OUTSIDER = Reader("Gæst", "reader", places=None)


def cells(measure: str, *numbers: float, **keys: object) -> pd.DataFrame:
    return pd.DataFrame({**keys, "measure": measure, "number": numbers})


def residents(*waves: tuple[str, float, float]) -> pd.DataFrame:
    rows = [(period, number) for period, *numbers in waves for number in numbers]
    return cells(
        "count", *(number for _, number in rows), destination_id="p", period=[period for period, _ in rows]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("dataset", "measure"),
    [
        ("revenue", "amount_dkk"),
        ("revenue", "transactions"),
        ("staff", "headcount"),
        ("funding", "amount_dkk"),
        ("products", "revenue_dkk"),
        ("regenerative", "dkk"),
        ("channels", "cost_dkk"),
    ],
)
def test_money_and_staff_of_one_actor_are_for_readers_with_that_scope(dataset: str, measure: str) -> None:
    assert hidden(dataset, cells(measure, 1, 2), OUTSIDER).all()
    assert not hidden(dataset, cells(measure, 1, 2), LOCAL_ANALYST).any()


@pytest.mark.parametrize(
    ("dataset", "measure"), [("visits", "visits"), ("nights", "nights"), ("regenerative", "hours")]
)
def test_counts_are_no_business_figures(dataset: str, measure: str) -> None:
    assert not hidden(dataset, cells(measure, 1), OUTSIDER).any()


def test_purchases_and_jobs_are_business_figures_and_energy_is_not() -> None:
    told = cells("value", 1, 2, 3, metric=["purchases_local", "jobs", "kwh"])
    assert hidden("sustainability", told, OUTSIDER).tolist() == [True, True, False]


def test_a_wave_of_fewer_than_ten_answers_is_hidden_from_everybody() -> None:
    for reader in (LOCAL_ANALYST, OUTSIDER):
        assert hidden("residents", residents(("2024", 5, 4)), reader).all()
        assert not hidden("residents", residents(("2024", 5, 5)), reader).any()


def test_where_one_group_could_be_worked_out_from_the_others_the_smallest_is_hidden_with_it() -> None:
    told = residents(("2022", 5, 4), ("2023", 20, 30), ("2024", 10, 12))
    assert hidden("residents", told, LOCAL_ANALYST).tolist() == [True, True, False, False, True, True]


def test_two_hidden_groups_of_too_few_together_take_a_third_with_them() -> None:
    told = residents(("2021", 2, 2), ("2022", 2, 2), ("2023", 20, 30), ("2024", 10, 12))
    assert hidden("residents", told, LOCAL_ANALYST).tolist() == [True] * 4 + [False] * 2 + [True] * 2
    enough = residents(("2021", 5, 4), ("2022", 2, 2), ("2023", 20, 30))
    assert hidden("residents", enough, LOCAL_ANALYST).tolist() == [True] * 4 + [False] * 2


def test_who_stands_outside_the_network_cannot_be_read_off_the_list_of_ties() -> None:
    assert is_withheld("partnerships", OUTSIDER)
    assert not is_withheld("partnerships", LOCAL_ANALYST)
    assert not is_withheld("visits", OUTSIDER)
