"""Where a key stands in a TOML file: tomllib forgets lines, and an error without one is no help."""

import re
from collections import Counter

KeyPath = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*(.*)""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")
_FENCE = re.compile(r'"""|' + "'''")


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of each table and key, by its path; the nth table of an array has n (from 0) in its path."""
    lines: dict[KeyPath, int] = {}
    counts: Counter[KeyPath] = Counter()
    table: KeyPath = ()
    inside_string = False
    for number, line in enumerate(text.splitlines(), 1):
        if inside_string:
            inside_string = len(_FENCE.findall(line)) % 2 == 0
        elif header := _HEADER.match(line):
            table = _table_path(_parts(header[2]), header[1] == "[[", counts)
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_parts(key[1])), number)
            inside_string = len(_FENCE.findall(key[2])) % 2 == 1
    return lines


def find_line(lines: dict[KeyPath, int], path: KeyPath) -> int | None:
    """The line of the key, else of the nearest table around it; None if the file has neither."""
    return next((lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines), None)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(a or b or c for a, b, c in _PART.findall(dotted))


def _table_path(parts: tuple[str, ...], repeated: bool, counts: Counter[KeyPath]) -> KeyPath:
    """A header's path; under an array of tables it belongs to the last table of that array."""
    path: KeyPath = ()
    for part in parts[:-1]:
        path = (*path, part)
        if counts[path]:
            path = (*path, counts[path] - 1)
    path = (*path, parts[-1])
    if repeated:
        counts[path] += 1
        return (*path, counts[path] - 1)
    return path
