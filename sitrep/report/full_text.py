"""The full text of the articles, without what is private: only for readers who may have it, never by default."""

import re
from collections.abc import Iterable, Sequence

from ..model import Article, Extraction, Source
from .phrases import load_phrases
from .privacy import Privacy

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""What nothing private is withheld from stays as it is, to the last line break: its checksum is the source's."""


def full_texts(
    sources: Sequence[Source], articles: Sequence[Article], extractions: Iterable[Extraction]
) -> tuple[tuple[int, str], ...]:
    """Number and text of each source whose article is at hand; rule 11 holds for it as for a quotation."""
    privacy = Privacy.of(extractions, articles, load_phrases())
    texts = {article.id: article.text for article in articles}
    known = ((source.n, texts[source.article]) for source in sources if source.article in texts)
    return tuple((n, "".join(map(privacy.clean, _LINE.findall(text)))) for n, text in known)
