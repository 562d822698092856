"""The need that a sentence states: its clusters from the constructions, else from the people counted as in need."""

import hashlib

from ...model import Article, Figure, Need
from ..prefilter import lowered
from .constructions import lacking, named, needed
from .listed import answered, in_list_of_needs, lists_needs
from .sections import cluster_over

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
    if sectors in ([], ["multi"]):
        sectors = _by_its_place(text, start, sentence, words) or sectors
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


def _by_its_place(text: str, start: int, sentence: str, words: frozenset[str]) -> list[str]:
    """The clusters of a need whose cluster the list or the section says in which it stands."""
    listed = in_list_of_needs(text, start, sentence)
    clusters = named(sentence) if listed else []
    if not clusters and (cluster := cluster_over(text, start)):
        lacks = listed or lacking(sentence, words) and not answered(sentence)
        clusters = [cluster] if lacks else []
    return [] if clusters and lists_needs(sentence) else clusters
