"""Lines as laid out on a page or in a mail, put back into paragraphs."""

import re

_STARTS_ANEW = re.compile(r"\s*(?:[-–—•*▪●◦‣·>|]\s|\(?\d{1,2}[.)]\s|[a-z][.)]\s)")
_HYPHEN_BREAK = re.compile("[\ufffe\u0002\u00ad]\r?\n?")


def unwrap(text: str) -> str:
    """Paragraphs from lines that were broken to fit: a full line and the one after it are one stretch of text.

    A line is full if it is at least three quarters as long as the long lines (the 90th percentile); short lines, blank
    ones and those that open an item of a list end a paragraph.
    """
    lines = [line.rstrip() for line in _HYPHEN_BREAK.sub("", text).splitlines()]
    full = 0.75 * _usual_length(lines)
    out: list[str] = []
    joins = False
    for line in lines:
        if joins and line and not _STARTS_ANEW.match(line):
            out[-1] += " " + line.lstrip()
        else:
            out.append(line)
        joins = len(line) >= full > 0
    return "\n".join(out).strip()


def _usual_length(lines: list[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(0.9 * (len(lengths) - 1))] if len(lengths) > 1 else 0


def titled(title: str | None, body: str) -> str:
    """The body under its title and a blank line, unless the body already opens with it."""
    opening = " ".join(body[:600].split()).casefold()
    if not title or " ".join(title.split()).casefold() in opening:
        return body
    return f"{title}\n\n{body}"
