"""HTML: one file that needs nothing else, with a jump from each citation to its sentence."""

import re
from collections.abc import Sequence
from pathlib import Path

from ..model import Report
from ..model.records import ReportFile
from .context import context, title
from .exporter import Rendering
from .markup import anchor, html_text
from .templates import render

_CITE = re.compile(r'<a class="cite" href="#([\w-]+)"')
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur"})


def to_html(report: Report, *, templates: Sequence[Path] = ()) -> Rendering:
    """One `.html` file by `report.html.j2` and `report.css`."""
    text = _with_hover(page(report, templates, around=True), report)
    return Rendering((ReportFile(f"{report.stem}.html", "text/html", text.encode("utf-8")),))


def _with_hover(html: str, report: Report) -> str:
    """The page with the sentence that a citation leads to shown where the pointer rests on it."""
    said = {anchor(s.n, sentence.id): sentence.text for s in report.sources for sentence in s.sentences}

    def titled(found: re.Match[str]) -> str:
        text = said.get(found[1])
        return f'{found[0]} title="{html_text(" ".join(text.split()))}"' if text else found[0]

    return _CITE.sub(titled, html)


def page(report: Report, templates: Sequence[Path] = (), *, around: bool = False) -> str:
    """The page as HTML, with its style sheet inside; the PDF is made from the same, without what stands `around`."""
    direction = "rtl" if report.language in _RIGHT_TO_LEFT else "ltr"
    css = render("report.css", {"report": report}, templates)
    given = context(report) | {"css": css, "title": title(report), "direction": direction, "around": around}
    return render("report.html.j2", given, templates, report.language)
