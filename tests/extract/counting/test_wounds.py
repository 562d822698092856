"""Harm that stands in the object of a verb."""

import pytest

from sitrep.extract.counting.wounds import hurts
from sitrep.extract.row import items_of


@pytest.mark.parametrize(
    ("text", "verb", "hurt"),
    [
        ("he sustained two fractures", "sustained", True),
        ("they are nursing burns", "nursing", True),
        ("left with life-changing injuries", "with", True),
        ("left with his wife and their injuries", "with", False),
        ("she lost a leg", "lost", True),
        ("she lost a shoe", "lost", False),
    ],
)
def test_wounds_and_limbs(text: str, verb: str, hurt: bool) -> None:
    row = items_of(text, 0, len(text), [])
    assert hurts(row, next(k for k, item in enumerate(row) if item.w == verb)) is hurt
