"""From an article to its figures and needs: the passes of extraction in their order."""

from ..model import Article, Extraction, Figure, Need
from .attribution import Voices
from .clean import clean
from .counting import Memory, decide
from .items import items_of
from .needs import need_of
from .places import Setting
from .prefilter import counted, lowered, words_of
from .sentences import sentences
from .statement import Reading, Statement
from .truth import Scopes, at_war

_REMEMBERED = 8
"""How many figures of earlier sentences one may be a part of."""


def extract(article: Article) -> Extraction:
    """All figures and needs of an article, in the order of its text; the same article always gives the same."""
    reading = _opened(article)
    figures: list[Figure] = []
    needs: list[Need] = []
    for k, (start, end) in enumerate(reading.spans):
        words = words_of(reading.low, start, end)
        found = _figures(reading, k, words)
        need = need_of(article, reading.text, start, end, words, found)
        figures += found
        needs += [need] if need else []
    return Extraction(article=article.id, figures=tuple(figures), needs=tuple(needs))


def _opened(article: Article) -> Reading:
    """The article made regular, cut into sentences, with what is known before any of them is read."""
    text = clean(article.text)
    spans = list(sentences(text))
    voices = Voices(text, spans)
    setting = Setting(article, text, spans, voices.names)
    today, war = article.published_day, at_war(text)
    memory = Memory(home=article.country, war=war)
    return Reading(article, text, lowered(text), spans, voices, setting, Scopes(text, today), memory, today, war)


def _figures(reading: Reading, k: int, words: frozenset[str]) -> list[Figure]:
    """The figures of sentence `k`, of which `words` are the words in lower case."""
    start, end = reading.spans[k]
    numbers = counted(words, reading.text, reading.low, start, end, reading.memory.measure is not None)
    if numbers is None:
        return []
    row = items_of(reading.text, start, end, numbers)
    decisions = decide(row, reading.memory)
    if not decisions:
        return []
    figures = Statement(reading, k, row, decisions, words).figures()
    reading.setting.note(k, [f.place for f in figures if f.place_basis in ("clause", "sentence")])
    reading.recent = [*reading.recent, *figures][-_REMEMBERED:]
    return figures
