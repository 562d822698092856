"""Compiled templates: kept where Python keeps its own byte code, and made anew for another text."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitrep.report import compiled
from sitrep.report.templates import _environment, render


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(compiled, "_FOLDER", tmp_path / "kept")
    (tmp_path / "kept").mkdir()
    (tmp_path / "mine").mkdir()
    _environment.cache_clear()
    yield tmp_path
    _environment.cache_clear()


def filled(folder: Path, text: str) -> str:
    (folder / "mine" / "line.j2").write_text(text, encoding="utf-8")
    _environment.cache_clear()
    return render("line.j2", {"number": 3}, (folder / "mine",))


def test_a_template_is_compiled_once_for_its_text(folder: Path) -> None:
    assert filled(folder, "No. {{ number }}") == "No. 3"
    (kept,) = (folder / "kept").iterdir()
    before = kept.stat().st_mtime_ns
    assert filled(folder, "No. {{ number }}") == "No. 3"
    assert kept.stat().st_mtime_ns == before
    assert filled(folder, "Number {{ number }}") == "Number 3"


def test_nothing_is_written_where_python_may_write_no_byte_code(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert filled(folder, "No. {{ number }}") == "No. 3"
    assert list((folder / "kept").iterdir()) == []


def test_a_folder_that_takes_nothing_costs_only_time(folder: Path) -> None:
    (folder / "kept").rmdir()
    (folder / "kept").write_text("no folder")
    assert filled(folder, "No. {{ number }}") == "No. 3"
