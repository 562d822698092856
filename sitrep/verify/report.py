"""One entry for every form of a report."""

from collections.abc import Sequence
from pathlib import Path

from ..errors import UsageError
from ..model import Article
from .library import Library
from .verdict import Verdict


def verify_report(path: Path, articles: Sequence[Article]) -> Verdict:
    """Prove every number of a report file (.json, .md, .html, .pdf) from the articles that it cites.

    Raises UsageError for another form, SitrepError where the file is no report.
    """
    from .from_json import verify_json
    from .from_markdown import verify_markdown

    forms = {".json": verify_json, ".md": verify_markdown, ".markdown": verify_markdown}
    check = forms.get(path.suffix.lower())
    if check is None:
        raise UsageError(
            f"{path}: only {', '.join(forms)} can be verified; give one of the report's files in that form."
        )
    return check(path, Library(articles))
