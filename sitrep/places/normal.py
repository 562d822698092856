"""The foldings that let one name in several spellings meet, from strict to loose: `fold`, `normal`, `skeleton`."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['`’‘ʼʻʿʾ´.]")
_ARTICLES = frozenset(
    "al el ad ar as ash an at az adh ath aj ed er es esh en et ez ech ej ehsh ul ud uz e i the".split()  # noqa: SIM905
)
_SAME_WORDS = {
    "northern": "north", "southern": "south", "eastern": "east", "western": "west",
    "saint": "st", "sainte": "st", "mount": "mt",
}  # fmt: skip
_SOUNDS = (
    ("tch", "C"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "K"), ("gh", "g"), ("dh", "d"), ("th", "t"),
    ("ph", "f"), ("dj", "j"), ("dzh", "j"), ("ck", "k"), ("q", "k"), ("c", "k"), ("v", "w"), ("x", "ks"),
)  # fmt: skip
_NO_VOWELS = str.maketrans("", "", "aeiouyh")


def fold(text: str) -> str:
    """Lower-case ASCII words with single spaces: `Côte d’Ivoire` and `Cote d'Ivoire` are both `cote divoire`."""
    text = _APOSTROPHES.sub("", text)
    if not text.isascii():
        text = _to_ascii(text)
    return _NOT_WORD.sub(" ", text.lower()).strip()


def normal(folded: str) -> str:
    """A folded name without its articles, common words in one form: `ma arrat an numan` has no `an`."""
    words = [_SAME_WORDS.get(w, w) for w in folded.split()]
    return " ".join(w for w in words if w not in _ARTICLES) or folded


def skeleton(folded: str) -> str:
    """The consonants by sound, for transliterations: `khan yunis` and `khan younis` are both `Knns`.

    Empty where fewer than three sounds are left: such a skeleton would stand for too many names.
    """
    word = normal(folded).replace(" ", "")
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    bare = word.translate(_NO_VOWELS)
    bones = "".join(c for c, before in zip(bare, " " + bare, strict=False) if c != before)
    if word[:1] in "aeiou":
        bones = "a" + bones
    return bones if len(bones) >= 3 else ""


def _to_ascii(text: str) -> str:
    """Diacritics go first, so that anyascii, whose tables take time to load, is met by other scripts only."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    if bare.isascii():
        return bare
    from anyascii import anyascii

    return _APOSTROPHES.sub("", anyascii(bare))
