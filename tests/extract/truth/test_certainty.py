"""Reported, claimed, denied or forecast: each text in own words, with the certainty of its first figure."""

import pytest

from sitrep.extract import extract
from sitrep.model import Article

WAR = "Shelling, air strikes and clashes between the army and rebels went on near the front line.\n"


def certainty(text: str) -> str:
    return extract(Article(name="a", text=text)).figures[0].certainty


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flood could displace 4,000 people.", "forecast"),
        ("The storm may turn north and force 4,000 people from their homes.", "forecast"),
        ("A further 300 people are expected to be displaced.", "forecast"),
        ("Some 300 families were ordered to leave their homes.", "forecast"),
        ("The agency plans to feed 4,000 people.", "forecast"),
        ("A convoy with food for 4,000 people left on Monday.", "forecast"),
        ("Some 4,000 people are projected to face hunger by April.", "forecast"),
        ("Some 4,000 people are at risk of flooding.", "forecast"),
        ("Mudslide sweeps away bus: 40 feared dead", "forecast"),
        ("The agency is appealing for help to assist 4,000 people.", "forecast"),
        ("The agency said it aimed to feed 4,000 people for a month.", "forecast"),
        ("Officials fear that 40 have died in the slide.", "forecast"),
        ("As many as 40 people are feared trapped.", "forecast"),
        ("The drive reached 900 people of the 4,000 targeted.", "reported"),
        ("Schools were flooded, and 40 schools will stay shut.", "reported"),
        ("Tents will be put up for 4,000 people that have been displaced by the flood.", "reported"),
        ("Rescuers pulled 40 dead from a bus feared lost.", "reported"),
        ("In May 4,000 people were displaced.", "reported"),
        ("Money was allocated to assist 6,000 people.", "forecast"),
        ("The police could confirm only six deaths.", "reported"),
        ("It will be recalled that 40 people were killed in Arta last year.", "reported"),
        ("The slide could bury 40 people.", "forecast"),
        (WAR + "The health division said that 40 people were killed.", "reported"),
        ("The mayor counted 40 dead.", "reported"),
        ("Centres opened to house 4,000 people who have been displaced by the flood.", "reported"),
        ("The plan would require $4 million.", "reported"),
        (WAR + "The army said it had killed 40 rebels.", "claimed"),
        (WAR + "The army said that 40 houses had been destroyed.", "claimed"),
        (WAR + "The regional commander said that bandits had killed 40 people.", "reported"),
        (WAR + "State media said that 40 rebels were killed.", "claimed"),
        (WAR + "The ministry of health said that 40 people were killed.", "reported"),
        (WAR + "M23 spokesman Okello Bwire said that his men had captured 40 soldiers.", "claimed"),
        (WAR + "Brigadier General Okello Bwire said that 40 insurgents were killed.", "claimed"),
        (WAR + "The ministry rejected reports that soldiers had killed 40 people.", "denied"),
        ("Villagers said 40 people had died in the camp, but the clinic denied it.", "denied"),
        ("One post said that 40 people had died. Police chief Idris Bako has denied this.", "denied"),
        ("Villagers said 40 people had died. The minister denied the flood was his doing.", "reported"),
        (WAR + "The rebels said they had killed 40 soldiers. The army denied this.", "claimed"),
        (WAR + "The Pentagon said that 40 of its soldiers had been hurt.", "claimed"),
        ("The office expects the number of people affected, currently 40, to increase.", "reported"),
        ("UNICEF is sending water kits for 40 families.", "forecast"),
        ("Four suspected cholera cases in Beira tested negative.", "denied"),
        (WAR + "The army denied any role and accused the rebels of killing 40 soldiers.", "claimed"),
        (WAR + "The army and residents said that 40 people had been killed.", "reported"),
        (WAR + "The army denied that 40 of its soldiers had been killed.", "denied"),
        ("Floods hit Larkana. The army said that 40 people were killed.", "reported"),
    ],
)
def test_certainty(text: str, expected: str) -> None:
    assert certainty(text) == expected
