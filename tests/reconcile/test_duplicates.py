"""Copies are found, running stories are not taken for copies, and no text is compared with all others."""

import random

import pytest

from sitrep.reconcile.duplicates import find_duplicates
from sitrep.reconcile.sketch import numbers, shingles, sketch

from .make import article

STORY = (
    "The river rose through the night and by morning stood in the streets of the old town. "
    "Officials said that 412 families had left their homes and that two bridges were closed. "
    "At the school on the hill volunteers handed out bread, blankets and 900 litres of water. "
    "The mayor asked those who live by the dam to stay away until the engineers had looked at it. "
    "A second wave is expected on Friday, when rain is forecast for the mountains in the north."
)


def groups(*texts: str) -> list[set[str]]:
    articles = [article(f"n{i}", text, f"2031-03-0{i + 1}T10:00:00Z") for i, text in enumerate(texts)]
    names = {a.id: a.name for a in articles}
    return [{names[a] for a in group} for group in find_duplicates(articles)]


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY.upper(),
        STORY.replace("volunteers", "helpers").replace("by morning", "at dawn"),
        STORY[: len(STORY) * 2 // 3],
        "RIVERTOWN (Wire) — " + STORY + " Additional reporting by our staff. Share this story with your friends.",
    ],
    ids=["identical", "capitals", "lightly edited", "truncated", "framed"],
)
def test_a_copy_is_found(copy: str) -> None:
    assert groups(STORY, copy) == [{"n0", "n1"}]


def test_a_running_story_with_new_numbers_is_no_copy() -> None:
    assert groups(STORY, STORY.replace("412 families", "655 families")) == []


def test_two_stories_that_quote_one_sentence_are_no_copies() -> None:
    other = (
        "Officials said that 412 families had left their homes and that two bridges were closed. In the capital the "
        "ministers met for an hour and came out without a word. The opposition wants an inquiry into the dam, which "
        "was built by a company that no longer exists, with money whose way nobody can trace any more."
    )
    assert groups(STORY, other) == []


def test_the_earliest_published_leads_its_group() -> None:
    late = article("late", STORY, "2031-03-05T10:00:00Z")
    early = article("early", STORY, "2031-03-02T10:00:00Z")
    undated = article("undated", STORY, None)
    assert find_duplicates([undated, late, early]) == ((early.id, late.id, undated.id),)


def test_empty_texts_are_no_copies_of_each_other() -> None:
    assert groups("", "", "...") == []


def test_a_thousand_texts_are_not_compared_pairwise(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"word{i}" for i in range(3000)]
    rng = random.Random(3)
    texts = [" ".join(rng.choices(words, k=120)) for _ in range(500)]
    articles = [article(f"n{i}", text) for i, text in enumerate(texts + texts[:250])]
    made = []
    monkeypatch.setattr("sitrep.reconcile.duplicates.shingles", lambda text: made.append(1) or shingles(text))
    assert len(find_duplicates(articles)) == 250
    assert len(made) < 2000


def test_a_sketch_keeps_the_same_features_of_the_same_words() -> None:
    whole, part = sketch(STORY), sketch(STORY[: len(STORY) // 2])
    sampled = {f for f in part.features if f % 8 == 0}
    assert len(sampled & set(whole.features)) >= len(sampled) - 1


def test_numbers_are_read_without_separators_and_years() -> None:
    assert numbers("In 2031, 1,250 people and 3 dogs") == ["1250", "3"]
