"""Which persons are quantities of one."""

import pytest

from sitrep.extract.counting.persons import mark_persons
from sitrep.extract.row import items_of


def _persons(text: str) -> list[str]:
    row = items_of(text, 0, len(text), [])
    mark_persons(row)
    return [text[item.q.start : item.q.end] for item in row if item.q is not None]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("A 60-year-old weaver was killed.", ["A 60-year-old weaver"]),
        ("Meanwhile, a nurse was shot dead.", ["a nurse"]),
        ("Girl killed by falling mast", ["Girl"]),
        ("Storm passes after Boy drowns in river", ["Boy"]),
        ("His son and grandson drowned.", ["His son", "grandson"]),
        ("Another was missing.", ["Another"]),
        ("The driver was killed.", ["The driver"]),
    ],
)
def test_a_person_is_one(text: str, persons: list[str]) -> None:
    assert _persons(text) == persons


@pytest.mark.parametrize(
    "text",
    [
        "The victim died on the way.",
        "Kamau, a driver, was killed in the village.",
        "A 300-year-old tower was damaged.",
        "Women queued for water.",
    ],
)
def test_who_was_named_before_and_what_is_no_person_is_none(text: str) -> None:
    assert [p for p in _persons(text) if not p.startswith("Kamau")] == []
