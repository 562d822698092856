"""The lists of a language's grammar file, as word sets and as pieces of regular expressions."""

import re

import pytest

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
