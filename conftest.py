"""What all tests share: the option that rewrites golden files, and how Hypothesis searches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(  # the same on every run, and no verdict on how busy the machine is
    "suite",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer ``--update-goldens``: write what the commands and parsers give now over what was expected."""
    parser.addoption("--update-goldens", action="store_true", help="rewrite the expected results")


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether this run rewrites the golden files."""
    return bool(request.config.getoption("--update-goldens"))


@pytest.fixture
def golden(update_goldens: bool) -> Callable[[Path, str], None]:
    """Compares a text with a golden file, which ``--update-goldens`` writes anew."""

    def compare(path: Path, found: str) -> None:
        if update_goldens:
            path.write_text(found, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == found

    return compare
