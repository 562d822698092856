"""Documents made to break a reader: whatever comes, it is an article or one sentence, and soon."""

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitrep.collect.documents import reader_of
from sitrep.collect.draft import Draft, UnreadableError
from sitrep.collect.finish import finish
from sitrep.collect.fragment import text_of

from . import documents as made

SAMPLES = {
    ".txt": b"---\ntitle: a\npublished: 2024-11-28\n---\n" + made.TEXT.encode(),
    ".html": made.page(),
    ".pdf": made.pdf("Flood in the valley", made.TEXT),
    ".docx": made.docx("Flood", made.TEXT, rows=(("a", "b"),)),
    ".eml": b"From: A <a@example.org>\nSubject: =?utf-8?q?x?=\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\n"
    + made.TEXT.encode()
    + b"\n--q\nContent-Type: text/html\n\n<p>x</p>\n--q--\n",
}


def read(ending: str, data: bytes) -> tuple[Draft, ...]:
    try:
        drafts = reader_of(ending)(data)
    except UnreadableError as error:
        assert "\n" not in str(error)
        return ()
    for draft in drafts:
        article, _ = finish(draft, "a", "a")
        article.model_dump_json().encode("utf-8")
    return drafts


@pytest.mark.parametrize("ending", sorted(SAMPLES))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damaged_documents_are_read_or_refused(ending: str, data: st.DataObject) -> None:
    sample = bytearray(SAMPLES[ending])
    for _ in range(data.draw(st.integers(0, 8))):
        sample[data.draw(st.integers(0, len(sample) - 1))] = data.draw(st.integers(0, 255))
    read(ending, bytes(sample[: data.draw(st.integers(0, len(sample)))]))


@pytest.mark.parametrize("ending", sorted(SAMPLES))
@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(ending: str, data: bytes) -> None:
    read(ending, data)


BOMBS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "front matter of aliases": (
        ".md",
        lambda n: b"---\na: &a [x,x]\n" + b"".join(b"b%d: &b%d [*a,*a]\n" % (i, i) for i in range(n // 50)) + b"---\nx",
    ),
    "front matter that nests": (".md", lambda n: b"---\na: " + b"[" * n + b"\n---\ntext"),
    "front matter without an end": (".md", lambda n: b"---\na: b\n" + b"x: y\n" * n),
    "blanks": (".txt", lambda n: b" \t" * n + b"x"),
    "bars at the top": (".txt", lambda n: b"| " * n + b"\n" + made.TEXT.encode()),
    "almost dates": (".txt", lambda n: b"28 November 28 November " * n + b"\n" + made.TEXT.encode()),
    "capitals": (".txt", lambda n: b"GENEVA, " * n + made.TEXT.encode()),
    "elements that nest": (".html", lambda n: b"<div>" * n + made.TEXT.encode()),
    "elements that never close": (".html", lambda n: b"<p>a<b>" * n),
    "scripts that never close": (".html", lambda n: b"<script type='application/ld+json'>" * n),
    "attributes": (".html", lambda n: b"<meta " + b'a="b" ' * n + b">" + made.page()),
    "parts that nest": (".eml", lambda n: b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * n + b"\nx"),
    "lines of a mail": (".eml", lambda n: b"Subject: x\n\n" + b"a\n" * n),
    "encoded words": (".eml", lambda n: b"Subject:" + b" =?utf-8?q?a?=" * n + b"\n\nx"),
}


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_time_grows_with_length_and_no_faster(name: str) -> None:
    ending, make = BOMBS[name]
    start = time.process_time()
    read(ending, make(20_000))
    assert time.process_time() - start < 8, "a document of this size must take moments"


def test_fragments_in_pieces_keep_their_lines() -> None:
    assert text_of("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>") == "a | b\nc"
    assert text_of("one\ntwo<br>three &lt;b&gt; <style>x</style>") == "one two\nthree <b>"
    assert text_of("") == "" and text_of("<p> </p>") == ""
