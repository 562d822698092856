"""Plain text and Markdown, both with optional YAML front matter."""

import re
from typing import Any

from ..decode import decode, without_surrogates
from ..draft import Draft, UnreadableError
from ..given import draft_from

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.M)
_KEY = re.compile(r"[A-Za-z_][\w .-]*:(?:\s|$)")
_LONGEST_FRONT_MATTER = 16 * 1024


def read_text(data: bytes) -> tuple[Draft, ...]:
    """The text exactly as it is stored, newlines included; front matter is metadata and no part of the text."""
    text = without_surrogates(decode(data))
    front, body = _split(text)
    if not body.strip():
        raise UnreadableError("holds no text")
    return (_with_front_matter(front, body) if front is not None else Draft(body),)


def _split(text: str) -> tuple[str | None, str]:
    opening = _OPENING.match(text)
    if opening is None or not _KEY.match(text[opening.end() : opening.end() + 200].lstrip("\r\n# ")):
        return None, text
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST_FRONT_MATTER)
    return (text[opening.end() : closing.start()], text[closing.end() :]) if closing else ("", text)


def _with_front_matter(front: str, body: str) -> Draft:
    if not front:
        return Draft(body, notes=("its front matter has no closing line ---, so it was read as text",))
    try:
        given = _parse(front)
    except ValueError as error:
        return Draft(body, notes=(f"its front matter is not valid YAML ({error}), so nothing in it was used",))
    return draft_from(body, given)


def _parse(front: str) -> dict[str, Any]:
    import yaml

    # BaseLoader keeps every value as written: no "NO" that turns false, no dates without their zone.
    try:
        given = yaml.load(front, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise ValueError(f"line {line}: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error).splitlines()[0]) from error
    if not isinstance(given, dict):
        raise ValueError("it holds no keys")
    return given
