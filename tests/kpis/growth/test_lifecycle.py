import pytest

from kpis.growth.lifecycle import STAGES, lifecycle_note
from kpis.labels import LABELS
from tests.kpis.tables import reason, value


def test_a_phase_is_what_people_have_chosen() -> None:
    assert [value(lifecycle_note(stage)).value for stage in STAGES] == list(STAGES)
    assert set(STAGES) <= set(LABELS)


def test_no_choice_is_no_phase() -> None:
    assert reason(lifecycle_note(None)) == "stage_not_chosen"


def test_a_phase_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="none of exploration"):
        lifecycle_note("golden age")
