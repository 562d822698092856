"""What a text plainly says about itself near its top: title, date of publication, publisher. Never guessed.

A title is a short line without a full stop before a longer paragraph, or a line that stands twice. A date is one that
stands alone, labelled, at the end of a byline, or in a dateline ("GENEVA, 9 January 2020 -"); dates in running prose
are dates of events. A publisher is named by a byline such as "Xyz Staff".
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from ..late import late
from ..model import Moment
from .dates import date_pattern, parse_published
from .words import phrases

_TOP = 8
_TOP_CHARACTERS = 4000
_LONGEST_TITLE = 180
_SHORTEST_TITLE = 10
_PARAGRAPH = 60
_LONGEST_BYLINE = 110
_LONGEST_DATELINE = 160
_SENTENCE_END = re.compile(r"[.。؟।:;,…]$|\.[\"”’']$")
_YEAR = re.compile(r"\d{4}")
"""What stands in every date that is read; a line without it need not be looked at for one."""
_MARKUP = re.compile(r"^(#{1,6})\s+|\s+#+$|^\*\*|\*\*$")


@dataclass(frozen=True, slots=True)
class About:
    """What the top of a text says; None is what it does not say."""

    title: str | None = None
    published: Moment | None = None
    publisher: str | None = None


def read_top(text: str) -> About:
    """What the first lines of `text` plainly say about it."""
    lines = _lines(text)
    title = _title(lines)
    rest = [line for line in lines if _clean(line) != title]
    return About(title, _published(rest), _publisher(rest))


def _lines(text: str) -> list[str]:
    top = text[:_TOP_CHARACTERS].lstrip("\ufeff").splitlines()
    return [line.strip() for line in top if line.strip()][: _TOP + 1]


def _clean(line: str) -> str:
    # Longer lines are paragraphs, which nobody compares with a title.
    return " ".join(_MARKUP.sub("", line).split()) if len(line) <= 2 * _LONGEST_TITLE else line


def _bare(line: str) -> str:
    return line.lstrip(" \t-–—•*|·>").rstrip(" \t|·")


def _title(lines: list[str]) -> str | None:
    candidates = [line for line in lines if not (_is_meta(line) or line[0] in "-•*–—>|" and not line.startswith("**"))]
    for line, following in zip(candidates[:4], candidates[1:], strict=False):
        if line == following and _is_title(line):
            return _clean(line)
    if candidates and _is_title(candidates[0]) and _has_paragraph(lines, candidates[0]):
        return _clean(candidates[0])
    return None


def _is_title(line: str) -> bool:
    title = _clean(line)
    return (
        _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE
        and " " in title
        and not _SENTENCE_END.search(title)
        and not re.search(r"[.!?][\"”]?\s+[A-Z].*[.!?]\s", title)
        and sum(c.isalpha() for c in title) * 2 > len(title)
    )


def _has_paragraph(lines: list[str], title: str) -> bool:
    return any(len(line) >= max(_PARAGRAPH, len(title)) for line in lines[:_TOP] if line != title)


def _is_meta(line: str) -> bool:
    if _staff(line) is not None:
        return True
    return _has_year(line) and (_standing_alone(line) is not None or _byline_date(line) is not None)


def _has_year(line: str) -> bool:
    return _YEAR.search(line, 0, _LONGEST_DATELINE) is not None


def _published(lines: list[str]) -> Moment | None:
    dated = [line for line in lines[:_TOP] if _has_year(line)]
    for read in (_labelled, _standing_alone, _byline_date, _dateline):
        for line in dated:
            if (found := read(line)) is not None:
                return found
    return None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    day = date_pattern()
    label = "|".join(re.escape(p) for p in phrases("published"))
    update = "|".join(re.escape(p) for p in phrases("updated"))
    by = "|".join(re.escape(p) for p in phrases("by"))
    staff = "|".join(re.escape(p) for p in phrases("staff"))
    capital = "(?-i:[A-ZÀ-Þ])"
    agency = r"(?:\([^)]{1,30}\)|/[^/]{1,30}/)"
    before = rf"(?:{by})\s+\S.*?[\s,–—|·-]|[^.!?]*\S\s*[–—|·•]\s*|[^.!?]*\S\s+-\s+"
    place = r"(?-i:[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]+)[^.:;()\d]{0,60}?"
    name = r"(?-i:[A-Z0-9À-Þ])[^\s,.;:|]*(?:\s(?-i:[A-Z0-9À-Þ&])[^\s,.;:|]*){0,4}?"
    return {
        "labelled": late(rf"(?:{label})\s*[:–—-]?\s*({day})", re.I),
        "alone": late(rf"(?:(?:{label}|{update})\s*[:–—-]?\s*)?[\[(]?({day})[\])]?[.,]?", re.I),
        "byline": late(rf"(?:{before})({day})[\])]?", re.I),
        "dateline": late(rf"[(\[]?{place},?\s+({day})[)\]]?,?\s*{agency}?,?\s*[–—-]+\s", re.I),
        "bracketed": late(rf"\({capital}[^.:;()\d]{{1,60}}?,\s+({day})\)\s*[–—-]+\s", re.I),
        "staff": late(rf"(?:(?:{by})\s+|[-–—•*|·]\s*)({name})\s+(?:{staff})", re.I),
    }


def _labelled(line: str) -> Moment | None:
    match = _patterns()["labelled"].match(_bare(line[:_LONGEST_BYLINE]))
    return parse_published(match[1]) if match else None


def _standing_alone(line: str) -> Moment | None:
    if len(line) > _LONGEST_BYLINE:
        return None
    match = _patterns()["alone"].fullmatch(_bare(line))
    return parse_published(match[1]) if match else None


def _byline_date(line: str) -> Moment | None:
    if len(line) > _LONGEST_BYLINE:
        return None
    match = _patterns()["byline"].fullmatch(_bare(_clean(line)))
    return _dated(match[1]) if match else None


def _dateline(line: str) -> Moment | None:
    opening = line[:_LONGEST_DATELINE]
    match = _patterns()["dateline"].match(opening) or _patterns()["bracketed"].match(opening)
    return _dated(match[1]) if match else None


def _dated(stated: str) -> Moment | None:
    # The word before the date may be a place instead of a weekday: "Geneva, 28 November 2024".
    return parse_published(stated) or parse_published(stated.partition(" ")[2])


def _publisher(lines: list[str]) -> str | None:
    return next((name for line in lines[:_TOP] if (name := _staff(line))), None)


def _staff(line: str) -> str | None:
    if len(line) > 60:
        return None
    match = _patterns()["staff"].fullmatch(line)
    name = match[1].strip() if match else None
    return None if name and name.lower() in {"our", "the", "a", "an", "web", "online"} else name
