"""A text made regular for reading, character by character, so that every offset stays what it was."""

import re

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\x0b\x0c"
_QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'"}
_DASHES = {"‐": "-", "‑": "-", "‒": "-", "–": "–", "—": "–", "―": "–", "−": "-"}
# Zero-width characters, marks of direction, the frames of emoji digits and soft hyphens stand inside words and
# numbers; U+00AD is the one that the readers know.
_INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\ufe0f\u20e3\u061c\u180e"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_ARABIC = {chr(0x660 + i): str(i) for i in range(10)} | {chr(0x6F0 + i): str(i) for i in range(10)}

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚƏ"
"""The inside of a character class: the capital letters with which Latin names begin."""
SOFT = "\u00ad"
_TABLE = (
    dict.fromkeys(_SPACES, " ") | _QUOTES | _DASHES | dict.fromkeys(_INVISIBLE, SOFT) | _ARABIC | {"٬": ",", "٫": "."}
)
_IRREGULAR = re.compile(f"[{''.join(_TABLE)}]")

_CELLS = re.compile(r"^[^\t\n]+(?:\t[^\t\n]+){2,}$", re.MULTILINE)
"""A line of three cells or more that tabs part."""


def clean(text: str) -> str:
    """The same text with plain spaces, quotes, digits and hyphens; `len(clean(t)) == len(t)` always."""
    if "\t" in text:
        text = _CELLS.sub(lambda line: line.group().replace("\t", "|"), text)
    return _IRREGULAR.sub(lambda found: _TABLE[found.group()], text)
