"""How strong a sign a name is by its preposition."""

import pytest

from tests.extract.places.found import found


def test_a_side_of_a_place_is_weaker_than_the_place() -> None:
    inside, beside = found("Homes fell in the south of Chad."), found("Homes fell in the hills south of Moundou.")
    assert min(m.weight for m in inside.values()) < 1 < min(m.weight for m in beside.values())


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


def test_people_flee_a_town_that_the_text_calls_one() -> None:
    assert "Hodara" in found("Thousands have fled Hodara since May.", rest="Shells fell on Hodara province.")
    assert "Hodara" not in found("Thousands have fled Hodara since May.", rest="Shells fell.")
