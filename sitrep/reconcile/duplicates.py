"""Duplicates: articles that are one text: identical, syndicated, lightly edited, cut short. Never all pairs."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from difflib import SequenceMatcher

from ..model import Article
from .as_of import moment
from .sketch import SAMPLE, Sketch, numbers, shingles, sketch, words_of

_CONTAINED = 0.6
"""How much of the shorter text's shingles the longer one must hold."""

_RARE = 64
"""A shingle that stands in more distinct texts than this is boilerplate and leads to no candidate."""

_CANDIDATES = 12
_LATEST = datetime.max.replace(tzinfo=UTC)


def find_duplicates(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """Groups of articles (their ids) that are the same text; the first of a group is the earliest published.

    Each text is compared with the few texts that share its rare shingles, longest first, so a truncated reprint meets
    the whole. A running story with new numbers is no duplicate of its earlier version.
    """
    sketches = {a.id: sketch(a.text) for a in articles}
    order = sorted(articles, key=lambda a: (-sketches[a.id].words, published(a), a.id))
    groups = _Groups()
    for article in order:
        groups.add(article, sketches[article.id])
    found = ([a.id for a in sorted(group, key=lambda a: (published(a), a.name, a.id))] for group in groups.all)
    return tuple(sorted(tuple(group) for group in found if len(group) > 1))


def published(article: Article) -> datetime:
    """When it was published; the unknown come last."""
    return moment(article) or _LATEST


class _Groups:
    """Groups so far, each with its longest text as the one that others are compared with."""

    def __init__(self) -> None:
        self.all: list[list[Article]] = []
        self._heads: list[Article] = []
        self._exact: dict[int, int] = {}
        self._index: dict[int, list[int]] = defaultdict(list)

    def add(self, article: Article, features: Sketch) -> None:
        if not features.words:
            return
        group = self._exact.get(features.digest)
        if group is None or words_of(self._heads[group].text) != words_of(article.text):
            group = self._similar(article, features)
        if group is None:
            group = len(self.all)
            self.all.append([])
            self._heads.append(article)
            for feature in features.features:
                if len(self._index[feature]) < _RARE:
                    self._index[feature].append(group)
        self._exact.setdefault(features.digest, group)
        self.all[group].append(article)

    def _similar(self, article: Article, features: Sketch) -> int | None:
        telling = [f for f in features.features if len(self._index.get(f, ())) < _RARE]
        shared = Counter(g for f in telling for g in self._index.get(f, ()))
        sampled = sum(f % SAMPLE == 0 for f in telling)
        enough = max(2, int(_CONTAINED * 0.7 * sampled))
        likely = sorted((g for g, n in shared.items() if n >= enough), key=lambda g: (-shared[g], self._heads[g].id))
        mine = shingles(article.text) if likely else frozenset()
        for group in likely[:_CANDIDATES]:
            head = self._heads[group]
            if len(mine & shingles(head.text)) >= _CONTAINED * len(mine) and same_numbers(article.text, head.text):
                return group
        return None


def same_numbers(shorter: str, longer: str) -> bool:
    """Whether no number of the one text was replaced by another one in the other: then it is an update, not a copy."""
    mine, theirs = set(numbers(shorter)), set(numbers(longer))
    if mine <= theirs:
        return True
    a, b = words_of(shorter), words_of(longer)
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "replace":
            continue
        gone = {w for w in a[i:j] if w.isdigit()} - theirs
        come = {w for w in b[k:m] if w.isdigit()} - mine
        if gone and come and j - i <= 6 and m - k <= 6:
            return False
    return len(mine - theirs) <= max(1, len(mine) // 4)
