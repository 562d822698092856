"""From an entry of the word list to its surfaces: the forms of a verb, and what a slot in braces stands for."""

from functools import cache
from typing import Literal

Form = Literal["base", "third", "past", "participle", "past_participle", "gerund", "-"]


_BE: tuple[tuple[str, Form], ...] = (
    ("is", "third"),
    ("are", "third"),
    ("was", "past"),
    ("were", "past"),
    ("been", "participle"),
    ("being", "gerund"),
)


def spelled_out(entry: str, slots: dict[str, list[str]]) -> list[str]:
    """An entry once for each filling of its slots: "without {light}" is "without power", "without light"."""
    head, brace, rest = entry.partition("{")
    if not brace:
        return [" ".join(entry.split())]
    name, _, tail = rest.partition("}")
    return [spelled for word in slots[name] for spelled in spelled_out(f"{head}{word}{tail}", slots)]


def inflect(entry: str, irregular: dict[str, str]) -> list[tuple[str, Form]]:
    """The forms of a verb; irregular ones are given after slashes (past, participle, gerund) or in a table."""
    base, *given = entry.split("/")
    first, space, rest = base.partition(" ")
    tail = space + rest
    if not given and first in irregular:
        given = [form + tail for form in irregular[first].split("/")]
    if first == "be":
        return [(base, "base"), *[(word + tail, form) for word, form in _BE]]
    if given and first != "have":
        return [(base, "base"), (_third(first) + tail, "third"), *_irregular(*given)]
    return [(base, "base"), *[(word + tail, form) for word, form in _regular(first)]]


def _irregular(past: str, participle: str, gerund: str) -> list[tuple[str, Form]]:
    if past == participle:
        return [(past, "past_participle"), (gerund, "gerund")]
    return [(past, "past"), (participle, "participle"), (gerund, "gerund")]


@cache
def _regular(verb: str) -> tuple[tuple[str, Form], ...]:
    """The forms but the base of a verb that is in no table; every entry that begins with it has them."""
    if verb == "have":
        return ("has", "third"), ("had", "past_participle"), ("having", "gerund")
    return (_third(verb), "third"), (_past(verb), "past_participle"), (_gerund(verb), "gerund")


def _third(word: str) -> str:
    if word.endswith(("s", "sh", "ch", "x", "z", "o")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    return word[:-1] + "ied" if word.endswith("y") and word[-2] not in "aeiou" else word + "ed"


def _gerund(word: str) -> str:
    return word[:-1] + "ing" if word.endswith("e") and not word.endswith("ee") else word + "ing"
