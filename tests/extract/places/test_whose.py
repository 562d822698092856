"""Whose place is whose in sentences that name several: each rule with the example that it must leave alone."""

import pytest

from sitrep.extract import extract
from sitrep.model import Article


def places(text: str, country: str | None = None) -> list[str | None]:
    return [f.place for f in extract(Article(name="a", text=text, country=country)).figures]


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        (
            "Floods in Assam\nThe floods in Assam grew worse. Four people died in Dhubri, taking the toll to 27.",
            ["Dhubri", "Assam"],
        ),
        ("Floods in Assam\nThe floods grew worse. Four people died in Dhubri, and 27 were hurt.", ["Dhubri", "Dhubri"]),
        (
            "In Loreto, 900 houses collapsed, 320 of them in Nauta alone, and 46 people died.",
            ["Loreto", "Nauta", "Loreto"],
        ),
        ("In Loreto, 900 houses collapsed. In Nauta alone, and not for long, 46 people fled.", ["Loreto", "Nauta"]),
        ("The revolt in Kasai, which began in 2016 in Tshimbulu, has cost 3,000 lives.", ["Kasai"]),
        ("The revolt reached Kasai, and in 2016 in Tshimbulu, it cost 3,000 lives.", ["Tshimbulu"]),
        ("Two died at Ankpa in neighbouring Kogi State, where a policeman was shot dead.", ["Ankpa", "Ankpa"]),
        ("A mob marched on Kogi State, where a policeman was shot dead.", ["Kogi State"]),
        ("Six drowned in Nauta; Iquitos worst hit.", ["Nauta"]),
        ("Six were taken to a hospital in Fataki, where two died.", ["Fataki"]),
        ("In Kenya, nine people died and 10,000 were evacuated in Lodwar alone.", ["Kenya", "Lodwar"]),
        ("In Kenya, nine people died and 10,000 were evacuated in Lodwar.", ["Lodwar", "Lodwar"]),
        (
            "Storm in Bosnia\nThe toll is 21 dead, of whom 16 in Jablanica, three in Fojnica and two in Konjic.",
            ["Bosnia", "Jablanica", "Fojnica", "Konjic"],
        ),
        (
            "Floods hit Dir, where a stream burst its banks in the Ganshal area and killed nine people.",
            ["Ganshal area"],
        ),
        ("Floods hit Dir, where a stream burst its banks and killed nine people.", ["Dir"]),
        ("A quake hit near Nevesinje, 75 km south of Sarajevo; two people were hurt there.", ["Nevesinje"]),
        ("In Loreto, a river flooded Iquitos. Nine people died.", ["Iquitos"]),
        ("In Renk, a centre shelters 16,400 people who fled the war in Sudan.", ["Renk"]),
        ("Storm in Peru\nThe disaster agency SNAP in Lima said that 60 people were hurt.", ["Peru"]),
        ("Storm in Peru\nThe rescuers of SNAP in Lima said that 60 people were hurt.", ["Lima"]),
        ("In Nepal, where it rises, a river killed 60 people, police in Kathmandu said.", ["Nepal"]),
        ("In Nepal, where it rises, a river killed 60 people in Kathmandu.", ["Kathmandu"]),
        ("Some 300 families from Banica went home.", ["Banica"]),
        ("Some 300 families came home from Sudan.", [None]),
    ],
)
def test_sums_shares_asides_and_scenes(text: str, expect: list[str | None]) -> None:
    assert places(text)[-len(expect) :] == expect


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rain fell across the state. Barpeta is the worst hit with 52,000 people affected.", "Barpeta"),
        ("Gunmen abducted five passengers of a bus belonging to Yobe Lines near Potiskum.", "Potiskum"),
        ("In Logo, gunmen ambushed traders returning from Anyiin market and killed seven of them.", "Logo"),
        ("In Konjic, two bodies were found in the Neretva.", "Konjic"),
        ("In Konjic, two bodies were found in Glavatičevo.", "Glavatičevo"),
        ("Fire swept the hills. The Masbate Electric Cooperative said 9,000 people had no power.", "Masbate"),
        ("Fire swept the hills. The World Relief Agency said 9,000 people had no power.", None),
        ("Chad counts 900 dead, the most of any country in Africa.", "Chad"),
        ("The ministry told reporters that the town of Talacogon alone has 1,215 displaced people.", "Talacogon"),
        ("Shells fell on Goma. The government in Kinshasa puts the number of the dead at 2,000.", "Goma"),
        ("Civil society leaders in Beni said 26 villagers died.", "Beni"),
        ("The Department of Social Welfare and Development in Caraga fed 5,400 families.", "Caraga"),
        ("The storm struck the department of Petén and Alta Verapaz, killing nine people.", "Petén and Alta Verapaz"),
        ("Doctors at the hospital in Huaraz said they had treated 14 wounded people.", "Huaraz"),
        ("Floods submerged Agusan towns, killing two people.", "Agusan"),
        ("Floods submerged Trento and Veruela towns, killing two people.", "Trento and Veruela towns"),
        ("Residents of Union Island mourned nine people who died.", "Union Island"),
        ("The army spokesman in Ituri said soldiers killed 11 raiders.", "Ituri"),
        ("Raids went on. A resident of Gusau said the raiders burnt down 120 houses.", "Gusau"),
        ("A landslide in the early hours of Monday at Nauta killed nine people.", "Nauta"),
    ],
)
def test_who_speaks_for_a_place_and_who_only_comes_from_it(text: str, place: str | None) -> None:
    assert places(text)[-1] == place


DATELINE = "Mudslide buries a mining camp\n\nSECOCHA, Arequipa — The slope gave way at dawn above the huts.\n\n"


@pytest.mark.parametrize(
    ("last", "place"),
    [
        ("The slide that came down on this mining settlement killed 15 people.", "Secocha"),
        ("In this town in the province of Camaná, 15 people died.", "Secocha"),
        ("In this region, 15 people died.", "Arequipa"),
        ("In the province of Camaná, 15 people died.", "Camaná"),
    ],
)
def test_this_town_is_that_of_the_dateline(last: str, place: str) -> None:
    assert places(DATELINE + last, "PER")[-1] == place


def test_a_neighbouring_state_is_not_the_state_for_long() -> None:
    text = "Raids went on in Benue State. A bus was held up in neighbouring Kogi State. "
    near = text + "Some 40 people fled in the state."
    far = (
        "Raids in Benue State\n" + text + "The driver got away. The police came late. Some 40 people fled in the state."
    )
    assert (places(near, "NGA")[-1], places(far, "NGA")[-1]) == ("Kogi State", "Benue State")
