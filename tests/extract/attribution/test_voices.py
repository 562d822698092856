"""Who says it: each text in own words, with the source that the article gives for its last figure."""

import pytest

from sitrep.extract import extract
from sitrep.model import Article


def sources(text: str) -> list[str | None]:
    return [f.source for f in extract(Article(name="a", text=text)).figures]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # A verb, with what may stand between it and its subject.
        ("Police in Garoua said on Tuesday that 14 people had been killed.", "Police in Garoua"),
        ("The ministry of health has so far confirmed that 14 people died.", "ministry of health"),
        ("The governor, Ana Sandoval, said 14 people were killed.", "Ana Sandoval"),
        ("Idris Bako, 51, a fisherman, said 14 people were killed.", "Idris Bako"),
        ("Colonel Idris Bako told reporters that 14 people were killed.", "Idris Bako"),
        ("The camp's flood committee said in a statement that 14 people were killed.", "camp's flood committee"),
        ("Radio Lumière (RL) report that 14 people were killed.", "Radio Lumière (RL)"),
        # Inverted, and around the number.
        ("Fourteen people were killed, said Maria Olmedo of the Norwegian Refugee Council.", "Maria Olmedo"),
        ("Fourteen people were killed, says the aid group Lifeline North.", "Lifeline North"),
        ("According to figures from the provincial government, 14 people were killed.", "provincial government"),
        ("Citing the coast guard, Xinhua said that 14 people were killed.", "coast guard"),
        ("By Friday 14 deaths had been reported by the Ministry of Health.", "Ministry of Health"),
        # Papers are their bodies.
        ("UNICEF's report of 3 May lists 14 children killed.", "UNICEF"),
        ("Data of the Interior Ministry show that 14 people were killed.", "Interior Ministry"),
        ("Floods kill 14 people in Lagos: UN", "UN"),
    ],
)
def test_one_sentence(text: str, source: str) -> None:
    assert source in (sources(text)[-1] or "")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ana Sandoval, the mayor, said the river had burst. She added that 14 people were killed.", "Ana Sandoval"),
        ("The Kenya Red Cross said all was lost. Idris Bako said he fled. It said 14 people died.", "Kenya Red Cross"),
        ("Sudan Relief Network said roads were cut. The group said 14 people were killed.", "Sudan Relief Network"),
        ("Commissioner Ana Sandoval said all was calm. The commissioner confirmed 14 deaths.", "Ana Sandoval"),
        ('"We saw the wave," said Idris Bako. "It killed 14 people in our street."', "Idris Bako"),
        ("'We ran,' said Idris Bako. 'It killed 14 people in our street.'", "Idris Bako"),
        ("The National Weather Office (NWO) warned of rain. NWO said that 14 people died.", "National Weather Office"),
    ],
)
def test_a_source_goes_on(text: str, source: str) -> None:
    assert source in (sources(text)[-1] or "")


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen people were reported missing after the landslide.",
        "The storm claimed 14 lives on the island.",
        "Residents were told to leave before 14 houses were destroyed.",
        "Floods killed 14 people, and villagers said the rain had not stopped.",
        "Canada announced $14 million for the survivors.",
        "LIMA (Reuters) - Fourteen people were killed when a bus fell into a ravine.",
        "The number of confirmed dead rose to 14.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert sources(text)[-1] is None
