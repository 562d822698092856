"""The named places of a sentence, and how strong a sign each is."""

import pytest

from sitrep.extract.places.mention import Mention
from sitrep.extract.places.mentions import mentions
from sitrep.extract.places.names import Names


def found(sentence: str, home: str | None = None, rest: str = "") -> dict[str, Mention]:
    text = f"{sentence} {rest}"
    return {m.name: m for m in mentions(text, 0, len(sentence), Names(text, home))}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Hail fell in the hill town of Qobustan.", "Qobustan"),
        ("A dam burst near Zarvand refugee camp.", "Zarvand refugee camp"),
        ("Rivers rose in the north-western Bolivian department of Beni.", "Beni"),
        ("Two families left Karumo district's Pelende village.", "Pelende village"),
        ("The quake struck Mount Tarawi and its slopes.", "Mount Tarawi"),
    ],
)
def test_names_beside_the_words_for_places(sentence: str, name: str) -> None:
    assert name in found(sentence)


def test_a_list_is_one_place_and_a_chain_its_first() -> None:
    assert "Ganta, Saclepea and Bahn districts" in found("Bridges fell in Ganta, Saclepea and Bahn districts.")
    chain = found("Bridges fell in Saclepea, Nimba County, Liberia.")
    assert next(iter(chain)) == "Saclepea" and chain["Saclepea"].sets


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


def test_a_side_of_a_place_is_weaker_than_the_place() -> None:
    inside, beside = found("Homes fell in the south of Chad."), found("Homes fell in the hills south of Moundou.")
    assert min(m.weight for m in inside.values()) < 1 < min(m.weight for m in beside.values())


def test_a_name_that_the_text_puts_things_in_is_known_elsewhere() -> None:
    assert "Oruvela" not in found("Oruvela floods leave nine dead.")
    assert "Oruvela" in found("Oruvela floods leave nine dead.", rest="\nRivers burst in Oruvela at dawn.")


def test_smaller_places_are_known_at_home_only() -> None:
    assert "Massenya" in found("Massenya hosts 40,000 of them.", "TCD")
    assert "Massenya" not in found("Massenya hosts 40,000 of them.", "PER")
