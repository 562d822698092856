"""The articles of one mail: its text and what is attached to it."""

from .documents.mail import read_mail
from .visit import Visit, short_hash


def add_mail(visit: Visit, data: bytes, where: str) -> None:
    """Take the articles of one message; raises UnreadableError."""
    name = f"mail-{short_hash(data)}"
    for draft in read_mail(data):
        visit.add(draft, draft.part_of(name), where, data, "message/rfc822")
