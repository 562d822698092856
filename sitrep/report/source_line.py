"""A source as one line: title, publisher, date; what is not stated is said to be so."""

from datetime import datetime

from ..model import Source
from .markup import clean
from .numbers import day_text
from .phrases import Phrases


def source_line(source: Source, phrases: Phrases) -> str:
    """`Title. Publisher, 29 November 2024.`, with the user's name for an article that has no title."""
    title = source.title or f"{phrases.word('labels', 'untitled')} ({source.name})"
    publisher = source.publisher or phrases.word("labels", "no_publisher")
    published = source.published
    day = published.date() if isinstance(published, datetime) else published
    line = f"{title.rstrip('.')}. {publisher}, {day_text(day, phrases) if day else phrases.word('labels', 'no_date')}."
    if source.copies:
        line += f" {phrases.word('labels', 'copies').capitalize()}: {'; '.join(source.copies)}."
    if source.previous:
        line += f" {phrases.word('labels', 'previous').capitalize()}."
    return clean(line)
