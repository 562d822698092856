"""Markdown: GitHub's dialect, with pipe tables and citations as links, good to read as it stands.

A citation is `[[n.k]]`: sentence k under source n. Every reader of Markdown takes the inner brackets for a link, whose
address stands at the end of the text as its footnotes' do, and shows `[n.k]`.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from ..model import Report
from ..model.records import ReportFile
from .context import context
from .exporter import Rendering
from .markup import definitions
from .templates import render


def to_markdown(report: Report, *, templates: Sequence[Path] = ()) -> Rendering:
    """One `.md` file by `report.md.j2`; blank lines come single, whatever the template leaves."""
    text = render("report.md.j2", context(report), templates, report.language)
    text = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.M)).strip() + "\n"
    if addresses := definitions(text):
        text += f"\n{addresses}"
    return Rendering((ReportFile(f"{report.stem}.md", "text/markdown", text.encode("utf-8")),))
