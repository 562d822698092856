"""Lists: the sentence with a colon that introduces them, for the source of their entries."""

from ...late import late

_ENTRY = late(r"[-–•*·▪]|\(?\d{1,2}[.)] |\(?[a-z]\) ")
"""How an entry of a list begins: with a mark, a number or a letter of its own."""
_SOURCED = late(r"\((?:[Ss]ources?|[Dd]ata): [^()]*\)$")
_STOPS = ".!?:"
_LONGEST = 40
"""Entries back to which the head of a list is looked for."""


def list_head(text: str, spans: list[tuple[int, int]], k: int) -> int | None:
    """The sentence that introduces the list in which sentence `k` opens an entry; None outside such lists."""
    for j in range(k, max(0, k - _LONGEST), -1):
        if not _opens_line(text, spans[j][0]):
            if j == k:
                return None
            continue
        if not _ENTRY.match(text, spans[j][0]) and not _is_plain(text, *spans[j]):
            return None
        if _heads(text, *spans[j - 1]):
            return j - 1
    return None


def _heads(text: str, start: int, end: int) -> bool:
    """Whether a sentence introduces a list: by a colon, or as its title with a source in brackets."""
    return text[end - 1] == ":" or text[end - 1] == ")" and _SOURCED.search(text, start, end) is not None


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether a sentence is a line without a full stop: "Example - 2,743 families"."""
    return text[end - 1] not in _STOPS and (end == len(text) or text[end : end + 2].strip(" ").startswith("\n"))


def _opens_line(text: str, start: int) -> bool:
    return start == 0 or text[max(0, start - 2) : start].strip(" ").endswith("\n")
