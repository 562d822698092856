"""How a sentence names who gives a figure: with "the" or "a" where English wants it, without a word too much."""

import pytest

from sitrep.report.phrases import load_phrases
from sitrep.report.speakers import determiner


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("National Disaster Agency", "the "),
        ("report of the provincial council", "a "),
        ("statement", "a "),
        ("ministry", "the "),
        ("local residents", ""),
        ("police", "the "),
        ("city's water board", "the "),
        ("spokesman Jon Example", ""),
        ("delta.example.org", "the website "),
        ("The Herald", ""),
        ("Mayor Ann Example", ""),
        ("Ann Example, mayor of Lowtown,", ""),
    ],
)
def test_a_name_has_the_word_before_it_that_it_needs(name: str, before: str) -> None:
    assert determiner(name, load_phrases()) == before
