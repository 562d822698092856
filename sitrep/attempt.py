"""Extraction that cannot stop a run: an article that the extractor fails on is a problem among others."""

from .errors import Problem
from .extract import extract
from .model import Article, Extraction


def attempt(article: Article) -> tuple[Extraction, Problem | None]:
    """What the article states; nothing, and the problem, where the extractor itself fails on it."""
    try:
        return extract(article), None
    except Exception as error:  # whatever it is, the other articles must not be lost for it
        what = f"no figure was taken from it, since the extractor failed ({type(error).__name__}: {error})"
        return Extraction(article=article.id), Problem(article.name, what)
