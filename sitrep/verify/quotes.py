"""Quotations on a page: the stretches between “ and ”."""

from collections.abc import Iterator


def quotes(text: str) -> Iterator[tuple[int, int]]:
    """Where quotations stand, their marks left out; marks inside a quotation belong to it."""
    depth, start = 0, 0
    for at, character in enumerate(text):
        if character == "“":
            if depth == 0:
                start = at + 1
            depth += 1
        elif character == "”" and depth:
            depth -= 1
            if depth == 0:
                yield start, at
    if depth:
        # A quotation may open a quotation that its cut leaves open: then its last mark closes it.
        end = text.rfind("”", start)
        if end > start:
            yield start, end
