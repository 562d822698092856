"""What a configuration may say of sources: one frozen model per kind; `sitrep.config` reads them from TOML."""

from datetime import date
from pathlib import Path
from typing import Annotated, ClassVar, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, model_validator

from sitrep.places.countries import iso3
from sitrep.secret import holds_password, is_private_line, without_login

from .decode import without_surrogates


class Table(BaseModel):
    """A table that refuses keys it does not know: a misspelt setting must not be lost in silence."""

    # Built when a file is read: most commands need the names of the settings only.
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, validate_default=True, defer_build=True
    )


def _known_country(name: str) -> str:
    if (code := iso3(name)) is None:
        raise ValueError(f"'{name}' is no country (write its English name or its ISO code)")
    return code


def _web_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"'{without_login(url)}' is no web address (it starts with https:// or http://)")
    if holds_password(url):
        raise ValueError(
            "a web address with a password in it would be shown in reports and logs; take the password out"
        )
    return url


def _anchored(path: Path, info: ValidationInfo) -> Path:
    folder: Path = (info.context or {}).get("folder", Path())
    return folder / path


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Country = Annotated[str, AfterValidator(_known_country)]
Language = Annotated[str, StringConstraints(pattern="^[a-z]{2}$")]
WebAddress = Annotated[str, AfterValidator(_web_address)]
AnchoredPath = Annotated[Path, AfterValidator(_anchored)]


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


class HttpSettings(Table):
    """How the web is asked, for all sources. Times in seconds, sizes in megabytes.

    `contact` goes into the User-Agent, so that a server's operator can write. `local_hosts` are the names (or
    addresses) in private networks that sources may reach; every other host must have a public address. `proxy` is the
    HTTP proxy to go through (the environment's is not used).
    """

    contact: Text | None = None
    timeout: Annotated[float, Field(gt=0, le=300)] = 20
    deadline: Annotated[float, Field(gt=0, le=3600)] = 120
    retries: Annotated[int, Field(ge=0, le=10)] = 3
    backoff: Annotated[float, Field(ge=0, le=60)] = 1
    longest_wait: Annotated[float, Field(ge=0, le=3600)] = 60
    interval: Annotated[float, Field(ge=0, le=60)] = 1
    max_megabytes: Annotated[float, Field(gt=0, le=200)] = 20
    local_hosts: tuple[Text, ...] = ()
    proxy: WebAddress | None = None
