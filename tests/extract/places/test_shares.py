"""Places of a share of a number."""

import pytest

from sitrep.extract.places.shares import breaks_down, is_in_share, is_of_share


@pytest.mark.parametrize(
    ("between", "share"),
    [
        (" people died, including six in ", True),
        (" people died, among them a nurse who was in ", True),
        (" people died, including six nurses, and homes were lost in ", False),
        (" people died, two of whom in ", True),
        (" people died, all of them in ", False),
        (" people died, nearly all of them in ", True),
        (" people died in ", False),
    ],
)
def test_a_place_behind_a_share_is_that_of_the_share(between: str, share: bool) -> None:
    assert is_of_share(between) == share


@pytest.mark.parametrize(
    ("between", "opens"), [(" people died: three in ", True), (" people died: in the hills of ", False)]
)
def test_a_colon_and_a_number_break_a_figure_down(between: str, opens: bool) -> None:
    assert breaks_down(between) == opens


def test_a_share_ends_at_a_semicolon() -> None:
    text = "40 died, of whom 18 in Bora; 110 were hurt in Arta"
    assert is_in_share(text, text.index("Bora"))
    assert not is_in_share(text, text.index("Arta"))
