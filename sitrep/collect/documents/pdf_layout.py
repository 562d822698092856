"""Lines as a PDF places them, put back into paragraphs by where they stand on the page."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_BULLET = re.compile(r"[•▪●◦‣■□–—·*-]\s*")
_ITEM = re.compile(r"(?:[•▪●◦‣■□]|[–—*-]\s|\(?\d{1,2}[.)]\s|[a-z][.)]\s)")
_END = re.compile(r"[.!?:;…؟।][\"”’')\]]*$")
_BREAKING_HYPHENS = "\u00ad\u2010\u0002\ufffe"
_MOST_BULLETS = 300
_MARGIN = 0.09
_WIDTH_OF_LETTER = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text, its edges and baseline in points from the page's lower left, its font size."""

    text: str
    left: float
    right: float
    base: float
    size: float


def paragraphs(pages: Sequence[tuple[Sequence[Line], float]]) -> list[str]:
    """The paragraphs of all pages, each page being its lines and its height in points.

    What stands in the margins of at least half of the pages, page numbers aside, is a running head and left out.
    """
    running = _running(pages)
    out: list[str] = []
    for lines, height in pages:
        body = [line for line in lines if not (_in_margin(line, height) and _key(line) in running)]
        found = _page(body)
        if out and found and _goes_on(out[-1], found[0]):
            out[-1] = glue(out[-1], found.pop(0))
        out += found
    return out


def glue(first: str, second: str) -> str:
    """Two lines as one; a word that was broken with a hyphen is mended, a range of numbers keeps its hyphen."""
    if first and first[-1] in _BREAKING_HYPHENS and second:
        if first[-2:-1].isdigit() or second[0].isdigit():
            return f"{first[:-1]}-{second}"
        return first[:-1] + second if second[0].islower() else f"{first[:-1]}-{second}"
    if first[-1:] == "-" and first[-2:-1].isalnum():
        return first + second
    return f"{first} {second}"


def _page(lines: Iterable[Line]) -> list[str]:
    out: list[str] = []
    for block in _blocks(_with_bullets(lines)):
        found = _block(block)
        if out and _goes_on(out[-1], found[0]) and not _ITEM.match(found[0]):
            # The next column, or the same one below a picture.
            out[-1] = glue(out[-1], found.pop(0))
        out += found
    return out


def _with_bullets(lines: Iterable[Line]) -> list[Line]:
    """The lines, bullets that stand for themselves (some PDFs hold them after all text) put before their lines."""
    lines = tuple(lines)
    bullets = [line for line in lines if _BULLET.fullmatch(line.text)][:_MOST_BULLETS]
    return [
        replace(line, text=f"• {line.text}") if any(_is_before(bullet, line) for bullet in bullets) else line
        for line in lines
        if not _BULLET.fullmatch(line.text)
    ]


def _is_before(bullet: Line, line: Line) -> bool:
    return abs(bullet.base - line.base) < 0.5 * line.size and 0 <= line.left - bullet.left < 4 * line.size


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines of one size that follow each other down one column."""
    blocks: list[list[Line]] = []
    for line in lines:
        last = blocks[-1][-1] if blocks else None
        if last is not None and _is_below(last, line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _is_below(line: Line, following: Line) -> bool:
    drop = line.base - following.base
    same_size = abs(line.size - following.size) <= 0.1 * line.size
    return same_size and 0.3 * line.size < drop < 3 * line.size and abs(line.left - following.left) < 4 * line.size


def _block(block: Sequence[Line]) -> list[str]:
    right = max(line.right for line in block)
    pitch = median([a.base - b.base for a, b in pairwise(block)] or [0.0])
    out = [block[0].text]
    for line, following in pairwise(block):
        close = line.base - following.base <= 1.35 * pitch
        if close and not _ITEM.match(following.text) and not _had_room(line, following, right):
            out[-1] = glue(out[-1], following.text)
        else:
            out.append(following.text)
    return out


def _had_room(line: Line, following: Line, right: float) -> bool:
    """Whether the next line's first word would have fitted: then the line was ended on purpose."""
    word = following.text.split(" ", 1)[0]
    return right - line.right > (len(word) + 1) * _WIDTH_OF_LETTER * line.size


def _goes_on(text: str, following: str) -> bool:
    return not _END.search(text) and following[:1].islower()


def _running(pages: Sequence[tuple[Sequence[Line], float]]) -> frozenset[str]:
    counts = Counter(key for lines, height in pages for key in {_key(x) for x in lines if _in_margin(x, height)})
    return frozenset(key for key, count in counts.items() if count >= 2 and count * 2 >= len(pages))


def _in_margin(line: Line, height: float) -> bool:
    return line.base > (1 - _MARGIN) * height or line.base < _MARGIN * height


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)
