"""Drafts to articles: what the container did not give is asked of the text, what the text does not say stays None."""

from datetime import datetime

from ..errors import Problem
from ..model import Article
from .draft import Draft
from .language import detect
from .metadata import read_top


def finish(
    draft: Draft, name: str, where: str, retrieved: datetime | None = None
) -> tuple[Article, tuple[Problem, ...]]:
    """The article of a draft; metadata that was not understood is noted at `where`."""
    about = read_top(draft.text)
    article = Article(
        name=name,
        text=draft.text,
        title=draft.title or about.title,
        publisher=draft.publisher or about.publisher,
        published=draft.published or about.published,
        url=draft.url,
        language=draft.language or detect(draft.text),
        country=draft.country,
        retrieved=retrieved,
    )
    return article, tuple(Problem(where, note, note=True) for note in draft.notes)
