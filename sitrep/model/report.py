"""Report: a numbered, dated situation report of one crisis, complete enough to be checked without anything else.

Two halves. The **printed** half (`heading`, `edition`, `as_of_line`, `production`, `sections`) is text made of runs:
`model/runs.py` says how each number in it is proved. The **data** half is what the printed one rests on: all figures
with their quotes, the needs, the findings, the numbered sources with the sentences used, what is out of scope, gaps,
changes, parameters. Both are in the JSON export, which `Report.model_validate_json` reads back.

Sentences have ids `n.k`: the kth used sentence, in the order of the text, of source n. Figures keep the ids that the
extractor gave them. What rule 11 withholds (private names, telephone numbers, addresses, exact coordinates) is
withheld here already, so no export can leak it; offsets still count the code points of the untouched article.

The Markdown alone can be checked against the articles, too. In it a citation is `[[n.k]]`, a link whose address
`[n.k]: #source-n-k` is at the end; source n is a list item that starts with `<a id="source-n"></a>**n.**` (title,
publisher, date, link), and beneath it each used sentence is an item of the form
``- `n.k` <a id="source-n-k"></a>“the sentence”``. Quotations stand between “ and ”; text that was copied has its
Markdown characters escaped with a backslash. A table row, a list item and a paragraph are one line each.
"""

import re
import unicodedata
from datetime import date, datetime
from typing import Literal

from anyascii import anyascii
from pydantic import BaseModel, ConfigDict, field_validator

from .article import Moment
from .figure import Figure, Need
from .finding import Origin, Relation, Role
from .runs import Runs, Section

SCHEMA: Literal["sitrep-report/1"] = "sitrep-report/1"
"""The version of the JSON form; it changes when a reader of the old form could misread the new one."""

Product = Literal["sitrep", "flash", "brief"]
ChangeKind = Literal["new", "updated", "revised_down", "conflict", "settled", "withdrawn", "rejected"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True)


class Crisis(_Record):
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


class Settings(_Record):
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


class ReportedFigure(Figure):
    """A figure as a report gives it: with its source's number and the id of the sentence that states it."""

    n: int
    sentence: str
    withheld: bool = False


class ReportedNeed(Need):
    """A need as a report gives it: with its source's number and the id of its sentence."""

    n: int
    sentence: str


class ReportedMember(_Record):
    """A figure's part in a finding, by the figure's id."""

    figure: str
    role: Role
    origin: str
    standing: bool = True
    credibility: int = 6
    why: str = ""


class ReportedFinding(_Record):
    """A finding whose members are ids of the report's figures; the fields mean what `model.Finding` says."""

    id: str
    measure: str
    population: tuple[str, ...] = ()
    group: str | None = None
    place: str | None = None
    crisis_wide: bool = False
    stock_flow: str = "flow"
    scope: str = "current"
    since: date | None = None
    until: date | None = None
    relation: Relation = "single"
    recommended: str | None = None
    members: tuple[ReportedMember, ...] = ()
    origins: tuple[Origin, ...] = ()
    articles: int = 0
    low: float | int | None = None
    high: float | int | None = None
    flags: tuple[str, ...] = ()
    why: str = ""


class Sentence(_Record):
    """A sentence of a source that the report uses, with the figures and needs that it states (ids)."""

    id: str
    text: str
    start: int
    end: int
    figures: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


class Source(_Record):
    """One article under its number. `copies` are articles with the same text, by (publisher or name)."""

    n: int
    article: str
    name: str
    title: str | None = None
    publisher: str | None = None
    published: Moment | None = None
    retrieved: Moment | None = None
    url: str | None = None
    language: str | None = None
    text_sha256: str = ""
    sentences: tuple[Sentence, ...] = ()
    copies: tuple[str, ...] = ()
    previous: bool = False


class Location(_Record):
    """What the gazetteer knew of a place name: its spelling and level, the divisions above it, its middle in degrees.

    `asked` is the name as the figures have it; P-codes are those of the user's own places, where there are some.
    """

    asked: str
    name: str
    level: str
    country: str | None = None
    admin1: str | None = None
    admin1_pcode: str | None = None
    admin2: str | None = None
    admin2_pcode: str | None = None
    pcode: str | None = None
    lat: float | None = None
    lon: float | None = None


class Change(_Record):
    """What differs from the last report in one finding (by its identity).

    `before` is the figure that the last report recommended, with the source that stated it (None for a new finding);
    `after` is the id of a figure of this report (None if it was withdrawn).
    """

    kind: ChangeKind
    finding: str
    measure: str
    before: Figure | None = None
    before_source: Source | None = None
    after: str | None = None
    why: str = ""


class Remark(_Record):
    """A problem that the readers should know of: an article left out, a source that was down."""

    where: str
    what: str


class Report(_Record):
    """One situation report. `number` counts per crisis and product; `revision` is above 0 in a corrected edition.

    `issued` is when it was made, `as_of` its cut-off: equal unless the report is made later about an earlier moment.
    `coverage` is the first and last day of publication of its articles, as far as they are stated.
    `previous` names the report that `changes` compares with; `corrections` are what a corrected edition changes in the
    edition that it takes the place of. `extractor` is the version that found the figures.
    """

    schema_version: Literal["sitrep-report/1"] = SCHEMA
    id: str
    crisis: Crisis
    number: int
    revision: int = 0
    as_of: datetime
    issued: datetime
    language: str = "en"
    settings: Settings = Settings()
    heading: str
    edition: Runs = ()
    as_of_line: Runs = ()
    production: Runs = ()
    sections: tuple[Section, ...] = ()
    figures: tuple[ReportedFigure, ...] = ()
    needs: tuple[ReportedNeed, ...] = ()
    findings: tuple[ReportedFinding, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    sums: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sources: tuple[Source, ...] = ()
    locations: tuple[Location, ...] = ()
    out_of_scope: tuple[ReportedFigure, ...] = ()
    coverage: tuple[date, date] | None = None
    gaps: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    corrections: tuple[Change, ...] = ()
    previous: str | None = None
    overrides: tuple[str, ...] = ()
    problems: tuple[Remark, ...] = ()
    texts: tuple[tuple[int, str], ...] = ()
    extractor: str = ""

    @property
    def stem(self) -> str:
        """The name of its files without their ending: `2024-11-30-<crisis>-sitrep-01`, with `-r1` if corrected."""
        corrected = f"-r{self.revision}" if self.revision else ""
        return f"{self.as_of:%Y-%m-%d}-{self.crisis.slug}-{self.settings.product}-{self.number:02d}{corrected}"
