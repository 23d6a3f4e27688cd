"""What a figure rests on is declared for each of them, in columns that exist, and told by their names."""

import pytest

from answers.lineage.basis import Basis
from answers.lineage.declared import BASES
from answers.lineage.words import data_text
from kpis.catalogue import catalogue
from locales import DANISH
from warehouse.schema import datasets

EVERY_BASIS = [(kpi_id, basis) for kpi_id, bases in BASES.items() for basis in bases]


def test_every_figure_of_the_catalogue_says_what_it_rests_on() -> None:
    assert set(BASES) == set(catalogue())
    assert [kpi_id for kpi_id, bases in BASES.items() if not bases] == []


@pytest.mark.parametrize(("kpi_id", "basis"), EVERY_BASIS)
def test_a_basis_names_facts_that_can_be_loaded(kpi_id: str, basis: Basis) -> None:
    dataset = datasets()[basis.dataset]
    assert {dataset.column(name).role for name in basis.columns} <= {"measure", "attribute"}
    for name, values in basis.where.items():
        allowed = {choice.code for choice in dataset.column(name).choices}
        assert not allowed or set(values) <= allowed


def test_the_data_of_a_figure_are_named_as_in_the_data_dictionary() -> None:
    assert data_text("capacity_headroom", DANISH) == (
        "Besøg (Besøg); Åbning (Åben, Åbningsdage, Dagskapacitet); Overnatninger (Overnatninger)"
    )
