"""What a number counts: the noun phrase behind it."""

import pytest

from sitrep.extract.heads import Phrase
from sitrep.extract.phrases import noun_phrase
from tests.extract.rows import row_of


def phrase(text: str) -> Phrase:
    row = row_of(text)
    return noun_phrase(row, next(i for i, item in enumerate(row) if item.q is not None))


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("12 people died", "people", "people"),
        ("12 young Ugandan soldiers died", "people", "soldiers"),
        ("12 Ugandans died", "people", "ugandans"),
        ("12 of the families left", "households", "families"),
        ("8,000 of the 23,000 residents left", "people", "residents"),
        ("12 newly built houses fell", "structures", "houses"),
        ("12 treatment centres closed", "facilities", "centres"),
        ("12 shopping malls and schools", "facilities", "shopping malls"),
        ("12 welders died", "people", "welders"),
        ("12 hectares burned", "excluded", "hectares"),
        ("12 sandbags burst", "excluded", "sandbags"),
        ("12 wounded people died", "people", "people"),
        ("12 Indian and Pakistani soldiers died", "people", "soldiers"),
    ],
)
def test_the_head(text: str, kind: str, word: str) -> None:
    found = phrase(text)
    assert found.head is not None
    assert (found.head.kind, found.word) == (kind, word)


@pytest.mark.parametrize("text", ["12 of them died", "12 were killed", "12, he said", "12 in the north"])
def test_no_head(text: str) -> None:
    assert phrase(text).head is None


def test_the_tags_of_a_head() -> None:
    head = phrase("12 nurses died").head
    assert head is not None
    assert head.tags == ("health_workers",)
