"""Money: signs, codes and words, and what they stand for in a country."""

import pytest

from sitrep.extract.clean import clean
from sitrep.extract.prefilter import lowered
from sitrep.extract.quantities import in_country, money_named, quantities


def sums(text: str, country: str | None = None) -> list[tuple[str, float | int | None, str]]:
    text = clean(text)
    found = quantities(text, lowered(text), 0, len(text))
    return [(text[q.start : q.end], q.value, in_country(q.currency, country)) for q in found if q.currency]


@pytest.mark.parametrize(
    ("text", "country", "value", "code"),
    [
        ("Rs55 crore", "PAK", 550000000, "PKR"),
        ("Rs. 5 lakh", None, 500000, "INR"),
        ("Sh1.5 billion", "UGA", 1500000000, "UGX"),
        ("K18.5 million", "PNG", 18500000, "PGK"),
        ("N25 million", None, 25000000, "NGN"),
        ("Php884 million", None, 884000000, "PHP"),
        ("CHF 446,000", None, 446000, "CHF"),
        ("R$90 million", None, 90000000, "BRL"),
        ("S/60 million", None, 60000000, "PEN"),
        ("$3 million", "AUS", 3000000, "AUD"),
        ("950m pesos", "CHL", 950000000, "CLP"),
        ("2 billion Sri Lankan rupees", "IND", 2000000000, "LKR"),
        ("30 billion CFA francs", "TCD", 30000000000, "XAF"),
        ("98,000 USD", None, 98000, "USD"),
        ("half a million euros", None, 500000, "EUR"),
    ],
)
def test_sums(text: str, country: str | None, value: int, code: str) -> None:
    assert sums(f"They gave {text} for tents.", country) == [(text, value, code)]


@pytest.mark.parametrize(
    "text",
    [
        "A K9 unit and an N95 mask",
        "The SH1 and the P5 are closed",
        "20 pounds of rice",
        "The 20 won a prize",
        "try 5 or top 10",
        "H1N1 and A320",
    ],
)
def test_no_money(text: str) -> None:
    assert sums(text) == []


def test_a_label_names_its_money() -> None:
    assert money_named(["Requirements", "(", "US", "$", ")"]) == "USD"
    assert money_named(["Budget", "CHF"]) == "CHF"
    assert money_named(["People", "reached"]) is None
