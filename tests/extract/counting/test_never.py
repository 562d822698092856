"""Numbers that are never figures."""

import pytest

from sitrep.extract.counting.never import never_a_figure
from sitrep.extract.counting.rates import is_rate
from sitrep.extract.counting.sentence import Memory, Number, Sentence
from tests.extract.rows import row_of


def _numbers(text: str) -> list[Number]:
    row = row_of(text)
    return Sentence.of(row, Memory()).numbers()


@pytest.mark.parametrize(
    "text",
    [
        "The other 19 climbers were unhurt.",
        "Some 30 passengers are safe.",
        "Just 2 in 7 households have a latrine.",
        "The site is laid out for 40 years (for 3,800 people).",
        "Nearly two million people since then (2)",
        "It is a city of 40,000.",
        "The toll rose by three.",
    ],
)
def test_the_words_around_make_it_no_figure(text: str) -> None:
    assert never_a_figure(_numbers(text)[-1])


@pytest.mark.parametrize(
    "text",
    [
        "The other 19 climbers were killed.",
        "Some 30 passengers were moved to safe places.",
        "Two in the family died.",
        "In the lowlands a population of 12 lakh was affected.",
    ],
)
def test_people_who_are_counted_remain(text: str) -> None:
    assert not any(never_a_figure(number) for number in _numbers(text))


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Snakes kill 400 people a month.", True),
        ("There are 90 deaths from the fever and many cases each year.", True),
        ("Two each in Roe and Dunmore died.", False),
        ("The fire killed 12 people a month ago.", False),
    ],
)
def test_a_rate_is_counted_by_a_span_of_time(text: str, rate: bool) -> None:
    assert is_rate(_numbers(text)[0]) is rate
