"""Lines in title case."""

from tests.extract.places.found import found


def test_a_sentence_of_few_words_is_no_heading() -> None:
    assert "Kano, Jigawa and Bauchi" in found("Some are in Kano, Jigawa and Bauchi.")


def test_in_a_heading_only_known_places_are_places() -> None:
    assert list(found("Floods Kill Nine In Lahore As Oruvela Rivers Rise")) == ["Lahore"]
