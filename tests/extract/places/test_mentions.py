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
        ("Two died in the collapse of the Suvanda Dam.", "Suvanda Dam"),
        ("Boats sank off Cape Marengo.", "Cape Marengo"),
        ("Mud buried much of Barangay Tuvilla.", "Barangay Tuvilla"),
        ("Gunmen raided the hillside community of Belvane.", "Belvane"),
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


@pytest.mark.parametrize(
    ("sentence", "inner", "outer"),
    [
        ("A wave rolled over the Black Sea port of Gelvani at dawn.", "Gelvani", "Black Sea port"),
        ("Mud came down on Barangay Tuvilla in the mining town of Marlo.", "Barangay Tuvilla", "Marlo"),
        ("It hit Tuvilla, on the northern edge of Moscow.", "Tuvilla", "Moscow"),
        ("Slides hit the Nepal district of Rukhet at dawn.", "Rukhet", "Nepal district"),
        ("Slides hit the Rukhet district of Nepal at dawn.", "Rukhet district", "Nepal"),
        (
            "Fire swept the villages of Ambero and Tosk in Kerala's Wayanad district.",
            "Ambero and Tosk",
            "Wayanad district",
        ),
    ],
)
def test_the_inner_place_wins_over_what_says_where_it_is(sentence: str, inner: str, outer: str) -> None:
    names = found(sentence)
    best = min(names.values(), key=lambda m: m.weight).name
    assert inner in best and best != outer


def test_a_place_of_an_owner_sets_that_of_the_next_sentences() -> None:
    assert found("Deaths rose in Mexico's Osteros region.")["Osteros region"].sets


def test_a_sentence_of_few_words_is_no_heading() -> None:
    assert "Kano, Jigawa and Bauchi" in found("Some are in Kano, Jigawa and Bauchi.")


def test_what_a_place_has_reported_is_there() -> None:
    assert found("New Mexico has reported 42 cases.")["New Mexico"].counts
    assert "New Mexico" not in found("New Mexico has reported that it is over.")


def test_a_site_keeps_the_word_for_what_it_is() -> None:
    assert "Gunvale temple" in found("Three died in a crush outside the Gunvale temple.")


def test_what_counts_within_a_section_wins_over_its_heading() -> None:
    names = found("**Sindh.** Lahore received 2,100 families.")
    assert names["Lahore"].weight < names["Sindh"].weight


@pytest.mark.parametrize(
    ("sentence", "name", "strong"),
    [
        ("A ferry sank on Lake Mandara on Monday.", "Lake Mandara", True),
        ("Northern Peru also reported flooded fields and one death.", "Northern Peru", True),
        ("Peru reported that a storm was near.", "Peru", False),
        ("On Karvu, 40 houses fell.", "Karvu", True),
        ("The mayor spoke on Karvu and its people.", "Karvu", False),
        ("Roofs flew off on Trust Island.", "Trust Island", True),
        ("Roofs flew off in the Rohingya camps.", "Rohingya camps", False),
        ("The council sent Marango County administrators to help.", "Marango County", False),
        ("Shots fell in the administrative posts of Mazembe, Lurio and Okwa.", "Mazembe, Lurio and Okwa", True),
        ("The secretary of the Regional Emergency Operations spoke.", "Regional Emergency Operations", False),
    ],
)
def test_what_makes_a_strong_sign(sentence: str, name: str, strong: bool) -> None:
    mention = found(sentence, "PER").get(name)
    assert (mention is not None and mention.weight <= 1.0) == strong


def test_what_a_place_is_in_or_neighbours_names_it_no_better() -> None:
    mentions = found("In Pera, a hilly district of neighbouring Kosta, 25 houses fell.")
    assert mentions["Pera"].weight < mentions["Kosta"].weight


def test_people_flee_a_town_that_the_text_calls_one() -> None:
    assert "Hodara" in found("Thousands have fled Hodara since May.", rest="Shells fell on Hodara province.")
    assert "Hodara" not in found("Thousands have fled Hodara since May.", rest="Shells fell.")


def test_a_body_counts_where_it_serves_but_not_that_of_a_country() -> None:
    assert found("Callao's civil affairs department said it.", "PER")["Callao"].official
    assert not found("Peru's civil affairs department said it.", "PER")["Peru"].official
