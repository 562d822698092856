"""Parts and wholes: each text in own words, with the number of which each part is one."""

import pytest

from sitrep.extract import extract
from sitrep.model import Article


def parts(text: str) -> dict[str, str]:
    found = extract(Article(name="a", text=text)).figures
    stated = {f.id: f.text for f in found}
    return {f.text: stated[f.part_of] for f in found if f.part_of}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The quake killed 56 people: 31 in Arta, 20 in Boli and five in Cora.",
            {"31": "56", "20": "56", "five": "56"},
        ),
        ("They hold 9 people: five men, three women and a boy.", {"five": "9", "three": "9", "a boy": "9"}),
        ("The storm damaged 900 houses, with 60 houses destroyed and 210 badly damaged.", {"60": "900", "210": "900"}),
        ("The flood killed 40 people. Nine of them were children.", {"Nine": "40"}),
        ("The flood killed 40 people. Nine of the dead were children.", {"Nine": "40"}),
        ("In the north 12 people died.\nFloods have killed 40 people. 15 of the deaths were in Arta.", {"15": "40"}),
        ("A blast killed 14 people. Three nurses were among the dead.", {"Three": "14"}),
        (
            "A blast killed 14 people. Three of the dead were nurses and another two of the dead were drivers.",
            {"Three": "14", "two": "14"},
        ),
        (
            "The rains killed ten people. Eight people died in Arta and two people died in Boli.",
            {"Eight": "ten", "two": "ten"},
        ),
        (
            "A quake killed 52 people.\nTwenty of the victims died in Arta, 11 in Boli and three in Cora.",
            {"Twenty": "52", "11": "52", "three": "52"},
        ),
        ("Sixty people drowned, five children among them.", {"five": "Sixty"}),
        ("Boats rescued 90 people, 50 of them girls and 40 boys.", {"50": "90", "40": "90"}),
        ("The plan asks for $120 million, $45 million of it for food.", {"$45 million": "$120 million"}),
        ("Six nurses are among the 34 people killed in Arta.", {"Six": "34"}),
        (
            "Rangers hold three men.\nOne of the men was injured, the other two are missing.",
            {"One": "three", "two": "three"},
        ),
        (
            "They hold 253 people and 12 guards. Of the detainees, 236 are men and 14 are women.",
            {"236": "253", "14": "253"},
        ),
        ("Of the country's 900 IDPs, 300 are in Arta.", {"300": "900"}),
        ("Rains killed 9,000. Since May, 800 people fled Arta; a nun fed 600 of them.", {"600": "800"}),
        ("Raiders killed 40 people. Eight of them were killed in Arta.", {"Eight": "40"}),
        ("Of the 480 houses that were hit, 212 were destroyed.", {"212": "480"}),
        (
            "Soldiers detained 300 people. Of the detainees, 40 are women and 12 are children.",
            {"40": "300", "12": "300"},
        ),
    ],
)
def test_a_part_knows_its_whole(text: str, expected: dict[str, str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The flood killed 40 people and injured nine people.",
        "The flood killed 40 people.\n\nA storm injured nine people in Arta.",
        "The order covers 12 families comprising 67 people, who were evacuated.",
        "The rains killed over 180 people. They killed 121 people in Arta and 61 people in Boli.",
        "Of the 11 who were injured, most went home.",
        "Raiders killed 40 people. Police fought the bandits and killed eight of them.",
    ],
)
def test_what_is_only_smaller_is_no_part(text: str) -> None:
    assert parts(text) == {}


def test_a_sentence_may_end_with_its_number() -> None:
    text = "Floods killed 60 people in Albay. Of the dead, 37"
    assert [f.value for f in extract(Article(name="a", text=text)).figures][:1] == [60]
