"""The list of sources on a page: each entry against its article."""

import re
from collections.abc import Iterable
from datetime import datetime

from ..model import Article
from ..report.markup import clean, safe_url
from ..report.numbers import day_text
from ..report.phrases import load_phrases
from .library import WITHHELD, Library, find, stands_in
from .page import Entry
from .tokens import tokens
from .verdict import Protocol


def article_of(entry: Entry, library: Library) -> Article | None:
    """The given article that the entry is about: the one in which most of its sentences stand, then by its parts."""
    ranked = [(_fit(entry, article), -i, article) for i, article in enumerate(library)]
    best = max(ranked, key=lambda item: item[:2], default=None)
    return best[2] if best and any(best[0]) else None


def _fit(entry: Entry, article: Article) -> tuple[int, int]:
    sentences = sum(stands_in(used.text, article.text) for used in entry.sentences)
    called = not article.title and f"({article.name})" in entry.text
    return sentences, called + sum(find(part, entry.text) is not None for _, part in parts(article))


def check_entry(entry: Entry, article: Article | None, others: Iterable[Article], protocol: Protocol) -> None:
    """Title, publisher, date and link as the article has them, no number beside them, every sentence in its text.

    Of the `others` it may name those that have the same text.
    """
    if article is None:
        protocol.check(False, "source", entry.where, f"source {entry.n} is none of the articles given")
        return
    rest = entry.text if article.title else entry.text.replace(f"({article.name})", " ")
    for name, part in parts(article):
        found = find(part, rest) or _withheld(part, rest)
        protocol.check(found is not None, "source", entry.where, f"the {name} of source {entry.n} is not '{part}'")
        rest = rest[: found[0]] + " " + rest[found[1] :] if found else rest
    rest = _without_copies(rest, others)
    own = [token for token in tokens(rest) if token.kind != "vague"]
    known = (article.text, article.name, article.title or "", article.publisher or "")
    for token in own:
        right = any(find(rest[token.start : token.end], words) for words in known)
        what = f"'{rest[token.start : token.end]}' in the entry of source {entry.n} is no part of it"
        protocol.check(right, "source", entry.where, what)
    for used in (*entry.sentences, *entry.whole):
        right = stands_in(used.text, article.text) and used.id.split(".")[0] == str(entry.n)
        protocol.check(right, "sentence", used.where, f"“{used.text[:80]}” does not stand in source {entry.n}")


def _without_copies(entry: str, others: Iterable[Article]) -> str:
    """The entry without the names of those that have the same text."""
    behind = find(load_phrases().word("labels", "copies").capitalize(), entry)
    names = entry[behind[1] :] if behind else ""
    for name in sorted({other.publisher or other.name for other in others}, key=len, reverse=True):
        names = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", names)
    return entry[: behind[1]] + names if behind else entry


def _withheld(part: str, entry: str) -> tuple[int, int] | None:
    """Where the entry has the part with a private name withheld in it."""
    for gap in WITHHELD.finditer(entry):
        for end in range(len(entry), gap.end() - 1, -1):
            words = entry[:end].strip()
            if stands_in(words, part) and len(words) >= len(part) // 3:
                return 0, end
    return None


def parts(article: Article) -> list[tuple[str, str]]:
    """What an entry must say of its article: (name, words), what is not known left out.

    The words are as a page may have them: on one line, and a link only to the web, its odd characters encoded.
    """
    published = article.published
    day = published.date() if isinstance(published, datetime) else published
    given = (
        ("title", (article.title or "").rstrip(".")),
        ("publisher", article.publisher or ""),
        ("date", day_text(day, load_phrases()) if day else ""),
        ("link", safe_url(article.url or "")),
    )
    return [(name, " ".join(clean(words).split())) for name, words in given if words]
