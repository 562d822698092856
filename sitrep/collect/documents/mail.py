"""Mail (.eml), by the standard library: the letter itself, or the message that it forwards."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

from sitrep.model import Moment

from ..dates import parse_published
from ..decode import decode, without_surrogates
from ..draft import Draft, UnreadableError
from ..layout import unwrap

_FORWARDED = re.compile(r"^\s*(?:fwd?|wg|tr|rv|i|enc|doorst)\s*:\s*", re.I)
_SIGNATURE = re.compile(r"^-- ?\r?$", re.M)


def read_mail(data: bytes) -> tuple[Draft, ...]:
    """The text of the message under its subject; a message attached whole is taken in its place.

    Subject, sender and date are title, publisher and publication only where the mail is not marked as forwarded: then
    they are the forwarder's, and the text itself is asked.
    """
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UnreadableError("is not a mail message: it has no header")
    return (_draft(_innermost(message)),)


def _innermost(message: EmailMessage) -> EmailMessage:
    for part in message.iter_attachments():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content()
            return inner if isinstance(inner, EmailMessage) else message
    return message


def _draft(message: EmailMessage) -> Draft:
    body = _body(message)
    if not body:
        raise UnreadableError("is a mail without text")
    subject = _header(message, "subject")
    forwarded = bool(subject and _FORWARDED.match(subject))
    title = _FORWARDED.sub("", subject).strip() or None if subject else None
    text = body if not title or title.casefold() in body[:600].casefold() else f"{title}\n\n{body}"
    if forwarded:
        return Draft(text, title=title)
    return Draft(text, title=title, publisher=_sender(message), published=_sent(message))


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(without_surrogates(str(value)).split()) or None if value is not None else None


def _sender(message: EmailMessage) -> str | None:
    try:
        return next((a.display_name for a in message["from"].addresses if a.display_name), None)
    except (AttributeError, IndexError, ValueError, TypeError):
        return None


def _sent(message: EmailMessage) -> Moment | None:
    return parse_published(_header(message, "date") or "")


def _body(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain",))
    text = _plain(part) if isinstance(part, EmailMessage) else ""
    if text:
        return text
    part = message.get_body(preferencelist=("html",))
    return _from_html(part) if isinstance(part, EmailMessage) else ""


def _content(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    return without_surrogates(decode(payload, part.get_content_charset())) if isinstance(payload, bytes) else ""


def _plain(part: EmailMessage) -> str:
    return unwrap(_SIGNATURE.split(_content(part), maxsplit=1)[0])


def _from_html(part: EmailMessage) -> str:
    import trafilatura

    page = _content(part)
    return trafilatura.html2txt(page).strip() if page.strip() else ""
