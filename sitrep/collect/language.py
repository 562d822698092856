"""Which language a text is in, by the share of its commonest words.

Stop words tell the languages of the field's news apart without a model: a text of a few sentences is settled, and
what is not plain (too short, mixed, a language not in reading.toml) stays unknown.
"""

import re

from .words import stop_words

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 3000
_LEAST_WORDS = 12
_LEAST_SHARE = 0.1
_LEAD = 1.3


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language that `text` is plainly in, else None.

    Plainly: at least 10 % of the first 3,000 characters' words are that language's stop words, and 1.3 times as many as
    the next language's.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < _LEAST_WORDS:
        return None
    hits = {code: sum(w in stop for w in words) for code, stop in stop_words().items()}
    best, second = sorted(hits, key=lambda code: (-hits[code], code))[:2]
    plain = hits[best] >= _LEAST_SHARE * len(words) and hits[best] >= _LEAD * hits[second]
    return best if plain else None
