"""The articles that a report is checked against, and whether words stand in them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..extract import extract
from ..model import Article, Extraction, Figure, Need

WITHHELD = re.compile(r"\[(?:name|number|place) withheld\]|\[…\]")
"""What a report prints in place of words that it does not pass on; it stands for any few words of the article."""

_MARKS = ' \n\t"“”‘’«»'
_MARK = re.compile(r"[\"'“”‘’«»]")
"""A quotation mark: which form it has is the report's own."""

_SPACE = r"[\s\x00-\x1f\x7f-\x9f\ufeff]+"
"""White space, and the control characters that a report prints as white space."""


class Library:
    """Articles by id, with what the extractor reads in them (once, when it is first asked for) or has read already."""

    def __init__(self, articles: Iterable[Article], read: Iterable[Extraction] = ()) -> None:
        self._articles = {article.id: article for article in articles}
        self._read = {extraction.article: extraction for extraction in read}

    def __iter__(self) -> Iterator[Article]:
        return iter(self._articles.values())

    def get(self, article: str) -> Article | None:
        """The article with that id, if it was given."""
        return self._articles.get(article)

    def figures(self, article: str) -> tuple[Figure, ...]:
        """The figures that the extractor reads in that article today."""
        return self._extraction(article).figures

    def needs(self, article: str) -> tuple[Need, ...]:
        """The needs that the extractor reads in that article today."""
        return self._extraction(article).needs

    def _extraction(self, article: str) -> Extraction:
        if article not in self._read:
            found = self._articles.get(article)
            self._read[article] = _stated(extract(found)) if found else Extraction(article=article)
        return self._read[article]


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text as whole words: white space is free, what is withheld is any few words."""
    return find(words, text) is not None


def find(words: str, text: str) -> tuple[int, int] | None:
    """Where the words stand in the text (start, end), or None.

    Quotation marks around them are the report's: a sentence cut from a speech is printed with both.
    """
    words = words.strip(_MARKS)
    if not words:
        return None
    found = _pattern(words).search(text)
    return found.span() if found else None


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    parts, at = [], 0
    for gap in WITHHELD.finditer(words):
        parts += [_plain(words[at : gap.start()]), r"\s*" if gap.start() == at == 0 else "", r".{1,120}?"]
        at = gap.end()
    parts.append(_plain(words[at:]))
    whole = "".join(parts)
    # Where a sentence ends, the next one may begin without a space.
    before = r"(?<!\w)" if words.strip()[0].isalnum() else ""
    after = r"(?!\w)" if words.strip()[-1].isalnum() else ""
    return re.compile(f"{before}{whole}{after}", re.DOTALL)


def _plain(words: str) -> str:
    """The words with free white space between them, and at a gap's edges none demanded."""
    lead = r"\s*" if words[:1].isspace() else ""
    tail = r"\s*" if words[-1:].isspace() and words.strip() else ""
    return lead + _SPACE.join(_MARK.sub(r"[\"'“”‘’«»]", re.escape(word)) for word in words.split()) + tail


def _stated(extraction: Extraction) -> Extraction:
    """What was extracted, with the days that the sentences themselves give, as reports print them."""
    return extraction.model_copy(update={"figures": tuple(figure.stated() for figure in extraction.figures)})
