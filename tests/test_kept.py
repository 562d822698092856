"""What is kept: made once for the same files, made anew for others, never in the way."""

import sys
from pathlib import Path

import pytest

from sitrep.kept import kept


@pytest.fixture(autouse=True)
def _writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "words.toml"
    file.write_text("one")
    return file


def length(source: Path, calls: list[str]) -> int:
    def make() -> int:
        calls.append(source.read_text())
        return len(calls[-1])

    return kept("length", (source,), make)


def test_made_once_for_the_same_content(source: Path) -> None:
    calls: list[str] = []
    assert [length(source, calls), length(source, calls)] == [3, 3]
    assert calls == ["one"]


def test_made_anew_for_other_content(source: Path) -> None:
    calls: list[str] = []
    length(source, calls)
    source.write_text("three")
    assert [length(source, calls), length(source, calls)] == [5, 5]
    assert calls == ["one", "three"]


@pytest.mark.parametrize("broken", [b"", b"cut", "half"])
def test_what_is_broken_is_made_anew(source: Path, broken: bytes | str) -> None:
    calls: list[str] = []
    length(source, calls)
    (file,) = source.parent.rglob("*.kept")
    file.write_bytes(file.read_bytes()[:-2] if broken == "half" else broken)  # type: ignore[arg-type]
    assert length(source, calls) == 3
    assert calls == ["one", "one"]


def test_nothing_is_written_where_python_may_write_no_byte_code(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    calls: list[str] = []
    assert [length(source, calls), length(source, calls)] == [3, 3]
    assert calls == ["one", "one"]
    assert list(source.parent.rglob("*.kept")) == []


def test_a_folder_that_takes_nothing_costs_only_time(source: Path) -> None:
    (source.parent / "__pycache__").write_text("a file where the folder would be")
    calls: list[str] = []
    assert [length(source, calls), length(source, calls)] == [3, 3]
    assert calls == ["one", "one"]
