"""The quick reader of word lists says what TOML says: of our own files, and of what only looks like them."""

import tomllib
from pathlib import Path

import pytest

from sitrep import plain_toml
from sitrep.plain_toml import parse_toml

ROOT = Path(plain_toml.__file__).parent
FILES = sorted(ROOT.rglob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_our_files_read_as_toml_in_their_order(path):
    text = path.read_text(encoding="utf-8")
    expected = tomllib.loads(text)
    assert parse_toml(text) == expected
    assert _order(parse_toml(text)) == _order(expected)


@pytest.mark.parametrize("name", ["languages/en/words.toml", "languages/en/grammar.toml", "organisations/who.toml"])
def test_the_large_files_are_written_so_that_they_read_quickly(name, monkeypatch):
    monkeypatch.setattr(tomllib, "loads", None)
    assert parse_toml((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment",
        'a = "b" # c\n\n[t.u]\n"of them" = [ # why\n  "x#", \'y"\\d\', # "no"\n  "",\n]\n[t]\nn = 12',
        r'a = ["\\w+", "\\", "tab\t", "é"]',
        "a = 1.5\nb = true\nc = 1979-05-27\nd = [1, 2]\ne = {f = 'g'}",
        "[[a]]\nb = 'c'\n[[a]]\nb = 'd'",
        "a.b = 'c'\na.d = 1_000",
        'a = """\nlong"""\n',
        "a = []\nb=['x']\nc =   ['y' , 'z',]",
    ],
)
def test_it_agrees_with_toml(text):
    assert parse_toml(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\na = 2",
        "[a]\nb = 1\n[a]\nc = 2",
        "a = 'b'\n[a]\nc = 1",
        "a = 'b'\n[a.b]\nc = 1",
        "a = ['b' 'c']",
        "a = ['b',, 'c']",
        "a = [, 'b']",
        "a = ['b'",
        "a = 01",
        "a = 'b' c = 'd'",
        "[a..b]",
        'a = "\\d"',
        "a",
    ],
)
def test_what_toml_refuses_it_refuses(text):
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(text)
    with pytest.raises(tomllib.TOMLDecodeError):
        parse_toml(text)


def _order(table):
    return [(key, _order(value) if isinstance(value, dict) else None) for key, value in table.items()]
