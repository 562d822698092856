"""From an article to its figures and needs: the passes of extraction in their order."""

from ..model import Article, Extraction, Figure, Need
from .counting import decide, note_heading
from .needs import need_of
from .prefilter import counted
from .quantities import Quantity, quantities
from .reading import Reading
from .row import items_of
from .statement import Statement


def extract(article: Article) -> Extraction:
    """All figures and needs of an article, in the order of its text; the same article always gives the same."""
    reading = Reading(article)
    figures: list[Figure] = []
    needs: list[Need] = []
    for k, (start, end) in enumerate(reading.spans):
        words = reading.words(k)
        found = _figures(reading, k, words)
        need = need_of(article, reading.text, start, end, words, found)
        figures += found
        needs += [need] if need else []
    return Extraction(article=article.id, figures=reading.thread.settled(figures), needs=tuple(needs))


def _in_table(reading: Reading, start: int, end: int) -> list[Quantity] | None:
    """The numbers of a row whose table has headings; any other line is remembered, for it may be the heading."""
    numbers = quantities(reading.text, reading.low, start, end)
    if numbers and reading.memory.columns and "|" in reading.text[start:end]:
        return numbers
    note_heading(items_of(reading.text, start, end, numbers), reading.memory)
    return None


def _figures(reading: Reading, k: int, words: frozenset[str]) -> list[Figure]:
    """The figures of sentence `k`, of which `words` are the words in lower case."""
    start, end = reading.spans[k]
    memory = reading.memory
    memory.age += 1
    numbers = counted(words, reading.text, reading.low, start, end, memory.age if memory.measure else None)
    if numbers is None and reading.has_tables:
        numbers = _in_table(reading, start, end)
    if numbers is None:
        return []
    row = items_of(reading.text, start, end, numbers)
    decisions = decide(row, memory)
    if not decisions:
        return []
    figures = Statement(reading, k, row, decisions).figures()
    reading.note(k, figures)
    return figures
