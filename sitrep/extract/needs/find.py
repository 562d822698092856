"""The need that a sentence states: its clusters from the constructions, else from the people counted as in need."""

import hashlib

from ...model import Article, Figure, Need
from ..prefilter import lowered
from .constructions import named, needed
from .listed import in_list_of_needs

_LOOSE = frozenset(["carried over"])
"""Rules by which a figure is in need only because an earlier sentence says so."""
_SHORTEST = 11
"""Code points below which a line says nothing of a need."""


def need_of(
    article: Article, text: str, start: int, end: int, words: frozenset[str], figures: list[Figure]
) -> Need | None:
    """The need that a sentence states; `figures` are its own: people counted as in need are one, whatever the words."""
    sentence = lowered(text[start:end])
    sectors = needed(sentence, words) if end - start >= _SHORTEST else []
    if not sectors and in_list_of_needs(text, start, sentence):
        sectors = named(sentence)
    if not sectors:
        counted = [
            f.sector for f in figures if f.measure == "in_need" and f.scope == "current" and f.rule not in _LOOSE
        ]
        sectors = [counted[-1] or "multi"] if counted and counted[-1] else []
    if not sectors:
        return None
    identity = hashlib.sha256(f"{article.id}|need|{start}|{end}".encode()).hexdigest()[:12]
    quote = article.text[start:end]
    return Need(id=identity, article=article.id, quote=quote, start=start, end=end, sectors=tuple(sectors), rule="need")
