"""What a report is about and how it is written: a crisis, and the settings of its reports."""

import re
import unicodedata
from datetime import date
from typing import Literal

from anyascii import anyascii
from pydantic import field_validator

from .frozen import Frozen

Product = Literal["sitrep", "flash", "brief"]


class Crisis(Frozen):
    """What a report is about. `country` is an ISO 3166 alpha-3 code, `country_name` its name in plain English."""

    name: str
    country: str | None = None
    country_name: str | None = None
    glide: str | None = None

    @property
    def slug(self) -> str:
        """The name for file names: lower-case ASCII letters, digits and hyphens, at most 60."""
        plain = anyascii(unicodedata.normalize("NFC", self.name)).lower()
        words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        return words[:60].strip("-") or "crisis"


class Settings(Frozen):
    """How a report is written; the defaults give the plain situation report.

    `household_size` people a household is used for derived estimates only together with its source. `time_zone` is
    an IANA name. `contact` and `next_report` are printed in the production line.
    """

    product: Product = "sitrep"
    scheme: Literal["iasc-11", "iasc-8"] = "iasc-11"
    time_zone: str = "UTC"
    household_size: float | int | None = None
    household_size_source: str | None = None
    contact: str | None = None
    next_report: date | None = None
    paper: Literal["A4", "letter"] = "A4"
    archive: bool = False
    hxl: bool = False
    full_text: bool = False
    samples: bool = False

    @field_validator("household_size_source")
    @classmethod
    def _no_blank(cls, value: str | None) -> str | None:
        return value or None
