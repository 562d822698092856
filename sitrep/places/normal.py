"""The folding that lets one name in several spellings meet: no case, no diacritics, no punctuation."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['`’‘ʼʻʿʾ´.]")


def fold(text: str) -> str:
    """Lower-case ASCII words with single spaces: `Côte d’Ivoire` and `Cote d'Ivoire` are both `cote divoire`."""
    text = _APOSTROPHES.sub("", text)
    if not text.isascii():
        text = _to_ascii(text)
    return _NOT_WORD.sub(" ", text.lower()).strip()


def _to_ascii(text: str) -> str:
    """Diacritics go first, so that anyascii, whose tables take time to load, is met by other scripts only."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    if bare.isascii():
        return bare
    from anyascii import anyascii

    return _APOSTROPHES.sub("", anyascii(bare))
