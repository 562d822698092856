"""The families of patterns of need: a sentence opens those of which its words are signs, and misses none that match."""

import tomllib
from importlib import resources

import pytest

from sitrep.extract.needs.families import all_families, told_by
from sitrep.extract.prefilter import words_of


def needs() -> list[str]:
    text = resources.files("sitrep.languages").joinpath("en", "corpus.toml").read_text(encoding="utf-8")
    return [entry["text"] for entry in tomllib.loads(text)["need"]]


def test_a_sentence_opens_every_family_that_matches_it() -> None:
    for text in needs():
        told = told_by(words_of(text, 0, len(text)))
        missed = [f.signs for f in all_families() if f not in told and f.pattern.search(text.lower())]
        assert not missed, text


@pytest.mark.parametrize("word", ["lack", "lacking", "latrines", "starving"])
def test_a_word_opens_the_families_whose_signs_begin_it(word: str) -> None:
    told = told_by(frozenset([word]))
    assert told
    assert all(any(word.startswith(sign) for sign in family.signs[0]) for family in told)


def test_most_words_open_none() -> None:
    assert told_by(frozenset(["the", "minister", "of", "yesterday", "spoke"])) == ()


def test_a_family_with_two_groups_of_signs_takes_a_word_of_each() -> None:
    family = next(f for f in all_families() if len(f.signs) == 2)
    first, second = (group[0] for group in family.signs)
    assert family not in told_by(frozenset([first]))
    assert family not in told_by(frozenset([second]))
    assert family in told_by(frozenset([first, second]))
