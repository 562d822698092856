"""JSON lines: one article a line, read as a stream."""

import hashlib
import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from ..errors import Problem
from ..model import Article
from .decode import without_surrogates
from .draft import MAX_BYTES, Draft, UnreadableError, reason_of
from .finish import finish
from .given import draft_from
from .listing import shown

_Given = dict[str, dict[bytes, int]]
"""The lines of a file by the ids that they give, and of one id by their digests."""


def iter_jsonl(path: Path, *, max_bytes: int = MAX_BYTES) -> Iterator[Article | Problem]:
    """The articles of a file in their order, and a Problem that names file and line for each that cannot be read.

    The text is exactly the given one (lone surrogates become U+FFFD, one for one). A line without an id is named after
    the file and its line. An article whose id an earlier line has is read and noted, one that repeats that line in all
    is left out and noted. The file may be of any size: one line, of at most `max_bytes`, and the ids are in memory.
    """
    given: _Given = {}
    try:
        with path.open("rb") as file:
            number = 0
            for number, line in _lines(file, max_bytes):
                yield from _read(path, number, line, given)
            if not number:
                yield Problem(shown(path), "is empty")
    except OSError as error:
        yield Problem(shown(path), reason_of(error))


def holds_articles(path: Path, *, max_bytes: int = MAX_BYTES) -> bool:
    """Whether a file whose ending tells nothing begins with an article as JSON; a pipe is not touched."""
    try:
        with path.open("rb") if path.is_file() else BytesIO() as file:
            line = next((line for _, line in _lines(file, max_bytes)), None)
        return line is not None and line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and bool(_draft(line).text)
    except (OSError, UnreadableError):
        return False


def _lines(file: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    while line := file.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = file.readline(max_bytes)
            yield number, None
        elif line.strip():
            yield number, line


def _read(path: Path, number: int, line: bytes | None, given: _Given) -> Iterator[Article | Problem]:
    where = f"{shown(path)}, line {number}"
    try:
        draft = _draft(line)
    except UnreadableError as error:
        yield Problem(where, str(error))
        return
    article, problems = finish(draft, draft.name or f"{without_surrogates(path.stem)}-{number}", where)
    earlier = given.setdefault(article.name, {}) if draft.name else {}
    if (repeated := earlier.get(digest := _digest(article))) is not None:
        yield Problem(where, f"repeats line {repeated} (id {article.name}), so it was left out", note=True)
        return
    yield article
    yield from problems
    if earlier:
        first = min(earlier.values())
        yield Problem(
            where, f"has the id of line {first} ({article.name}) but another content; both were read", note=True
        )
    earlier[digest] = number


def _digest(article: Article) -> bytes:
    """What tells articles of one id apart: all that is known of them."""
    return hashlib.sha256(repr(article).encode("utf-8", "surrogatepass")).digest()


def _draft(line: bytes | None) -> Draft:
    if line is None:
        raise UnreadableError("is larger than an article may be, so it was left out")
    try:
        given = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError("is not UTF-8 text, so it was left out") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            f"is not valid JSON ({getattr(error, 'msg', 'nested too deeply')}), so it was left out"
        ) from error
    if not isinstance(given, dict):
        raise UnreadableError("is not a JSON object, so it was left out")
    text = given.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableError("has no text (the key `text` is missing or empty), so it was left out")
    return draft_from(without_surrogates(text), given)
