"""Rendered reports against kept ones: `pytest tests/report --update-gold` writes them anew."""

from pathlib import Path

import pytest

from sitrep.model import Report
from sitrep.report import export

from .build import empty_report, report

GOLD = Path(__file__).parent.parent / "gold"
FORMATS = ("md", "html", "csv", "json")


def _check(made: Report, name: str, update: bool) -> None:
    files, problems = export(made, FORMATS)
    assert problems == ()
    for file in files:
        kept = GOLD / file.name.replace(made.stem, name)
        if update:
            kept.write_bytes(file.data)
        assert kept.read_bytes() == file.data, f"{kept.name} differs; look at it, then --update-gold"


def test_report_of_three_articles(pytestconfig: pytest.Config) -> None:
    _check(report(), "three-articles", pytestconfig.getoption("--update-gold"))


def test_report_without_figures(pytestconfig: pytest.Config) -> None:
    _check(empty_report(), "no-figures", pytestconfig.getoption("--update-gold"))
