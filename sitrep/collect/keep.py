"""Which articles of a source are kept: by words, country, language and date."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..model import Article

if TYPE_CHECKING:
    from .settings import Keep


def is_kept(article: Article, keep: "Keep") -> bool:
    """Whether an article passes the filter. What is not known of it (country, language, date) keeps nothing out."""
    text = f"{article.title or ''}\n{article.text}"
    return (
        (not keep.words or bool(_pattern(keep.words).search(text)))
        and not (keep.without and _pattern(keep.without).search(text))
        and _among(article.country, keep.countries)
        and _among(article.language, keep.languages)
        and (keep.since is None or article.published_day is None or article.published_day >= keep.since)
    )


def _among(value: str | None, wanted: tuple[str, ...]) -> bool:
    return value is None or not wanted or value in wanted


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, words))})(?!\w)", re.I)


def _expression(word: str) -> str:
    spaced = r"\s+".join(re.escape(part) for part in word.rstrip("*").split())
    return spaced + (r"\w*" if word.endswith("*") else "")
