import re
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.errors import ConfigError, SitrepError
from sitrep.model import Change, Figure
from sitrep.model.records import Delivery, ReportFile
from sitrep.report.templates import render
from sitrep.send import Letterhead, MailServer, queue
from sitrep.send.message import Corrected, make_message
from sitrep.send.settings import address

from .make import FILES, LETTERHEAD, MARKDOWN, NOON, PDF, report

[TO] = queue("syria-05", "syria", ["reader@example.net"], LETTERHEAD, NOON)


def message(
    *, name: str = "Syria: escalation of hostilities", letterhead: Letterhead = LETTERHEAD, to: Delivery = TO,
    files: tuple[ReportFile, ...] = FILES, corrects: Corrected | None = None, number: int = 5, revision: int = 0,
) -> EmailMessage:  # fmt: skip
    """A mail as its reader's program sees it."""
    made = make_message(report(name, number, revision=revision), files, to, letterhead, render, corrects)
    read = message_from_bytes(made.as_bytes(), policy=default)
    assert isinstance(read, EmailMessage)
    return read


def body(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_the_parts_are_markdown_its_html_and_the_files() -> None:
    mail = message()
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
        "text/markdown",
    ]
    pdf, markdown = mail.iter_attachments()
    assert (pdf.get_filename(), pdf.get_content()) == ("2024-11-30-syria-sitrep-05.pdf", PDF)
    assert markdown.get_payload(decode=True) == MARKDOWN
    assert markdown.get_param("charset") == "utf-8"


def test_the_headers_are_those_of_an_automatic_list() -> None:
    mail = message()
    found = {
        name: str(mail[name]) for name in ("From", "To", "Subject", "Reply-To", "List-Id", "Auto-Submitted", "Date")
    }
    assert found == {
        "From": "Sitrep desk <sitrep@example.org>",
        "To": "reader@example.net",
        "Subject": "[Sitrep] Syria: escalation of hostilities - No. 5, as of 30 November 2024",
        "Reply-To": "desk@example.org",
        "List-Id": "<syria-escalation-of-hostilities.example.org>",
        "Auto-Submitted": "auto-generated",
        "Date": "Sat, 30 Nov 2024 12:00:00 +0000",
    }
    raw = make_message(report(), FILES, TO, LETTERHEAD, render).as_bytes()
    assert b"List-Unsubscribe: <mailto:desk@example.org?subject=unsubscribe%20syria" in raw, "not encoded, not folded"
    assert raw.count(b"\nMessage-ID: <") == 1 and f"Message-ID: {TO.message_id}\r\n".encode() in raw


def test_the_body_is_short_cited_and_says_the_same_in_both_forms() -> None:
    text, html = body(message()), body(message(), "html")
    for words in (
        "27",
        "according to the monitor [1.1]",
        "Key figures",
        "Highlights",
        "Changes since the last report",
        "A Publisher",
    ):
        assert words in text and words in html
    assert "[[" not in text and text.count("[1.1] “") == 1, "what is cited is quoted below its source"
    assert "Strikes on Idlib | &lt;b&gt;late&lt;/b&gt;" in html, "article text is never markup"
    assert not re.search(r"<(img|script|link|iframe)|src=|url\(", html), "nothing is fetched when the mail is opened"
    assert html.count("href=") == 1
    assert len(text) < 2000


def test_a_mail_made_again_is_the_same_bytes() -> None:
    made = [make_message(report(), FILES, TO, LETTERHEAD, render).as_bytes() for _ in range(2)]
    assert made[0] == made[1]
    assert all(len(line) < 998 and line.isascii() for line in made[0].split(b"\r\n")), "any server takes it"


def test_message_ids_are_fixed_and_differ_by_report_and_recipient() -> None:
    again = queue("syria-05", "syria", ["READER@example.net", "reader@example.net", "b@example.net"], LETTERHEAD, NOON)
    other = queue("syria-06", "syria", ["reader@example.net"], LETTERHEAD, NOON)
    assert [d.message_id for d in again][0] == TO.message_id
    assert len({d.message_id for d in (*again, *other)}) == 3
    assert len(again) == 2, "one mail an address"
    assert "reader" not in TO.message_id and TO.message_id.endswith("@example.org>")


def test_above_the_size_cap_the_largest_goes_and_the_mail_says_so() -> None:
    big = (replace(FILES[0], data=b"x" * 3_000_000), FILES[1])
    mail = message(files=big, letterhead=replace(LETTERHEAD, max_bytes=1_000_000))
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["text/markdown"]
    sentence = (
        "2024-11-30-syria-sitrep-05.pdf (3.0 MB) is too large for a mail and is not attached; ask desk@example.org"
    )
    assert sentence in body(mail)
    none = message(files=big, letterhead=replace(LETTERHEAD, max_bytes=1))
    assert list(none.iter_attachments()) == [] and body(none).count("not attached") == 2
    assert "sitrep-05.md (1 kB) is too large" in body(none), "no file has 0.0 MB"


def test_a_corrected_edition_names_the_one_it_corrects() -> None:
    mail = message(revision=1, corrects=Corrected("No. 5", "<earlier@example.org>", NOON))
    assert str(mail["Subject"]).startswith("[Sitrep] Corrected: Syria")
    assert str(mail["In-Reply-To"]) == str(mail["References"]) == "<earlier@example.org>"
    assert "It replaces No. 5, sent to you on 30 November 2024." in body(mail)
    assert "sent to you" not in body(message(revision=1, corrects=Corrected("No. 5")))


def test_other_products_and_scripts_keep_their_names() -> None:
    mail = message(name="Сирия: ескалация ٣ " + "длинное название " * 6)
    assert "Сирия: ескалация ٣" in str(mail["Subject"])
    assert "Сирия" in body(mail)


HOSTILE = st.text(st.characters(exclude_categories=()), min_size=1, max_size=40)


@settings(max_examples=40, deadline=None)
@given(name=HOSTILE.map(lambda text: f"A{text}\r\nBcc: victim@example.org\r\n\r\n{text}"))
def test_no_title_can_begin_a_header_or_a_part(name: str) -> None:
    name = re.sub("[\ud800-\udfff]", "", name)
    mail = message(name=name)
    assert mail["Bcc"] is None
    assert len(mail.keys()) == len(message().keys())
    assert [part.get_content_type() for part in mail.walk()] == [part.get_content_type() for part in message().walk()]


@pytest.mark.parametrize(
    "text",
    [
        "", "no at sign", "@example.org", "a@", "a@b", "a@example.org, b@example.org", "a@x.org\r\nBcc: b@x.org",
        "Name\n <a@example.org>", "a@@example.org", "ü@example.org", "a b@example.org", "<a@x.org> <b@x.org>",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_before_anything_is_sent(text: str) -> None:
    with pytest.raises(ConfigError, match="mail address"):
        address(text)
    with pytest.raises(ConfigError):
        queue("r", "syria", [text], LETTERHEAD, NOON)
    with pytest.raises(ConfigError):
        Letterhead(text)


def test_addresses_with_names_and_international_domains() -> None:
    assert str(address("Büro Süd <desk@bücher.example>")) == "Büro Süd <desk@xn--bcher-kva.example>"
    assert address("a.b+c@example.org").addr_spec == "a.b+c@example.org"


@pytest.mark.parametrize(
    ("given", "header"),
    [
        ("https://example.org/out?x=1", "<https://example.org/out?x=1>"),
        (
            "mailto:out@example.org",
            "<mailto:out@example.org?subject=unsubscribe%20syria-escalation-of-hostilities.l.org>",
        ),
        ("https://example.org/" + "x" * 200, "<https://example.org/" + "x" * 200 + ">"),
    ],
)
def test_the_way_out_is_a_mail_or_a_page(given: str, header: str) -> None:
    mail = message(letterhead=replace(LETTERHEAD, unsubscribe=given, list_domain="l.org"))
    assert str(mail["List-Unsubscribe"]) == header


def test_a_password_is_not_sent_in_the_clear_nor_shown() -> None:
    with pytest.raises(ConfigError, match="unencrypted"):
        MailServer("mail.example.org", security="none", user="desk", password="hunter2")
    assert "hunter2" not in repr(MailServer("mail.example.org", user="desk", password="hunter2"))


def test_changes_come_as_a_table_that_is_cut_and_cited() -> None:
    first = report()
    before = first.figures[0].model_copy(update={"id": "f0", "value": 19, "text": "19"})
    change = Change(
        kind="updated", finding="x", measure="deaths", before=Figure.model_validate(before.model_dump()),
        before_source=first.sources[0], after="f1", why="the later figure",
    )  # fmt: skip
    made = report(changes=(change,) * 20, previous="Situation Report No. 4, 29 November 2024")
    mail = make_message(made, FILES, TO, LETTERHEAD, render)
    text, html = body(mail), body(mail, "html")
    rows = [line for line in text.splitlines() if line.startswith("| ") and "the later figure" in line]
    assert len(rows) == 12 and "19 [1.1]" in rows[0] and "27 [1.1]" in rows[0]
    assert "Further rows of this table are in the report." in text
    assert html.count("<tr>") == 13 and "<table>" in html


def test_a_users_own_template_goes_first(tmp_path: Path) -> None:
    (tmp_path / "email.subject.j2").write_text("{{ report.heading }} ({{ report.number }})")
    mail = message(letterhead=replace(LETTERHEAD, templates=(tmp_path,)))
    assert str(mail["Subject"]) == "Syria: escalation of hostilities (5)"
    bound = partial(render, folders=(tmp_path,))
    assert "(5)" in str(make_message(report(), FILES, TO, replace(LETTERHEAD, templates=(tmp_path,)), bound)["Subject"])
    (tmp_path / "email.md.j2").write_text("one\n{{ nothing.here }}")
    with pytest.raises(SitrepError, match="email.md.j2, line 2"):
        message(letterhead=replace(LETTERHEAD, templates=(tmp_path,)))
