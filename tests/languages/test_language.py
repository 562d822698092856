"""The lists of a language's grammar file, as word sets and as pieces of regular expressions."""

import re

import pytest

from sitrep.languages.language import alternatives, word_list


def test_a_list_is_a_set_of_words_and_a_group_in_its_order() -> None:
    group = alternatives("attribution", "ings")
    assert set(group.split("|")) == word_list("attribution", "ings")
    assert re.fullmatch(f"(?:{group})", "confirming")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        alternatives("attribution", "nothing of the kind")
