"""A report as printed, proved from the page and the articles alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import SitrepError
from .entries import check_entry
from .library import Library
from .lines import check_line
from .own import Own
from .page import Line, Page
from .proofs import Proofs
from .verdict import Protocol, Verdict


def check_file(read: Callable[[str, str], Page], path: Path, library: Library) -> Verdict:
    """The verdict on a text file that `read` makes a page, given its text and its name without the ending.

    Raises SitrepError where it lists no sources, so that it is no report.
    """
    try:
        page = read(path.read_text(encoding="utf-8"), path.stem)
    except UnicodeDecodeError as error:
        raise SitrepError(f"{path}: not UTF-8 text.") from error
    if not page.entries:
        raise SitrepError(f"{path}: no list of sources was found in it, so it is no report of this program.")
    return check_page(page, library)


def check_page(page: Page, library: Library) -> Verdict:
    """The verdict on a page: its sources first, then every line by what its citations lead to."""
    protocol = Protocol()
    proofs = Proofs.of(page, library)
    own = Own(page, proofs)
    for entry in page.entries:
        check_entry(entry, proofs.articles.get(entry.n), library, protocol)
    numbers, gaps = [entry.n for entry in page.entries], own.unlisted
    right = numbers == sorted(set(numbers)) and set(numbers) <= set(range(1, len(numbers) + gaps + 1))
    what = "the sources are not numbered from 1 on without gaps other than those that the page names"
    protocol.check(right, "structural", page.entries[0].where if page.entries else "Sources", what)
    for line in _claims(own):
        check_line(line, own, protocol)
        for citation in line.citations:
            what = "a citation leads to a source or a sentence that is not listed"
            protocol.check(proofs.leads(citation), "citation", line.where, what)
    return protocol.verdict()


def _claims(own: Own) -> Iterator[Line]:
    """The lines that say something of the crisis: without the title, which the user gave, and the run's own remarks."""
    leads = tuple(own.words.lead(key) for key in ("method_problems", "method_overrides"))
    remarks = False
    for line in own.page.lines:
        remarks = line.text.startswith(leads) or (remarks and line.item)
        if line.heading != 1 and not (remarks and line.item):
            yield line
