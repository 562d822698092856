"""What a figure records of its number."""

import pytest

from sitrep.extract import extract
from sitrep.extract.stated import clause_at
from sitrep.model import Article

SENTENCE = "Nine died in Bora; 40 fled, while 12 were hurt in Arta."


@pytest.mark.parametrize(
    ("figure", "clause"), [("Nine", "Nine died in Bora"), ("40", "40 fled"), ("12", "12 were hurt in Arta.")]
)
def test_a_clause_ends_at_semicolons_and_while(figure: str, clause: str) -> None:
    start, end = clause_at(SENTENCE, 0, len(SENTENCE), SENTENCE.index(figure))
    assert SENTENCE[start:end].strip() == clause


def test_the_same_number_of_the_same_article_keeps_its_id() -> None:
    first, again = (extract(Article(name="a", text=SENTENCE)).figures for _ in range(2))
    other = extract(Article(name="a", text=SENTENCE.replace("Nine", "Nino"))).figures
    assert [f.id for f in first] == [f.id for f in again]
    assert not {f.id for f in first} & {f.id for f in other}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The flood displaced 40 families.", "households"),
        ("The flood displaced 40 people.", "people"),
        ("The flood destroyed 40 houses.", "structures"),
    ],
)
def test_the_unit_is_what_is_counted(text: str, unit: str) -> None:
    assert [f.unit for f in extract(Article(name="a", text=text)).figures] == [unit]
