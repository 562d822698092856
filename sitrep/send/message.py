"""One mail: Markdown and the HTML made from it, with the report attached."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from ..model import Report
from ..model.protocols import Renderer
from ..model.records import Delivery, ReportFile
from ..model.runs import Box, Boxes, Bullets, Cite, Paragraph, Run, Section, Table
from .headers import policy
from .settings import Letterhead, address

SECTIONS = ("correction", "key_figures", "highlights", "changes")
"""The sections of a report that its mail shows."""

_ATTACHABLE = {"pdf": ("application/pdf", "PDF"), "md": ("text/markdown", "Markdown")}
ATTACHED = tuple(kind for kind, _ in _ATTACHABLE.values())
"""The media types that a mail carries, of all the files of a report."""

_MOST_ROWS = 12
_CITATION = re.compile(r"\[(\[\d+(?:\.\d+)?\])\]")
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")


@dataclass(frozen=True, slots=True)
class Corrected:
    """The edition that a mail replaces: what it is called, and the mail that brought it, if one did."""

    name: str
    message_id: str | None = None
    sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What goes with a mail, what is too large for it, and the formats that could not be made, as people call them."""

    files: tuple[ReportFile, ...]
    left_out: tuple[ReportFile, ...] = ()
    unmade: tuple[str, ...] = ()

    def without_largest(self) -> "Enclosed":
        """The same with the largest file left out."""
        largest = max(self.files, key=lambda file: len(file.data))
        return replace(
            self, files=tuple(file for file in self.files if file is not largest), left_out=(*self.left_out, largest)
        )


def make_message(
    report: Report,
    files: tuple[ReportFile, ...],
    delivery: Delivery,
    letterhead: Letterhead,
    render: Renderer,
    corrects: Corrected | None = None,
    formats: Sequence[str] = (),
) -> EmailMessage:
    """The mail of one delivery, the same bytes each time; above the size cap its largest attachments are left out.

    `formats` are those that the report was to be made in: the mail says which of them are missing.
    """
    made = {file.media_type for file in files}
    unmade = tuple(name for key, (kind, name) in _ATTACHABLE.items() if key in formats and kind not in made)
    enclosed = Enclosed(tuple(file for file in files if file.media_type in ATTACHED), unmade=unmade)
    while True:
        message = _assemble(report, enclosed, delivery, letterhead, render, corrects)
        if not enclosed.files or len(message.as_bytes()) <= letterhead.max_bytes:
            return message
        enclosed = enclosed.without_largest()


def _assemble(
    report: Report,
    enclosed: Enclosed,
    delivery: Delivery,
    letterhead: Letterhead,
    render: Renderer,
    corrects: Corrected | None,
) -> EmailMessage:
    context = _context(report, enclosed, delivery, letterhead, corrects)
    body = _CITATION.sub(r"\1", render("email.md.j2", context, folders=letterhead.templates))
    body = re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"
    message = EmailMessage(policy=policy())
    _put_headers(
        message,
        render("email.subject.j2", context, folders=letterhead.templates),
        report,
        delivery,
        letterhead,
        corrects,
    )
    message.set_content(body, cte="quoted-printable")
    page = render("email.html.j2", {"report": report, "body": to_html(body)}, folders=letterhead.templates)
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    for file in enclosed.files:
        maintype, _, subtype = file.media_type.partition("/")
        charset = {"charset": "utf-8"} if maintype == "text" else None
        message.add_attachment(
            file.data, maintype=maintype, subtype=subtype, filename=_line(file.name), cte="base64", params=charset
        )
    _fix_boundaries(message, delivery)
    return message


def _context(
    report: Report,
    enclosed: Enclosed,
    delivery: Delivery,
    letterhead: Letterhead,
    corrects: Corrected | None,
) -> dict[str, Any]:
    sections = [section for key in SECTIONS for section in report.sections if section.key == key and section.blocks]
    cites = [run for section in sections for run in _runs(section) if isinstance(run, Cite)]
    cited = {cite.source for cite in cites}
    return {
        "report": report,
        "as_of": report.as_of.astimezone(ZoneInfo(report.settings.time_zone)),
        "sections": sections,
        "sources": [source for source in report.sources if source.n in cited],
        "used": {cite.sentence for cite in cites},
        "most_rows": _MOST_ROWS,
        "corrects": corrects,
        "attached": [file.name for file in enclosed.files],
        "left_out": [{"name": file.name, "size": _size(len(file.data))} for file in enclosed.left_out],
        "unmade": enclosed.unmade,
        "contact": address(letterhead.contact).addr_spec,
        "recipient": delivery.recipient,
    }


def _size(count: int) -> str:
    """A number of bytes as people say it: never a file of 0.0 MB."""
    return f"{count / 1e6:.1f} MB" if count >= 100_000 else f"{max(1, round(count / 1000))} kB"


def _runs(section: Section) -> list[Run]:
    """Every run that the mail prints of a section."""
    found: list[Run] = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            found.extend(block.runs)
        elif isinstance(block, Bullets):
            found.extend(run for item in block.items for run in item)
        elif isinstance(block, Boxes):
            found.extend(run for box in block.boxes for run in _box_runs(box))
        elif isinstance(block, Table):
            found.extend(run for row in block.rows[:_MOST_ROWS] for cell in row for run in cell)
    return found


def _box_runs(box: Box) -> tuple[Run, ...]:
    return (*box.detail, *box.source, *box.as_of)


def _put_headers(
    message: EmailMessage,
    subject: str,
    report: Report,
    delivery: Delivery,
    letterhead: Letterhead,
    corrects: Corrected | None,
) -> None:
    sender = address(letterhead.sender)
    message["From"] = sender
    message["To"] = address(delivery.recipient)
    message["Reply-To"] = address(letterhead.contact)
    message["Subject"] = _line(subject)
    message["Date"] = format_datetime(delivery.queued)
    message["Message-ID"] = delivery.message_id
    if corrects and corrects.message_id:
        message["In-Reply-To"] = corrects.message_id
        message["References"] = corrects.message_id
    list_id = f"{report.crisis.slug}.{letterhead.list_domain or sender.domain}"
    message["List-Id"] = f"<{list_id}>"
    message["List-Unsubscribe"] = f"<{_way_out(letterhead, list_id)}>"
    message["Auto-Submitted"] = "auto-generated"


def _way_out(letterhead: Letterhead, list_id: str) -> str:
    given = letterhead.unsubscribe
    if given and re.fullmatch(r"https://[!-;=?-~]+", given):
        return given
    to = address((given or letterhead.contact).removeprefix("mailto:")).addr_spec
    return f"mailto:{to}?subject={quote(f'unsubscribe {list_id}')}"


def _line(text: str) -> str:
    """On one line and without control characters, so that no title can begin another header."""
    return _BREAKS.sub(" ", text.encode("utf-8", "replace").decode()).strip()


def _fix_boundaries(message: EmailMessage, delivery: Delivery) -> None:
    """Boundaries of the mail's own name in place of random ones, so that a mail tried again is the same mail."""
    name = hashlib.sha256(delivery.message_id.encode()).hexdigest()[:40]
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"={name}-{number}=")


def to_html(markdown: str) -> str:
    """The HTML of the mail's Markdown: tables, no raw HTML, nothing that is fetched when the mail is opened."""
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark", {"html": False}).enable("table").disable("image").render(markdown))
