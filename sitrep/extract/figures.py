"""From an article to its figures: the passes of extraction in their order."""

import hashlib
import re

from ..languages.language import Language, load
from ..measures import MEASURES
from ..model import Article, Extraction, Figure, Span
from .clean import clean
from .decide import Decision, Memory, decide
from .items import Item, items_of
from .sentences import sentences

def extract(article: Article) -> Extraction:
    """All figures and needs of an article."""
    from .read import read

    return read(article)
