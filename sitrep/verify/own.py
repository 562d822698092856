"""What a page says about itself: its counts, dates and number, made again from its own lines and the articles."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..clusters import CLUSTERS
from ..model import Article
from .catalogue import Catalogue, catalogue
from .days import days_of, printed_days
from .library import stands_in
from .page import Line, Page
from .proofs import Proofs
from .quotes import quotes
from .tokens import tokens

_STEM = re.compile(r"^(\d{4}-\d\d-\d\d)-.*-(\d{2,})(?:-r\d+)?$")
EDITION = re.compile(r"\bNo\. (\d+)\b")


@dataclass(frozen=True)
class Own:
    """The structural numbers that a page may print."""

    page: Page
    proofs: Proofs

    @cached_property
    def words(self) -> Catalogue:
        """The catalogue of the report's language."""
        return catalogue()

    @cached_property
    def as_of(self) -> date | None:
        """The as-of date that the masthead prints."""
        pattern = self.words.lead("as_of")
        line = next((line for line in self.page.lines if line.text.startswith(pattern)), None)
        found = next(iter(printed_days(line.text)), None) if line else None
        return found.day if found else None

    @cached_property
    def days(self) -> frozenset[date]:
        """The dates of publication of all sources, and the as-of date."""
        return days_of(article.published for article in self._read) | days_of([self.as_of])

    @cached_property
    def _read(self) -> tuple[Article, ...]:
        """The articles of the sources; where some are not listed, all at hand, since any may be one of them."""
        return tuple(self.proofs.library) if self.unlisted else tuple(self.proofs.articles.values())

    @cached_property
    def stem(self) -> tuple[date | None, int | None]:
        """The date and the number in the file's name, as far as it has the form of a report's file."""
        found = _STEM.match(self.page.stem)
        return (date.fromisoformat(found[1]), int(found[2])) if found else (None, None)

    @cached_property
    def edition(self) -> int | None:
        """The number in the masthead."""
        found = next((EDITION.search(line.text) for line in self.page.lines if EDITION.search(line.text)), None)
        return int(found[1]) if found else None

    @cached_property
    def household_size(self) -> float | None:
        """The household size that the method section names with its source."""
        pattern = self.words.pattern("method_household")
        found = next((found for line in self.page.lines if (found := pattern.search(line.text))), None)
        size = tokens(found["size"]) if found else ()
        return size[0].value if size else None

    def count_holds(self, basis: str, value: float, line: Line) -> bool:
        """Whether a count of that basis may be printed in that line."""
        if basis in ("articles", "sources"):
            return value in self._article_counts
        if basis == "figures":
            return value in self._figure_counts
        if basis == "findings":
            return self._finding_rows <= value <= max(self._figure_counts)
        if basis == "sentences":
            return value in self._unquoted_needs(line)
        return basis == "origins" and 0 < value <= len({citation.n for citation in line.citations})

    def support_holds(self, basis: str, value: float, line: Line) -> bool:
        """Whether a table row may say that so many articles or origins stand behind it: the page alone gives bounds.

        Articles with one text count once, so that there may be fewer of them than are cited.
        """
        cited = len({citation.n for citation in line.citations})
        articles = len(self.page.entries) + self.unlisted
        return (max(1, cited - self._copies) if basis == "articles" else 1) <= value <= articles

    @cached_property
    def _used(self) -> tuple[int, ...]:
        """The numbers of the articles that the report is made from, without those that the one before it cited."""
        label = str(self.words.table["labels"]["previous"]).lower()
        return tuple(entry.n for entry in self.page.entries if label not in entry.text.lower())

    @cached_property
    def _article_counts(self) -> frozenset[int]:
        undated = sum(self.proofs.articles[n].published is None for n in self._used if n in self.proofs.articles)
        copies = range(self._copies, self._copies + self.unlisted + 1)
        without_day = range(undated, undated + self.unlisted + 1)
        return frozenset({len(self._used) + self.unlisted, self.unlisted, *without_day, *copies})

    @cached_property
    def unlisted(self) -> int:
        """How many articles the page says that it does not list."""
        pattern = self.words.pattern("sources_capped")
        found = next((found for line in self.page.lines if (found := pattern.search(line.text))), None)
        rest = tokens(found["rest"]) if found else ()
        return int(rest[0].value) if rest else 0

    @cached_property
    def _copies(self) -> int:
        """How many articles repeat the text of another, by what the entries say."""
        mark = str(self.words.table["labels"]["copies"]).lower()
        copied = [entry.text.lower().split(mark)[1] for entry in self.page.entries if mark in entry.text.lower()]
        return sum(names.split("http")[0].count("; ") + 1 for names in copied)

    @cached_property
    def _figure_counts(self) -> frozenset[int]:
        """The rows of the annex; where it says that it lists only some, the rest and the total as well."""
        rows = sum(1 for line in self.page.lines if self._in_annex(line))
        pattern = self.words.pattern("figures_capped")
        capped = next((found for line in self.page.lines if (found := pattern.search(line.text))), None)
        if not capped:
            return frozenset({max(rows, 0)})
        rest = tokens(capped["rest"])
        return frozenset({rows, int(rest[0].value), rows + int(rest[0].value)} if rest else {rows})

    def _in_annex(self, line: Line) -> bool:
        return line.section == self.words.title("annex") and bool(line.cells)

    @cached_property
    def _finding_rows(self) -> int:
        titles = {self.words.title(key) for key in ("displacement", "casualties", "infrastructure", "needs", "funding")}
        what, figure = self.words.column("what"), self.words.column("reported")
        rows = [line for line in self.page.lines if line.section in titles and line.cells]
        return sum(1 for line in rows if line.cell(what) is not None and line.cell(figure) is not None)

    def _unquoted_needs(self, line: Line) -> range:
        """How many needs of the line's cluster the articles state beyond those that are quoted on the page."""
        listed = [article for n, article in self.proofs.articles.items() if n in self._used]
        least = self._unquoted(line, listed)
        return range(least, (self._unquoted(line, self._read) if self.unlisted else least) + 1)

    def _unquoted(self, line: Line, articles: Iterable[Article]) -> int:
        sectors = {key for key, names in CLUSTERS.items() if line.section in names.values()}
        needs = {
            need.id: need.quote
            for article in articles
            for need in self.proofs.library.needs(article.id)
            if sectors & set(need.sectors)
        }
        return sum(not any(stands_in(words, quote) for words in self._quoted) for quote in needs.values())

    @cached_property
    def _quoted(self) -> tuple[str, ...]:
        """The words that list items quote, without what marks a cut."""
        items = (line.text for line in self.page.lines if line.item)
        return tuple(text[start:end].replace("[…]", "").strip() for text in items for start, end in quotes(text))

    def day_holds(self, day: date, line: Line) -> bool:
        """Whether a line that cites nothing may print that date: of the sources, the report itself, or yet to come."""
        if line.text.startswith(self.words.lead("as_of")):
            return self.stem[0] in (None, day)
        production = line.text.startswith(self.words.lead("production"))
        if production and self.as_of and day >= self.as_of:
            return True
        if line.text.startswith(self.words.lead("previous_by")):
            return self.as_of is None or day <= self.as_of
        return day in self.days

    def edition_holds(self, number: int, line: Line) -> bool:
        """Whether a line may print that number of a report."""
        if line.text.startswith(self.words.lead("previous_by")):
            return self.edition is not None and number < self.edition
        return number == self.edition and self.stem[1] in (None, number)
