"""Records of their own for each test, and nothing configured that the machine happens to have."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULTURPULS_RECORDS", str(tmp_path / "records"))
    for name in ("STORE", "ADMIN", "SESSION_HOURS", "OIDC_TRUST_EMAIL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"):
        monkeypatch.delenv(f"KULTURPULS_{name}", raising=False)
    monkeypatch.delenv("KULTURPULS_OIDC_METADATA_URL", raising=False)
