"""Which names are places where something may have happened."""

import pytest

from tests.extract.places.found import found


@pytest.mark.parametrize(
    "sentence",
    [
        "Governor Anna Perello spoke of a hard winter.",
        "The Ministry of Health and Red Crescent sent tents.",
        "Colombian and Peruvian troops joined them.",
        "Typhoon Wanda was the tenth of the season.",
    ],
)
def test_persons_bodies_peoples_and_storms_are_no_places(sentence: str) -> None:
    assert not found(sentence)


def test_a_name_that_the_text_puts_things_in_is_known_elsewhere() -> None:
    assert "Oruvela" not in found("Oruvela floods leave nine dead.")
    assert "Oruvela" in found("Oruvela floods leave nine dead.", rest="\nRivers burst in Oruvela at dawn.")


def test_smaller_places_are_known_at_home_only() -> None:
    assert "Massenya" in found("Massenya hosts 40,000 of them.", "TCD")
    assert "Massenya" not in found("Massenya hosts 40,000 of them.", "PER")


def test_what_a_place_has_reported_is_there() -> None:
    assert found("New Mexico has reported 42 cases.")["New Mexico"].counts
    assert "New Mexico" not in found("New Mexico has reported that it is over.")


def test_a_site_keeps_the_word_for_what_it_is() -> None:
    assert "Gunvale temple" in found("Three died in a crush outside the Gunvale temple.")


def test_a_body_counts_where_it_serves_but_not_that_of_a_country() -> None:
    assert found("Callao's civil affairs department said it.", "PER")["Callao"].official
    assert not found("Peru's civil affairs department said it.", "PER")["Peru"].official
