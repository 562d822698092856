"""Headers that must stand as they are: Python would fold or encode long ones, and no client undoes that."""

import re
from email.headerregistry import BaseHeader, HeaderRegistry, UniqueUnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from typing import Any

_TOKENS = re.compile(r"<[!-;=?-~]+>( <[!-;=?-~]+>)*")


class Verbatim(BaseHeader):
    """One or more `<token>` of printable ASCII, on one line; anything else raises ValueError."""

    max_count = 1

    @classmethod
    def parse(cls, value: str, kwds: dict[str, Any]) -> None:
        """What the email package calls to make the header."""
        if not _TOKENS.fullmatch(value):
            raise ValueError(f"a header may not hold {value!r}")
        kwds["parse_tree"], kwds["decoded"] = None, value

    def fold(self, *, policy: Any) -> str:
        """The header as it is written."""
        return f"{self.name}: {self}{policy.linesep}"


class Subject(UniqueUnstructuredHeader, BaseHeader):  # type: ignore[misc]  # the stubs differ on max_count
    """A subject on one line where it can stand on one: Python would begin a longer one with an empty line."""

    def fold(self, *, policy: Any) -> str:
        """The header as it is written; RFC 5322 allows 998 characters a line."""
        line = f"{self.name}: {self}"
        return line + str(policy.linesep) if line.isascii() and len(line) < 900 else super().fold(policy=policy)


def policy() -> "EmailPolicy[EmailMessage]":
    """SMTP's rules, with names of mails and lists verbatim, and subjects on one line."""
    registry = HeaderRegistry()
    for name in ("message-id", "in-reply-to", "references", "list-id", "list-unsubscribe"):
        registry.map_to_type(name, Verbatim)
    registry.map_to_type("subject", Subject)
    return SMTP.clone(header_factory=registry)
