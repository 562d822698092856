"""What a page's citations lead to: for each source its article, the sentences used, and the numbers in them."""

from dataclasses import dataclass, field
from datetime import date

from ..model import Article, Figure
from ..report.markup import clean
from .days import days_of
from .entries import article_of
from .library import Library, find
from .page import Citation, Entry, Page, Used
from .tokens import Token, readings


@dataclass(frozen=True)
class Proofs:
    """The proofs of one page, by the number of the source."""

    page: Page
    library: Library
    articles: dict[int, Article]
    entries: dict[int, Entry]
    numbers: dict[str, tuple[Token, ...]] = field(default_factory=dict)
    """The numbers in each sentence used, by its id."""

    @classmethod
    def of(cls, page: Page, library: Library) -> "Proofs":
        """Find each entry's article and read the sentences used."""
        found = {entry.n: article_of(entry, library) for entry in page.entries}
        return cls(
            page,
            library,
            {n: article for n, article in found.items() if article},
            {entry.n: entry for entry in page.entries},
            {used.id: readings(used.text) for entry in page.entries for used in entry.sentences},
        )

    def leads(self, cite: Citation) -> bool:
        """Whether a citation leads to a source that is listed, and to one of its sentences if it names one."""
        return bool(self.cited((cite,))) if cite.sentence else cite.n in self.entries

    def cited(self, group: tuple[Citation, ...]) -> tuple[Used, ...]:
        """The sentences that citations lead to; where one leads to a source, all of its that are used."""
        return tuple(
            used
            for cite in group
            for used in (self.entries[cite.n].sentences if cite.n in self.entries else ())
            if cite.sentence in ("", used.id)
        )

    def stated(self, group: tuple[Citation, ...]) -> tuple[Token, ...]:
        """The numbers in the sentences that citations lead to."""
        return tuple(token for used in self.cited(group) for token in self.numbers[used.id])

    def states(self, group: tuple[Citation, ...], printed: Token) -> bool:
        """Whether a cited sentence has the number, with the same qualifier."""
        return any(token.proves(printed) for token in self.stated(group))

    def figures(self, group: tuple[int, ...], printed: Token) -> tuple[Figure, ...]:
        """What the extractor reads as figures of that number in the cited sources."""
        found = (figure for n in group if n in self.articles for figure in self.library.figures(self.articles[n].id))
        return tuple(figure for figure in found if _is(figure, printed))

    def alike(self, group: tuple[int, ...], printed: Token) -> tuple[Figure, ...]:
        """The same, whatever the qualifiers: two articles may give one number as "50,000" and "about 50,000"."""
        found = (figure for n in group if n in self.articles for figure in self.library.figures(self.articles[n].id))
        return tuple(f for f in found if any(token.same_number(printed) for token in readings(f.text)))

    def published(self, group: tuple[int, ...]) -> frozenset[date]:
        """The days on which the cited sources were published."""
        return days_of(self.articles[n].published for n in group if n in self.articles)

    def says(self, group: tuple[int, ...], words: str) -> bool:
        """Whether the words stand in the text of a cited source; of any source where none is cited."""
        cited = [self.articles[n] for n in group if n in self.articles] if group else list(self.library)
        return any(find(words, text) is not None for a in cited for text in (a.text, a.title or "", a.publisher or ""))

    def publishers(self, group: tuple[int, ...], text: str) -> tuple[tuple[int, int], ...]:
        """Where the text has the name of a cited source's publisher: "Channel 9" states no nine."""
        names = {clean(self.articles[n].publisher or "") for n in group if n in self.articles}
        words = (name for name in names if any(character.isalpha() for character in name))
        return tuple(span for name in words if (span := find(name, text)))

    def days(self, group: tuple[int, ...]) -> frozenset[date]:
        """The dates that a cited source settles: of its publication, and of the periods of its figures."""
        cited = [self.articles[n] for n in group if n in self.articles]
        figures = [figure for article in cited for figure in self.library.figures(article.id)]
        published = [article.published for article in cited]
        return days_of([*published, *(f.since for f in figures), *(f.until for f in figures)])


def _is(figure: Figure, printed: Token) -> bool:
    return any(token.proves(printed) for token in readings(figure.text))
