import pytest

from kpis.regenerative.resources import recycling_share, resource_per_visit, reuse_share
from kpis.result import Undefined
from tests.kpis.tables import reason, value


def test_what_a_visit_takes() -> None:
    used = value(resource_per_visit(54_000, 9_000, water_m3=310, waste_kg=5_200, recycled_kg=2_860))
    assert used.value == 6
    assert used.detail["litres_of_water"] == pytest.approx(34.4444444)
    assert used.detail["kg_of_waste"] == pytest.approx(0.5777778)
    assert used.detail["recycled_share"] == pytest.approx(0.55)


def test_a_missing_meter_leaves_the_others() -> None:
    without_energy = resource_per_visit(None, 9_000, water_m3=310)
    assert isinstance(without_energy, Undefined)
    assert without_energy.reason == "meter_missing"
    assert without_energy.detail["litres_of_water"] == pytest.approx(34.4444444)
    assert value(resource_per_visit(54_000, 9_000)).detail["litres_of_water"] is None


def test_without_visits_there_is_no_use_for_each() -> None:
    assert reason(resource_per_visit(54_000, 0)) == "no_visits"
    assert reason(resource_per_visit(54_000, None)) == "visits_missing"


def test_recycling_needs_waste() -> None:
    assert reason(recycling_share(0, 0)) == "no_waste"
    assert reason(recycling_share(10, 5)) == "part_exceeds_whole"


def test_reused_materials() -> None:
    assert value(reuse_share(740, 1_250)).value == pytest.approx(0.592)
    assert reason(reuse_share(None, 1_250)) == "materials_missing"
    assert reason(reuse_share(0, 0)) == "no_materials"
