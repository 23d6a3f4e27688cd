"""A certificate counts while it is valid, and who has not been asked is not one without."""

from answers.certificates import certificates
from tests.answers.tables import Row, TableData, place_of


def test_each_business_has_the_state_of_its_certificate_at_the_end_of_the_year() -> None:
    told: dict[str, Row] = {
        "held": {"certification": "Green Key", "cert_valid_to": "2026-01-31"},
        "for_good": {"certification": "Green Key"},
        "run_out": {"certification": "Green Key", "cert_valid_to": "2025-12-30"},
        "none": {"certification": "Ingen"},
        "silent": {},
        "gone": {"certification": "Green Key", "active_to": "2024-12-31"},
    }
    actors = [{"actor_id": name, "destination_id": "p", **more} for name, more in told.items()]
    data = TableData({"destinations": [{"destination_id": "p"}], "actors": actors})
    found = certificates(data, place_of(data), 2025).set_index("actor_id")["state"].to_dict()
    assert found == {
        "held": "valid", "for_good": "valid", "run_out": "expired", "none": "none", "silent": "not_asked"
    }  # fmt: skip
