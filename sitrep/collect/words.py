"""The words of reading.toml, ready for use."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import rtoml


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    return rtoml.loads(Path(__file__).with_name("reading.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def stop_words() -> dict[str, tuple[str, ...]]:
    """The commonest words, each with the ISO 639-1 codes of the languages that it is common in."""
    found: dict[str, tuple[str, ...]] = {}
    for code, table in _tables().items():
        for word in dict.fromkeys(table["stop"].split()):
            found[word] = (*found.get(word, ()), code)
    return found


@lru_cache(maxsize=1)
def language_names() -> dict[str, str]:
    """ISO 639-1 codes by the languages' names and three-letter codes, in lower case."""
    return {name: code for code, table in _tables().items() for name in table["names"].split()}


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Month numbers by lower-case name and short form, over all languages; a form of two months is left out."""
    found: dict[str, set[int]] = {}
    for table in _tables().values():
        for number, forms in enumerate(table.get("months", ()), start=1):
            for form in forms.split(","):
                found.setdefault(form, set()).add(number)
    return {form: numbers.pop() for form, numbers in found.items() if len(numbers) == 1}


@lru_cache(maxsize=8)
def phrases(key: str) -> tuple[str, ...]:
    """The phrases under `key` (`weekdays`, `published`, `updated`, `by`, `staff`) of all languages, longest first."""
    found = {p for t in _tables().values() for p in (t[key].split() if isinstance(t.get(key), str) else t.get(key, ()))}
    return tuple(sorted(found, key=lambda p: (-len(p), p)))
