"""HTML: one file that needs nothing else, with a jump from each citation to its sentence."""

from collections.abc import Sequence
from pathlib import Path

from ..model import Report
from ..model.records import ReportFile
from .context import context, title
from .exporter import Rendering
from .templates import render

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur"})


def to_html(report: Report, *, templates: Sequence[Path] = ()) -> Rendering:
    """One `.html` file by `report.html.j2` and `report.css`."""
    text = page(report, templates)
    return Rendering((ReportFile(f"{report.stem}.html", "text/html", text.encode("utf-8")),))


def page(report: Report, templates: Sequence[Path] = ()) -> str:
    """The page as HTML, with its style sheet inside; the PDF is made from the same."""
    direction = "rtl" if report.language in _RIGHT_TO_LEFT else "ltr"
    css = render("report.css", {"report": report}, templates)
    given = context(report) | {"css": css, "title": title(report), "direction": direction}
    return render("report.html.j2", given, templates, report.language)
