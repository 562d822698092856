"""For every test: where CI=true is set, a test that skips has failed, since nobody reads what a machine skipped.

One reason stands: the gold in `../shared` is no part of the project, and without it nothing can be measured on it.
For tests of runs: the crisis that the module's `place` is configured for, its store, and a clock.
"""

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sitrep.config import CrisisConfig
    from sitrep.model.protocols import Store

    from .days import Days

UNDER_CI = os.environ.get("CI") == "true"
OUTSIDE_THE_PROJECT = ("shared", "not at hand")
"""Words in the reason of a test that wants the gold."""


def _forbid(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if UNDER_CI and not hasattr(report, "wasxfail") and not any(name in reason for name in OUTSIDE_THE_PROJECT):
        report.outcome = "failed"
        report.longrepr = f"skipped under CI, where nothing may skip: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skipped test is a failed one under CI."""
    report = yield
    if report.skipped:
        _forbid(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """So is a module that skips itself as a whole."""
    report = yield
    if report.skipped:
        _forbid(report)
    return report


def pytest_addoption(parser: pytest.Parser) -> None:
    """One flag writes the kept reports of tests/gold anew."""
    parser.addoption("--update-gold", action="store_true", help="write the reports of tests/gold anew")


@pytest.fixture
def clock() -> "Days":
    """A clock that stands still until it is moved."""
    from .days import Days

    return Days()


@pytest.fixture
def crisis(place: Path) -> "CrisisConfig":
    """The first crisis of the configuration in the folder that the module's fixture `place` has made."""
    from sitrep.config import load_config

    return load_config(place / "sitrep.toml").crises[0]


@pytest.fixture
def store(crisis: "CrisisConfig") -> "Iterator[Store]":
    """The store of that crisis."""
    from sitrep.store import open_store

    opened = open_store(crisis.store)
    yield opened
    opened.close()
