"""What holds for any text: spans, determinism, locality, no crash, no hang."""

import hashlib
import json
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitrep.extract import extract
from sitrep.model.article import Article
from sitrep.model.figure import Extraction, Figure
from tests.languages.corpus import load

SENTENCES = [e.article.text.strip() for e in load()]
UNRELATED = (
    "\n\nThe museum opens at nine. Its garden is planted with old roses, and the tea room has a view of the sea.\n"
)
QUIET = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)
WORDS = """
    23 1,234 1.234,5 9 300 ٢٣ ۲۳ ½ ² 1e9 2.3m 450k 3 lakh half a million twenty-three one both dozens of no more than at
    least up to about between and 20-30 12–14,000 people families killed injured missing displaced homes schools
    destroyed $5 million €2 US$ including said according to the UN on Wednesday 2019 per cent % ( ) [ ] “ ” ‘ ’ " ' . ,
    ; : — – - • <br> &nbsp; <b> </td> 😀 é ﷽
"""
STRANGE = ["9\u202f300", "1\u00a0234", "e\u0301", *"\n\t\u200b\u00ad\ufeff\u2028\x00\ud7ff", "\n\n"]
PIECES = WORDS.split() + STRANGE

any_text = st.text(max_size=400)
crisis_text = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
glued_text = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
real_text = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
texts = st.one_of(any_text, crisis_text, glued_text, real_text)


def run(text: str) -> Extraction:
    return extract(Article(name="a", text=text, published=date(2025, 3, 14), country="SDN", language="en"))


def check_spans(text: str, found: Extraction) -> None:
    ids = [f.id for f in found.figures]
    assert len(set(ids)) == len(ids)
    for f in found.figures:
        assert text[f.start : f.end] == f.text != ""
        assert text[f.quote_start : f.quote_end] == f.quote
        assert f.quote_start <= f.start and f.end <= f.quote_end
        assert all(text[c.start : c.end] == c.text for c in f.cues)
        numbers = (f.value,) if f.value is not None else (f.low, f.high)
        assert all(n is not None and math.isfinite(n) and n > 0 for n in numbers)
        assert f.part_of is None or (f.part_of in ids and f.part_of != f.id)
    assert all(text[n.start : n.end] == n.quote != "" and n.sectors for n in found.needs)
    assert [f.start for f in found.figures] == sorted(f.start for f in found.figures)


@QUIET
@given(texts)
def test_every_span_is_its_text(text: str) -> None:
    check_spans(text, run(text))


@QUIET
@given(texts)
def test_the_same_article_gives_the_same_figures(text: str) -> None:
    assert run(text) == run(text)


def plain(found: Extraction) -> list[dict[str, object]]:
    """The figures without what is hashed from the whole text; a part names its whole by its place."""
    order: dict[str | None, int | None] = {f.id: i for i, f in enumerate(found.figures)}
    order[None] = None
    return [f.model_dump(exclude={"id", "article", "part_of"}) | {"part_of": order[f.part_of]} for f in found.figures]


@QUIET
@given(st.one_of(real_text, crisis_text))
def test_a_paragraph_more_changes_no_earlier_figure(text: str) -> None:
    assert plain(run(text.rstrip() + UNRELATED)) == plain(run(text.rstrip() + "\n"))


@QUIET
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))
def test_an_unrelated_paragraph_before_moves_the_figures_and_no_more(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    lead = UNRELATED.strip() + "\n\n"
    moved = [(f.measure, f.text, f.value, f.start - len(lead)) for f in run(lead + text).figures]
    assert moved == [(f.measure, f.text, f.value, f.start) for f in run(text).figures]


def test_other_processes_find_the_same() -> None:
    """Neither the seed of hashes nor the order of sets shows in the result."""
    code = (
        "from sitrep.extract import extract; from tests.languages.corpus import load; import hashlib;"
        "print(hashlib.sha256(''.join(extract(e.article).model_dump_json() for e in load()).encode()).hexdigest())"
    )
    environments = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    command = [sys.executable, "-c", code]
    runs = [subprocess.run(command, env=e, capture_output=True, text=True, check=True).stdout for e in environments]
    here = hashlib.sha256("".join(extract(e.article).model_dump_json() for e in load()).encode()).hexdigest()
    assert {r.strip() for r in runs} == {here}


def only(text: str) -> Figure:
    found = run(text)
    check_spans(text, found)
    assert len(found.figures) == 1, [(f.measure, f.text) for f in found.figures]
    return found.figures[0]


@pytest.mark.parametrize(
    ("text", "measure", "words", "value"),
    [
        ("Floods killed 1\u00a0234 people in Juba.", "deaths", "1\u00a0234", 1234),
        ("Floods killed 1\u202f234 people in Juba.", "deaths", "1\u202f234", 1234),
        ("Floods killed 1\u2009234 people in Juba.", "deaths", "1\u2009234", 1234),
        ("Floods killed\u00a023 people in Juba.", "deaths", "23", 23),
        ("Floods killed 2\u200b3 people in Juba.", "deaths", "2\u200b3", 23),
        ("Floods kil\u00adled twenty-\u00adthree peo\u00adple in Juba.", "deaths", "twenty-\u00adthree", 23),
        ("\ufeffFloods killed 23 people in Juba.", "deaths", "23", 23),
        ("Floods killed ٢٣ people in Juba.", "deaths", "٢٣", 23),
        ("Floods killed ۱٬۲۳۴ people in Juba.", "deaths", "۱٬۲۳۴", 1234),
        ("“Floods killed 23 people,” he said; “it’s the village’s ‘black day’.”", "deaths", "23", 23),
        ("Floods killed 23\npeople in\nJuba.", "deaths", "23", 23),
        ("Floods killed 23 people in Juba", "deaths", "23", 23),
        ("FLOODS KILLED 23 PEOPLE IN JUBA", "deaths", "23", 23),
        ("Floods killed&nbsp;23 people in Juba.", "deaths", "23", 23),
        ("<p>Floods killed <b>23</b> people in Juba.</p>", "deaths", "23", 23),
        ("Floods killed 23 people, i.e. 2.3\u00a0% of the village.", "deaths", "23", 23),
        ("Floods killed 23 people\u2028in Juba.", "deaths", "23", 23),
        ("Floods killed 1,234 people in Juba 😀.", "deaths", "1,234", 1234),
        ("😀😀😀 Floods killed 23 people in Juba.", "deaths", "23", 23),
    ],
)
def test_dirty_text_is_read(text: str, measure: str, words: str, value: int) -> None:
    figure = only(text)
    assert (figure.measure, figure.text, figure.value) == (measure, words, value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\u200b",
        "1 2 3 4 5 6 7 8 9 10",
        "12,345 67,890 1.5 2/3 10:30 2024-01-01 +1 555 0100",
        "\n".join(str(n) for n in range(500)),
        "<html><head><title></title><style>p{margin:0 12px}</style></head></html>",
        "&nbsp;&nbsp;&#160;&amp;lt;td&gt; 12 &lt;/td&gt;",
        "\x00\x01\x02 23 \x7f",
        "Die Feuerwehr rückte mit 23 Fahrzeugen aus und pumpte 40 Keller leer.",
        "Le train de 14 h 30 est arrivé avec 12 minutes de retard.",
        "В музее открылась выставка: 120 картин и 14 скульптур.",
        "博物馆收藏了1200件瓷器。",
        "يضم المتحف ١٢٠٠ قطعة.",
        "99999999999999999999999999999999999999999999 people",
        "0 people were killed and 0 injured.",
    ],
)
def test_nothing_is_made_of_nothing(text: str) -> None:
    found = run(text)
    check_spans(text, found)
    assert [(f.measure, f.text) for f in found.figures] == []


HOSTILE = {
    "no full stop": "23 people were killed and 45 were injured and ",
    "commas": "23, ",
    "digits": "9",
    "groups": "123,456,",
    "spaced groups": "123 456 ",
    "number words": "twenty three hundred and ",
    "ands": "and ",
    "brackets": "(",
    "quotes": "“ ",
    "curly and straight": "“he said ‘",
    "open tags": "<b",
    "entities": "&nbsp;",
    "blank lines": "\n",
    "spaces": " ",
    "zero-width": "\u200b",
    "capitals": "Ministry of Health of ",
    "full stops": ". ",
    "initials": "U.S. ",
    "including": "including two ",
    "between": "between 2 and ",
    "said": "he said that she said that ",
    "bullets": "- 23\n",
    "killed": "killed ",
    "of": "of the ",
}
GUARD = 90.0
"""Seconds that no text of this size may take on the slowest machine: a guard against a hang, not a measure of speed."""


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """Ends what hangs with a TimeoutError, so that the suite goes on."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"not done after {seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_repetition_does_not_hang(piece: str) -> None:
    text = "Floods killed 23 people in Juba. " + piece * (200_000 // len(piece))
    with stopped_after(GUARD):
        found = run(text)
    check_spans(text, found)


FILLER = """
    The road follows the river for most of the way and then climbs into the hills. Traders had spread their goods on the
    pavement again. The minister promised an inquiry and left without taking questions. Rain is expected to ease towards
    the end of the week, forecasters say. Nobody in the town could remember a season like it. The talks are to go on in
    the capital, and both sides speak of progress. A convoy passed the checkpoint at dawn.
"""


def article_of(megabytes: float, joint: str) -> str:
    """Articles as they are: few sentences state a figure, many numbers count nothing."""
    quiet = " ".join(FILLER.split())
    block = joint.join(f"{sentence} {quiet}" for sentence in SENTENCES)
    return (block + joint) * max(1, round(megabytes * 1e6 / len(block)))


@pytest.mark.parametrize(("joint", "most"), [("\n\n", 10.0), (" ", 2.5)], ids=["paragraphs", "one paragraph"])
def test_time_grows_with_length(joint: str, most: float) -> None:
    """Doubled up to 10 MB; the figures of the run are printed (`pytest -s`), the assertion only catches a hang."""
    rows = []
    for megabytes in (most / 8, most / 4, most / 2, most):
        text = article_of(megabytes, joint)
        begin = time.perf_counter()
        with stopped_after(15 * GUARD):
            found = run(text)
        seconds = time.perf_counter() - begin
        rows.append({"MB": megabytes, "s": round(seconds, 2), "MB/s": round(megabytes / seconds, 2)})
        assert len(found.figures) > 100 * megabytes
    print(json.dumps({"doubling": joint, "runs": rows}))
