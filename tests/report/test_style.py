"""The wording of every sample: what a desk editor would strike out."""

import re
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sitrep.config import CrisisConfig
from sitrep.model import Report
from sitrep.model.runs import Number, Quote, Runs, Section
from sitrep.pipeline import generate
from sitrep.report.context import all_runs
from sitrep.report.phrases import plain

from .build import empty_report, report

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def seeds() -> Report:
    as_of = datetime(2024, 11, 30, 18, tzinfo=UTC)
    crisis = CrisisConfig(name="Northwest Syria: escalation of hostilities", country="SYR")
    with TemporaryDirectory() as out:
        return generate(sorted(SEEDS.glob("*.md")), crisis, as_of=as_of, out=Path(out), formats=("md",)).report


SAMPLES = {"three articles": report, "no figures": empty_report, "seeds": seeds}


@pytest.fixture(scope="module", params=list(SAMPLES))
def sample(request: pytest.FixtureRequest) -> Report:
    return SAMPLES[request.param]()


def prose(made: Report) -> list[Runs]:
    """The sentences of the program: paragraphs and list items."""
    found: list[Runs] = [made.production]

    def walk(section: Section) -> None:
        for block in section.blocks:
            if block.type == "paragraph":
                found.append(block.runs)
            elif block.type == "bullets":
                found.extend(block.items)
        for inner in section.sections:
            walk(inner)

    for section in made.sections:
        walk(section)
    return found


def own_words(runs: Runs) -> str:
    """The printed text without quotations, which keep the words of their articles."""
    return plain(tuple(run for run in runs if not isinstance(run, Quote)))


def test_no_sentence_opens_with_a_numeral(sample: Report) -> None:
    for runs in prose(sample):
        for sentence in re.split(r"(?<=[.])\s+(?=[A-Z\d])", own_words(runs)):
            assert not re.match(r"\d", sentence.strip()), sentence


def test_sentences_begin_large_and_end_with_a_stop(sample: Report) -> None:
    for runs in prose(sample):
        text = plain(runs)
        assert text.endswith((".", ":", "]")), text
        assert text[0] in "“[" or not text[0].islower() or re.match(r"[\w-]+\.\w", text), text


def test_qualifiers_are_never_dropped(sample: Report) -> None:
    figures = {figure.id: figure for figure in (*sample.figures, *sample.out_of_scope)}
    cues = {"at_least": r"over|least|more|than|exceed|minimum", "at_most": r"up to|nearly|almost|close|fewer|many|most"}
    checked = 0
    for run in all_runs(sample):
        if isinstance(run, Number) and run.kind in {"stated", "rounded"} and not run.text.replace(",", "").isdigit():
            qualifier = figures[run.figures[0]].qualifier
            if qualifier in cues:
                checked += 1
                assert re.search(cues[qualifier], run.text, re.I), run.text
    assert checked or not sample.figures


@pytest.mark.parametrize("word", ["regime", "terrorist", "liberated", "as at", "%", "beneficiar", " UN agency reports"])
def test_neutral_words_only(sample: Report, word: str) -> None:
    for runs in (*prose(sample),):
        assert word not in own_words(runs).casefold(), plain(runs)


def test_dates_have_one_style(sample: Report) -> None:
    for runs in prose(sample):
        text = own_words(runs)
        assert not re.search(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}|(?:January|June|November) \d{1,2},", text), text


def test_one_to_nine_in_words(sample: Report) -> None:
    for runs in prose(sample):
        for run in runs:
            if isinstance(run, Number) and run.kind == "stated" and "=" not in plain(runs):
                assert not re.fullmatch(r"(?:\D* )?[1-9]", run.text), plain(runs)


def test_a_particular_person_is_named_by_the_quoted_words_alone() -> None:
    rows = [
        plain(row[0])
        for section in seeds().sections
        for block in section.blocks
        if block.type == "table"
        for row in block.rows
    ]
    assert "Killed: combatants, “a senior commander”" in rows
    assert not [row for row in rows if "(senior)" in row]
