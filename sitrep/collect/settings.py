"""What a configuration may say of sources: one frozen model per kind; `sitrep.config` reads them from TOML."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from ..secret import is_private_line
from .decode import without_surrogates
from .tables import AnchoredPath, Country, Language, Table, Text, WebAddress


class Keep(Table):
    """Which articles of a source are kept; an empty list keeps all.

    `words`: at least one of them stands in the title or text; `without`: none of them does. Words match whole words,
    whatever their case; `flood*` matches beginnings. An article whose country, language or date is not known is kept:
    what is unknown is no reason to lose it.
    """

    words: tuple[Text, ...] = ()
    without: tuple[Text, ...] = ()
    countries: tuple[Country, ...] = ()
    languages: tuple[Language, ...] = ()
    since: date | None = None


class SourceSettings(Table):
    """What every source has: a name (else its address), a filter, and what to say of articles that say nothing.

    `publisher`, `country` and `language` are given to articles that state none of their own.
    """

    on_the_web: ClassVar[bool] = True

    kind: str
    name: Text | None = None
    keep: Keep = Keep()
    publisher: Text | None = None
    country: Country | None = None
    language: Language | None = None

    @property
    def reads(self) -> str:
        """What it reads, as far as that tells one source of its kind from another."""
        raise NotImplementedError

    @property
    def label(self) -> str:
        """Its name within the crisis: the configured one, else its kind and what it reads."""
        return self.name or f"{self.kind} {self.reads}"


class FolderSource(SourceSettings):
    """Articles in a file or folder, relative to the configuration file; changed files are read again."""

    on_the_web = False

    kind: Literal["folder"]
    path: AnchoredPath

    @property
    def reads(self) -> str:
        """Its path, the same from whatever folder the program is called."""
        return without_surrogates(str(self.path.absolute()))


class FeedSource(SourceSettings):
    """An RSS or Atom feed.

    `follow` reads the page behind each entry; without it, and where robots.txt forbids the page, the entry is the text.
    At most `most` new entries are read at a time, the others at the next visit.
    """

    kind: Literal["feed"]
    url: WebAddress
    follow: bool = True
    most: Annotated[int, Field(ge=1, le=1000)] = 100

    @property
    def reads(self) -> str:
        """Its address."""
        return self.url


class PageSource(SourceSettings):
    """Web pages, each an article that is read again when it changes."""

    kind: Literal["page"]
    urls: Annotated[tuple[WebAddress, ...], Field(min_length=1)]

    @property
    def reads(self) -> str:
        """The first address."""
        return self.urls[0]


class ReliefWebSource(SourceSettings):
    """ReliefWeb's reports by its API. `appname` is the user's own, approved by ReliefWeb; `attachments` reads PDFs too.

    `query` is a search in ReliefWeb's syntax; `countries` and `languages` of `keep` are asked of ReliefWeb itself.
    """

    kind: Literal["reliefweb"]
    appname: Text
    query: Text | None = None
    attachments: bool = True
    days: Annotated[int, Field(ge=1, le=365)] = 7
    most: Annotated[int, Field(ge=1, le=10_000)] = 500
    url: WebAddress = "https://api.reliefweb.int/v2/reports"

    @property
    def reads(self) -> str:
        """The query."""
        return self.query or "reports"


class GdeltSource(SourceSettings):
    """Articles that GDELT's DOC API finds for `query`, read from their own pages. It looks back `days` at most."""

    kind: Literal["gdelt"]
    query: Text
    days: Annotated[int, Field(ge=1, le=90)] = 2
    most: Annotated[int, Field(ge=1, le=250)] = 100
    url: WebAddress = "https://api.gdeltproject.org/api/v2/doc/doc"

    @property
    def reads(self) -> str:
        """The query."""
        return self.query


class ImapSource(SourceSettings):
    """An IMAP mailbox, which is only read: nothing is marked or moved.

    The password comes from the environment variable `password_env` or the file `password_file`, which nobody else may
    read; it is never written down by the program.
    """

    on_the_web = False

    kind: Literal["imap"]
    host: Text
    user: Text
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    security: Literal["tls", "starttls", "none"] = "tls"
    password_env: Text | None = None
    password_file: AnchoredPath | None = None
    folder: Text = "INBOX"
    ca_file: AnchoredPath | None = None
    most: Annotated[int, Field(ge=1, le=10_000)] = 200

    @model_validator(mode="after")
    def _password_is_encrypted(self) -> Self:
        if not is_private_line(self.security, self.host):
            raise ValueError(f"the password for {self.host} would cross the network unencrypted; use tls or starttls")
        return self

    @property
    def reads(self) -> str:
        """User, host and folder."""
        return f"{self.user}@{self.host}/{self.folder}"


class MaildirSource(SourceSettings):
    """A maildir on this machine, which is only read."""

    on_the_web = False

    kind: Literal["maildir"]
    path: AnchoredPath
    most: Annotated[int, Field(ge=1, le=10_000)] = 200

    @property
    def reads(self) -> str:
        """Its path, the same from whatever folder the program is called."""
        return without_surrogates(str(self.path.absolute()))


AnySource = Annotated[
    FolderSource | FeedSource | PageSource | ReliefWebSource | GdeltSource | ImapSource | MaildirSource,
    Field(discriminator="kind"),
]
"""One entry of `[[sources]]`, told apart by its `kind`."""
