"""Lines in title case, where capitals do not tell names from words: only places that are known count."""

import re
from collections.abc import Iterator

from .context import around
from .evidence import mention_of
from .mention import Mention
from .name import Name, is_country, is_happening, is_other, is_people
from .names import Names


def is_heading(line: str) -> bool:
    """Whether a line is in title case, where capitals do not tell names from words; a full stop ends no heading."""
    if line.endswith("."):
        return False
    words = re.findall(r"[^\W\d_]{4,}", line)
    return len(words) > 2 and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def in_heading(text: str, start: int, end: int, name: Name, names: Names) -> Iterator[Mention]:
    """The known places inside a run that a heading may have drawn together with other words, the longest first."""
    words = name.text.split(" ")
    at = 0
    while at < len(words):
        size = next((n for n in range(min(4, len(words) - at), 0, -1) if known_as(words[at : at + n], names)), 0)
        if size:
            begin = name.start + len(" ".join(words[:at])) + (at > 0)
            part = " ".join(words[at : at + size])
            piece = Name(begin, begin + len(part), part, name.owner and at + size == len(words))
            mention = mention_of(piece, around(text, start, end, piece), names)
            yield mention or Mention(piece.start, piece.end, part, 2.0, is_country(part))
        at += size or 1


def paired(text: str, first: Mention, second: Mention) -> bool:
    """Whether two places of a heading are one pair, to which the first then is widened: "in Peru and Bolivia"."""
    if text[first.end : second.start] != " and " or second.prep or text.endswith(", ", 0, first.start):
        return False
    first.end, first.name, first.several = second.end, text[first.start : second.end], 2
    first.country = False
    return True


def known_as(words: list[str], names: Names) -> bool:
    """Whether words are the name of a known place, and of nothing else."""
    name = Name(0, 0, " ".join(words))
    if is_country(name.text):
        return True
    return not (is_people(name) or is_other(name) or is_happening(name)) and names.known(name.text)
