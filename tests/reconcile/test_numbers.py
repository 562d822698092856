"""When two numbers agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.reconcile.numbers import at_digits, digits, same_number


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        (180, 182, True),
        (33_000_000, 33_000_000, True),
        (7_000, 6_940, True),
        (5_000, 5_300, True),
        (19, 23, False),
        (23, 27, False),
        (100_000, 125_000, False),
        (50_000, 59_675, False),
        (12_500, 12_867, False),
        (634_000, 598_000, False),
        (1_000, 1_015, True),
        (0, 5, False),
        (None, 5, False),
    ],
)
def test_agreement_is_rounding_distance(a: int | None, b: int | None, agree: bool) -> None:
    assert same_number(a, b) is agree and same_number(b, a) is agree


@given(st.integers(1, 10**9))
def test_a_number_agrees_with_itself(n: int) -> None:
    assert same_number(n, n) and at_digits(n, digits(n)) == n
