"""What a place weighs by what is counted."""

import pytest

from sitrep.extract.places.leaning import lean_of
from sitrep.extract.places.mention import Mention


def lean(text: str, measure: str, prep: str) -> float:
    start = text.index("Bora")
    return lean_of(measure, Mention(start, start + 4, "Bora", 0.0, False, prep), text, text.index("|"))


@pytest.mark.parametrize(
    ("text", "measure", "prep", "weaker"),
    [
        ("40 | refugees fled from Bora", "refugees", "from", True),
        ("40 | refugees fled to Bora", "refugees", "to", False),
        ("40 | people fled from Bora", "displaced", "from", False),
        ("40 | families from Bora went home", "returned", "from", False),
        ("40 | families came back from Bora", "returned", "from", True),
        ("40 | people were hurt and brought to the hospital in Bora", "injured", "in", True),
        ("40 | people were hurt in Bora", "injured", "in", False),
    ],
)
def test_people_leave_one_place_for_another(text: str, measure: str, prep: str, weaker: bool) -> None:
    assert (lean(text, measure, prep) > 0) == weaker


def test_who_lies_in_hospital_was_hurt_elsewhere() -> None:
    assert lean("40 | people remain in hospital in Bora", "injured", "in") > 0
    assert lean("40 | people were hurt in a market in Bora", "injured", "in") == 0
