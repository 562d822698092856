"""A sentence as a row of items."""

from sitrep.extract.items import Item
from sitrep.extract.quantities import quantities
from sitrep.extract.row import items_of


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


def test_words_in_names_mean_nothing() -> None:
    senses = {item.w: item.senses for item in row("He said the Arta Rescue Committee rescued 12 people there.")}
    assert not senses["rescue"]
    assert senses["rescued"]
