"""One entry for every form of a report."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from ..errors import SitrepError, UsageError
from ..model import Article, Report, Source
from .from_html import read_html
from .from_json import verify_json
from .from_markdown import read_markdown
from .from_pdf import attached, verify_pdf
from .library import Library
from .pages import check_file
from .verdict import Verdict

FORMS: dict[str, Callable[[Path, Library], Verdict]] = {
    ".json": verify_json,
    ".md": partial(check_file, read_markdown),
    ".markdown": partial(check_file, read_markdown),
    ".html": partial(check_file, read_html),
    ".htm": partial(check_file, read_html),
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


def articles_within(path: Path) -> tuple[Article, ...]:
    """The articles whose full text a JSON or PDF report carries; none for another form or a report without texts.

    Raises SitrepError where something private is withheld from a text: its sentences are proved by the article only.
    """
    if path.suffix.lower() not in (".json", ".pdf") or not path.is_file():
        return ()
    try:
        data = path.read_text(encoding="utf-8") if path.suffix.lower() == ".json" else attached(path)
        report = Report.model_validate_json(data)
    except (UnicodeDecodeError, ValidationError):
        return ()
    sources = {source.n: source for source in report.sources}
    carried = {n: _article(sources[n], text) for n, text in report.texts if n in sources}
    if cut := [n for n, article in carried.items() if article.text_sha256 != sources[n].text_sha256]:
        told = ", ".join(map(str, cut))
        raise SitrepError(f"{path}: it carries the texts of its sources {told} only in part; give the articles.")
    return tuple(carried.values())


def _article(source: Source, text: str) -> Article:
    facts = {field: getattr(source, field) for field in ("name", "title", "publisher", "published", "url", "language")}
    return Article(text=text, **facts)
