"""Scope: figures of another country than the crisis' are listed, counted, and in no finding; later articles wait."""

from datetime import UTC, datetime

from ..model import Article
from .area import CRISIS
from .context import Context
from .mention import Mention


def out_of_scope(m: Mention, context: Context) -> bool:
    """Whether a figure's stated place is another country, or lies in one. Refugees are counted where they fled to."""
    if m.figure.measure == "refugees":
        return False
    if context.country is None or m.area.key == CRISIS or m.area.country is None or not m.area.firm:
        return False
    return m.area.country != context.country


def in_time(article: Article, context: Context) -> bool:
    """Whether an article was published by the cut-off; one without a date is taken in, a bare day counts as a whole."""
    cut, published = context.as_of, article.published
    if cut is None or published is None:
        return True
    if not isinstance(published, datetime):
        return published <= cut.date()
    return _aware(published) <= _aware(cut)


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
