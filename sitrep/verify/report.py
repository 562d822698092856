"""One entry for every form of a report."""

from collections.abc import Sequence
from pathlib import Path

from ..errors import SitrepError, UsageError
from ..model import Article
from .from_html import verify_html
from .from_json import verify_json
from .from_markdown import verify_markdown
from .from_pdf import verify_pdf
from .library import Library
from .verdict import Verdict

FORMS = {
    ".json": verify_json,
    ".md": verify_markdown,
    ".markdown": verify_markdown,
    ".html": verify_html,
    ".htm": verify_html,
    ".pdf": verify_pdf,
}
"""How each form of a report is verified, by the ending of its file."""


def verify_report(path: Path, articles: Sequence[Article]) -> Verdict:
    """Prove every number of a report file (.json, .md, .html, .pdf) from the articles that it cites.

    Raises UsageError for another form, SitrepError where the file is no report.
    """
    check = FORMS.get(path.suffix.lower())
    if check is None:
        raise UsageError(f"{path}: this form cannot be verified; give one of {', '.join(FORMS)}.")
    if not path.is_file():
        raise SitrepError(f"{path}: there is no such report.")
    return check(path, Library(articles))
