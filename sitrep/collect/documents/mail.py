"""Mail (.eml), by the standard library: the letter, the messages that it forwards, and attached documents."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import PurePosixPath

from ..dates import parse_published
from ..decode import decode, without_surrogates
from ..draft import Draft, UnreadableError
from ..fragment import text_of
from ..layout import titled, unwrap

_FORWARDED = re.compile(r"^\s*(?:(?:fwd?|wg|tr|rv|i|enc|doorst)\s*:\s*)+", re.I)
_SIGNATURE = re.compile(r"^-- ?\r?$", re.M)
_HEADER = re.compile(rb"^(?:subject|from|date|content-[a-z-]{1,40}):[^\n]*(?:\n[ \t][^\n]*)*", re.M | re.I)
_DEEPEST = 4
# The standard library's parser takes the square of their number in time.
_MOST_PARTS = 300
_LONGEST_HEADER = 20_000


def read_mail(data: bytes) -> tuple[Draft, ...]:
    """The text of the message under its subject, then each attached document that can be read.

    Messages that are attached whole are taken in place of the one that carries them. Subject, sender and date are
    title, publisher and publication only where the mail is not marked as forwarded: then they are the forwarder's, and
    the text itself is asked.
    """
    if data.count(b"boundary=") > _MOST_PARTS or _longest_header(data) > _LONGEST_HEADER:
        raise UnreadableError("is a mail with more parts or longer headers than people write: leave it out")
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UnreadableError("is not a mail message: it has no header")
    drafts = tuple(draft for letter in _letters(message, _DEEPEST) for draft in _drafts(letter))
    if not drafts:
        raise UnreadableError("is a mail without text")
    return drafts


def _longest_header(data: bytes) -> int:
    """The longest of the headers that are read here, with its folded lines, in bytes."""
    return max((len(match[0]) for match in _HEADER.finditer(data)), default=0)


def _letters(message: EmailMessage, deepest: int) -> list[EmailMessage]:
    parts = [part for part in message.iter_attachments() if part.get_content_type() == "message/rfc822"]
    inner = [part.get_content() for part in parts] if deepest else []
    return [found for m in inner if isinstance(m, EmailMessage) for found in _letters(m, deepest - 1)] or [message]


def _drafts(message: EmailMessage) -> list[Draft]:
    attached, notes = _attached(message)
    body = _body(message)
    if not body:
        return [replace(draft, notes=draft.notes + notes) for draft in attached[:1]] + attached[1:]
    return [replace(_letter(message, body), notes=notes), *attached]


def _letter(message: EmailMessage, body: str) -> Draft:
    subject = _header(message, "subject")
    title = _FORWARDED.sub("", subject).strip() or None if subject else None
    text = titled(title, body)
    if subject and _FORWARDED.match(subject):
        return Draft(text, title=title)
    return Draft(
        text, title=title, publisher=_sender(message), published=parse_published(_header(message, "date") or "")
    )


def _attached(message: EmailMessage) -> tuple[list[Draft], tuple[str, ...]]:
    """Documents among the attachments, and a sentence on each that could not be read."""
    from . import KINDS, reader_of

    drafts: list[Draft] = []
    notes: list[str] = []
    for part in message.iter_attachments():
        name = without_surrogates(part.get_filename() or "")
        ending = PurePosixPath(name).suffix.lower()
        payload = part.get_payload(decode=True)
        if ending == ".eml" or ending not in KINDS or not isinstance(payload, bytes):
            continue
        try:
            drafts += [replace(draft, part=PurePosixPath(name).stem) for draft in reader_of(ending)(payload)]
        except UnreadableError as error:
            notes.append(f"has an attachment, {name}, that {error}")
    return drafts, tuple(notes)


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except (ValueError, IndexError, AttributeError):  # the parser of headers fails on some that are malformed
        return None
    return " ".join(without_surrogates(str(value)).split()) or None if value is not None else None


def _sender(message: EmailMessage) -> str | None:
    try:
        names = [address.display_name for address in message["from"].addresses]
    except (AttributeError, IndexError, ValueError, TypeError):
        return None
    return next((without_surrogates(name) for name in names if name), None)


def _body(message: EmailMessage) -> str:
    plain, html = (_part(message, kind) for kind in ("plain", "html"))
    return unwrap(_SIGNATURE.split(plain, maxsplit=1)[0]) or text_of(html).strip()


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        return ""
    return without_surrogates(decode(payload, part.get_content_charset()))
