import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kpis.composite import composite_index, goalpost_score, rank_intervals, ranks
from tests.kpis.tables import reason, value

PLACES = {
    "north": {"gap": 80.0, "room": 40.0, "markets": 60.0},
    "coast": {"gap": 60.0, "room": 70.0, "markets": 55.0},
    "heath": {"gap": 50.0, "room": 55.0, "markets": 90.0},
}
numbers = st.floats(-1000, 1000)
points = st.integers(0, 100).map(float)
known_parts = st.dictionaries(st.sampled_from("abcdef"), points, min_size=2, max_size=6)
parts = st.dictionaries(st.sampled_from("abcdef"), st.one_of(st.none(), points), min_size=2, max_size=6)
tables = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(points, min_size=width, max_size=width), min_size=1, max_size=5)
)


def _places(table: list[list[float]]) -> dict[str, dict[str, float | None]]:
    return {str(place): {str(part): score for part, score in enumerate(row)} for place, row in enumerate(table)}


def test_a_score_runs_from_the_floor_to_the_target() -> None:
    assert [value(goalpost_score(x, -5, 5)).value for x in (-9, -5, 0, 5, 9)] == [0, 0, 50, 100, 100]
    assert value(goalpost_score(0.45, 0.7, 0.3)).value == pytest.approx(62.5)


def test_without_a_figure_or_goalposts_there_is_no_score() -> None:
    assert reason(goalpost_score(None, 0, 1)) == "value_missing"
    assert reason(goalpost_score(1, None, 1)) == "goalpost_missing"
    assert reason(goalpost_score(1, 0, None)) == "goalpost_missing"
    assert reason(goalpost_score(1, 2, 2)) == "goalposts_equal"


@given(figure=numbers, floor=st.integers(-100, 100), target=st.integers(-100, 100), factor=st.integers(1, 50))
def test_a_score_does_not_depend_on_the_unit(figure: float, floor: int, target: int, factor: int) -> None:
    if floor == target:
        return
    score = value(goalpost_score(figure, floor, target)).number
    assert 0 <= score <= 100
    assert value(goalpost_score(factor * figure, factor * floor, factor * target)).number == pytest.approx(
        score, abs=1e-6
    )
    assert value(goalpost_score(figure, target, floor)).number == pytest.approx(100 - score, abs=1e-6)


def test_no_part_at_all_is_too_few() -> None:
    assert reason(composite_index({})) == "coverage_below_threshold"
    assert reason(composite_index({"a": None}, coverage_needed=0)) == "coverage_below_threshold"


def test_a_missing_part_is_left_out_and_not_zero() -> None:
    assert value(composite_index({"a": 60, "b": 30, "c": None})).value == 45
    assert value(composite_index({"a": 60, "b": 30, "c": 0})).value == 30


@given(scores=known_parts)
def test_the_index_lies_among_its_parts_and_in_its_range(scores: dict[str, float]) -> None:
    index = value(composite_index(scores))
    span, geometric = index.detail["range"], index.detail["geometric"]
    assert isinstance(span, tuple)
    assert isinstance(geometric, float)
    assert min(scores.values()) - 1e-9 <= index.number <= max(scores.values()) + 1e-9
    assert span[0] <= index.number <= span[1]
    assert geometric <= index.number + 1 + 1e-9


@given(scores=parts, data=st.data())
def test_the_order_of_the_parts_does_not_matter(scores: dict[str, float | None], data: st.DataObject) -> None:
    shuffled = dict(data.draw(st.permutations(list(scores.items()))))
    one, other = composite_index(scores), composite_index(shuffled)
    assert type(one) is type(other)
    assert getattr(one, "value", None) == pytest.approx(getattr(other, "value", None))


def test_the_highest_value_has_rank_one() -> None:
    assert ranks([60, 61.7, 65]) == [3, 2, 1]


def test_three_close_places_can_each_be_first_or_last() -> None:
    assert rank_intervals(PLACES) == {"north": (1, 3), "coast": (1, 3), "heath": (1, 3)}


def test_a_place_that_is_best_in_everything_is_first_whatever_the_recipe() -> None:
    places = {**PLACES, "town": {"gap": 99.0, "room": 99.0, "markets": 99.0}}
    assert rank_intervals(places)["town"] == (1, 1)


def test_equal_places_share_their_ranks() -> None:
    twins = {"one": PLACES["north"], "two": PLACES["north"]}
    assert rank_intervals(twins) == {"one": (1, 2), "two": (1, 2)}


def test_a_place_with_too_few_parts_is_not_ranked() -> None:
    intervals = rank_intervals({**PLACES, "marsh": {"gap": 99.0, "room": None, "markets": None}})
    assert set(intervals) == set(PLACES)
    assert rank_intervals({}) == {}


def test_places_with_other_parts_cannot_be_ranked_together() -> None:
    with pytest.raises(ValueError, match="same parts"):
        rank_intervals({"north": {"gap": 1.0}, "coast": {"room": 1.0}})


@given(table=tables, data=st.data())
def test_rank_intervals_do_not_depend_on_the_order_of_the_places(table: list[list[float]], data: st.DataObject) -> None:
    places = _places(table)
    shuffled = dict(data.draw(st.permutations(list(places.items()))))
    assert rank_intervals(shuffled) == rank_intervals(places)


def test_300_random_indices_agree_with_numpy_and_scipy() -> None:
    random = np.random.default_rng(300)
    for _ in range(300):
        row = random.uniform(1, 100, size=random.integers(2, 9))
        index = value(composite_index({str(part): float(score) for part, score in enumerate(row)}))
        assert index.number == pytest.approx(np.mean(row))
        assert index.detail["geometric"] == pytest.approx(np.exp(np.mean(np.log(row))))
        means = [np.mean(np.delete(row, part)) for part in range(len(row))]
        assert list(index.detail["without"].values()) == pytest.approx(means)  # type: ignore[attr-defined]


def test_300_random_rank_intervals_hold_the_rank_of_every_leave_one_out() -> None:
    random = np.random.default_rng(300)
    for _ in range(300):
        table = random.uniform(1, 100, size=(random.integers(2, 7), random.integers(2, 6)))
        intervals = rank_intervals(_places(table.tolist()))
        for part in range(table.shape[1]):
            made = stats.rankdata(-np.delete(table, part, axis=1).mean(axis=1), method="ordinal")
            for (first, last), rank in zip(intervals.values(), made, strict=True):
                assert first <= rank <= last
