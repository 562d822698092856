"""Quotation marks of a text that is printed as a quotation: none at its ends, none without a partner."""

import re

from .markup import clean

_CLOSES = {"“": "”", "«": "»", '"': '"'}
_DOUBLE = re.compile(r"[“”«»]|(?<!\d)\"")
_SINGLE_CLOSED = re.compile(r"(?<=[\w.,;:!?])[’'](?=[\s.,;:!?)]|$)")


def bare(text: str) -> str:
    """A sentence on one line as it stands between quotation marks: without marks of its own around it.

    Those within are single ones. A sentence cut from a longer speech has a mark whose partner stands in another
    sentence: at an end it is left out, else its partner is added.
    """
    text = flat(text)
    while (shorter := _without_outer(text)) != text:
        text = shorter
    pairs, opened, closed = _paired(text)
    inner = dict.fromkeys((*pairs, *opened), "‘") | dict.fromkeys((*pairs.values(), *closed), "’")
    return "‘" * len(closed) + "".join(inner.get(at, c) for at, c in enumerate(text)) + "’" * len(opened)


def flat(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(clean(text).split())


def _without_outer(text: str) -> str:
    """The text without the mark, or the pair of marks, that stands at its ends and belongs to nothing within."""
    text = text.strip()
    if text[:1] in ("‘", "'"):
        closing = _SINGLE_CLOSED.search(text, 1)
        if closing is None or closing.end() == len(text):
            return text[1 : closing.start() if closing else None].strip()
    last = len(text) - 1
    pairs, opened, closed = _paired(text)
    if pairs.get(0) == last and last > 0:
        return text[1:-1].strip()
    if 0 in opened or 0 in closed:
        return text[1:].strip()
    if last in opened or last in closed:
        return text[:-1].strip()
    return text[:-1].strip() if text.endswith("’") and "‘" not in text else text


def _paired(text: str) -> tuple[dict[int, int], list[int], list[int]]:
    """Marks that belong together (opening to closing), then those that only open, then those that only close."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    closed: list[int] = []
    for found in _DOUBLE.finditer(text):
        at, mark = found.start(), found[0]
        if _opens(text, at, mark):
            opened.append(at)
        elif opened and _CLOSES[text[opened[-1]]] == mark:
            pairs[opened.pop()] = at
        else:
            closed.append(at)
    return pairs, opened, closed


def _opens(text: str, at: int, mark: str) -> bool:
    """Whether the mark begins a quotation: a straight one does at the beginning of a word."""
    if mark != '"':
        return mark in "“«"
    begins = at == 0 or text[at - 1].isspace() or text[at - 1] in "([“‘—–"
    return begins and at + 1 < len(text) and not text[at + 1].isspace()
