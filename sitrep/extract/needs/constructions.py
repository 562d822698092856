"""The constructions that state a need: what is lacking behind or in front of them, pleas, and ways of living."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ...languages.language import alternatives, tables, word_list
from ...late import late
from .families import Family, told_by


def _pattern(reader: str, name: str) -> re.Pattern[str]:
    return late(rf"\b(?:{alternatives(reader, name)})(?!\w)")


_PLEAS, _NEVER = _pattern("needs", "pleas"), _pattern("needs", "never")
_ASKED = _pattern("needs", "asked")
_GOODS = tuple((cluster, _pattern("goods", cluster)) for cluster in tables("goods"))
_STOP = late(rf"[.;:!?\"]|\b(?:{alternatives('needs', 'stops')})\b")
_JOINED = late(rf" (?:{alternatives('needs', 'joined')}) ")
_LOCATED = late(
    rf"\b(?:{alternatives('needs', 'located')}) (?:(?!(?:{alternatives('needs', 'verbs')}) )[\w-]+ ){{0,3}}$"
)
_SHUT = _pattern("needs", "shut")
_OFFICES = _pattern("needs", "offices")
_OFFICE_WORDS = tuple(word_list("needs", "office_words"))
_MONEY = late(
    r"\s?(?:about |around |some |over |nearly |at least |more than |up to |an? |another |of |worth )*"
    r"(?:[$€£]|us\$|(?!the |all |its )[a-z]{2,3} ?\d|(?:\d[\d.,]* )?(?:million|billion) (?:dollars|euros))"
)
# Camps and roads are mostly where people are, not what they lack.
_PLACES = frozenset(["cccm", "logistics"])
# "Called for the protection of civilians" asks no donor for anything.
_NOT_ASKED = _PLACES | {"protection"}
_BEHIND, _AT_ONCE, _IN_FRONT, _CLOSE = 90, 36, 70, 35


@cache
def _parts_of_goods() -> frozenset[str]:
    """The words of the goods and pleas that have more than one."""
    entries = (*(e for c in tables("goods") for e in word_list("goods", c)), *word_list("needs", "pleas"))
    parts = {w for entry in entries if " " in entry or "|" in entry for w in re.findall("[a-z]{3,}", entry)}
    return frozenset(parts - word_list("needs", "small"))


@lru_cache(maxsize=1 << 16)
def _is_good(word: str) -> bool:
    return word in _parts_of_goods() or any(p.search(word) for cluster, p in _GOODS if cluster not in _PLACES)


@lru_cache(maxsize=1 << 16)
def _names_office(word: str) -> bool:
    """Whether a word is one without which no office is named that goes by a good ("ministry of health")."""
    return word.startswith(_OFFICE_WORDS)


def needed(sentence: str, words: frozenset[str]) -> list[str]:
    """The clusters of the needs that a sentence of these words states, all in lower case, in the order of the goods."""
    families = told_by(words)
    if not families:
        return []
    whole = sentence
    if any(map(_names_office, words)):
        sentence = _OFFICES.sub("", sentence)
    found = set(_states(sentence, families))
    if any(map(_is_good, words)):
        found |= {*_behind(sentence, families), *_in_front(sentence, families)}
        found = found or set(_pleaded(sentence, families))
    if not found or _NEVER.search(whole):
        return []
    if len(found) > 1:
        found.discard("multi")
    return [cluster for cluster in (*tables("goods"), "multi") if cluster in found]


def lacking(sentence: str, words: frozenset[str]) -> bool:
    """Whether a sentence of these words, in lower case, says that something is lacking, whatever it is."""
    families = [f for f in told_by(words) if f.kind in ("before", "after")]
    return any(f.pattern.search(sentence) for f in families) and not _NEVER.search(sentence)


def named(line: str) -> list[str]:
    """The clusters of the goods that a line in lower case names, in the order of the goods."""
    return [cluster for cluster, _ in _goods(line)]


def _matches(kind: str, families: Sequence[Family], sentence: str) -> Iterator[re.Match[str]]:
    return (m for f in families if f.kind == kind for m in f.pattern.finditer(sentence))


def _states(sentence: str, families: Sequence[Family]) -> Iterator[str]:
    """Ways of living: "sleep in the open", "one meal a day"."""
    return (f.cluster for f in families if f.kind == "states" and f.pattern.search(sentence))


def _behind(sentence: str, families: Sequence[Family]) -> Iterator[str]:
    """What stands behind "lack", "no access to", "in need of"."""
    for kind, reach in (("before", _BEHIND), ("near_before", _AT_ONCE)):
        for match in _matches(kind, families, sentence):
            if _MONEY.match(sentence, match.end()):
                continue
            window = sentence[match.end() : _stop(sentence, match.end(), reach)]
            if reach == _AT_ONCE:
                window = _JOINED.split(window, maxsplit=1)[0]
            goods = [c for c, _ in _goods(window) if c not in _PLACES]
            yield from goods
            if not goods and reach == _BEHIND and _PLEAS.search(window):
                yield "multi"


def _in_front(sentence: str, families: Sequence[Family]) -> Iterator[str]:
    """What stands in front of "is scarce", "have shut", "overwhelmed"."""
    for match in _matches("after", families, sentence):
        begin = max([0, *(m.end() for m in _STOP.finditer(sentence, 0, match.start()))])
        window = sentence[max(begin, match.start() - _IN_FRONT) : match.start()]
        goods = [(c, at) for c, at in _goods(window) if c not in _PLACES]
        if _SHUT.search(match.group()):
            # Schools are shut for a day of rain; who is kept from lessons is another matter.
            goods = [(c, at) for c, at in goods if c != "education"]
        near = [c for c, at in goods if len(window) - at <= _CLOSE]
        yield from near or [c for c, _ in goods]
        if not goods and _PLEAS.search(window, max(0, len(window) - _CLOSE)):
            yield "multi"


def _pleaded(sentence: str, families: Sequence[Family]) -> Iterator[str]:
    """What is asked for: "appealed for tents and blankets"."""
    for match in _matches("appeals", families, sentence):
        if not _MONEY.match(sentence, match.end()):
            asked = _ASKED.search(sentence, match.start())
            goods = [c for c, _ in _goods(sentence[asked.end() :]) if c not in _NOT_ASKED] if asked else []
            yield from goods
            plea = _PLEAS.search(sentence, match.end())
            if plea and not goods and not _MONEY.match(sentence, plea.end()):
                yield "multi"


def _stop(sentence: str, at: int, reach: int) -> int:
    stop = _STOP.search(sentence, at, at + reach)
    return stop.start() if stop else at + reach


def _goods(window: str) -> list[tuple[str, int]]:
    """The clusters of the goods that a stretch of text names, with where the last of each stands."""
    found = []
    for cluster, pattern in _GOODS:
        spots = [m.end() for m in pattern.finditer(window) if not _LOCATED.search(window, 0, m.start())]
        if spots:
            found.append((cluster, spots[-1]))
    return found
