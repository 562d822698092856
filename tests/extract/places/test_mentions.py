"""The named places of a sentence: lists, chains, what is within what."""

import pytest

from tests.extract.places.found import found


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
        ("Belvane, 40 km upstream, was flooded.", "Belvane"),
        ("Gunmen raided the administrative post of Belvane.", "Belvane"),
    ],
)
def test_names_beside_the_words_for_places(sentence: str, name: str) -> None:
    assert name in found(sentence)


def test_a_list_is_one_place_and_a_chain_its_first() -> None:
    assert "Ganta, Saclepea and Bahn districts" in found("Bridges fell in Ganta, Saclepea and Bahn districts.")
    chain = found("Bridges fell in Saclepea, Nimba County, Liberia.")
    assert next(iter(chain)) == "Saclepea" and chain["Saclepea"].sets


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


def test_what_a_place_is_in_or_neighbours_names_it_no_better() -> None:
    mentions = found("In Pera, a hilly district of neighbouring Kosta, 25 houses fell.")
    assert mentions["Pera"].weight < mentions["Kosta"].weight


def test_what_counts_within_a_section_wins_over_its_heading() -> None:
    names = found("**Sindh.** Lahore received 2,100 families.")
    assert names["Lahore"].weight < names["Sindh"].weight


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Belvane, 40 years old, was hurt.", "Belvane"),
        ("His brother, Bello, is dead.", "Bello"),
        ("Men of the 3rd Infantry Division dug for survivors.", "Infantry Division"),
        ("Floods came with La Niña.", "Niña"),
    ],
)
def test_names_that_are_no_places(sentence: str, name: str) -> None:
    assert name not in found(sentence)


@pytest.mark.parametrize(
    ("sentence", "inner", "outer"),
    [
        ("In the department of Cauca, a bomb in front of the barracks of Morales went off.", "Morales", "Cauca"),
        ("Beyond the pass, in Nimba County, a slide buried a bus in Saclepea.", "Saclepea", "Nimba County"),
    ],
)
def test_what_heads_a_sentence_is_wider_than_the_place_within(sentence: str, inner: str, outer: str) -> None:
    places = found(sentence)
    assert places[inner].weight < places[outer].weight
