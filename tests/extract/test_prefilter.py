"""Which sentences are read for figures at all."""

import pytest

from sitrep.extract.prefilter import counted, lowered
from sitrep.extract.signs import words_of


def read(text: str, age: int | None = None) -> list[float | int | None] | None:
    low = lowered(text)
    numbers = counted(words_of(low, 0, len(low)), text, low, 0, len(low), age)
    return None if numbers is None else [q.value for q in numbers]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The flood killed 12 people.", [12]),
        ("The flood killed a man.", []),
        ("The flood killed Ada Obi.", []),
        ("The rain fell for 12 days and 40 people were injured.", [12, 40]),
    ],
)
def test_sentences_that_may_state_a_figure(text: str, values: list[float]) -> None:
    assert read(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "It rained in the hills.",
        "Some 40 mm of rain fell.",
        "Fields of 12 hectares were flooded.",
        "The parade began at 10 a.m. and passed 12 churches.",
        "The shelling went on.",
    ],
)
def test_sentences_that_cannot(text: str) -> None:
    assert read(text) is None


def test_a_count_that_goes_on_is_read_where_one_was_spoken_of() -> None:
    text = "The figure was 15,475."
    assert read(text) is None
    assert read(text, age=1) == [15475]
