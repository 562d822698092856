"""A fortnight of the soak, in which everything that it sprinkles in happens once; the ninety days are run by hand."""

from .soak import live


def test_a_fortnight_with_its_troubles() -> None:
    assert live(16, 10, ("md", "json")) == []
