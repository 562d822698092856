"""The phrases of a language by their first word, made or unpacked."""

import pickle

import pytest

from sitrep.languages.phrases import Phrases
from sitrep.languages.senses import Noun, Sense

PLACE, HURT = Noun("structures"), (Sense("injured", "verb", "-"),)
MADE = Phrases(
    {"hut": PLACE, "mud hut": PLACE, "mud hut roof": PLACE}, {"hurt": HURT, "badly hurt": HURT, "mud stained": HURT}
)


@pytest.mark.parametrize("phrases", [MADE, pickle.loads(pickle.dumps(MADE))], ids=["made", "unpacked"])
def test_a_first_word_opens_its_phrases_the_longest_first(phrases: Phrases) -> None:
    assert sorted(phrases) == ["badly", "mud"]
    mud = phrases["mud"]
    assert mud.lengths == {"hut": (3, 2), "stained": (2,)}
    assert mud.phrases["mud hut roof"].noun == PLACE
    assert mud.phrases["mud stained"].senses == HURT
    assert phrases.get("hurt") is None


def test_one_unpacked_is_packed_again_alike() -> None:
    again = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(MADE))))
    assert dict(again) == dict(MADE)
