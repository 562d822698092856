"""The extractor against the corpus. What still fails is printed, and a floor that only rises holds the share."""

import json
from functools import cache
from pathlib import Path

import pytest

from tests.extract.corpus_report import faults
from tests.languages.corpus import Example, load

FLOOR: float = json.loads(Path(__file__).with_name("corpus_floor.json").read_text("utf-8"))["share"]


@cache
def _faults() -> dict[str, list[str]]:
    return {example.id: wrong for example in load() if (wrong := faults(example))}


@pytest.mark.parametrize("example", load(), ids=lambda e: e.id)
def test_example(example: Example) -> None:
    wrong = _faults().get(example.id, [])
    if wrong and FLOOR < 1:
        pytest.xfail("; ".join(wrong))
    assert not wrong, f"{example.article.text}\n" + "\n".join(wrong)


def test_the_share_that_is_right_does_not_fall() -> None:
    share = 1 - len(_faults()) / len(load())
    print(f"{share:.1%} of {len(load())} examples are right (floor {FLOOR:.1%}); wrong: {' '.join(_faults())}")
    assert share >= FLOOR, f"fell to {share:.3f}; `python -m tests.extract.corpus_report` shows the faults"
