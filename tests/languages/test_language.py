"""The lists of a language's grammar file, as word sets and as pieces of regular expressions."""

import re
import tomllib
from pathlib import Path

import pytest

import sitrep
from sitrep.languages.inflection import inflect
from sitrep.languages.language import alternatives, load, word_list


def test_a_list_is_a_set_of_words_and_a_group_in_its_order() -> None:
    group = alternatives("attribution", "ings")
    assert set(group.split("|")) == word_list("attribution", "ings")
    assert re.fullmatch(f"(?:{group})", "confirming")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        alternatives("attribution", "nothing of the kind")


def test_be_has_the_forms_that_it_has() -> None:
    forms = dict(inflect("be out of food", {}))
    assert {"are out of food", "were out of food", "been out of food"} <= forms.keys()
    assert not any(surface.startswith(("bed ", "bes ", "bing ")) for surface in load().triggers)


NAMED = [
    "attribution",
    "certainty",
    "counting",
    "parts",
    "period",
    "phrases",
    "place",
    "place_cost",
    "population",
    "scope",
    "setting",
]
"""The tables of the grammar whose lists modules read one by one, by name."""


@pytest.mark.parametrize("table", NAMED)
def test_every_list_of_the_grammar_is_read_by_a_module(table: str) -> None:
    package = Path(sitrep.__file__).parent
    grammar = tomllib.loads((package / "languages" / "en" / "grammar.toml").read_text(encoding="utf-8"))
    code = "".join(file.read_text(encoding="utf-8") for file in sorted(package.rglob("*.py")))
    patterns = (package / "languages" / "en" / "times.toml").read_text(encoding="utf-8")
    named = r"[\"']{{0}}[\"']"
    unread = [name for name in grammar[table] if not re.search(named.format(name), code)]
    assert [name for name in unread if name.upper() not in patterns] == []
