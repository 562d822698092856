"""What tables of a configuration are made of: unknown keys are refused, values are checked where they are read."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationInfo

from ..places.countries import iso3
from ..secret import holds_password, without_login


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
