"""Report: a numbered, dated situation report of one crisis, complete enough to be checked without anything else.

Two halves. The **printed** half (`heading`, `edition`, `as_of_line`, `production`, `sections`) is text made of runs:
`model/runs.py` says how each number in it is proved. The **data** half (`model/reported.py`) is what the printed one
rests on: all figures with their quotes, the needs, the findings, the numbered sources with the sentences used, what is
out of scope, gaps, changes, parameters. Both are in the JSON export, which `Report.model_validate_json` reads back.

Sentences have ids `n.k`: the kth used sentence, in the order of the text, of source n. Figures keep the ids that the
extractor gave them. What names or locates a private person (names, telephone numbers, addresses, exact coordinates) is
withheld here already, so no export can leak it; offsets still count the code points of the untouched article.

The Markdown alone can be checked against the articles, too. In it a citation is `[[n.k]]`, a link whose address
`[n.k]: #source-n-k` is at the end; source n is a list item that starts with `<a id="source-n"></a>**n.**` (title,
publisher, date, link), and beneath it each used sentence is an item of the form
``- `n.k` <a id="source-n-k"></a>“the sentence”``. Quotations stand between “ and ”; text that was copied has its
Markdown characters escaped with a backslash. A table row, a list item and a paragraph are one line each.
"""

from datetime import date, datetime
from typing import Literal

from .crisis import Crisis, Settings
from .figure import Figure
from .frozen import Frozen
from .reported import Location, ReportedFigure, ReportedFinding, ReportedNeed, Source
from .runs import Runs, Section

SCHEMA: Literal["sitrep-report/1"] = "sitrep-report/1"
"""The version of the JSON form; it changes when a reader of the old form could misread the new one."""

ChangeKind = Literal["new", "updated", "revised_down", "conflict", "settled", "withdrawn", "rejected"]


class Change(Frozen):
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


class Remark(Frozen):
    """A problem that the readers should know of: an article left out, a source that was down."""

    where: str
    what: str


class Report(Frozen):
    """One situation report. `number` counts per crisis and product; `revision` is above 0 in a corrected edition.

    `issued` is when it was made, `as_of` its cut-off: equal unless the report is made later about an earlier moment.
    `coverage` is the first and last day of publication of its articles, as far as they are stated.
    `previous` names the report that `changes` compares with; `corrections` are what a corrected edition changes in the
    edition that it takes the place of. `texts` are whole articles, by the numbers of their sources; `marks` are where
    in them the cited sentences stand (id, start, end). `extractor` is the version that found the figures.
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
    marks: tuple[tuple[str, int, int], ...] = ()
    extractor: str = ""

    @property
    def stem(self) -> str:
        """The name of its files without their ending: `2024-11-30-<crisis>-sitrep-01`, with `-r1` if corrected."""
        corrected = f"-r{self.revision}" if self.revision else ""
        return f"{self.as_of:%Y-%m-%d}-{self.crisis.slug}-{self.settings.product}-{self.number:02d}{corrected}"
