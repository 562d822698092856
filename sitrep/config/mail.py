"""What a configuration may say of mails and of the log."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from ..collect.tables import AnchoredPath, Table, Text
from ..errors import ConfigError
from ..secret import read_secret
from ..send import Letterhead, MailServer, address


def _mail_address(text: str) -> str:
    try:
        address(text)
    except ConfigError as error:
        raise ValueError(str(error).removesuffix(".")) from error
    return text


MailAddress = Annotated[Text, AfterValidator(_mail_address)]


class MailConfig(Table):
    """How reports are mailed: the server, who they are from, and to whom.

    The password comes from the environment variable `password_env` or from `password_file`, which nobody else may
    read. With `require_approval` a report waits for `sitrep approve`.
    """

    recipients: tuple[MailAddress, ...] = ()
    require_approval: bool = False
    host: Text = "localhost"
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: Text | None = None
    password_env: Text | None = None
    password_file: AnchoredPath | None = None
    ca_file: AnchoredPath | None = None
    verify: bool = True
    sender: MailAddress | None = None
    reply_to: MailAddress | None = None
    list_domain: Text | None = None
    unsubscribe: Text | None = None
    max_megabytes: Annotated[float, Field(gt=0, le=100)] = 10
    keep_trying_days: Annotated[int, Field(ge=0, le=30)] = 5

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.recipients and not self.sender:
            raise ValueError("mail goes to recipients, but names no sender; set the key 'sender'")
        try:
            MailServer(self.host, self.port, self.security, self.user)
        except ConfigError as error:
            raise ValueError(str(error).removesuffix(".")) from error
        return self

    def server(self) -> MailServer:
        """The server with its password read. Raises ConfigError where the password is not to be had."""
        password = read_secret(self.password_env, self.password_file, self.host) if self.user else None
        return MailServer(
            self.host, self.port, self.security, self.user, password, ca_file=self.ca_file, verify=self.verify
        )

    def letterhead(self, templates: tuple[Path, ...] = ()) -> Letterhead:
        """Who the mails are from. Raises ConfigError where an address is none."""
        return Letterhead(
            self.sender or "",
            self.reply_to,
            self.list_domain,
            self.unsubscribe,
            int(self.max_megabytes * 1_000_000),
            timedelta(days=self.keep_trying_days),
            templates,
        )


class LogConfig(Table):
    """Where `sitrep run` writes what it did, as lines to read or as JSON; the system rotates the file."""

    file: AnchoredPath
    form: Literal["lines", "json"] = "lines"
