"""A sentence as a row of items."""

from tests.extract.rows import row_of


def words(text: str) -> list[str]:
    return [item.w for item in row_of(text)]


def test_phrases_are_one_item_and_a_possessive_is_its_own() -> None:
    assert words("Ada's aid workers died.") == ["ada", "'s", "aid workers", "died", "."]


def test_items_know_where_they_stand() -> None:
    text = "In Arta's hills, two dozen people were cut off."
    for item in row_of(text):
        assert text[item.s : item.e].lower() == item.w


def test_words_in_names_mean_nothing() -> None:
    senses = {item.w: item.senses for item in row_of("He said the Arta Rescue Committee rescued 12 people there.")}
    assert not senses["rescue"]
    assert senses["rescued"]
