import os
from pathlib import Path

import pytest

from sitrep.collect import open_source
from sitrep.collect.documents.mail import read_mail
from sitrep.collect.settings import MaildirSource

from . import documents as made
from .documents import letter
from .server import NOW, fresh, web


def test_a_maildir_is_read_without_a_change(tmp_path: Path) -> None:
    for folder in ("new", "cur", "tmp"):
        (tmp_path / folder).mkdir()
    (tmp_path / "new" / "2.host").write_bytes(letter("Two").as_bytes())
    (tmp_path / "cur" / "1.host:2,S").write_bytes(letter("One").as_bytes())
    (tmp_path / "tmp" / "3.host").write_bytes(letter("Half").as_bytes())
    (tmp_path / "new" / "4.host").write_bytes(b"no header at all")
    source = open_source(MaildirSource(kind="maildir", path=tmp_path), web())
    first = source.collect(fresh(), NOW)
    assert [s.article.title for s in first.articles] == ["One", "Two"] and "4.host" in first.problems[0].where
    (tmp_path / "new" / "2.host").rename(tmp_path / "cur" / "2.host:2,S")
    (tmp_path / "new" / "5.host").write_bytes(letter("Five").as_bytes())
    second = source.collect(first.state, NOW)
    assert [s.article.title for s in second.articles] == ["Five"] and not second.problems
    assert sorted(os.listdir(tmp_path / "cur")) == ["1.host:2,S", "2.host:2,S"]


def test_no_maildir_is_a_failure(tmp_path: Path) -> None:
    for path, sentence in ((tmp_path, "no maildir"), (tmp_path / "none", "does not exist")):
        got = open_source(MaildirSource(kind="maildir", path=path), web()).collect(fresh(), NOW)
        assert sentence in got.problems[0].what and got.state.failures == 1


def test_messages_attached_whole_and_documents_are_articles() -> None:
    digest = letter("Digest")
    for n in (1, 2):
        digest.add_attachment(letter(f"Story {n}", made.TEXT + str(n)))
    assert [draft.title for draft in read_mail(digest.as_bytes())] == ["Story 1", "Story 2"]
    cover = letter("See attached")
    pdf = made.pdf("Flood in the valley", made.TEXT)
    cover.add_attachment(pdf, maintype="application", subtype="pdf", filename="annex.pdf")
    cover.add_attachment(b"%PDF-1.7 x", maintype="application", subtype="pdf", filename="bad.pdf")
    cover.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="logo.gif")
    first, second = read_mail(cover.as_bytes())
    assert first.part_of("m") == "m" and second.part_of("m") == "m/annex" and made.TEXT.strip() in second.text
    assert len(first.notes) == 1 and "bad.pdf" in first.notes[0] and "damaged" in first.notes[0]


def test_html_mail_and_wrong_charsets_are_read() -> None:
    message = letter("Crue", "")
    message.clear_content()
    html = f"<style>p {{}}</style><p>{made.FRENCH}</p><p>Deux&nbsp;lignes</p>"
    message.set_content(html, subtype="html", charset="windows-1252")
    text = read_mail(message.as_bytes())[0].text
    assert "Deux lignes" in text.replace("\u00a0", " ") and "style" not in text and text.startswith("Crue\n\n")
    raw = b"Subject: x\nContent-Type: text/plain; charset=us-ascii\n\n" + made.FRENCH.encode()
    assert made.FRENCH.strip() in read_mail(raw)[0].text


@pytest.mark.parametrize(
    "raw",
    [
        b"From: =?utf-8?q?broken\nSubject: =?x?y?z?=\nDate: soon\n\ntext of the mail",
        b"From: <<>>,;:@\nTo: \xff\xfe\nDate: Thu, 99 Foo 2024\n\ntext of the mail",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\ntext of the mail\n",
        b"Content-Type: text/plain; charset=nonsense\nContent-Transfer-Encoding: base64\n\ndGV4dCBvZiB0aGUgbWFpbA==",
    ],
)
def test_malformed_headers_cost_only_themselves(raw: bytes) -> None:
    draft = read_mail(raw)[0]
    assert "text of the mail" in draft.text and draft.published is None
