"""Numbers as people write them, and numbers that count nothing."""

import pytest

from sitrep.extract.clean import clean
from sitrep.extract.prefilter import lowered
from sitrep.extract.quantities import Quantity, in_country, quantities
from sitrep.extract.signs import words_of


def found(text: str) -> list[Quantity]:
    text = clean(text)
    low = lowered(text)
    return quantities(text, low, 0, len(text), words_of(low, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234 people", 1234),
        ("12,345,678 people", 12345678),
        ("9 300 people", 9300),
        ("9\u202f300 people", 9300),
        ("1\u00a0234\u00a0567 people", 1234567),
        ("1,23,456 people", 123456),
        ("1.2m people", 1200000),
        ("2.3 million people", 2300000),
        ("450k people", 450000),
        ("3 lakh people", 300000),
        ("1.5 crore people", 15000000),
        ("half a million people", 500000),
        ("a quarter of a million people", 250000),
        ("one and a half million people", 1500000),
        ("2 and a half thousand people", 2500),
        ("a thousand people", 1000),
        ("two dozen people", 24),
        ("a dozen people", 12),
        ("nine hundred and twenty-one people", 921),
        ("Twenty-three people", 23),
        ("three thousand five hundred people", 3500),
        ("1\u00ad200 people", 1200),
        ("tens of thousands of people", 20000),
        ("a couple of people", 2),
        ("\u0661\u0662\u0663 people", 123),
        ("In 2004 people", None),
        ("45 people", 45),
        ("1\ufe0f\u20e32\ufe0f\u20e3 people", 12),
        ("12,\u202c000 people", 12000),
        ("a quarter million people", 250000),
        ("a half million people", 500000),
        ("half-a-million people", 500000),
        ("three-quarters of a million people", 750000),
        ("two-and-a-half thousand people", 2500),
        ("three and a half million people", 3500000),
        ("a million and a half people", 1500000),
        ("1½ million people", 1500000),
        ("2 ¼ thousand people", 2250),
        ("½ million people", 500000),
        ("2½ people", None),
        ("a hundred and twenty people", 120),
        ("another hundred and twenty people", 120),
        ("a thousand and one people", 1001),
        ("a hundred thousand people", 100000),
        ("nine hundred & twenty-one people", 921),
        ("one-hundred-and-twenty people", 120),
        ("two point five million people", 2500000),
        ("1'200 people", 1200),
        ("5 lakh 30 thousand people", 530000),
        ("2 crore 40 lakh people", 24000000),
        ("2 million 300 thousand people", 2300000),
        ("twelve (12) people", 12),
        ("300 (three hundred) people", 300),
        ("a score of people", 20),
        ("won with a score of 3-1", None),
        ("a few dozen people", 36),
        ("a couple of hundred people", 200),
        ("several thousands of people", 3000),
        ("hundreds, if not thousands, of people", 200),
        ("dozens or even hundreds of people", 24),
        ("thousands upon thousands of people", 2000),
        ("hundreds and hundreds of people", 200),
        ("two three-year-old girls", 2),
        ("two three-storey houses", 2),
        ("three-year-old girls", None),
        ("won 3-1", None),
        ("drew 2-2", None),
        ("passed 14-0", None),
        ("voted 120 to 40", None),
        ("fled in 2014-15", None),
        ("a woman, 32, fell", None),
        ("Ada Obi (45) was", None),
        ("Rescue 1122 teams", None),
        ("the hotline 4040", None),
        ("call 112 or 911", None),
        ("300 a bag", None),
        ("he was 45", None),
        ("aged between 12 and 15", None),
        ("under the age of 12", None),
        ("twenty to thirty per cent", None),
        ("two in five households", None),
    ],
)
def test_one_number(text: str, value: float | None) -> None:
    assert [q.value for q in found(text)] == ([value] if value is not None else [])


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 18,000 and 25,000 people", 18000, 25000),
        ("20-30 people", 20, 30),
        ("20 to 30 people", 20, 30),
        ("2 to 3 million people", 2000000, 3000000),
        ("12-14,000 people", 12000, 14000),
        ("five to seven people", 5, 7),
        ("$2-3 million", 2000000, 3000000),
        ("2k-3k people", 2000, 3000),
        ("12-to-15 people", 12, 15),
        ("anywhere from 40 to 50 people", 40, 50),
        ("ranging from 40 to 50 people", 40, 50),
    ],
)
def test_a_range(text: str, low: float, high: float) -> None:
    (quantity,) = found(text)
    assert (quantity.value, quantity.low, quantity.high) == (None, low, high)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12 and 14 people", [12, 14]),
        ("rose from 12 to 14 people", [12, 14]),
        ("30 to 20 people", [30, 20]),
        ("dozens to 30 people", [24, 30]),
        ("dozens and hundreds of people", [24, 200]),
        ("12 (14) people", [12, 14]),
    ],
)
def test_two_numbers_that_are_no_range(text: str, values: list[float]) -> None:
    assert [q.value for q in found(text)] == values


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$12 million", 12000000, "USD"),
        ("US$4.5m", 4500000, "USD"),
        ("€300,000", 300000, "EUR"),
        ("Rs 40 crore", 400000000, "INR"),
        ("12 million dollars", 12000000, "USD"),
        ("five thousand euros", 5000, "EUR"),
        ("$3.75", 3.75, "USD"),
    ],
)
def test_money(text: str, value: float, currency: str) -> None:
    (quantity,) = found(text)
    assert quantity.value == value
    assert in_country(quantity.currency or "", None) == currency


@pytest.mark.parametrize(
    "text",
    [
        "on 12 March",
        "March 12",
        "on the 12th",
        "12 to 14 March",
        "in 2019",
        "since 2011",
        "the 2010 Storm",
        "at 5:30 p.m.",
        "at 7 am",
        "a 12-year-old",
        "aged 34",
        "Ada Obi, 34, said",
        "45 per cent",
        "45%",
        "10 to 20 percent",
        "a 5.4-magnitude quake",
        "magnitude 6",
        "a 5-point plan",
        "a two-storey house",
        "Article 12",
        "page 3 and pages 4",
        "Covid-19",
        "route 66",
        "won 3:1",
        "a third of the town",
        "two-thirds of them",
        "one in three",
        "four times",
        "0044 123",
        "phase three",
        "1.5 of it",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["12 people", "some \u201ctwo dozen\u201d people", "between 3 and 5", "US$\u00a05 million"]
)
def test_a_span_holds_the_number(text: str) -> None:
    for quantity in found(text):
        assert text[quantity.start : quantity.end].strip() == text[quantity.start : quantity.end]
        assert any(c.isalnum() for c in text[quantity.start : quantity.end])


def test_words_that_are_known_change_nothing() -> None:
    text = "half a million, two dozen, several, a hundred and one, 12"
    assert quantities(text, text, 0, len(text)) == quantities(text, text, 0, len(text), words_of(text, 0, len(text)))
