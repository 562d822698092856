"""Signs: words or sets of words that a sentence must have."""

import pickle

import pytest

from sitrep.extract.signs import Signs

SIGNS = Signs(["flooded", "washed away", "cut off from", "out-of-reach", "flooded out", "24/7"])


@pytest.mark.parametrize(
    ("sentence", "has"),
    [
        ("the road was flooded", True),
        ("the road was away", False),
        ("the bridge was washed clean away", True),
        ("from the coast it was cut", False),
        ("off from the coast it was cut", True),
        ("out of reach", True),
        ("out of town", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("signs", [SIGNS, pickle.loads(pickle.dumps(SIGNS))], ids=["made", "kept"])
def test_all_words_of_a_sign_stand_in_the_sentence(signs: Signs, sentence: str, has: bool) -> None:
    assert signs.in_words(frozenset(sentence.split())) is has
