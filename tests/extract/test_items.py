"""A sentence as a row of items."""

import pytest

from sitrep.extract.items import Item, items_of
from sitrep.extract.quantities import quantities


def row(text: str) -> list[Item]:
    return items_of(text, 0, len(text), quantities(text, text.lower(), 0, len(text)))


def words(text: str) -> list[str]:
    return [item.w for item in row(text)]


def test_phrases_are_one_item_and_a_possessive_is_its_own() -> None:
    assert words("Ada's aid workers died.") == ["ada", "'s", "aid workers", "died", "."]


def test_items_know_where_they_stand() -> None:
    text = "In Arta's hills, two dozen people were cut off."
    for item in row(text):
        assert text[item.s : item.e].lower() == item.w


@pytest.mark.parametrize(
    ("text", "qualifier", "span"),
    [
        ("At least 12 died", "at_least", "At least 12"),
        ("12 or more died", "at_least", "12 or more"),
        ("up to 12 died", "at_most", "up to 12"),
        ("an estimated 12 died", "about", "an estimated 12"),
        ("only 12 died", None, "only 12"),
        ("a total of 12 died", None, "12"),
        ("another 12 died", None, "12"),
    ],
)
def test_a_quantity_takes_its_qualifier(text: str, qualifier: str | None, span: str) -> None:
    (quantity,) = [item.q for item in row(text) if item.q is not None]
    assert (quantity.qualifier, text[quantity.start : quantity.end]) == (qualifier, span)


def test_children_under_five_are_an_age() -> None:
    assert [item.q for item in row("children under 5 died")] == [None] * 4


def test_words_in_names_mean_nothing() -> None:
    senses = {item.w: item.senses for item in row("He said the Arta Rescue Committee rescued 12 people there.")}
    assert not senses["rescue"]
    assert senses["rescued"]
