"""The words that qualify a quantity, and those before a number that make it an age."""

import pytest

from tests.extract.rows import row_of


@pytest.mark.parametrize(
    ("text", "qualifier", "span"),
    [
        ("At least 12 died", "at_least", "At least 12"),
        ("12 or more died", "at_least", "12 or more"),
        ("up to 12 died", "at_most", "up to 12"),
        ("an estimated 12 died", "about", "an estimated 12"),
        ("only 12 died", None, "only 12"),
        ("a total of 12 died", None, "12"),
        ("another 12 died", None, "12"),
    ],
)
def test_a_quantity_takes_its_qualifier(text: str, qualifier: str | None, span: str) -> None:
    (quantity,) = [item.q for item in row_of(text) if item.q is not None]
    assert (quantity.qualifier, text[quantity.start : quantity.end]) == (qualifier, span)


@pytest.mark.parametrize("text", ["children under 5 died", "women over 65 died", "men aged between 18 and 60 died"])
def test_an_age_is_no_quantity(text: str) -> None:
    assert not any(item.q for item in row_of(text))
