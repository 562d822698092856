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
        ("Urgent priorities are tents and safe water.", ["wash", "shelter"]),
        ("The islanders' most pressing needs include rice and blankets.", ["food_security", "shelter"]),
        ("Blankets are badly needed on the plateau.", ["shelter"]),
        ("Stocks of flour are running dangerously low.", ["food_security"]),
        ("Antibiotics are hard to come by.", ["health"]),
        ("The clinics of the delta are on the verge of collapse.", ["health"]),
        ("Just three of the 14 wells work.", ["wash"]),
        ("Only a fifth of the households have access to latrines.", ["wash"]),
        ("Snow has kept the herders from reaching a clinic or getting medicine.", ["health"]),
        ("They share two rooms with little food or heating.", ["food_security", "early_recovery"]),
        ("Mobile networks have been down since the storm.", ["telecommunications"]),
        ("Humanitarian access to the affected valleys remains severely restricted.", ["logistics"]),
        ("Relief convoys have not been able to reach the villages.", ["logistics"]),
        ("Families spent the night in their cars.", ["shelter"]),
        ("They came with nothing but the clothes they wore.", ["shelter"]),
        ("We have not eaten since Tuesday.", ["food_security"]),
        ("Funding cuts forced the agency to halve rations.", ["food_security"]),
        ("Girls walk four hours to fetch water.", ["wash"]),
        ('"Nobody from the province has come to help us," a fisherman said.', ["multi"]),
        ("The refugees have no legal status.", ["protection"]),
        ("Stocks of sorghum in Kidal will last for another nine days.", ["food_security"]),
        ("One latrine serves 300 pilgrims.", ["wash"]),
        ("Quilts for the valley are held up at the pass.", ["shelter"]),
        ("Nobody has given us a tent.", ["shelter"]),
        ("Clinics on the coast are overrun.", ["health"]),
        ("Most tents are not winterized.", ["shelter"]),
        ("What is needed most is soap, a midwife said.", ["wash"]),
        ("The desalination plant of the atoll has broken down.", ["wash"]),
        ("The posts have run out of therapeutic milk.", ["nutrition"]),
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
        "The envoy called for calm and for the protection of civilians.",
        "The council asked for the resignation of the health minister.",
        "The airlift brought much-needed blankets.",
        "The mills hold enough wheat to last for three months.",
        "The agency was able to meet the needs of all families for food and water.",
        "Forty children were admitted for acute malnutrition in May.",
        "The province launched a $3 million appeal to help farmers.",
        "Eight fishermen died of hunger at sea.",
        "There was no power struggle in the council.",
        "No hospital admissions were reported on the coast.",
        "The ministry denied that there was a shortage of oxygen.",
        "Schools in three border wards were closed on Friday.",
        "The province has sent $2 million in emergency money.",
    ],
)
def test_no_need(text: str) -> None:
    assert sectors(text) == []
