"""What a mail needs to know: the server it goes to and the name it goes under."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from email.errors import MessageError
from email.headerregistry import Address
from email.utils import parseaddr
from pathlib import Path
from typing import Literal

from ..errors import ConfigError
from ..secret import is_private_line

_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~.-]+", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class MailServer:
    """An SMTP server. `security` is how the line is encrypted; `ca_file` adds to whom is trusted; `timeout` in seconds.

    `verify` False accepts any certificate: for a server on the same network that has no real one, and nothing else.
    `hello` is the name that this machine gives itself (default: its own).
    """

    host: str
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    ca_file: Path | None = None
    verify: bool = True
    timeout: float = 60
    hello: str | None = None

    def __post_init__(self) -> None:
        if self.user and not is_private_line(self.security, self.host):
            raise ConfigError(
                f"The password for {self.host} would cross the network unencrypted: set security to starttls or tls."
            )

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who a mail is from and how its reader gets out of it.

    `sender` and `reply_to` are addresses with or without a name; `list_domain` ends the List-Id (default: the sender's
    domain); `unsubscribe` is an address or an https link (default: the address to reply to). A mail larger than
    `max_bytes` goes without its largest attachments and says so. `keep_trying` is how long a recipient whose server
    says "later" is tried again. Templates in `templates` go before the program's own of the same name.
    """

    sender: str
    reply_to: str | None = None
    list_domain: str | None = None
    unsubscribe: str | None = None
    max_bytes: int = 10_000_000
    keep_trying: timedelta = timedelta(days=5)
    templates: tuple[Path, ...] = ()

    def __post_init__(self) -> None:
        address(self.sender)
        address(self.contact)

    @property
    def contact(self) -> str:
        """The address that answers go to."""
        return self.reply_to or self.sender


def address(text: str) -> Address:
    """One mail address with or without a name; raises ConfigError for anything else, and for what SMTP cannot carry."""
    name, spec = parseaddr(text)
    try:
        local, _, domain = spec.partition("@")
        if _CONTROL.search(text) or text.count("@") != 1 + name.count("@") or not _LOCAL.fullmatch(local):
            raise ValueError
        found = Address(name, local, domain.encode("idna").decode("ascii"))
    except (ValueError, MessageError, IndexError):
        shown = _CONTROL.sub("?", text)
        raise ConfigError(
            f"'{shown}' is not one mail address: write it as name@example.org or Name <name@example.org>, "
            "in plain letters before the @."
        ) from None
    if "." not in domain and domain != "localhost":
        raise ConfigError(f"'{text}' is not a full mail address: write it as name@example.org.")
    return found
