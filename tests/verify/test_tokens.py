"""The verifier's reading of numbers: what is one number, what proves what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.verify.tokens import readings, tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("more than 70,000 people", [(70000, "number", {"at_least"})]),
        ("in 1995, 95 died", [(1995, "number", set()), (95, "number", set())]),
        ("nearly 7,000 of 17,000", [(7000, "number", {"at_most"}), (17000, "number", set())]),
        ("at 10:30, 30% of 30", [(1030, "clock", set()), (30, "percent", set()), (30, "number", set())]),
        ("on 28 November 2024", [(28, "date", set()), (2024, "date", set())]),
        ("Nov 28, 2024", [(28, "date", set()), (2024, "date", set())]),
        ("half a million", [(500000, "number", set())]),
        ("tens of thousands", [(20000, "vague", set())]),
        ("twenty-seven, including eight", [(27, "number", set()), (8, "number", set())]),
        ("US$1.2bn and 3 and a half million", [(1.2e9, "number", set()), (3.5e6, "number", set())]),
        ("two dozen, a dozen", [(24, "number", set()), (12, "vague", set())]),
        ("the 46th Regiment", [(46, "ordinal", set())]),
        ("at least some 40", [(40, "number", {"at_least", "about"})]),
        ("50 people or more", [(50, "number", {"at_least"})]),
        ("from 31 to at least 45", [(31, "number", set()), (45, "number", {"at_least"})]),
        ("20 to 30", [(20, "number", set()), (30, "number", set())]),
        ("4.1 million", [(4_100_000, "number", set())]),
        ("another hundred", [(100, "number", set())]),
        ("one hundred and five", [(105, "number", set())]),
    ],
)
def test_reading(text: str, found: list[tuple[float, str, set[str]]]) -> None:
    assert [(token.value, token.kind, set(token.qualifiers)) for token in tokens(text)] == found


@pytest.mark.parametrize(
    ("stated", "printed", "proved"),
    [
        ("95 people died", "95", True),
        ("in 1995 people died", "95", False),
        ("17,000 fled", "7,000", False),
        ("7,000 fled", "7000", True),
        ("more than 7,000 fled", "7,000", False),
        ("7,000 fled", "more than 7,000", False),
        ("over 7,000 fled", "more than 7,000", True),
        ("eight children", "8", True),
        ("at 8:30", "8", False),
        ("8 per cent", "8", False),
        ("on 8 May 2020", "8", False),
        ("2.3 million", "2,300,000", True),
        ("2.3 million", "2.3", False),
        ("12.5 kilometres", "5", False),
        ("dozens were hurt", "24", False),
        ("30 400 people", "30,400", True),
    ],
)
def test_proof(stated: str, printed: str, proved: bool) -> None:
    (token,) = tokens(printed)
    assert any(one.proves(token) for one in readings(stated)) is proved


@given(st.text(alphabet=st.sampled_from("0123456789,. :-/ andmillioneightabcDE%$"), max_size=60))
def test_every_digit_belongs_to_one_token(text: str) -> None:
    found = tokens(text)
    covered = [at for token in found for at in range(token.start, token.end)]
    assert len(covered) == len(set(covered))
    assert {at for at, character in enumerate(text) if character.isdigit()} <= set(covered)


@given(st.integers(min_value=0, max_value=10**9))
def test_commas_change_nothing(number: int) -> None:
    (plain,), (with_commas,) = tokens(str(number)), tokens(f"{number:,}")
    assert plain.same_number(with_commas)


def test_a_sign_qualifies_a_number_that_it_touches_and_opens_a_quotation_otherwise() -> None:
    assert tokens(">45 dead")[0].qualifiers == frozenset(["at_least"])
    assert tokens("> 45 dead")[0].qualifiers == frozenset()
