"""The corpus itself: enough examples, well formed, each expectation standing in its text."""

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from sitrep.clusters import CLUSTERS
from sitrep.measures import MEASURES
from tests.languages.corpus import Example, load

SHARED = Path(__file__).parents[3] / "shared"
ALLOWED = {
    "qualifier": {"exact", "at_least", "at_most", "about", "range", "vague"},
    "certainty": {"reported", "claimed", "denied", "forecast"},
    "scope": {"current", "background"},
    "sector": {*CLUSTERS, ""},
    "unit": {"people", "households", "structures", "facilities", "incidents"},
}
AGES = {"children", "women", "men", "elderly"}
TAGS = {"civilians", "combatants", "aid_workers", "health_workers", "journalists", "refugees", "idps"} | AGES
EXAMPLES = load()


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_has_at_least_twenty_examples(measure: str) -> None:
    assert sum(e.id.startswith(f"{measure}-") for e in EXAMPLES) >= 20


def test_there_are_enough_examples_in_all() -> None:
    kinds = Counter(re.sub(r"-\d+$", "", e.id) for e in EXAMPLES)
    assert sum(kinds[m] for m in MEASURES) > 400
    assert kinds["nothing"] >= 100
    assert kinds["need"] >= 40 and kinds["no_need"] >= 20


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.id)
def test_expectations_stand_in_the_text(example: Example) -> None:
    at: dict[str, int] = {}
    for e in example.expect:
        assert e.measure in MEASURES
        start = example.article.text.find(e.text, at.get(e.measure, 0))
        assert start >= 0, f"{e.text!r} is not in the text, or not in its order"
        at[e.measure] = start
        assert (e.value is None) == (e.low is not None and e.high is not None), f"{e.text!r} has no number"
        assert e.part in (None, "") or e.part in [w.text for w in example.expect if w is not e]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.id)
def test_fields_have_values_of_the_guidelines(example: Example) -> None:
    for e in example.expect:
        for name, value in e.fields:
            if name == "population":
                assert set(value) <= TAGS
            elif not (name == "unit" and re.fullmatch("[A-Z]{3}", value)):
                assert name not in ALLOWED or value in ALLOWED[name], f"{name} {value!r}"
            assert name not in ("since", "until") or re.fullmatch(r"\d{4}-\d\d-\d\d|", value)
    assert set(example.sectors) <= set(CLUSTERS)


def test_no_two_examples_have_the_same_text() -> None:
    texts = Counter(e.article.text for e in EXAMPLES)
    assert [t for t, n in texts.items() if n > 1] == []


def _runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared articles are not on this machine")
def test_the_examples_are_in_our_own_words() -> None:
    texts = [p.read_text("utf-8") for p in (SHARED / "gold").rglob("*.txt")]
    news = SHARED / "corpus" / "news.jsonl"
    texts += [json.loads(line)["text"] for line in news.read_text("utf-8").splitlines()]
    theirs = set().union(*(_runs(t) for t in texts))
    assert [e.id for e in EXAMPLES if _runs(e.article.text) & theirs] == []


def test_ids_are_unique_and_sorted_by_measure() -> None:
    assert len({e.id for e in EXAMPLES}) == len(EXAMPLES)
    groups = [re.sub(r"-\d+$", "", e.id) for e in EXAMPLES]
    assert sum(a != b for a, b in pairwise(groups)) == len(set(groups)) - 1
