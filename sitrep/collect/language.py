"""Which language a text is in, by the share of its commonest words.

Stop words tell the languages of the field's news apart without a model: a text of a few sentences is settled, and
what is not plain (too short, mixed, a language not in reading.toml) stays unknown.
"""

from collections import Counter
from itertools import chain

from .words import stop_words

_SAMPLE = 1500
_LEAST_WORDS = 12
_LEAST_SHARE = 0.1
_LEAD = 1.3


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language that `text` is plainly in, else None.

    Plainly: at least 10 % of the first 1,500 characters' words are that language's stop words, and 1.3 times as many as
    the next language's.
    """
    words = text[:_SAMPLE].lower().split()
    if len(words) < _LEAST_WORDS:
        return None
    languages = stop_words()
    hits = Counter(chain.from_iterable(languages[w] for w in words if w in languages))
    (best, most), (_, second) = (*hits.most_common(2), ("", 0), ("", 0))[:2]
    return best if most >= _LEAST_SHARE * len(words) and most >= _LEAD * second else None
