"""Needs by their construction: each sentence in own words, with its clusters; none for what only sounds like one."""

import pytest

from sitrep.extract import extract
from sitrep.model import Article


def sectors(text: str) -> list[str]:
    return [s for need in extract(Article(name="a", text=text)).needs for s in need.sectors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Most families lack tents, clean water and medicine.", ["health", "wash", "shelter"]),
        ("The clinic has run out of oxygen.", ["health"]),
        ("There is no electricity on the island.", ["early_recovery"]),
        ("Villagers queue for water from dawn.", ["wash"]),
        ("The only pharmacy is shut.", ["health"]),
        ("Bread is unaffordable for most.", ["food_security"]),
        ("Taps have run dry across the city.", ["wash"]),
        ("People sleep under trees and on the floor of the mosque.", ["shelter"]),
        ("Children eat once a day.", ["food_security"]),
        ("The mayor appealed for blankets and mattresses.", ["shelter"]),
        ("The governor asked for international help.", ["multi"]),
        ("The survivors have received nothing.", ["multi"]),
        ("They lack identity documents.", ["protection"]),
        ("Access to safe water remains limited.", ["wash"]),
        ("The reception centres are overcrowded.", ["cccm"]),
    ],
)
def test_a_need(text: str, expected: list[str]) -> None:
    assert sectors(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "There is no shortage of food.",
        "Aid is not needed at the moment.",
        "The road to the coast was closed.",
        "The river had nowhere to go but over the fields.",
        "As a precaution all schools are closed today.",
        "The talks lack any progress on water rights and there is no lack of trust.",
        "They did not have time to leave before the water rose.",
        "The camp opened in May.",
    ],
)
def test_no_need(text: str) -> None:
    assert sectors(text) == []
