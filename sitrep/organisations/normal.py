"""The form in which spellings of a name are compared."""

import re
import unicodedata
from functools import lru_cache

_PLAIN = re.compile("[A-Za-z]+(?: [A-Za-z]+)*")
_ARTICLE = re.compile("^(?:the|a|an) ")


@lru_cache(maxsize=1 << 16)
def normal(name: str) -> str:
    """The form in which two spellings of a name are one: lower case, no accents, articles or possessives."""
    plain = name if _PLAIN.fullmatch(name) else _made_plain(name)
    return _ARTICLE.sub("", plain.lower())


def _made_plain(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"'s\b", "", plain)
    plain = re.sub(r"[\"“”()\[\]]", " ", plain)
    plain = re.sub(r"\.(?=[A-Za-z]\.|\s|$)|(?<=[A-Z])\.", "", plain)
    return re.sub(r"\s+", " ", plain).strip(" ,.;:")
